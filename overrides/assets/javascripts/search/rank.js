// Ranks the sections for a query, and decides how many of them answer it.
//
// A section counts for each part of the query how often its text and the questions that readers
// ask for it have the word, and whether its title does; rare words count more (BM25). To this come
// a share of the page that the section is on, one for a question like the query, and one for being
// linked to by the best sections.
import { Index } from "./index.js";
import { Query } from "./query.js";

/** @typedef {{ section: number, score: number, base: number, held: number }} Ranked */

/**
 * @template Key
 * @param {Map<Key, number>} sums
 * @param {Key} name
 * @param {number} value
 */
function increase(sums, name, value) {
  sums.set(name, (sums.get(name) || 0) + value);
}

/**
 * @param {Index} index
 * @param {Query} query
 * @param {string} word
 * @returns {{ sections: Map<number, number>, questions: number[] }} how strongly each section has
 *   the word, and which questions have it
 */
function found(index, query, word) {
  const { weights, sections } = { weights: index.data.weights, sections: index.sections };
  const line = index.read(query.lines.get(word) || "");
  /** @type {Map<number, number>} */
  const own = new Map(line.sections.map(([section, count]) => [section, count / (count + weights.text)]));
  /** @type {Map<number, number>} */
  const asked = new Map();
  for (const [question] of line.questions) increase(asked, index.questions[question], 1);
  for (const [section, count] of asked) increase(own, section, count / (count + weights.asked));
  for (const section of index.titles.get(word) || []) {
    increase(own, section, weights.title / (0.5 + (0.5 * sections[section].length) / index.mean));
  }
  const all = new Map(own);
  for (const [section, strength] of own) {
    const { top } = sections[section];
    if (top !== section) increase(all, top, (weights.parts * strength) / index.sizes[top]);
    else for (let it = top + 1; it <= top + index.sizes[top]; it++) increase(all, it, weights.page * strength);
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
  const { weights, lengths, links } = index.data;
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @type {Map<number, number>} */
  const held = new Map();
  /** @type {Map<number, number>} question → how much of the query it has */
  const shares = new Map();
  /** @type {Map<number, number>} question → how many of its units are in the query */
  const sizes = new Map();
  let total = 0;
  for (const { ways } of parts) {
    /** @type {Map<number, number>} */
    const strengths = new Map();
    /** @type {Map<number, number>} */
    const questions = new Map();
    for (const word of ways) {
      const some = found(index, query, word);
      for (const [section, strength] of some.sections) {
        strengths.set(section, Math.max(strengths.get(section) || 0, strength));
      }
      for (const it of some.questions) if (!questions.has(it)) questions.set(it, index.size(word));
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
  /** @type {Map<number, number>} section → how like the query its likest question is */
  const likes = new Map();
  for (const [question, share] of shares) {
    const part = Math.min(1, (sizes.get(question) || 0) / lengths[question]);
    const like = (2 * part * share) / total / (part + share / total);
    const section = index.questions[question];
    likes.set(section, Math.max(likes.get(section) || 0, like ** 3));
  }
  const list = [...scores].map(([section, score]) => {
    const part = (held.get(section) || 0) / total;
    const base = score * part;
    return { section, base, score: base * (1 + weights.like * (likes.get(section) || 0)), held: part };
  });
  const order = () => list.sort((a, b) => b.score - a.score || a.section - b.section);
  const [best] = order();
  /** @type {Map<number, number>} */
  const linked = new Map();
  for (const { section, base } of list.slice(0, 3)) {
    for (const to of links[section]) linked.set(to, Math.max(linked.get(to) || 0, Math.min(base, best.base)));
  }
  for (const it of list) {
    const more = weights.link * (linked.get(it.section) || 0);
    it.base += more;
    it.score += more;
  }
  return order();
}

/**
 * @param {Index} index
 * @param {Ranked[]} list
 * @returns {{ results: Ranked[], perhaps: Ranked[] }} the sections that answer; where none holds
 *   enough of the query, a few that perhaps do
 */
export function answers(index, list) {
  const { least, few, many } = index.data.weights;
  if (list.every(({ held }) => held < least)) return { results: [], perhaps: list.slice(0, 3) };
  const most = Math.max(...list.map(({ base }) => base));
  const results = list.filter(({ base }, at) => base >= (at < 5 ? few : many) * most);
  return { results, perhaps: [] };
}
