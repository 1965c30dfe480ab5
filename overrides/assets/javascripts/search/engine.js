// The search engine: finds sections in the index that overrides/hooks/search_index writes.
//
// It runs in a worker; on a page opened from disk, where there are none, in the page. It knows Han
// characters and Latin words, but no words of its own.
import { excerpt, hits, marked } from "./excerpts.js";
import { Files, Gone, inWorker } from "./files.js";
import { Index } from "./index.js";
import { Query } from "./query.js";
import { answers, ranked } from "./rank.js";

/**
 * @typedef {import("./excerpts.js").Marked} Marked
 * @typedef {object} Item a section that was found
 * @property {number} number by which its excerpt is asked for
 * @property {string} url seen from the language's home page
 * @property {Marked} title
 * @property {string} page the title of its page; empty for a page
 * @typedef {object} Message what a page asks: the index comes first; of queries that wait, only the
 *   last is answered
 * @property {number} id
 * @property {string} [index] address of the index
 * @property {string} [query]
 * @property {number[]} [numbers] sections whose excerpts are wanted, for the query before
 * @typedef {object} Answer
 * @property {number} id
 * @property {string} [query]
 * @property {Item[]} [items] the best first
 * @property {boolean} [perhaps] whether they only perhaps answer
 * @property {string} [read] as what the query was read, if not as it was typed
 * @property {string[]} [unknown] what was typed that stands nowhere on the site
 * @property {string[]} [forms] the words looked for
 * @property {{ number: number, text: Marked, forms: string[] }} [excerpt]
 * @property {"gone" | "failed"} [error] the site is another version by now, or nothing was loaded
 */

// How many characters of a query are looked at: what is pasted may be a whole letter.
const MOST = 300;

/** @type {Promise<Index> | undefined} */
let opening;
/** @type {Map<string, number>} words of the last answer, each with its part of the query */
let words = new Map();
let latest = 0;

/** @param {string} url @returns {Promise<Index>} */
async function open(url) {
  const at = url.lastIndexOf("/") + 1;
  const data = await new Files(url.slice(0, at)).load("index", url.slice(at));
  return new Index(data, new Files(`${url.slice(0, at)}${data.folder}/`));
}

/**
 * @param {Index} index
 * @param {Query} query
 * @param {import("./query.js").Part[]} parts of it
 * @returns {string[]} what was typed that no page has: the site does not know it, or only what readers ask
 */
function nowhere(index, query, parts) {
  const shown = (/** @type {string} */ word) => index.read(query.lines.get(word) || "").sections.length;
  return parts.flatMap(({ unknown, words: same }) => unknown || (same.some(shown) ? [] : same.slice(0, 1).map((it) => index.form(it))));
}

/**
 * @param {Index} index
 * @param {string} text
 * @returns what it asks, and what answers that
 */
async function ask(index, text) {
  const query = new Query(index, text);
  const parts = await query.understand();
  return { query, parts, ...answers(index, ranked(index, query, parts)) };
}

/**
 * @param {Index} index
 * @param {number} id
 * @param {string} text
 * @returns what is asked, what answers it, and the sentence that it is, if not all of the text. Who
 *   tells a story asks in the end: where the whole has no answer, it is the last sentence that has
 *   one and says more than a word
 */
async function askFor(index, id, text) {
  const whole = { ...(await ask(index, text)), sentence: "" };
  const sentences = text.split(/[，。！？；]|[,.!?;](?= )/).filter((it) => it.trim());
  if (whole.results.length || sentences.length < 2) return whole;
  for (const sentence of sentences.reverse()) {
    // What is typed by now is asked next.
    if (id !== latest) break;
    const part = await ask(index, sentence);
    const known = part.parts.filter(({ words: some }) => some.length);
    if (part.results.length && known.length > 1) return { ...part, sentence: sentence.trim() };
  }
  return whole;
}

/**
 * @param {Index} index
 * @param {number} id
 * @param {string} text
 * @returns {Promise<Answer>}
 */
async function search(index, id, text) {
  const { query, parts, sentence, results, perhaps } = await askFor(index, id, text.slice(0, MOST));
  const form = (/** @type {string} */ word) => index.form(word);
  const own = new Map(parts.flatMap(({ words: some }, part) => some.map((word) => [word, part])));
  if (id === latest) words = own;
  const items = [...results, ...perhaps].map(({ section }) => {
    const { url, id: anchor, title, page } = index.sections[section];
    return {
      number: section,
      url: anchor ? `${url}#${anchor}` : url,
      title: marked(title, hits(index, title, own)),
      page: anchor ? page : "",
    };
  });
  return {
    id,
    query: text,
    items,
    perhaps: perhaps.length > 0,
    read: query.read ? parts.flatMap((part) => part.words.slice(0, 1).map(form)).join(" ") : sentence,
    // One character by itself says nothing: a measure word, a particle, what is left of a word.
    unknown: nowhere(index, query, parts).filter((it) => it.length > 1),
    forms: [...own.keys()].map(form),
  };
}

/**
 * Answer with the excerpts of some sections, each as soon as it is there; what fails is left out.
 * @param {Index} index
 * @param {number} id
 * @param {number[]} numbers
 * @param {(answer: Answer) => void} reply
 */
function showExcerpts(index, id, numbers, reply) {
  const { texts } = index.data;
  for (const number of numbers) {
    const { title } = index.sections[number];
    index.files.load(`texts-${Math.floor(number / texts)}`).then(
      (all) => reply({ id, excerpt: { number, ...excerpt(index, title, all[number % texts], words) } }),
      () => {},
    );
  }
}

/**
 * Do what a message asks.
 * @param {Message} message
 * @param {(answer: Answer) => void} reply
 */
export async function receive({ id, index: url, query, numbers }, reply) {
  if (url) opening = open(url);
  if (query !== undefined) latest = id;
  try {
    const index = await opening;
    if (!index) return;
    if (numbers && id === latest) showExcerpts(index, id, numbers, reply);
    if (query === undefined) return;
    // Let queries that are waiting arrive before this one is answered.
    await new Promise((resolve) => setTimeout(resolve));
    if (id !== latest) return;
    const answer = await search(index, id, query);
    if (id === latest) reply(answer);
  } catch (error) {
    if (id === latest) reply({ id, error: error instanceof Gone ? "gone" : "failed" });
  }
}

if (inWorker) self.onmessage = ({ data }) => receive(data, (answer) => self.postMessage(answer));
