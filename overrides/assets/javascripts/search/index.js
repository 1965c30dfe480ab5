// The index as the engine uses it. build.py writes it: titles, words and where they stand.
import { Files } from "./files.js";
import { divided, units, key, LONGEST } from "./words.js";

/**
 * @typedef {object} Section
 * @property {string} url the page's, seen from the language's home page
 * @property {string} id
 * @property {string} title
 * @property {string} page the title of its page
 * @property {string[]} units of its title
 */

// The digits of numbers in a line of postings, as in postings.py: those that end one, those before.
const DIGITS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at)).join("").replace(/[\\|^]/g, "");
const LAST = 64;

/** The index of one language. */
export class Index {
  /**
   * @param {any} data what the index file holds
   * @param {Files} files where its other files are
   */
  constructor(data, files) {
    this.files = files;
    this.data = data;
    this.weights = data.weights;
    this.rules = {
      letters: Object.keys(data.letters).map((it) => [new RegExp(it, "g"), data.letters[it]]),
      endings: data.endings.map(([ending, instead]) => [new RegExp(ending), instead]),
    };
    /** @type {Section[]} */
    this.sections = [];
    this.asked = [];
    for (const [url, page, list] of data.pages) {
      for (const [id, own, asked] of list) {
        const title = own || page;
        for (let it = 0; it < asked; it++) this.asked.push(this.sections.length);
        this.sections.push({ url, id, page, title, units: units(`${title} ${id || url}`, this.rules) });
      }
    }
    /** @type {Map<string, Set<number>>} word or phrase → sections that have it in their title */
    this.titles = new Map();
    this.tops = []; this.sizes = {};
    this.sections.forEach((section, number) => {
      note(this.titles, section.units, number);
      this.tops[number] = section.id ? this.tops[number - 1] : number;
      this.sizes[this.tops[number]] = number - this.tops[number] || 1;
    });
    this.length = this.sections.reduce((sum, it) => sum + it.units.length, 0) / this.sections.length;
    
    this.words = new Set(data.words.split("|"));
    /** @type {Map<string, Set<string>>} word → those that contain it */
    this.holders = new Map();
    for (const word of this.words) note(this.holders, divided(word), word);
    this.ignored = new Set(data.ignored.split("|"));
    /** @type {Map<string, string[]>} word → those that mean the same */
    this.synonyms = new Map();
    this.lengths = [...data.lengths].map(Number);
    this.groups = data.groups.map((group) => group.split("|"));
    this.home = new Map();
    for (const group of this.groups) {
      this.join(group, group);
      for (const word of group) if (!this.home.has(word)) this.home.set(word, group[0]);
    }
    this.characters = new Set([...this.words.keys(), ...this.synonyms.keys(), ...this.ignored].join(""));
  }

  /**
   * Note that some words mean the same as those of a group.
   * @param {string[]} words
   * @param {string[]} group
   */
  join(words, group) {
    for (const word of words) {
      if (word) this.synonyms.set(word, [...(this.synonyms.get(word) || []), ...group]);
    }
  }

  place(word) {
    return [...word].reduce((sum, it) => sum + it.charCodeAt(0), 0) % this.data.files;
  }

  async load(numbers) {
    const wanted = [...new Set(numbers)].filter((it) => !this.data.none.includes(it));
    const lists = await Promise.all(wanted.map((it) => this.files.load(`words-${it}`)));
    return new Map(lists.flatMap((it) => [...linesOf(it)]));
  }

  /**
   * @param {string} line where a word stands
   * @returns {{ places: [number, number][], questions: number[] }}
   */
  read(line) {
    const [text, more = ""] = line.split("^");
    const { levels } = this.data;
    return {
      places: steps(text, levels).map(([section, level]) => [section, (level + 1) / levels]),
      questions: steps(more, 1).map(([number]) => number).filter((it) => !(this.dead && this.dead.has(it))),
    };
  }
}

function steps(text, levels) {
  const found = [];
  let high = 0;
  let number = -1;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value >= LAST) high = high * (DIGITS.length - LAST) + value - LAST + 1;
    else {
      const step = high * LAST + value;
      number += Math.floor(step / levels) + 1;
      found.push([number, step % levels]);
      high = 0;
    }
  }
  return found;
}

/** @param {string} text words with their lines @returns {Map<string, string>} */
export function linesOf(text) {
  return new Map(
    text.split("|").map((line) => {
      const at = line.lastIndexOf(" ");
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/**
 * @param {Map<string, Set<number>>} phrases gets every word and phrase of a title
 * @param {string[]} title
 * @param {number} number
 */
function note(phrases, title, number) {
  for (let start = 0; start < title.length; start++) {
    for (let end = start + 1; end <= Math.min(title.length, start + LONGEST); end++) {
      const phrase = key(title.slice(start, end));
      const set = phrases.get(phrase) || new Set();
      phrases.set(phrase, set.add(number));
    }
  }
}

export function size(word) { return (word.match(/[\u3400-\u9fff]|[a-z0-9]+/g) || []).length; }
