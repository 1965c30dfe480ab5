// What a reader has lost from one backup to the next: people, numbers, names. Contacts are not
// matched by their UID, which other exporters make anew, but by what is in them.

import { NAMES_TOLD, told } from "./findings.js";
import { nameKey } from "./names.js";
import { Numbers, numberKey } from "./numbers.js";
import { CONTACTS_AT_ONCE } from "./texts.js";

/**
 * @typedef {import("./backup.js").Contact} Contact
 * @typedef {import("./findings.js").Finding} Finding
 */


/** The names, numbers and addresses of a backup, to look others up in. */
class Index {
  constructor() {
    /** @type {Set<string>} */
    this.names = new Set();
    this.numbers = new Numbers();
    /** @type {Map<string, Contact>} */
    this.mails = new Map();
  }

  /** @param {Contact} contact */
  add(contact) {
    for (const key of keys(contact)) this.names.add(key);
    for (const number of contact.numbers) this.numbers.add(numberKey(number), contact);
    for (const mail of contact.mails) this.mails.set(mail.toLowerCase(), contact);
  }

  /** @param {Contact} contact @returns {boolean} whether its name is there */
  hasName(contact) {
    return keys(contact).some((key) => this.names.has(key));
  }

  /** @param {Contact} contact @returns {Contact | undefined} one with a number or address of it */
  holder({ numbers, mails }) {
    for (const number of numbers) {
      const found = this.numbers.find(numberKey(number));
      if (found) return found;
    }
    for (const mail of mails) {
      const found = this.mails.get(mail.toLowerCase());
      if (found) return found;
    }
    return undefined;
  }
}

/** @param {Contact} contact @returns {string[]} its name as it is, and as it was before it was garbled */
function keys({ name, probably }) {
  return [name, probably].filter(Boolean).map((one) => nameKey(/** @type {string} */ (one)));
}

/**
 * Compare two backups; yields how far it has come.
 * @param {Contact[]} before the older copy
 * @param {Contact[]} after
 * @returns {Generator<number, Finding[]>}
 */
export function* compare(before, after) {
  const old = new Index();
  const now = new Index();
  let count = 0;
  const all = 2 * (before.length + after.length);
  for (const [index, contacts] of /** @type {[Index, Contact[]][]} */ ([[old, before], [now, after]])) {
    for (const contact of contacts) {
      if (++count % CONTACTS_AT_ONCE === 0) yield count / all;
      index.add(contact);
    }
  }
  /** @type {Record<string, Finding>} */
  const found = {};
  /**
   * @param {string} finding @param {"bad" | "note"} tone @param {string} name
   * @param {string} [other]
   */
  const tell = (finding, tone, name, other) => {
    const one = (found[finding] ||= { finding, count: 0, tone, names: [], pairs: [] });
    one.count++;
    if (other === undefined) {
      if (one.names && one.names.length < NAMES_TOLD) one.names.push(name);
    } else if (one.pairs && one.pairs.length < NAMES_TOLD) one.pairs.push([name, other]);
  };
  // What was told as lost already: a number that two old contacts had is lost once.
  /** @type {Set<string>} */
  const lost = new Set();
  for (const contact of before) {
    if (++count % CONTACTS_AT_ONCE === 0) yield count / all;
    const known = now.hasName(contact);
    const holder = now.holder(contact);
    if (!known && !holder) {
      const same = JSON.stringify([keys(contact), contact.numbers.map(numberKey).sort(), contact.mails]);
      const empty = !contact.name && !contact.numbers.length && !contact.mails.length;
      if (!empty && !lost.has(same)) tell("gone", "bad", told(contact));
      lost.add(same);
      continue;
    }
    for (const number of contact.numbers) {
      const key = numberKey(number);
      if (now.numbers.find(key) || lost.has(key)) continue;
      lost.add(key);
      tell("numbers-gone", "bad", told(contact), number);
    }
    for (const mail of contact.mails) {
      const key = mail.toLowerCase();
      if (now.mails.has(key) || lost.has(key)) continue;
      lost.add(key);
      tell("mails-gone", "bad", told(contact), mail);
    }
    // If the older copy has the new name, too, nobody was renamed: two contacts were merged.
    if (!known && contact.name && holder && holder.name && !old.hasName(holder)) {
      tell("renamed", "note", told(contact), told(holder));
    }
  }
  for (const contact of after) {
    if (++count % CONTACTS_AT_ONCE === 0) yield count / all;
    if (!old.hasName(contact) && !old.holder(contact)) tell("new", "note", told(contact));
  }
  const order = ["gone", "numbers-gone", "mails-gone", "renamed", "new"];
  return order.map((finding) => found[finding]).filter(Boolean);
}
