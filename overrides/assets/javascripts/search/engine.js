// The search engine: finds sections in the index that overrides/hooks/search_index writes.
// It runs in a worker; on a page opened from disk, where there are none, the page loads it.
import { Files, inWorker } from "./files.js";
import { Index } from "./index.js";
import { Query } from "./query.js";
import { answers, ranked } from "./rank.js";

/** @param {string} url address of the index @returns {Promise<Index>} */
async function open(url) {
  const at = url.lastIndexOf("/") + 1;
  const data = await new Files(url.slice(0, at)).load("index", url.slice(at));
  return new Index(data, new Files(`${url.slice(0, at)}${data.folder}/`));
}

let index;
async function search(text) {
  const query = new Query(index, text);
  const parts = await query.understand();
  const all = ranked(index, query, parts);
  const { results, perhaps } = answers(index, all);
  const show = ({ section, score, held }) => { const s = index.sections[section]; return { url: s.url, id: s.id, title: s.title, score, held }; };
  return { parts, results: results.map(show), perhaps: perhaps.map(show), all: all.slice(0, 10).map(show) };
}
self.open = async (url) => (index = await open(url));
self.search = search;
self.use = (it) => (index = it);
