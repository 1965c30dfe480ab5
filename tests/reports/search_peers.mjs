// What MiniSearch finds, set up as VitePress does; and an index of Pagefind, for a browser to search.
// Reads { sections: { language: [{ url, title, page, text }] }, queries: [{ language, text }], folder }
// from the standard input; prints for each query the addresses that MiniSearch finds, best first.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import * as pagefind from "pagefind";

const { sections, queries, folder } = JSON.parse(readFileSync(0, "utf8"));
const found = [];
for (const [language, own] of Object.entries(sections)) {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const words = (text) => [...segmenter.segment(text)].filter((it) => it.isWordLike).map((it) => it.segment);
  const engine = new MiniSearch({
    idField: "url",
    fields: ["title", "titles", "text"],
    tokenize: words,
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
  });
  engine.addAll(own.map(({ page, ...it }) => ({ ...it, titles: page })));
  for (const [at, query] of queries.entries()) {
    if (query.language === language) found[at] = engine.search(query.text).map(({ id }) => id);
  }

  const { index } = await pagefind.createIndex({ forceLanguage: language });
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  for (const { url, title, page, text } of own) {
    const body = `<h1>${escaped(title)}</h1><p>${escaped(page)}</p><p>${escaped(text)}</p>`;
    const content = `<html lang="${language}"><body data-pagefind-body>${body}</body></html>`;
    const { errors } = await index.addHTMLFile({ url, content });
    if (errors.length) throw new Error(errors.join("\n"));
  }
  await index.writeFiles({ outputPath: `${folder}/${language}/pagefind` });
}
await pagefind.close();
process.stdout.write(JSON.stringify(found));
