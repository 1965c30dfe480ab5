// Finds the Chinese words that someone means who types how they sound, whole or by initials, or
// characters that sound so.

// The most ways to read a word that are looked at.
const READINGS = 8;

const { compare } = new Intl.Collator("zh");

/** How the words of a site sound. */
export class Sounds {
  /**
   * @param {string} readings syllables, each with the characters that are read so
   * @param {Iterable<string>} words Chinese words, the more frequent before others
   */
  constructor(readings, words) {
    /** @type {Map<string, string>} spelling → the word, or the most frequent of several */
    this.whole = new Map();
    /** @type {Map<string, string>} initials → the word */
    this.initials = new Map();
    /** @type {Map<string, string[]>} character → its syllables */
    this.known = new Map();
    for (const entry of readings.split(" ")) {
      const syllable = entry.replace(/[^a-z]/g, "");
      for (const character of entry.slice(syllable.length)) {
        this.known.set(character, [...(this.known.get(character) || []), syllable]);
      }
    }
    /** @type {string[] | undefined} the characters in the order of their sounds, in which browsers sort */
    this.sorted = undefined;
    for (const word of words) {
      for (const syllables of this.spellings(word)) {
        const letters = syllables.join("");
        const short = syllables.map((it) => it.slice(0, 1)).join("");
        if (!this.whole.has(letters)) this.whole.set(letters, word);
        if (short.length > 1 && !this.initials.has(short)) this.initials.set(short, word);
      }
    }
  }

  /**
   * @param {string} word
   * @returns {string[][]} its syllables, for each of the ways to read it
   */
  spellings(word) {
    return [...word].reduce(
      (found, character) =>
        found.flatMap((start) => this.syllables(character).map((it) => [...start, it])).slice(0, READINGS),
      /** @type {string[][]} */ ([[]]),
    );
  }

  /** @param {string} character @returns {string[]} how it sounds: one that is not known, as those beside it */
  syllables(character) {
    const own = this.known.get(character);
    if (own) return own;
    const sorted = (this.sorted = this.sorted || [...this.known.keys()].sort(compare));
    const next = sorted.filter((it) => compare(it, character) < 0).length;
    return sorted.slice(Math.max(0, next - 1), next + 1).flatMap((it) => this.known.get(it) || []);
  }

  /** @param {string} typed Chinese characters @returns {string | undefined} the word that sounds so and has some of them */
  alike(typed) {
    const words = this.spellings(typed).map((syllables) => this.whole.get(syllables.join("")) || "");
    return words.find((word) => word.length === typed.length && [...word].some((it, at) => it === typed[at]));
  }

  /**
   * @param {string} letters
   * @returns {string[]} the fewest words that sound so; else one that begins so, or has these
   *   initials; none where there is no such word
   */
  find(letters) {
    /** @type {(string[] | undefined)[]} the fewest words for the letters up to a place */
    const best = [[]];
    for (let end = 1; end <= letters.length; end++) {
      for (let start = 0; start < end; start++) {
        const before = best[start];
        const word = before && this.whole.get(letters.slice(start, end));
        const least = best[end];
        if (before && word && (!least || before.length + 1 < least.length)) best[end] = [...before, word];
      }
    }
    const found = best[letters.length];
    if (found) return found;
    const short = this.initials.get(letters);
    if (short) return [short];
    const begun = letters.length > 2 && [...this.whole.keys()].find((it) => it.startsWith(letters));
    return begun ? [this.whole.get(begun) || ""] : [];
  }
}
