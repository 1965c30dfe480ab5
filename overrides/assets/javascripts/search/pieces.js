// Divides a query into the fewest words that the site knows.
import { isHan, key, segments, LONGEST } from "./words.js";

/** @typedef {{ word: string, known: boolean }} Piece of a query */

// What an unknown unit, and what is only a part of Chinese words, costs where a word costs 1.
const [UNKNOWN, INSIDE] = [3, 2.5];

/**
 * @param {string[]} units of the query
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Piece[]}
 */
export function divide(units, vocabulary) {
  const best = [{ cost: 0, from: 0, word: "", known: true }];
  // One character is a part of too many words, unless nothing else was typed.
  const inside = (/** @type {string} */ word) => (word.length > 1 || units.length === 1 ? vocabulary.inside(word) : []);
  for (let to = 1; to <= units.length; to++) {
    best[to] = { cost: best[to - 1].cost + UNKNOWN, from: to - 1, word: units[to - 1], known: false };
    for (let from = Math.max(0, to - LONGEST); from < to; from++) {
      const some = units.slice(from, to);
      const typed = key(some);
      // One word of the site may be typed as several: "drop box".
      const known = [typed, some.join("")].find((it) => vocabulary.known(it));
      const cost = best[from].cost + (known ? 1 : INSIDE);
      if (cost >= best[to].cost || !(known || inside(typed).length)) continue;
      best[to] = { cost, from, word: known || typed, known: true };
    }
  }
  const words = [];
  for (let to = units.length; to > 0; to = best[to].from) words.unshift(best[to]);
  return words;
}

/**
 * @param {Piece[]} pieces
 * @param {Set<string>} ignored words that a query can do without
 * @returns {Piece[]} they; of a word that was cut into single characters, because the site lacks it,
 *   none is known if the site lacks one of them ("离婚", where it has "离"), or if there are more than
 *   two ("信用卡"), unless it begins with an ignored one, for that is grammar: "不出去"
 */
export function uncut(pieces, ignored) {
  const text = key(pieces.map(({ word }) => word));
  let end = 0;
  const placed = pieces.map(({ word, known }) => {
    const start = text.indexOf(word, end);
    end = start + word.length;
    return { word, known, start };
  });
  const cut = segments(text).map(([from, to]) => placed.filter(({ start }) => from <= start && start < to));
  const lacked = cut.filter((some) => {
    const single = some.every(({ word }) => word.length === 1 && isHan(word));
    return single && ((some.length > 2 && !ignored.has(some[0].word)) || some.some(({ known }) => !known));
  });
  return placed.map((piece) => ({ word: piece.word, known: piece.known && !lacked.some((some) => some.includes(piece)) }));
}
