// Understands a query: divides it into the fewest words that the site knows, and finds what is
// meant by those it does not know: traditional or other-language words, pinyin, words only begun,
// mistakes. What it finds depends on the query and the index alone, not on what was typed before.
import { Index, linesOf } from "./index.js";
import { readings, sounds } from "./pinyin.js";
import { isHan, key, near, units, LONGEST } from "./words.js";

/**
 * @typedef {object} Part a part of the query: what is found by any of its words counts
 * @property {string} typed
 * @property {[string, number][]} ways words, and how much each counts
 * @property {boolean} [read] whether something else was typed
 */

// How much an unknown unit costs where a known word costs 1, when a query is divided.
const UNKNOWN = 3;
// The fewest letters of a word that may be mistyped, and of one that may be only begun.
const MISTYPED = 4;
const BEGUN = 3;

/** One query, and what of the index it may use. */
export class Query {
  /**
   * @param {Index} index
   * @param {string} text
   */
  constructor(index, text) {
    this.index = index;
    this.units = units(text, index.rules);
    /** @type {Map<string, string>} words of the files of rare words that this query needs */
    this.rare = new Map();
    /** @type {Map<string, string[]>} words of other languages → words of this one */
    this.foreign = new Map();
    /** @type {Map<string, string>} */
    this.sounds = new Map();
  }

  /** @param {string} word @returns {string | undefined} where it stands, if it is known */
  line(word) {
    return this.lines.get(word);
  }

  /** @param {string} word */
  knows(word) {
    const { titles, synonyms, ignored } = this.index;
    return (
      this.index.words.has(word) || this.rare.has(word) || (titles.has(word) && /^[a-z0-9]+$/.test(word)) || synonyms.has(word) || ignored.has(word) || this.foreign.has(word)
    );
  }

  /**
   * Divide the units into the fewest known words.
   * @returns {{ word: string, from: number, to: number, known: boolean }[]}
   */
  divide() {
    const { units: all } = this;
    /** @type {{ cost: number, from: number, known: boolean }[]} */
    const best = [{ cost: 0, from: 0, known: true }];
    for (let to = 1; to <= all.length; to++) {
      best[to] = { cost: best[to - 1].cost + UNKNOWN, from: to - 1, known: false };
      for (let from = to - 1; from >= Math.max(0, to - LONGEST); from--) {
        const cost = best[from].cost + 1 - 0.001 * (to - from) ** 2;
        if (cost < best[to].cost && this.knows(key(all.slice(from, to)))) best[to] = { cost, from, known: true };
      }
    }
    const words = [];
    for (let to = all.length; to > 0; to = best[to].from) {
      const { from, known } = best[to];
      words.unshift({ word: key(all.slice(from, to)), from, to, known });
    }
    return words;
  }

  /** Load what may tell of the units that the index does not know, and divide again. */
  async understand() {
    const { index } = this;
    const strange = this.units.filter((unit) => isHan(unit) && !index.characters.has(unit));
    if (strange.length) {
      const fold = await index.files.load("fold");
      this.units = this.units.map((unit) => {
        const at = index.characters.has(unit) ? -1 : fold.indexOf(unit);
        return at >= 0 && at % 2 === 0 ? fold[at + 1] : unit;
      });
    }
    let unknown = this.divide().filter(({ known }) => !known);
    if (unknown.length) {
      this.rare = await index.load(unknown.map(({ word }) => index.place(word[0])));
      for (const word of this.rare.keys()) if (index.words.has(word)) this.rare.delete(word);
      unknown = this.divide().filter(({ known }) => !known);
    }
    const chinese = index.data.foreign && this.units.some(isHan);
    if (chinese || unknown.some(({ word }) => !this.begun(word).length)) {
      const { groups, readings: sounding } = await index.files.load("other");
      groups.forEach((group, at) => {
        for (const word of group.split("|")) {
          if (word) this.foreign.set(word, [...(this.foreign.get(word) || []), ...index.groups[at]]);
        }
      });
      this.sounding = readings(sounding);
    }
    const parts = this.parts();
    const words = parts.flatMap(({ ways }) => ways.map(([word]) => word)).filter((it) => index.words.has(it));
    this.lines = new Map([...(await index.load(words.map((it) => index.place(index.home.get(it) || it)))), ...this.rare]);
    return parts;
  }

