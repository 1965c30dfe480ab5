// Understands a query, from itself and the index alone: divides it into words that the site knows,
// and guesses what is meant by the others.
import { Index } from "./index.js";
import { simplified } from "./traditional.js";
import { divide, uncut } from "./pieces.js";
import { Vocabulary } from "./vocabulary.js";
import { divided, isHan, key, normalise, segments, stem, LONGEST } from "./words.js";

/**
 * @typedef {object} Part a part of the query
 * @property {string[]} words the word, and those that mean the same; what has any of them has the
 *   part. There are none if the site does not know it
 * @property {number} typed how many of them were typed, or may have been: they come first
 * @property {string} [unknown] what was typed, if the site does not know it
 */

/** One query. */
export class Query {
  /**
   * @param {Index} index
   * @param {string} text
   */
  constructor(index, text) {
    this.index = index;
    this.vocabulary = new Vocabulary(index);
    this.typed = divided(normalise(text, index.rules));
    /** As the index keeps it. */
    this.units = this.typed.map((unit) => stem(unit, index.rules));
    /** Whether some of it was read as something else. */
    this.read = false;
    /** @type {Map<string, string>} word of the query → where it stands */
    this.lines = new Map();
  }

  /**
   * Load what the query needs, and understand it.
   * @returns {Promise<Part[]>} its parts, without those that a question can do without
   */
  async understand() {
    const { index, vocabulary } = this;
    if (!index.data.chinese && this.units.some(isHan)) await vocabulary.translate();
    this.units = await simplified(this.units, index);
    await vocabulary.seek(this.unsure());
    const { units } = this;
    await this.correct();
    const latin = this.unknown().some((unit) => !isHan(unit) && !vocabulary.begun(unit).length);
    if (latin || this.misheard().length) {
      const sounds = index.files.load("sounds");
      if (latin) await vocabulary.translate();
      vocabulary.listen(await sounds);
      // What was taken for mistyped may be a word of the other language, or in pinyin.
      this.units = units;
      this.read = false;
      await this.correct();
      this.spell();
      this.hear();
      await vocabulary.seek(this.unknown());
    }
    const parts = this.parts();
    const words = parts.flatMap((part) => part.words).filter((word) => index.words.has(word));
    const lines = await index.load(words.map((word) => index.homes.get(word) || word));
    this.lines = new Map([...lines, ...vocabulary.rare]);
    return parts;
  }

  /** Put known words in the place of mistyped ones, and of two that are written as one. */
  async correct() {
    const unknown = new Set(this.unknown().filter((unit) => !isHan(unit)));
    const read = this.units.map(async (unit, at) => {
      if (!unknown.has(unit)) return unit;
      const joined = await this.vocabulary.joined(this.typed[at]);
      if (joined.length) return joined;
      const meant = await this.vocabulary.meant(this.typed[at]);
      if (meant) this.read = true;
      // An unknown word has no ending to take off.
      return meant || this.typed[at];
    });
    this.units = (await Promise.all(read)).flat();
  }

  /** Put Chinese words in the place of letters that spell how they sound, the most at once. */
  spell() {
    const { vocabulary } = this;
    const unknown = this.unknown().filter((unit) => !isHan(unit));
    for (let at = 0; at < this.units.length; at++) {
      let end = at;
      while (unknown.includes(this.units[end])) end++;
      for (; end > at; end--) {
        const typed = this.units.slice(at, end);
        const begun = typed.length === 1 && vocabulary.begun(typed[0]).length;
        const meant = begun ? [] : vocabulary.sounds.find(typed.join(""));
        if (!meant.length) continue;
        this.units.splice(at, end - at, ...meant.join(""));
        this.read = true;
        break;
      }
    }
  }

  /** @returns {string[]} unknown Chinese units that are perhaps mistyped: part of no word that the browser knows */
  misheard() {
    const unknown = this.unknown().filter(isHan);
    const text = key(this.units);
    const whole = unknown.length ? segments(text).map(([from, to]) => text.slice(from, to)) : [];
    return unknown.filter((unit) => !whole.some((it) => it.includes(unit)));
  }

  /** Put known Chinese words in the place of mistyped ones, which sound like them: the longest first. */
  hear() {
    const unknown = this.misheard();
    for (let size = LONGEST; size > 1; size--) {
      for (let at = 0; at + size <= this.units.length; at++) {
        const some = this.units.slice(at, at + size);
        const meant = some.every(isHan) && some.some((it) => unknown.includes(it)) && this.vocabulary.sounds.alike(key(some));
        if (!meant) continue;
        this.units.splice(at, size, ...meant);
        this.read = true;
      }
    }
  }

  /** @returns {string[]} the units that are part of no known word */
  unknown() {
    return divide(this.units, this.vocabulary).flatMap(({ word, known }) => (known ? [] : word));
  }

  /** @returns {string[]} unknown units, also of what is a part of a known word: it may be a rare one */
  unsure() {
    const { vocabulary } = this;
    const pieces = divide(this.units, vocabulary).filter(({ word }) => !vocabulary.known(word));
    return pieces.flatMap(({ word }) => divided(word)).filter((unit) => !vocabulary.known(unit));
  }

  /** @returns {Part[]} */
  parts() {
    const { vocabulary } = this;
    const words = uncut(divide(this.units, vocabulary), vocabulary.ignored);
    // A number that stands nowhere, such as an amount or a year, asks for nothing.
    const telling = words.filter(({ word, known }) => (known ? !vocabulary.ignored.has(word) : /\D/.test(word)));
    const all = telling.length ? telling : words;
    /** @type {Part[]} */
    const parts = [];
    for (let at = 0, end = 0; at < all.length; at = end) {
      const { word, known } = all[at];
      end = at + 1;
      while (!known && isHan(word) && end < all.length && !all[end].known && isHan(all[end].word)) end++;
      const unknown = key(all.slice(at, end).map((it) => it.word));
      const begun = known ? [] : vocabulary.begun(word);
      if (begun.length) parts.push(this.part(begun));
      else if (!known) parts.push({ words: [], typed: 0, unknown });
      else if (vocabulary.known(word)) parts.push(this.part([word]));
      else parts.push(this.part(vocabulary.inside(word)));
    }
    return parts;
  }

  /** @param {string[]} words @returns {Part} they and what means the same, if it occurs */
  part(words) {
    const { vocabulary } = this;
    const standing = (/** @type {string[]} */ some) => [...new Set(some)].filter((it) => vocabulary.stands(it));
    const same = words.flatMap((it) => vocabulary.same(it));
    // What does not stand there itself was typed for the first that does.
    return { words: standing([...words, ...same]), typed: Math.max(1, standing(words).length) };
  }
}
