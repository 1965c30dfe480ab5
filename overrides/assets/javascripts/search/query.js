// Understands a query, from itself and the index alone: divides it into the fewest words that the
// site knows, and guesses what is meant by the others.
import { Index } from "./index.js";
import { Sounds } from "./pinyin.js";
import { divided, isHan, key, near, stem, LONGEST } from "./words.js";

/**
 * @typedef {object} Part a part of the query
 * @property {string[]} words the word, and those that mean the same; what has any of them has the
 *   part. There are none if the site does not know the word
 * @property {number} sure how sure it is, from 0 to 1, that this word was meant
 */

// What an unknown unit, and what is only a part of Chinese words, costs where a word costs 1.
const [UNKNOWN, INSIDE] = [3, 2.5];
// The fewest letters of a word that may be mistyped, and of one that may be only begun.
const [MISTYPED, BEGUN] = [5, 3];
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
    this.typed = divided(index.normalise(text));
    /** As the index keeps it. */
    this.units = this.typed.map((unit) => stem(unit, index.rules));
    /** Whether some of it was read as something else. */
    this.read = false;
    /** @type {Set<string>} units that take the place of mistyped ones */
    this.guessed = new Set();
    /** @type {Map<string, string>} rare words of the files that this query needs */
    this.rare = new Map();
    /** @type {Map<string, string[]>} words of other languages → those of this one */
    this.foreign = new Map();
    /** @type {Sounds | undefined} */
    this.sounds = undefined;
    /** @type {Map<string, string>} word of the query → where it stands */
    this.lines = new Map();
  }

  /**
   * Load what the query needs, and understand it.
   * @returns {Promise<Part[]>} its parts, without those that a question can do without
   */
  async understand() {
    const { index } = this;
    const strange = (/** @type {string} */ unit) => isHan(unit) && !index.characters.has(unit);
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
    this.units = this.units.map((unit, at) => (unknown.has(unit) ? this.corrected(this.typed[at]) : unit));
    const parts = this.parts();
    const words = parts.flatMap((part) => part.words).filter((word) => index.words.has(word));
    const lines = await index.load(words.map((word) => index.homes.get(word) || word));
    this.lines = new Map([...lines, ...this.rare]);
    return parts;
  }

  /** Load the words of other languages, and how Chinese ones sound. */
  async learn() {
    const { foreign, readings } = await this.index.others();
    this.foreign = foreign;
    this.sounds = new Sounds(readings, this.all().filter((word) => /^[\u3400-\u9fff]+$/.test(word)));
  }

  /** @returns {string[]} all that is known, the most frequent first */
  all() {
    const { words, synonyms, ignored } = this.index;
    return [words, this.rare, synonyms, this.foreign, ignored].flatMap((some) => [...some.keys()]);
  }

  /** @param {string} word @returns {boolean} whether it stands on the site */
  stands(word) {
    return this.index.words.has(word) || this.rare.has(word);
  }

  /** @param {string} word @returns {boolean} whether it stands there, or has a meaning */
  known(word) {
    const { synonyms, ignored } = this.index;
    return this.stands(word) || synonyms.has(word) || ignored.has(word) || this.foreign.has(word);
  }

  /**
   * Divide the units into the fewest known words; of as many, the longest.
   * @returns {{ word: string, known: boolean }[]}
   */
  divide() {
    const best = [{ cost: 0, from: 0, known: true }];
    for (let to = 1; to <= this.units.length; to++) {
      best[to] = { cost: best[to - 1].cost + UNKNOWN, from: to - 1, known: false };
      for (let from = Math.max(0, to - LONGEST); from < to; from++) {
        const word = key(this.units.slice(from, to));
        const known = this.known(word);
        const cost = best[from].cost + (known ? 1 : INSIDE) - (to - from) ** 2 / 1000;
        if (cost < best[to].cost && (known || this.inside(word).length)) best[to] = { cost, from, known: true };
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
    return this.divide().flatMap(({ word, known }) => (known ? [] : word));
  }

  /** @returns {Part[]} */
  parts() {
    const words = this.divide();
    const telling = words.filter(({ word }) => !this.index.ignored.has(word));
    const all = telling.length ? telling : words;
    /** @type {Part[]} */
    const parts = [];
    for (let at = 0, end = 0; at < all.length; at = end) {
      const { word, known } = all[at];
      end = at + 1;
      while (!known && end < all.length && !all[end].known && isHan(all[end].word) === isHan(word)) end++;
      if (this.known(word)) parts.push(this.part([word], this.guessed.has(word) ? GUESSED : 1));
      else if (known) parts.push(this.part(this.inside(word), GUESSED));
      else if (isHan(word)) parts.push(this.part([], 1));
      else parts.push(...this.letters(all.slice(at, end).map((it) => it.word)));
    }
    return parts;
  }

  /** @param {string[]} words @param {number} sure @returns {Part} they and what means the same, if it occurs */
  part(words, sure) {
    const { synonyms } = this.index;
    const same = words.flatMap((it) => [it, ...(synonyms.get(it) || []), ...(this.foreign.get(it) || [])]);
    return { words: [...new Set(same)].filter((it) => this.stands(it)), sure };
  }

  // ---------------------------------------------------------------------------
  // Guessing

  /** @param {string} letters @returns {string[]} the most frequent words that begin so */
  begun(letters) {
    if (letters.length < BEGUN) return [];
    return this.all().filter((it) => this.stands(it) && it.startsWith(letters)).slice(0, MANY);
  }

  /** @param {string} word @returns {string[]} the most frequent words that a Chinese one is part of */
  inside(word) {
    if (!isHan(word) || (word.length < 2 && this.units.length > 1)) return [];
    return this.all().filter((it) => it.includes(word)).slice(0, MANY);
  }

  /** @param {string} unit an unknown one @returns {string} the known word that it is mistyped for, or it */
  corrected(unit) {
    const { words, rules } = this.index;
    const guessed = this.begun(unit).length || (this.sounds && this.sounds.find(unit).length);
    if (guessed || unit.length < MISTYPED) return unit;
    const root = stem(unit, rules);
    const all = this.all().flatMap((word) => divided(word));
    const close = all.find((word) => near(unit, words.get(word) || word) || near(root, word));
    // Else a longer form of a word: "activaton" of "activ".
    const meant = close || all.find((word) => word.length >= MISTYPED && unit.startsWith(word));
    if (!meant) return unit;
    this.read = true;
    this.guessed.add(meant);
    return meant;
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
}
