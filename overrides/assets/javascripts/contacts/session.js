// What goes on between a page and the reader of files: read these files, read them in another
// encoding, look for someone, compare with an older copy. The contacts stay here; the page gets
// what it shows.

import { emptyBackup, nameAll, readFile } from "./backup.js";
import { compare } from "./compare.js";
import { ENCODINGS } from "./encodings.js";
import { findings } from "./findings.js";
import { searchKey } from "./names.js";

/**
 * @typedef {import("./backup.js").Backup} Backup
 * @typedef {{ name: string, numbers: string[], mails: string[] }} Shown a contact on the page
 * @typedef {object} Question
 * @property {number} id
 * @property {"read" | "encoding" | "find" | "compare" | "forget"} ask
 * @property {File[]} [files] to read or to compare with
 * @property {string} [encoding]
 * @property {string} [text] to look for
 */

/** The largest backup that is read, in bytes: more than phones have memory for. */
const LARGEST = 200e6;
/** How many contacts of a search are shown. */
const SHOWN = 20;

/** @param {import("./backup.js").Contact} contact @returns {Shown} */
function shown({ name = "", probably, numbers, mails }) {
  return { name: probably || name, numbers: numbers.slice(0, 5), mails: mails.slice(0, 3) };
}

/**
 * Work that is a part of more: it tells its own share of the way.
 * @template Result
 * @param {Generator<number, Result> | AsyncGenerator<number, Result>} work
 * @param {number} from @param {number} to
 * @returns {AsyncGenerator<number, Result>}
 */
async function* within(work, from, to) {
  for (;;) {
    const { value, done } = await work.next();
    if (done) return /** @type {Result} */ (value);
    yield from + Number(value) * (to - from);
  }
}

export class Session {
  /**
   * @param {number} budget milliseconds of work at a time, between which others may do theirs
   * @param {(answer: object) => void} reply
   */
  constructor(budget, reply) {
    this.budget = budget;
    this.reply = reply;
    /** @type {Backup | undefined} */
    this.backup = undefined;
    /** @type {Backup | undefined} */
    this.older = undefined;
    /** @type {string[] | undefined} */
    this.keys = undefined;
    /** The question that is being answered: a newer one of its kind ends the work on it. */
    this.latest = 0;
  }

  /** @param {Question} question */
  async answer(question) {
    const { id, ask } = question;
    if (ask === "find") return this.reply({ id, ask, ...this.find(question.text ?? "") });
    this.latest = id;
    if (ask === "forget") {
      this.backup = this.older = this.keys = undefined;
      return undefined;
    }
    try {
      const answer = await this.run(id, this.work(question));
      if (answer) this.reply({ id, ask, ...answer });
    } catch (error) {
      if (id === this.latest) this.reply({ id, ask, error: error instanceof Error ? error.name : "Error" });
    }
    return undefined;
  }

  /**
   * Do the work in pieces; tell the page how far it is.
   * @param {number} id
   * @param {AsyncGenerator<number, object>} work
   */
  async run(id, work) {
    let began = performance.now();
    for (;;) {
      const { value, done } = await work.next();
      if (id !== this.latest) return undefined;
      if (done) return /** @type {object} */ (value);
      if (performance.now() - began < this.budget) continue;
      this.reply({ id, progress: value });
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  }

  /**
   * @param {Question} question
   * @returns {AsyncGenerator<number, object>}
   */
  async *work({ ask, files = [], encoding }) {
    if (ask === "compare") {
      this.older = undefined;
      this.older = yield* within(this.read(files), 0, 0.4);
    } else if (ask === "read") {
      this.backup = this.keys = undefined;
      this.backup = yield* within(this.read(files), 0, 0.4);
    }
    const { backup, older } = this;
    if (!backup) throw new Error("nothing is read");
    yield* within(nameAll(backup, encoding), 0.4, 0.45);
    this.keys = undefined;
    const list = yield* within(findings(backup), 0.45, 0.6);
    /** @type {object} */
    const answer = {
      contacts: backup.contacts.length,
      findings: list,
      first: backup.contacts.slice(0, 3).map(shown),
      encodings: ENCODINGS,
      encoding: backup.texts.encoding,
    };
    if (!older) return answer;
    yield* nameAll(older);
    const before = yield* within(findings(older), 0.6, 0.8);
    const broken = before.filter(({ finding }) => /^(?:not-vcard|cut|no-end)$/.test(finding));
    const changes = older.contacts.length ? yield* within(compare(older.contacts, backup.contacts), 0.8, 1) : [];
    return { ...answer, older: { contacts: older.contacts.length, findings: [...broken, ...changes], changes } };
  }

  /**
   * @param {File[]} files
   * @returns {AsyncGenerator<number, Backup>}
   */
  async *read(files) {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > LARGEST) throw new RangeError("too large");
    const backup = emptyBackup();
    let done = 0;
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      for (const share of readFile(backup, file.name, bytes)) yield (done + share * file.size) / (size || 1);
      done += file.size;
    }
    return backup;
  }

  /**
   * The contacts whose name, number or address has what a reader types.
   * @param {string} text
   */
  find(text) {
    const contacts = this.backup?.contacts ?? [];
    this.keys ||= contacts.map(
      (contact) => `${searchKey(`${contact.name} ${contact.probably ?? ""}`)}\n${contact.mails.join("\n").toLowerCase()}`,
    );
    const digits = text.normalize("NFKC").replace(/[\s()+./-]+/g, "");
    const number = /^\d{2,}$/.test(digits) ? digits : "";
    const key = searchKey(text);
    const found = contacts.filter(
      (contact, at) =>
        (key && /** @type {string[]} */ (this.keys)[at].includes(key)) ||
        (number && contact.numbers.some((one) => one.normalize("NFKC").replace(/\D+/g, "").includes(number))),
    );
    return { text, total: found.length, found: found.slice(0, SHOWN).map(shown) };
  }
}
