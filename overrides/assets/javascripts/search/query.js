// Understands a query: divides it into the fewest words that the site knows, and guesses what is
// meant by the others. What it finds depends on the query and the index alone, never on what was
// typed before.
import { Index } from "./index.js";
import { Sounds } from "./pinyin.js";
import { isHan, key, near, units, LONGEST } from "./words.js";

/**
 * @typedef {object} Part a part of the query: what has any of its words has the part
 * @property {string[]} ways the word, and those that mean the same; none if it is not known
 * @property {string} [read] as what an unknown word was read
 */

// How much an unknown unit costs where a word costs 1, when a query is divided.
const UNKNOWN = 3;
// The fewest letters of a word that may be mistyped, and of one that may be only begun.
const MISTYPED = 5;
const BEGUN = 3;
// How many words one that is only begun may stand for: the most frequent.
const MANY = 6;

/** One query. */
export class Query {
  /**
   * @param {Index} index
   * @param {string} text
   */
  constructor(index, text) {
    this.index = index;
    this.units = units(text, index.rules);
    /** @type {Map<string, string>} rare words of the files that this query needs */
    this.rare = new Map();
    /** @type {Map<string, string[]>} words of other languages → those of this one */
    this.foreign = new Map();
    /** @type {Map<string, string>} word of the query → where it stands */
    this.lines = new Map();
    /** @type {Sounds | undefined} */
    this.sounds = undefined;
  }

  /** @param {string} word @returns {boolean} whether it stands on the site */
  stands(word) {
    return this.index.words.has(word) || this.rare.has(word);
  }

  /**
   * Divide the units into the fewest known words; of as many, the longest.
   * @returns {{ word: string, known: boolean }[]}
   */
  divide() {
    const { synonyms, ignored } = this.index;
    const known = [synonyms, ignored, this.foreign];
    const best = [{ cost: 0, from: 0, known: true }];
    for (let to = 1; to <= this.units.length; to++) {
      best[to] = { cost: best[to - 1].cost + UNKNOWN, from: to - 1, known: false };
      for (let from = Math.max(0, to - LONGEST); from < to; from++) {
        const cost = best[from].cost + 1 - (to - from) ** 2 / 1000;
        const word = key(this.units.slice(from, to));
        if (cost < best[to].cost && (this.stands(word) || known.some((it) => it.has(word)))) {
          best[to] = { cost, from, known: true };
        }
      }
    }
    const words = [];
    for (let to = this.units.length; to > 0; to = best[to].from) {
      words.unshift({ word: key(this.units.slice(best[to].from, to)), known: best[to].known });
    }
    return words;
  }

  /** @returns {string[]} the units that are part of no known word */
  unknown() {
    return this.divide().flatMap(({ word, known }) => (known ? [] : [word]));
  }

  /**
   * Load what the query needs, and understand it.
   * @returns {Promise<Part[]>} its parts, without those that a question can do without
   */
  async understand() {
    const { index } = this;
    const strange = (/** @type {string} */ unit) => isHan(unit) && !index.holders.has(unit);
    if (this.units.some(strange)) {
      const fold = await index.files.load("fold");
      const simple = (/** @type {string} */ unit) => new RegExp(`^(?:..)*?${unit}(.)`).exec(fold);
      this.units = this.units.map((unit) => (strange(unit) && (simple(unit) || [])[1]) || unit);
    }
    for (const [word, line] of await index.load(this.unknown().map((unit) => unit[0]))) {
      if (!index.words.has(word)) this.rare.set(word, line);
    }
    const han = this.units.some(isHan) && !index.data.chinese;
    if (han || this.unknown().some((unit) => !isHan(unit) && !this.begun(unit).length)) await this.learn();
    const parts = this.parts();
    const words = parts.flatMap(({ ways }) => ways).filter((word) => index.words.has(word));
    const lines = await index.load(words.map((word) => index.homes.get(word) || word));
    this.lines = new Map([...lines, ...this.rare]);
    return parts;
  }

