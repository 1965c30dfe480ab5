// Finds the Chinese words that someone means who types how they sound, whole or by initials.

// The most ways to read a word that are looked at.
const READINGS = 8;

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
    /** @type {Map<string, string[]>} */
    const known = new Map();
    for (const entry of readings.split(" ")) {
      const syllable = entry.replace(/[^a-z]/g, "");
      for (const character of entry.slice(syllable.length)) {
        known.set(character, [...(known.get(character) || []), syllable]);
      }
    }
    for (const word of words) {
      let spellings = [[""]];
      for (const character of word) {
        const syllables = known.get(character) || [];
        spellings = spellings.flatMap((start) => syllables.map((it) => [...start, it])).slice(0, READINGS);
      }
      for (const syllables of spellings) {
        const letters = syllables.join("");
        const short = syllables.map((it) => it.slice(0, 1)).join("");
        if (!this.whole.has(letters)) this.whole.set(letters, word);
        if (short.length > 1 && !this.initials.has(short)) this.initials.set(short, word);
      }
    }
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
