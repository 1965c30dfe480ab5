import { Files } from "./files.js";
import { Index } from "./index.js";
import { Query } from "./query.js";
import { answers, ranked } from "./rank.js";

async function open(url) {
  const at = url.lastIndexOf("/") + 1;
  const data = await new Files(url.slice(0, at)).load("index", url.slice(at));
  return new Index(data, new Files(`${url.slice(0, at)}${data.folder}/`));
}
let index;
async function search(text) {
  const query = new Query(index, text);
  const parts = await query.understand();
  const all = parts.length ? ranked(index, query, parts) : [];
  const { results, perhaps } = answers(index, all);
  const show = ({ section, base, score, held }) => { const s = index.sections[section]; return { url: s.url, id: s.id, title: s.title, base, score, held }; };
  return { parts, results: results.map(show), perhaps: perhaps.map(show), all: all.slice(0, 10).map(show) };
}
self.open = async (url) => (index = await open(url));
self.search = search;
self.use = (it) => (index = it);
