// The words that a query can be made of: those of the index, and what else it needs that other files
// hold: rare words, and words of the other languages.
import { Index } from "./index.js";
import { Sounds } from "./pinyin.js";
import { divided, isHan, key, near, stem } from "./words.js";

// The fewest letters of a word that may be mistyped, and of one that may be only begun.
const [MISTYPED, BEGUN] = [4, 3];
// How many words one that is only begun, or a part of them, may stand for: the most frequent.
const MANY = 6;

/** What one query can be made of. */
export class Vocabulary {
  /** @param {Index} index */
  constructor(index) {
    this.index = index;
    /** @type {Map<string, string>} rare words → where each stands */
    this.rare = new Map();
    /** @type {Map<string, string[]>} words of other languages → those of this one */
    this.foreign = new Map();
    /** Words that a query can do without. */
    this.ignored = index.ignored;
    /** How Chinese words sound, once that is loaded. */
    this.sounds = new Sounds("", []);
  }

  /**
   * Load the rare words that begin like some units.
   * @param {string[]} units
   */
  async seek(units) {
    for (const [word, line] of await this.index.load(units.map((unit) => unit[0]))) {
      if (!this.index.words.has(word)) this.rare.set(word, line);
    }
  }

  /** Load the words of other languages. */
  async translate() {
    /** @type {string[][]} */
    const lists = (await this.index.files.load("foreign")).map((/** @type {string} */ list) => list.split("|"));
    this.ignored = new Set([...this.ignored, ...(lists.pop() || [])]);
    lists.forEach((list, at) => {
      for (const word of list.filter(Boolean)) {
        this.foreign.set(word, [...(this.foreign.get(word) || []), ...this.index.groups[at]]);
      }
    });
  }

  /** @param {{ words: string, readings: string }} data more Chinese words, and how all of them sound */
  listen({ words, readings }) {
    const all = [...this.all(), ...words.split("|")];
    this.sounds = new Sounds(readings, all.filter((word) => /^[\u3400-\u9fff]+$/.test(word)));
  }

  /** @returns {string[]} all that is known, the most frequent first */
  all() {
    const { words, synonyms } = this.index;
    return [words, this.rare, synonyms, this.foreign, this.ignored].flatMap((some) => [...some.keys()]);
  }

  /** @param {string} word @returns {boolean} whether it stands on the site */
  stands(word) {
    return this.index.words.has(word) || this.rare.has(word);
  }

  /** @param {string} word @returns {boolean} whether it stands there, or has a meaning */
  known(word) {
    return this.stands(word) || [this.index.synonyms, this.ignored, this.foreign].some((some) => some.has(word));
  }

  /** @param {string} word @returns {string[]} those that mean the same */
  same(word) {
    return [...(this.index.synonyms.get(word) || []), ...(this.foreign.get(word) || [])];
  }

  /** @param {string} letters @returns {string[]} the most frequent words that begin so */
  begun(letters) {
    if (letters.length < BEGUN) return [];
    return this.all().filter((it) => this.stands(it) && it.startsWith(letters)).slice(0, MANY);
  }

  /** @param {string} part of a Chinese word @returns {string[]} the most frequent words that it is part of */
  inside(part) {
    return isHan(part) ? this.all().filter((it) => it.includes(part)).slice(0, MANY) : [];
  }

  /** @param {string} word an unknown one @returns {Promise<boolean>} whether it is one elsewhere: "widow" is not "Windows" */
  async isElsewhere(word) {
    const english = await this.index.files.load("english").catch(() => "");
    return english.split("|").includes(word);
  }

  /** @param {string} unit an unknown one @returns {Promise<string[]>} the two words that it joins, as in "simcard" */
  async joined(unit) {
    if (this.begun(unit).length) return [];
    const { data, rules } = this.index;
    for (let at = data.joined; at <= unit.length - data.joined; at++) {
      const two = [unit.slice(0, at), unit.slice(at)].map((it) => stem(it, rules));
      if (this.known(key(two))) return two;
      if (two.every((it) => this.same(it).length)) return (await this.isElsewhere(unit)) ? [] : two;
    }
    return [];
  }

  /** @param {string} unit an unknown one @returns {Promise<string | undefined>} the known word that it is mistyped for */
  async meant(unit) {
    if (unit.length < MISTYPED || this.begun(unit).length || this.sounds.find(unit).length) return undefined;
    const { index } = this;
    const root = stem(unit, index.rules);
    /** @type {Map<string, string>} words, also of phrases → as they are written */
    const all = new Map();
    for (const word of this.all()) {
      const forms = divided(index.form(word));
      divided(word).forEach((one, at) => all.has(one) || all.set(one, forms[at]));
    }
    // As it stands it is a part of something else: "camera" of "camera roll".
    if (all.has(root)) return undefined;
    const words = [...all.keys()];
    // Else a longer form of a word: "reviewers" of "review", but not "marketplace" of "market".
    const most = index.data.longer;
    const longer = (/** @type {string} */ word) => word.length > most && unit.startsWith(word) && unit.length - word.length <= most;
    const close = words.find((word) => near(unit, all.get(word) || "") || near(root, word));
    const meant = close || words.find(longer);
    return meant && (await this.isElsewhere(root)) ? undefined : meant;
  }
}
