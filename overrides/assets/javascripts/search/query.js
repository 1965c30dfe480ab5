// Understands a query: divides it into the fewest words that the site knows, and guesses what is
// meant by the others. What it finds depends on the query and the index alone, never on what was
// typed before.
import { Index } from "./index.js";
import { Sounds } from "./pinyin.js";
import { divided, isHan, key, near, stem, LONGEST } from "./words.js";

/**
 * @typedef {object} Part a part of the query
 * @property {string[]} words the word, and those that mean the same; what has any of them has the
 *   part. There are none if the site does not know the word
 * @property {number} sure how sure it is, from 0 to 1, that this word was meant
 */

// How much an unknown unit, and a part of a Chinese word, costs where a word costs 1, when a query is
// divided.
const [UNKNOWN, INSIDE] = [3, 2.5];
// The fewest letters of a word that may be mistyped, and of one that may be only begun.
const MISTYPED = 5;
const BEGUN = 3;
// How many words one that is only begun may stand for: the most frequent.
const MANY = 6;
// How sure it is that a word was meant which was not typed like that.
const GUESSED = 0.5;

/** One query. */
export class Query {
  /**
   * @param {Index} index
   * @param {string} text
   */
  constructor(index, text) {
    this.index = index;
    /** As typed, and as the index keeps it. */
    this.typed = divided(index.normalise(text));
    this.units = this.typed.map((unit) => stem(unit, index.rules));
    /** Whether some of it was read as something else. */
    this.read = false;
    /** @type {Set<string>} units that take the place of mistyped ones */
    this.guessed = new Set();
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
        const word = key(this.units.slice(from, to));
        const whole = this.stands(word) || known.some((it) => it.has(word));
        const cost = best[from].cost + (whole ? 1 : INSIDE) - (to - from) ** 2 / 1000;
        if (cost < best[to].cost && (whole || this.inside(word).length)) best[to] = { cost, from, known: true };
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
    // An unknown word has no ending to take off.
    const unknown = new Set(this.unknown());
    this.units = this.units.map((unit, at) => (unknown.has(unit) && !isHan(unit) ? this.typed[at] : unit));
    this.correct();
    const parts = this.parts();
    const words = parts.flatMap((it) => it.words).filter((word) => index.words.has(word));
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

  /** Put known words in the place of mistyped ones. */
  correct() {
    const { words, synonyms, ignored } = this.index;
    const unknown = new Set(this.unknown());
    const known = [...words.keys(), ...this.rare.keys(), ...synonyms.keys(), ...ignored];
    const all = known.flatMap((word) => divided(word));
    this.units = this.units.map((unit) => {
      const guessed = this.begun(unit).length || (this.sounds && this.sounds.find(unit).length);
      if (!unknown.has(unit) || guessed || unit.length < MISTYPED || isHan(unit)) return unit;
      const root = stem(unit, this.index.rules);
      const meant = all.find((word) => near(unit, words.get(word) || word) || near(root, word));
      if (meant) {
        this.read = true;
        this.guessed.add(meant);
      }
      return meant || unit;
    });
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
      const { word, known } = all[at];
      end = at + 1;
      while (!known && end < all.length && !all[end].known && isHan(all[end].word) === isHan(word)) end++;
      if (known) parts.push(this.known(word));
      else if (!isHan(word)) parts.push(...this.letters(all.slice(at, end).map((it) => it.word)));
      else parts.push(this.part([], 1));
    }
    return parts;
  }

  /** @param {string} word @returns {string[]} the most frequent words that a Chinese one is part of */
  inside(word) {
    if (!isHan(word) || (word.length < 2 && this.units.length > 1)) return [];
    return [...this.index.words.keys(), ...this.rare.keys(), ...this.index.synonyms.keys()]
      .filter((it) => it.includes(word))
      .slice(0, MANY);
  }

  /** @param {string} word @returns {Part} */
  known(word) {
    const { synonyms, ignored } = this.index;
    const sure = this.guessed.has(word);
    if (this.stands(word) || synonyms.has(word) || ignored.has(word) || this.foreign.has(word)) return this.part([word], sure ? GUESSED : 1);
    return this.part(this.inside(word), GUESSED);
  }

  /**
   * @param {string[]} run Latin words that the site does not know, one after the other
   * @returns {Part[]} what they may mean: words that begin so, or several a word in pinyin
   */
  letters(run) {
    for (let size = run.length; size > 0; size--) {
      const typed = run.slice(0, size).join("");
      const begun = size === 1 ? this.begun(typed) : [];
      const spelled = begun.length || !this.sounds ? [] : this.sounds.find(typed);
      if (!begun.length && !spelled.length) continue;
      if (spelled.length) this.read = true;
      const telling = spelled.filter((word) => !this.index.ignored.has(word));
      const parts = begun.length ? [begun] : telling.map((word) => [word]);
      return [...parts.map((words) => this.part(words, GUESSED)), ...this.letters(run.slice(size))];
    }
    return run.length ? [this.part([], 1), ...this.letters(run.slice(1))] : [];
  }

  /**
   * @param {string[]} words
   * @param {number} sure
   * @returns {Part} them and all that mean the same, if they occur
   */
  part(words, sure) {
    const { synonyms } = this.index;
    const same = words.flatMap((it) => [it, ...(synonyms.get(it) || []), ...(this.foreign.get(it) || [])]);
    return { words: [...new Set(same)].filter((it) => this.stands(it)), sure };
  }
}
