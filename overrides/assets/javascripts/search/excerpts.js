// Shows where a text has the words of a query: whole words marked, and of a long text the passage
// that has most of them.
import { Index } from "./index.js";
import { isHan, key, units, LONGEST } from "./words.js";

/**
 * @typedef {[string, number][]} Marked pieces of text; 1 where it is marked
 * @typedef {{ start: number, end: number, part: number }} Hit a place in a text with a word of the
 *   query, and which part of the query that is
 */

// How many characters an excerpt has, in Chinese and in other languages.
const LENGTH = { han: 80, other: 170 };

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
  for (let at = 0; at < all.length; ) {
    let size = Math.min(LONGEST, all.length - at);
    while (size && !words.has(key(all.slice(at, at + size).map(({ unit }) => unit)))) size--;
    if (size) {
      const part = words.get(key(all.slice(at, at + size).map(({ unit }) => unit))) || 0;
      found.push({ start: all[at].start, end: all[at + size - 1].end, part });
    }
    at += size || 1;
  }
  return found;
}

/**
 * @param {string} text
 * @param {Hit[]} found
 * @param {number} [from] where the piece of text to show begins, and where it ends
 * @param {number} [to]
 * @returns {Marked}
 */
export function marked(text, found, from = 0, to = text.length) {
  /** @type {Marked} */
  const pieces = [];
  let last = from;
  for (const { start, end } of found) {
    if (start < last || end > to) continue;
    if (start > last) pieces.push([text.slice(last, start), 0]);
    pieces.push([text.slice(start, end), 1]);
    last = end;
  }
  if (last < to) pieces.push([text.slice(last, to), 0]);
  if (from) pieces.unshift(["… ", 0]);
  if (to < text.length) pieces.push([" …", 0]);
  return pieces;
}

/** @param {Hit[]} found @returns {number} how many parts of the query there are in these places */
function worth(found) {
  return new Set(found.map(({ part }) => part)).size;
}

/**
 * @param {Index} index
 * @param {string[]} passages of a section
 * @param {Map<string, number>} words of the query, each with its part
 * @returns {{ text: Marked, forms: string[] }} the excerpt, and the words that the section has as
 *   they are written in it
 */
export function excerpt(index, passages, words) {
  const found = passages.map((passage) => hits(index, passage, words));
  const most = LENGTH[isHan(index.normalise(passages.join("")).replace(/[^\u3400-\u9fff]/g, "")) ? "han" : "other"];
  let best = 0;
  found.forEach((here, at) => {
    if (worth(here) > worth(found[best])) best = at;
  });
  // A short passage is shown with what follows it.
  let text = passages[best] || "";
  let own = found[best] || [];
  for (let at = best + 1; at < passages.length && text.length + passages[at].length < most; at++) {
    own = [...own, ...found[at].map((hit) => ({ ...hit, start: hit.start + text.length + 1, end: hit.end + text.length + 1 }))];
    text += ` ${passages[at]}`;
  }
  const forms = new Set(passages.flatMap((passage, at) => found[at].map(({ start, end }) => passage.slice(start, end))));
  return { text: marked(text, own, ...part(text, own, most)), forms: [...forms] };
}

/**
 * @param {string} text
 * @param {Hit[]} found
 * @param {number} most
 * @returns {[number, number]} where the piece of a text begins and ends that has most of the query:
 *   at a sentence if one begins close by, and never inside a word
 */
function part(text, found, most) {
  if (text.length <= most) return [0, text.length];
  let from = 0;
  let value = worth(found.filter(({ end }) => end <= most));
  for (const { start } of found) {
    const before = text.slice(Math.max(0, start - most / 2), start);
    const sentence = Math.max(...[..."。！？；"].map((it) => before.lastIndexOf(it)), before.search(/[.!?;] [^.!?;]*$/));
    const begin = Math.min(start - before.length + sentence + 1, text.length - 1);
    const own = worth(found.filter((it) => it.start >= begin && it.end <= begin + most));
    if (own > value) [value, from] = [own, begin];
  }
  const inside = (/** @type {number} */ at) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) && !isHan(text[at]);
  while (from > 0 && (inside(from) || (from && text[from] === " "))) from += inside(from) ? -1 : 1;
  let to = Math.min(from + most, text.length);
  while (to > from && inside(to)) to--;
  return [from, to];
}
