// Ranks the sections for a query, and decides how many of them answer it.
//
// A section counts for each part of the query how often its text, and the questions that readers
// ask for it, have the word, and whether its title does; rare words count more (BM25). To this come
// for the top of a page what its sections count, and for a section one of whose questions is like
// the query a good deal.
import { Index } from "./index.js";
import { Query } from "./query.js";
import { divided } from "./words.js";

/** @typedef {{ section: number, score: number, base: number, held: number }} Ranked */

/**
 * @param {Map<number, number>} sums
 * @param {number} name
 * @param {number} value
 */
function increase(sums, name, value) {
  sums.set(name, (sums.get(name) || 0) + value);
}

/**
 * @param {Map<number, number>} highest
 * @param {number} name
 * @param {number} value
 */
function raise(highest, name, value) {
  highest.set(name, Math.max(highest.get(name) || 0, value));
}

/**
 * @param {Index} index
 * @param {Query} query
 * @param {string} word
 * @returns {{ sections: Map<number, number>, questions: number[] }} how strongly each section has
 *   the word, and which questions have it
 */
function found(index, query, word) {
  const { text, asked, title, parts } = index.data.weights;
  const line = index.read(query.lines.get(word) || "");
  /** @type {Map<number, number>} */
  const own = new Map();
  for (const [section, value] of line.sections) {
    const count = value % index.data.title;
    if (count) increase(own, section, count / (count + text));
    if (value < index.data.title) continue;
    increase(own, section, title / (0.5 + (0.5 * index.sections[section].length) / index.mean));
  }
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const [question] of line.questions) increase(counts, index.questions[question], 1);
  for (const [section, count] of counts) increase(own, section, count / (count + asked));
  const all = new Map(own);
  for (const [section, strength] of own) {
    const { top } = index.sections[section];
    if (top !== section) increase(all, top, (parts * strength) / (index.below.get(top) || 1));
  }
  return { sections: all, questions: line.questions.map(([question]) => question) };
}

/**
 * @param {Index} index
 * @param {Query} query
 * @param {import("./query.js").Part[]} parts
 * @returns {Ranked[]} all sections that have any part, the best first: the score they are ordered
 *   by, that without the question like the query, and how much of the query they hold
 */
export function ranked(index, query, parts) {
  const { weights, lengths } = index.data;
  /** @type {Map<number, number>[]} section → score, and how much of the query it holds; question → how
   *   much of the query it has, and how many of its units are in it */
  const [scores, held, shares, sizes] = Array.from({ length: 4 }, () => new Map());
  let total = 0;
  for (const part of parts) {
    /** @type {Map<number, number>[]} */
    const [strengths, questions] = [new Map(), new Map()];
    for (const word of part) {
      const some = found(index, query, word);
      for (const [section, strength] of some.sections) raise(strengths, section, strength);
      for (const question of some.questions) raise(questions, question, divided(word).length);
    }
    const rarity = Math.log(1 + (index.sections.length - strengths.size + 0.5) / (strengths.size + 0.5));
    total += rarity;
    for (const [section, strength] of strengths) {
      increase(scores, section, rarity * strength);
      increase(held, section, rarity);
    }
    for (const [question, size] of questions) {
      increase(shares, question, rarity);
      increase(sizes, question, size);
    }
  }
  /** @type {Map<number, number>} section → how like the query its likest question is, 1 if the same */
  const likes = new Map();
  for (const [question, share] of shares) {
    const [a, b] = [share / total, Math.min(1, (sizes.get(question) || 0) / lengths[question])];
    raise(likes, index.questions[question], ((2 * a * b) / (a + b)) ** 3);
  }
  const list = [...scores].map(([section, score]) => {
    const part = (held.get(section) || 0) / total;
    const base = score * part;
    return { section, base, score: base * (1 + weights.like * (likes.get(section) || 0)), held: part };
  });
  return list.sort((a, b) => b.score - a.score || a.section - b.section);
}

/**
 * @param {Index} index
 * @param {Ranked[]} list
 * @returns {{ results: Ranked[], perhaps: Ranked[] }} the sections that answer; where none holds
 *   enough of the query, a few that perhaps do
 */
export function answers(index, list) {
  const { least, few } = index.data.weights;
  if (list.every(({ held }) => held < least)) return { results: [], perhaps: list.slice(0, 3) };
  const most = Math.max(...list.map(({ base }) => base));
  const results = list.filter(({ base }, at) => base >= (at < 5 ? few : 2 * few) * most);
  return { results, perhaps: [] };
}
