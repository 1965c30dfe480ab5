// Ranks the sections for a query, and decides how many of them answer it.
import { Index, size } from "./index.js";
import { Query } from "./query.js";

/**
 * @param {Index} index
 * @param {Query} query
 * @param {[string, number][]} ways words, and how much each counts
 * @returns {{ sections: Map<number, number>, questions: Map<number, number[]> }} section → how strongly it matches
 */
function matches(index, query, ways) {
  const sections = new Map();
  const questions = new Map();
  const W = index.weights;
  for (const [word, weight] of ways) {
    const here = new Map();
    const counts = new Map();
    for (const holder of [word]) {
      const line = index.read(query.line(holder) || "");
      for (const [section, strength] of line.places) here.set(section, (here.get(section) || 0) + strength);
      for (const number of line.questions) {
        const [had, length] = questions.get(number) || [0, 0];
        if (weight > had) questions.set(number, [weight, size(word)]);
        const section = index.asked[number];
        counts.set(section, (counts.get(section) || 0) + 1);
      }
    }
    for (const [section, count] of counts) here.set(section, (here.get(section) || 0) + (W.question * count) / (count + W.some));
    for (const section of index.titles.get(word) || []) {
      const length = index.sections[section].units.length / index.length;
      here.set(section, (here.get(section) || 0) + W.title / (0.5 + 0.5 * length));
    }
    for (const [section, strength] of new Map(here)) {
      const top = index.tops[section];
      if (top === section) {
        for (let it = top + 1; index.tops[it] === top; it++) here.set(it, (here.get(it) || 0) + W.page * strength);
      } else {
        here.set(top, (here.get(top) || 0) + (W.up * strength) / index.sizes[top] ** W.pow);
      }
    }
    for (const [section, strength] of here) {
      sections.set(section, Math.max(sections.get(section) || 0, weight * strength));
    }
  }
  return { sections, questions };
}

/**
 * @param {Index} index
 * @param {Query} query
 * @param {import("./query.js").Part[]} parts
 */
export function ranked(index, query, parts) {
  const count = index.sections.length;
  const sums = new Map();
  const likes = new Map();
  let total = 0;
  for (const { ways } of parts) {
    const { sections, questions } = matches(index, query, ways);
    const rarity = sections.size ? Math.log(1 + (count - sections.size + 0.5) / (sections.size + 0.5)) : index.weights.unknown;
    total += rarity;
    const sure = Math.max(0, ...ways.map(([, weight]) => weight));
    for (const [section, strength] of sections) {
      const sum = sums.get(section) || { score: 0, held: 0 };
      sums.set(section, { score: sum.score + rarity * strength, held: sum.held + rarity * sure });
    }
    for (const [number, [weight, length]] of questions) {
      const [share, part] = likes.get(number) || [0, 0];
      likes.set(number, [share + rarity * weight, part + length]);
    }
  }
  const W = index.weights;
  const best = new Map();
  for (const [number, [share, part]] of likes) {
    const a = share / total;
    const b = W.b ? 1 : Math.min(1, part / (index.lengths[number] || 1));
    const like = ((2 * a * b) / (a + b)) ** W.like;
    const section = index.asked[number];
    best.set(section, Math.max(best.get(section) || 0, like));
  }
  return [...sums]
    .map(([section, { score, held }]) => {
      const part = held / total;
      const base = score * part ** W.coverage;
      return { section, base, score: base * (1 + W.asked * (best.get(section) || 0)), held: part };
    })
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

/**
 * @param {Index} index
 * @param {any[]} all
 */
export function answers(index, all) {
  const { least, share } = index.weights;
  if (!all.length || Math.max(...all.map((it) => it.held)) < least) return { results: [], perhaps: all.slice(0, 3) };
  const most = Math.max(...all.map((it) => it.base));
  return { results: all.filter(({ base }) => base >= share * most), perhaps: [] };
}
