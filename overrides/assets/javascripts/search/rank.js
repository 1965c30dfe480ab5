// Ranks the sections for a query, and decides how many of them answer it.
//
// A section counts for each part of the query how often its text, and the questions that readers
// ask for it, have the word, and whether its title does; rare words count more (BM25). To this come
// for the top of a page what its sections count on average, for a section whose questions (its title
// is one) are like the query a good deal, and for each what the sections say that are about the same.
// What has only a part of the query counts less.
import { Index } from "./index.js";
import { Query } from "./query.js";
import { divided } from "./words.js";

/**
 * @typedef {object} Ranked
 * @property {number} section
 * @property {number} share of the query that the section has
 * @property {number} score
 */

/**
 * @param {Index} index
 * @param {import("./index.js").Places} places where a word stands
 * @returns {{ strengths: number[], shares: number[] }} how strongly each section has it; and to which
 *   share: the top of a page has what of its sections do
 */
function spread(index, places) {
  const { often, title } = index.data.weights;
  const own = index.sections.map(() => 0);
  const asked = [...own];
  for (const [question] of places.questions) asked[index.questions[question].section]++;
  asked.forEach((count, section) => (own[section] += count / (count + often)));
  for (const [section, value] of places.sections) {
    const count = value % index.data.title;
    own[section] += count / (count + often) + (value < index.data.title ? 0 : title);
  }
  const strengths = [...own];
  const shares = own.map(Math.sign);
  index.sections.forEach(({ top }, section) => {
    if (top === section || !own[section]) return;
    const { below } = index.sections[top];
    strengths[top] += own[section] / below;
    shares[top] = Math.min(1, shares[top] + 1 / below);
  });
  return { strengths, shares };
}

/**
 * @param {Index} index
 * @param {Query} query
 * @param {import("./query.js").Part[]} parts
 * @returns {{ list: Ranked[], total: number }} all sections that have any part, the best first, and how
 *   much all parts weigh
 */
export function ranked(index, query, parts) {
  const { sections, questions, data } = index;
  const scores = sections.map(() => 0);
  const held = sections.map(() => 0);
  // How much of the query each question has, other words for it less, and how many of its units are in
  // the query.
  const contents = questions.map(() => 0);
  const sizes = questions.map(() => 0);
  let total = 0;
  const known = parts.filter(({ words }) => words.length).length;
  for (const { words, typed } of parts) {
    const own = sections.map(() => 0);
    const has = [...own];
    const asked = questions.map(() => 0);
    const alike = [...asked];
    words.forEach((word, number) => {
      const places = index.read(query.lines.get(word) || "");
      const size = divided(word).length;
      const { strengths, shares } = spread(index, places);
      const worth = number < typed ? 1 : data.weights.synonym;
      strengths.forEach((strength, at) => (own[at] = Math.max(own[at], worth * strength)));
      shares.forEach((share, at) => (has[at] = Math.max(has[at], share)));
      for (const [question] of places.questions) {
        asked[question] = Math.max(asked[question], size);
        alike[question] = Math.max(alike[question], worth);
      }
    });
    const having = own.filter(Boolean).length;
    const rarity = Math.log(1 + (sections.length - having + 0.5) / (having + 0.5));
    // One unknown word beside many known ones may be the name of a town: it matters less.
    const weight = words.length ? rarity : rarity / Math.max(1, known - 1);
    total += weight;
    own.forEach((strength, section) => {
      scores[section] += weight * strength;
      held[section] += weight * has[section];
    });
    asked.forEach((size, question) => {
      contents[question] += weight * alike[question];
      sizes[question] += size;
    });
  }
  // Who tells a story asks for less than all of it: the longer the query, the less of it must a question have.
  const told = Math.min(0.5, 1.5 / parts.length);
  /** How like the query the questions of each section are: 1 for each that is the same, little for others. */
  const likes = sections.map(() => 0);
  contents.forEach((content, question) => {
    if (!content) return;
    const { section, length } = questions[question];
    const [a, b] = [content / total, Math.min(1, sizes[question] / length)];
    likes[section] += (1 / (told / a + (1 - told) / b)) ** 6;
  });
  const shares = held.map((it) => it / total);
  // What lacks half of the query is worth half; and each question that is like it adds less.
  const alone = scores.map((score, at) => score * shares[at] + data.weights.like * total * Math.log1p(likes[at]));
  const list = alone
    .map((score, section) => {
      const { related } = sections[section];
      const around = related.reduce((sum, it) => sum + alone[it], 0) / (related.length + 1);
      return { section, share: shares[section], score: score + around };
    })
    .filter(({ share }) => share)
    .sort((a, b) => b.score - a.score || a.section - b.section);
  return { list, total };
}

/**
 * @param {Index} index
 * @param {{ list: Ranked[], total: number }} ranking
 * @returns {{ results: Ranked[], perhaps: Ranked[] }} the sections that answer; where none answers
 *   well enough, a few that perhaps do
 */
export function answers(index, { list, total }) {
  const { least, few } = index.data.weights;
  const [best] = list;
  // A good score by half of the query is a doubtful answer.
  if (!best || best.score * best.share < least * total) {
    return { results: [], perhaps: list.filter(({ score }) => score >= (least * total) / 3).slice(0, 3) };
  }
  const enough = (/** @type {number} */ at) => (at < 5 ? few : 3 * few) * best.score;
  return { results: list.filter(({ score }, at) => score >= enough(at)), perhaps: [] };
}