  /** Load the words of other languages, and how Chinese ones sound. */
  async learn() {
    const { words, synonyms, ignored, groups, files } = this.index;
    const other = await files.load("other");
    other.groups.forEach((/** @type {string} */ group, /** @type {number} */ at) => {
      for (const word of group.split("|").filter(Boolean)) {
        this.foreign.set(word, [...(this.foreign.get(word) || []), ...groups[at]]);
      }
    });
    const all = [...words.keys(), ...synonyms.keys(), ...this.foreign.keys(), ...ignored];
    this.sounds = new Sounds(other.readings, all.filter((word) => /^[\u3400-\u9fff]+$/.test(word)));
  }

  /** @param {string} letters @returns {string[]} the most frequent words that begin so */
  begun(letters) {
    if (letters.length < BEGUN) return [];
    const all = [...this.index.words.keys(), ...this.rare.keys()];
    return all.filter((it) => it.startsWith(letters)).slice(0, MANY);
  }

  /**
   * @param {string} letters that are no word of the site
   * @param {boolean} whole whether they were typed as one word
   * @returns {string[][]} the words that may be meant: of each part, any of them
   */
  meant(letters, whole) {
    const begun = whole ? this.begun(letters) : [];
    if (begun.length) return [begun];
    const spelled = this.sounds ? this.sounds.find(letters) : [];
    if (spelled.length) return spelled.map((word) => [word]);
    if (letters.length < MISTYPED) return [];
    const all = [...this.index.words.keys(), ...this.rare.keys(), ...this.index.synonyms.keys()];
    const close = all.filter((word) => near(letters, word));
    // Else a longer form of a word: "activaton" of "activ".
    const longer = all.filter((word) => word.length >= MISTYPED && letters.startsWith(word));
    return close.length ? [close] : longer.length ? [longer.slice(0, 1)] : [];
  }

  /** @returns {Part[]} */
  parts() {
    const { ignored } = this.index;
    const words = this.divide();
    const telling = words.filter(({ word }) => !ignored.has(word));
    const all = telling.length ? telling : words;
    /** @type {Part[]} */
    const parts = [];
    for (let at = 0, end = 0; at < all.length; at = end) {
      end = at + 1;
      if (all[at].known) {
        parts.push({ ways: this.ways([all[at].word]) });
        continue;
      }
      while (end < all.length && !all[end].known && isHan(all[end].word) === isHan(all[at].word)) end++;
      const run = all.slice(at, end).map(({ word }) => word);
      parts.push(...(isHan(run[0]) ? this.characters(run) : this.letters(run)));
    }
    return parts;
  }

  /**
   * @param {string[]} run Han characters that are part of no word
   * @returns {Part[]} one alone stands for the words that have it
   */
  characters(run) {
    return [{ ways: run.length > 1 ? [] : (this.index.holders.get(run[0]) || []).slice(0, MANY) }];
  }

  /**
   * @param {string[]} run Latin words that the site does not know
   * @returns {Part[]} what they may mean: several may be one word in pinyin
   */
  letters(run) {
    const { words, ignored } = this.index;
    for (let size = run.length; size > 0; size--) {
      const meant = this.meant(run.slice(0, size).join(""), size === 1);
      if (!meant.length) continue;
      const telling = meant.filter(([word]) => !ignored.has(word));
      const parts = telling.map((some) => ({ ways: this.ways(some), read: words.get(some[0]) || some[0] }));
      return [...parts, ...(run.length > size ? this.letters(run.slice(size)) : [])];
    }
    return [{ ways: [] }, ...(run.length > 1 ? this.letters(run.slice(1)) : [])];
  }

  /** @param {string[]} words @returns {string[]} them and all that mean the same, if they occur */
  ways(words) {
    const { synonyms } = this.index;
    const all = words.flatMap((it) => [it, ...(synonyms.get(it) || []), ...(this.foreign.get(it) || [])]);
    return [...new Set(all)].filter((it) => this.stands(it));
  }
}
