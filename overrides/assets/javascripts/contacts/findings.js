// What there is to say about a backup, the worst first.

import { lost, uncoded, ungarbled } from "./garbled.js";
import { masked, numberKey, sameNumber } from "./numbers.js";
import { nameKey } from "./names.js";
import { CONTACTS_AT_ONCE } from "./texts.js";

/**
 * @typedef {import("./backup.js").Contact} Contact
 * @typedef {import("./backup.js").Backup} Backup
 * @typedef {object} Finding
 * @property {string} finding what was found, as in data-finding
 * @property {number} count how many contacts, or what else is found, it concerns
 * @property {"bad" | "good" | "note"} tone
 * @property {string} [kind] of a file that holds no contacts
 * @property {string[]} [names] of contacts, or of files; the first ones
 * @property {[string, string][]} [pairs] in place of names: a name and what it was before, or whom
 *   something belongs to and what it is
 * @property {Record<string, string | number | boolean>} [more] what the sentence tells besides
 */

/** In what order findings are told: red ones, the count, and the rest; and within each of them. */
const TONES = ["bad", "good", "note"];
const ORDER =
  "not-vcard cut no-end no-numbers lost whole guessed garbled coded no-name twice masked picture stray groups".split(" ");

/** How many names are told of one finding. */
export const NAMES_TOLD = 100;
/** How many different contacts of one name are compared with each other. */
const NAMESAKES = 20;

/** Findings on the way: names are collected as they come. */
class Found {
  /** @param {string} finding @param {"bad" | "good" | "note"} tone */
  constructor(finding, tone) {
    this.finding = finding;
    this.tone = tone;
    this.count = 0;
    /** @type {string[]} */
    this.names = [];
    /** @type {[string, string][]} */
    this.pairs = [];
    /** @type {Record<string, string | number | boolean>} */
    this.more = {};
  }

  /** @param {string} [name] @param {string} [other] */
  add(name = "", other) {
    this.count++;
    if (other !== undefined) {
      if (this.pairs.length < NAMES_TOLD) this.pairs.push([name, other]);
    } else if (name && this.names.length < NAMES_TOLD) this.names.push(name);
  }
}

/**
 * A contact's name as it is told; of one without a name its number, of one with neither its place.
 * @param {Contact} contact
 */
export function told({ name, probably, numbers, mails, place }) {
  return probably || name || numbers[0] || mails[0] || `#${place}`;
}

/**
 * Look at every contact, once its name is known; yields how far that has come.
 * @param {Backup} backup
 * @returns {Generator<number, Finding[]>}
 */
export function* findings(backup) {
  const { contacts, texts } = backup;
  const found = {
    ending: new Found("no-end", "bad"),
    numberless: new Found("no-numbers", "note"),
    lost: new Found("lost", "bad"),
    guessed: new Found("guessed", "note"),
    garbled: new Found("garbled", "note"),
    coded: new Found("coded", "note"),
    nameless: new Found("no-name", "note"),
    twice: new Found("twice", "note"),
    picture: new Found("picture", "note"),
    masked: new Found("masked", "note"),
  };
  let complete = 0;
  let numbered = 0;
  /** @type {Map<string, Contact[]>} */
  const seen = new Map();
  for (const contact of contacts) {
    if (contact.place % CONTACTS_AT_ONCE === 0) yield contact.place / contacts.length;
    const name = contact.name ?? "";
    look(contact, name, found);
    if (!contact.ended && !contact.cut) found.ending.add(told(contact));
    if (contact.numbers.length) numbered++;
    for (const number of contact.numbers) if (masked(number)) found.masked.add(told(contact), number);
    if (contact.cut) continue;
    complete++;
    if (!contact.numbers.length && !contact.mails.length) found.numberless.add(told(contact));
    if (!name) found.nameless.add(told(contact));
    if (contact.picture) found.picture.add(told(contact));
    if (repeats(contact, seen)) found.twice.add(told(contact));
  }
  if (complete && !numbered) {
    Object.assign(found.numberless, { count: complete, tone: "bad", more: { all: true } });
  }
  const guessed = texts.guessed();
  if (guessed) {
    found.guessed.count = guessed;
    found.guessed.more = { encoding: texts.encoding };
    const owners = texts.unread.filter(({ name }) => name).map(({ owner }) => owner.name ?? "");
    found.guessed.names = [...new Set(owners.filter(Boolean))].slice(0, 3);
  }
  const list = [...about(backup), ...Object.values(found).filter(({ count }) => count)];
  const rank = (/** @type {Finding} */ { finding, tone }) => TONES.indexOf(tone) * ORDER.length + ORDER.indexOf(finding);
  return list.sort((one, other) => rank(one) - rank(other));
}

/**
 * What is wrong with the characters of a name.
 * @param {Contact} contact @param {string} name @param {Record<string, Found>} found
 */
function look(contact, name, found) {
  const plain = uncoded(name);
  const was = ungarbled(name);
  if (plain !== name) {
    contact.probably = plain;
    found.coded.add(plain);
    found.coded.more.undeclared = true;
  } else if (was) {
    contact.probably = was;
    found.garbled.add(name, was);
  } else if (!contact.cut && lost(name)) found.lost.add(name);
  else {
    if (contact.coded) found.coded.add(name);
    if (!contact.damaged) return;
    found.lost.add(told(contact));
    found.lost.more.elsewhere = Number(found.lost.more.elsewhere ?? 0) + 1;
  }
}

/**
 * Whether another contact before has the same name, numbers and addresses.
 * @param {Contact} contact @param {Map<string, Contact[]>} seen
 */
function repeats(contact, seen) {
  const { numbers, mails } = contact;
  const name = nameKey(contact.probably || contact.name || "");
  if (!name && !numbers.length && !mails.length) return false;
  const keys = numbers.map(numberKey);
  const key = JSON.stringify([name, keys.map((one) => one.slice(-7)).sort(), mails.map((one) => one.toLowerCase()).sort()]);
  const others = seen.get(key);
  if (!others) {
    seen.set(key, [contact]);
    return false;
  }
  const same = others.some((other) =>
    other.numbers.every((number) => keys.some((one) => sameNumber(one, numberKey(number)))),
  );
  if (!same && others.length < NAMESAKES) others.push(contact);
  return same;
}

/**
 * What is to be said of the files.
 * @param {Backup} backup
 * @returns {Generator<Finding>}
 */
function* about({ contacts, others, cuts, groups, stray, strays }) {
  for (const kind of new Set(others.map((other) => other.kind))) {
    const names = others.filter((other) => other.kind === kind).map(({ file }) => file);
    yield { finding: "not-vcard", count: names.length, kind, tone: "bad", names };
  }
  if (cuts.length) {
    const [{ place, contact, last, inside }] = cuts;
    const sound = cuts.length === 1 && contacts.every(({ ended, cut }) => ended || cut);
    const more = {
      place,
      name: contact && contact.name ? told(contact) : "",
      after: last ? told(last) : "",
      inside,
      before: sound ? place - 1 : 0,
    };
    yield { finding: "cut", count: cuts.length, tone: "bad", more, names: cuts.map(({ file }) => file) };
  } else if (contacts.length && contacts.every(({ ended }) => ended)) {
    yield { finding: "whole", count: contacts.length, tone: "good" };
  }
  if (stray) yield { finding: "stray", count: stray, tone: "note", names: strays.filter((line) => line !== "\0") };
  if (groups) yield { finding: "groups", count: groups, tone: "note" };
}