  /** @param {string} word @returns {string[]} the words that begin with it */
  begun(word) {
    if (isHan(word) || word.length < BEGUN) return [];
    return this.candidates().filter((it) => it.startsWith(word));
  }

  /** @returns {string[]} all words that may be meant */
  candidates() {
    return [...new Set([...this.index.words.keys(), ...this.rare.keys(), ...this.index.synonyms.keys()])];
  }

  /** @returns {Part[]} */
  parts() {
    const { ignored } = this.index;
    const words = this.divide();
    const telling = words.filter(({ word }) => !ignored.has(word));
    const parts = [];
    const some = telling.length ? telling : words;
    for (let at = 0; at < some.length; at++) {
      const { word, known } = some[at];
      if (known) {
        parts.push({ typed: word, ways: this.ways(word, 1) });
        continue;
      }
      // Several unknown words may be one Chinese word in pinyin, or one with a mistake.
      let end = at + 1;
      while (end < some.length && !some[end].known && isHan(some[end].word) === isHan(word)) end++;
      const read = this.guess(some.slice(at, end).map((it) => it.word));
      parts.push(...read);
      at = end - 1;
    }
    return parts;
  }

  /**
   * @param {string[]} words that nothing is known of, one after the other
   * @returns {Part[]} what they may mean
   */
  guess(words) {
    const found = [];
    for (let at = 0; at < words.length; ) {
      let taken = 0;
      for (let end = words.length; end > at && !taken; end--) {
        const joined = words.slice(at, end).join("");
        const meant = this.meant(joined, end - at > 1);
        if (meant.length) {
          found.push(...meant.map((way) => ({ typed: joined, ways: way, read: true })));
          taken = end - at;
        }
      }
      if (!taken) {
        const holders = words[at] && isHan(words[at]) ? [...(this.index.holders.get(words[at]) || [])] : [];
        found.push({ typed: words[at], ways: holders.map((it) => [it, 1]), lone: words.length === 1 });
      }
      at += taken || 1;
    }
    return found;
  }

  /**
   * @param {string} word
   * @param {boolean} joined whether it was typed as several
   * @returns {[string, number][][]} the words that may be meant: of each part, its ways
   */
  meant(word, joined) {
    if (!isHan(word)) {
      const begun = joined ? [] : this.begun(word);
      if (begun.length) return [begun.flatMap((it) => this.ways(it, 1))];
      const spelled = this.spelled(word);
      if (spelled.length) return spelled.map((it) => this.ways(it, 1));
    }
    if (word.length >= (isHan(word) ? 3 : MISTYPED)) {
      const close = this.candidates().filter((it) => near(word, it));
      if (close.length) return [close.flatMap((it) => this.ways(it, this.index.weights.typo))];
    }
    return [];
  }

  /** @param {string} letters @returns {string[]} the Chinese words that sound so */
  spelled(letters) {
    const { sounding } = this;
    if (!sounding || !/^[a-z]{2,}$/.test(letters)) return [];
    const han = [...new Set([...this.candidates(), ...this.index.synonyms.keys(), ...this.foreign.keys()])].filter(isHan);
    for (const initials of [false, true]) {
      const found = han.filter((word) => (!initials || word.length > 1) && sounds(letters, word, sounding, initials));
      if (found.length) return [found.sort((a, b) => this.size(b) - this.size(a))[0]];
      if (!initials) {
        for (let cut = letters.length - 2; cut >= 2; cut--) {
          const [first] = han.filter((word) => word.length > 1 && sounds(letters.slice(0, cut), word, sounding, false)).sort((a, b) => this.size(b) - this.size(a));
          const rest = first ? this.spelled(letters.slice(cut)) : [];
          if (rest.length) return [first, ...rest];
        }
      }
    }
    return [];
  }

  /** @param {string} word @returns {number} in how many sections it stands, roughly */
  size(word) {
    return this.index.words.has(word) ? 2 : this.ways(word, 1).length > 1 ? 1 : 0;
  }

  /**
   * @param {string} word
   * @param {number} weight
   * @returns {[string, number][]} the word and its synonyms
   */
  ways(word, weight) {
    const others = [...(this.index.synonyms.get(word) || []), ...(this.foreign.get(word) || [])];
    const synonym = weight * this.index.weights.synonym;
    const ways = new Map(others.map((it) => [it, this.index.words.has(word) || this.rare.has(word) ? synonym : weight]));
    ways.set(word, weight);
    return [...ways];
  }
}
