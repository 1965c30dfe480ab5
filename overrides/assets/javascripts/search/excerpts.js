// Shows where a text has the words of a query: whole words marked, and of a section the passage
// that has most of them.
import { Index } from "./index.js";
import { isHan, key, segments, units, LONGEST } from "./words.js";

/**
 * @typedef {[string, number][]} Marked pieces of text; 1 where it is marked
 * @typedef {{ start: number, end: number, part: number }} Hit a place in a text with a word of the
 *   query, and which part of the query that is
 */

// How wide an excerpt is, in Latin letters; a Chinese character is as wide as two.
const WIDTH = 170;

/** @param {string} passage @returns {string} what divides it from the next: nothing after a full-width mark */
function apart(passage) {
  return /[。！？；：，]$/.test(passage) ? "" : " ";
}

/**
 * @param {Index} index
 * @param {string} text
 * @param {Map<string, number>} words of the query, each with its part
 * @returns {Hit[]} in their order; none inside another
 */
export function hits(index, text, words) {
  /** @type {{ unit: string, start: number, end: number }[]} */
  const all = [];
  for (const match of text.matchAll(/[\u3400-\u9fff]|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)) {
    const start = match.index || 0;
    for (const unit of units(match[0], index.rules)) all.push({ unit, start, end: start + match[0].length });
  }
  /** @type {Hit[]} */
  const found = [];
  for (let at = 0; at < all.length; at++) {
    for (let last = Math.min(all.length, at + LONGEST) - 1; last >= at; last--) {
      const word = key(all.slice(at, last + 1).map(({ unit }) => unit));
      const part = words.get(word);
      if (part !== undefined) found.push({ start: all[at].start, end: all[last].end, part });
      // No word is marked inside of a Chinese one that has a meaning of its own.
      if (part === undefined && !(isHan(word) && index.synonyms.has(word))) continue;
      at = last;
      break;
    }
  }
  // Nor is a single character inside of any word.
  const longer = segments(text);
  return found.filter(({ start, end }) => end - start > 1 || !longer.some(([from, to]) => from <= start && start < to));
}

/**
 * @param {string} text
 * @param {Hit[]} found
 * @returns {Marked}
 */
export function marked(text, found) {
  /** @type {Marked} */
  const pieces = [];
  let last = 0;
  for (const { start, end } of found) {
    pieces.push([text.slice(last, start), 0], [text.slice(start, end), 1]);
    last = end;
  }
  return [...pieces, [text.slice(last), 0]];
}

/**
 * @param {Index} index
 * @param {string} title of a section
 * @param {string[]} passages of it
 * @param {Map<string, number>} words of the query, each with its part
 * @returns {{ text: Marked, forms: string[] }} the passage with most parts of the query, those that
 *   few others have before all, and what follows it; and the words found in title and passages, as
 *   they are written there
 */
export function excerpt(index, title, passages, words) {
  const found = passages.map((passage) => hits(index, passage, words));
  const titled = hits(index, title, words);
  const having = found.map((some) => [...new Set(some.map(({ part }) => part))]);
  // What few passages of the section have tells them apart.
  const times = (/** @type {number} */ part) => having.filter((some) => some.includes(part)).length;
  // What the title says needs no showing: the answer to it comes first.
  const news = (/** @type {number} */ part) => !titled.some((hit) => hit.part === part);
  const worth = having.map((some) => some.filter(news).reduce((sum, part) => sum + 1 / times(part), 0));
  const width = (/** @type {number} */ from, /** @type {number} */ to) =>
    passages.slice(from, to).join(" ").replace(/[\u3000-\uffff]/g, "  ").length;
  let first = Math.max(0, worth.indexOf(Math.max(...worth)));
  let last = Math.min(first + 1, passages.length);
  // What stands before it says what it is about: "Call: …".
  while (first > 0 && width(first - 1, last) <= WIDTH) first--;
  // A few words alone say little: what follows them is cut by nothing but its end.
  while (last < passages.length && (width(first, last) < WIDTH / 2 || width(first, last + 1) <= WIDTH)) last++;
  /** @type {Marked} */
  const text = first ? [["… ", 0]] : [];
  for (let at = first; at < last; at++) text.push(...marked(passages[at], found[at]), [apart(passages[at]), 0]);
  if (last < passages.length) text.push(["…", 0]);
  const written = (/** @type {string} */ all, /** @type {Hit[]} */ some) => some.map(({ start, end }) => all.slice(start, end));
  const forms = [...written(title, titled), ...passages.flatMap((it, at) => written(it, found[at]))];
  return { text, forms: [...new Set(forms)] };
}
