// Reads files into one backup: its contacts, and what is wrong with the files themselves.

import { textOf, toBytes, utf8 } from "./bytes.js";
import { readCards } from "./cards.js";
import { kindOf, sureKind } from "./kinds.js";
import { nameOf } from "./names.js";
import { brokenPicture, unescaped, valueOf } from "./properties.js";
import { CONTACTS_AT_ONCE, Texts } from "./texts.js";

/**
 * @typedef {object} Contact
 * @property {number} place in the backup, from 1
 * @property {string} whole its name as the file has it whole (FN)
 * @property {string} divided its name in parts (N)
 * @property {string} other what stands for a name (ORG, NICKNAME)
 * @property {string[]} numbers
 * @property {string[]} mails
 * @property {boolean} ended
 * @property {boolean} cut whether the file ends in it
 * @property {boolean} coded whether its name is in codes
 * @property {boolean} damaged whether characters of its other texts are lost
 * @property {boolean} picture whether its picture is broken
 * @property {string} [name] once all texts are read
 * @property {string} [probably] what its name was before it was garbled, or is behind its codes
 *
 * @typedef {object} Backup
 * @property {Contact[]} contacts
 * @property {Texts} texts
 * @property {{ file: string, kind: string }[]} others files that hold no contacts
 * @property {{ file: string, inside: boolean, place: number, contact?: Contact, last?: Contact }[]} cuts where
 *   files end in a card, or before one that was about to begin
 * @property {number} groups
 * @property {string[]} strays lines that belong to nothing: the first few, and
 * @property {number} stray how many there are
 */

const SHORT = 300;
const PICTURES = /^(?:PHOTO|LOGO)$/;
const TEXTS = /^(?:ORG|NICKNAME|NOTE|ADR|LABEL|TITLE|ROLE)$/;
/** What only people have: a card that was cut off may be a group as long as none of it is there. */
const PERSONAL = /^(?:TEL|EMAIL|ADR|LABEL|BDAY|TITLE|ROLE|NICKNAME|IMPP|PHOTO)$/;

/** @returns {Backup} */
export function emptyBackup() {
  return { contacts: [], texts: new Texts(), others: [], cuts: [], groups: 0, strays: [], stray: 0 };
}

/**
 * Add a file to a backup; yields how much of it is read (0 to 1).
 * @param {Backup} backup
 * @param {string} file its name
 * @param {Uint8Array} bytes
 * @returns {Generator<number, void>}
 */
export function* readFile(backup, file, bytes) {
  const sure = sureKind(bytes);
  if (sure) {
    backup.others.push({ file, kind: sure });
    return;
  }
  const text = yield* textOf(bytes);
  const before = { strays: [...backup.strays], stray: backup.stray, cuts: [...backup.cuts] };
  const collector = new Collector(backup, file);
  yield* readCards(text, collector);
  if (collector.begun) return;
  Object.assign(backup, before);
  backup.others.push({ file, kind: kindOf(text) });
}

/** @returns {Contact} of whom nothing is known yet */
function nobody() {
  return {
    place: 0,
    whole: "",
    divided: "",
    other: "",
    numbers: [],
    mails: [],
    ended: false,
    cut: false,
    coded: false,
    damaged: false,
    picture: false,
  };
}

/** What the cards of a file are made into. */
class Collector {
  /** @param {Backup} backup @param {string} file its name */
  constructor(backup, file) {
    this.backup = backup;
    this.file = file;
    /** How many cards have begun. */
    this.begun = 0;
    /** Whether the file is of a kind that has groups among its contacts. */
    this.grouping = false;
    this.cutting = false;
    this.group = false;
    this.person = false;
    this.contact = nobody();
  }

  begin() {
    this.begun++;
    this.group = false;
    this.person = false;
    this.contact = nobody();
  }

  /** @param {import("./cards.js").Property} property */
  property({ name, slice, lines }) {
    const { contact, cutting } = this;
    const { texts } = this.backup;
    if (PERSONAL.test(name)) this.person = true;
    if (PICTURES.test(name)) {
      // Where the file is cut, its last picture is, too.
      if (!cutting && brokenPicture(slice)) contact.picture = true;
    } else if (name === "FN" || name === "N") {
      const key = name === "FN" ? "whole" : "divided";
      if (contact[key]) return;
      const value = valueOf(slice, lines, true);
      if (name === "N" && /;\s*[^;\s]/.test(value.written)) this.person = true;
      contact.coded = contact.coded || value.coded;
      texts.read(value, true, contact, (text) => {
        const end = cutting ? text.replace(/(?:\ufffd|=[0-9A-F]?)$/i, "") : text;
        contact[key] = end.slice(0, SHORT);
      });
    } else if (name === "TEL" || name === "EMAIL") {
      const { bytes, written } = valueOf(slice, lines, false);
      const text = bytes ? new TextDecoder().decode(bytes) : written;
      const value = unescaped(text).trim().replace(/^(?:tel|mailto):/i, "").slice(0, SHORT);
      if (value) contact[name === "TEL" ? "numbers" : "mails"].push(value);
    } else if (TEXTS.test(name)) {
      const stands = !contact.other && (name === "ORG" || name === "NICKNAME");
      texts.read(valueOf(slice, lines, false), false, contact, (text, guessed) => {
        if (stands) contact.other = text.slice(0, SHORT);
        if (!guessed && !cutting && text.includes("\ufffd")) contact.damaged = true;
      });
    } else if (/^(?:X-ADDRESSBOOKSERVER-)?KIND$/.test(name)) {
      this.group = /:\s*group\s*$/i.test(slice);
    } else if (/^(?:UID|X-ABUID|MEMBER)$/.test(name) || (name === "VERSION" && /4/.test(slice)) || (name === "PRODID" && /apple|icloud/i.test(slice))) {
      this.grouping = true;
    }
  }

  /** @param {boolean} ended */
  end(ended) {
    const { backup, contact } = this;
    if (this.group) {
      backup.groups++;
      this.grouping = true;
      return;
    }
    if (this.cutting && this.grouping && !this.person) return;
    contact.ended = ended;
    contact.cut = this.cutting;
    contact.place = backup.contacts.push(contact);
    if (this.cutting) backup.cuts[backup.cuts.length - 1].contact = contact;
  }

  /** @param {string} line */
  stray(line) {
    this.backup.stray++;
    if (this.backup.strays.length < 3) this.backup.strays.push(utf8(toBytes(line.slice(0, SHORT))).text.slice(0, 80));
  }

  /** @param {boolean} inside */
  cut(inside) {
    const { contacts, cuts } = this.backup;
    this.cutting = inside;
    cuts.push({ file: this.file, inside, place: contacts.length + 1, last: contacts[contacts.length - 1] });
  }
}

/**
 * Give every contact its name; again, after another encoding was chosen. Yields how far it is.
 * @param {Backup} backup
 * @param {string} [encoding]
 * @returns {Generator<number, void>}
 */
export function* nameAll(backup, encoding) {
  yield* backup.texts.settle(encoding);
  for (const contact of backup.contacts) {
    if (contact.place % CONTACTS_AT_ONCE === 0) yield contact.place / backup.contacts.length;
    contact.name = nameOf(contact.whole, contact.divided, contact.other);
    contact.probably = undefined;
  }
}
