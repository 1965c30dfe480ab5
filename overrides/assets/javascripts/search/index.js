// The index of one language as the engine uses it; search_index/build.py writes it.
import { Files } from "./files.js";
import { divided, key, stem } from "./words.js";

/**
 * @typedef {object} Section
 * @property {string} url the page's, seen from the language's home page
 * @property {string} id empty for what stands above the first heading of a page
 * @property {string} title
 * @property {string} page the title of its page
 * @property {number} top the section that is the top of its page
 * @property {number} below how many sections it has below it, if it is a top
 * @property {number[]} related sections that are about the same
 * @typedef {[number, number][]} Counts numbers of sections or questions, each with a count
 * @typedef {{ sections: Counts, questions: Counts }} Places where a word stands
 */

// The digits of numbers in postings, as in postings.py; the first 64 end a number.
const DIGITS = String.fromCharCode(...Array.from({ length: 92 }, (_, at) => 35 + at)).replace(/[\\^|]/g, "");
const ENDING = 64;

/**
 * @param {string} text numbers as steps from one to the next, each with a count
 * @param {number} most the highest count
 * @returns {Counts}
 */
function numbers(text, most) {
  /** @type {Counts} */
  const found = [];
  let high = 0;
  let number = -1;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value >= ENDING) high = high * (DIGITS.length - ENDING) + value - ENDING + 1;
    else {
      const step = high * ENDING + value;
      number += Math.floor(step / most) + 1;
      found.push([number, (step % most) + 1]);
      high = 0;
    }
  }
  return found;
}

/** The index of one language. */
export class Index {
  /**
   * @param {any} data what the index file holds
   * @param {Files} files where its other files are
   */
  constructor(data, files) {
    this.data = data;
    this.files = files;
    /** @type {import("./words.js").Rules} */
    this.rules = {
      letters: Object.entries(data.letters).map(([letter, plain]) => [new RegExp(letter, "g"), plain]),
      endings: data.endings.map((/** @type {string[]} */ [ending, left]) => [new RegExp(ending), left]),
    };
    /** @type {Section[]} */
    this.sections = [];
    for (const [url, titles, ids] of data.pages) {
      const top = this.sections.length;
      titles.forEach((/** @type {string} */ title, /** @type {number} */ at) => {
        this.sections.push({ url, id: ids[at], title, page: titles[0], top, below: ids.length - 1, related: [] });
      });
    }
    /** @type {{ section: number, length: number }[]} what readers ask: of which section, in how many units */
    this.questions = [];
    data.asked.split("|").forEach((/** @type {string} */ line, /** @type {number} */ section) => {
      for (const [more, times] of numbers(line, data.many)) {
        for (let it = 0; it < times; it++) this.questions.push({ section, length: more + 1 });
      }
    });
    data.related.split("|").forEach((/** @type {string} */ line, /** @type {number} */ section) => {
      for (const [other] of numbers(line, 1)) {
        this.sections[section].related.push(other);
        this.sections[other].related.push(section);
      }
    });
    /** @type {Map<string, string>} word → one of its forms, as far as they are loaded */
    this.forms = new Map();
    /** @type {Set<string>} the words that every query knows, the frequent ones first */
    this.words = new Set();
    /** @type {string[][]} words that mean the same; some do not occur */
    this.groups = data.groups.map((/** @type {string} */ line) =>
      line.split("|").map((form) => this.named(form.replace("~", ""))),
    );
    /** @type {Map<string, string[]>} word → those that mean the same */
    this.synonyms = new Map();
    /** @type {Map<string, string>} word → the one whose file it is kept in */
    this.homes = new Map();
    for (const group of this.groups) {
      for (const word of group) {
        this.synonyms.set(word, [...(this.synonyms.get(word) || []), ...group]);
        if (!this.homes.has(word)) this.homes.set(word, group[0]);
      }
    }
    for (const form of [...data.groups.join("|").split("|"), ...data.words.split("|")]) {
      if (!form.startsWith("~")) this.words.add(this.named(form));
    }
    this.ignored = new Set(data.ignored.split("|"));
  }

  /** @param {string} form of a word or phrase @returns {string} what it is found by */
  key(form) {
    return key(divided(form).map((unit) => stem(unit, this.rules)));
  }

  /** @param {string} form of a word @returns {string} the word, from now on shown in this form */
  named(form) {
    const word = this.key(form);
    this.forms.set(word, form);
    return word;
  }

  /** @param {string} word @returns {string} it as readers write it */
  form(word) {
    return this.forms.get(word) || word;
  }

  /**
   * Load the files that some words are kept in.
   * @param {string[]} words
   * @returns {Promise<Map<string, string>>} all words in these files → where each stands
   */
  async load(words) {
    const { files } = this.data;
    const place = (/** @type {string} */ word) => [...word].reduce((sum, it) => sum + it.charCodeAt(0), 0) % files;
    const wanted = [...new Set(words.map(place))];
    const lists = await Promise.all(wanted.map((it) => this.files.load(`words-${it}`)));
    const lines = lists.flatMap((list) => list.split("|")).map((line) => line.split(/ (?=\S+$)/));
    return new Map(lines.map(([form, places]) => [this.named(form), places]));
  }

  /**
   * @param {string} line where a word stands
   * @returns {Places}
   */
  read(line) {
    const [text, asked = ""] = line.split("^");
    return { sections: numbers(text, this.data.most), questions: numbers(asked, 1) };
  }
}
