// Reads the texts of a backup, and keeps aside those whose encoding only all of them together can
// tell.

import { utf8 } from "./bytes.js";
import { decode, decodeAll, encodingOf, guess, likeness, utf7 } from "./encodings.js";

/**
 * @typedef {import("./properties.js").Value} Value
 * @typedef {{ bytes: Uint8Array, set: (text: string, guessed: boolean) => void, name: boolean,
 *   owner: import("./backup.js").Contact }} Unread
 */

/** How many contacts are looked at before something else may be done. */
export const CONTACTS_AT_ONCE = 250;
/** Encodings of two bytes a character: these can by chance be UTF-8, or each other. */
const EAST = /^(?:gb18030|big5|shift_jis)$/;

/**
 * Whether a label is wrong: what it says can be read, but hardly means anything, and what another
 * encoding says does.
 * @param {Uint8Array} bytes @param {string} text as it reads by its label @param {string} encoding
 */
function lies(bytes, text, encoding) {
  if (!EAST.test(encoding) || likeness([text], encoding) > 0.75) return false;
  const better = guess([bytes]);
  return likeness([decodeAll(bytes, better)], better) > 0.99;
}

/**
 * A text that is not in the encoding of the others: it hardly means anything there.
 * @param {Uint8Array} bytes @param {string} encoding of the others
 * @returns {string | undefined} the text, if another encoding fits it well
 */
function exception(bytes, encoding) {
  const text = decode(bytes, encoding);
  if (text !== undefined && likeness([text], encoding) > 0.3) return undefined;
  const better = guess([bytes]);
  const other = decode(bytes, better);
  return other !== undefined && likeness([other], better) > 0.95 ? other : undefined;
}

export class Texts {
  constructor() {
    /** @type {Unread[]} neither UTF-8 nor what their label says */
    this.unread = [];
    /** @type {Unread[]} UTF-8, but perhaps by chance */
    this.doubtful = [];
    /** Whether a text without a label is UTF-8 beyond doubt. */
    this.certain = false;
    /** @type {Set<string>} labels that were right for some text: a text without one may be the same */
    this.labels = new Set();
    /** The encoding that `settle` has guessed, or a reader has chosen. */
    this.encoding = "";
  }

  /**
   * Read a text, now or when all are there.
   * @param {Value} value
   * @param {boolean} name whether it is (part of) a name
   * @param {import("./backup.js").Contact} owner
   * @param {(text: string, guessed: boolean) => void} set takes it
   */
  read({ written, bytes, label }, name, owner, set) {
    if (!bytes) return set(/utf-7$/.test(label) ? utf7(written) : written, false);
    const { text, bad, good, long } = utf8(bytes);
    const labelled = /^utf-?8$/.test(label);
    if (!bad) {
      const encoding = label && !long && good ? encodingOf(label) : "";
      const east = EAST.test(encoding) ? decode(bytes, label) : undefined;
      if (east && likeness([east], encoding) > 0.99) return set(east, false);
      if (long && !label) this.certain = true;
      if (good && !long && !label) this.doubtful.push({ bytes, set, name, owner });
      return set(text, false);
    }
    const other = label && !labelled ? decode(bytes, label) : undefined;
    if (other !== undefined && !lies(bytes, other, encodingOf(label))) {
      this.labels.add(label);
      return set(other, false);
    }
    // UTF-8 with a few bytes lost is still UTF-8.
    if (labelled ? good >= bad : long >= bad) return set(text, false);
    this.unread.push({ bytes, set, name, owner });
    return undefined;
  }

  /**
   * Read what was kept aside; yields now and then.
   * @param {string} [chosen] the encoding; without it, the one that the names look like
   * @returns {Generator<number, void>}
   */
  *settle(chosen) {
    if (!this.unread.length) return;
    const names = this.unread.filter(({ name }) => name);
    const some = names.length ? names : this.unread;
    this.encoding = chosen || guess(some.map(({ bytes }) => bytes), [...this.labels]);
    let count = 0;
    for (const { bytes, set } of this.unread) {
      if (++count % CONTACTS_AT_ONCE === 0) yield 0;
      set((!chosen && exception(bytes, this.encoding)) || decodeAll(bytes, this.encoding), true);
    }
    if (this.certain) return;
    for (const { bytes, set } of this.doubtful) {
      const text = decode(bytes, this.encoding);
      const like = text !== undefined && likeness([text], this.encoding) > 0.99;
      set(like ? text : utf8(bytes).text, true);
    }
  }

  /** @returns {number} the contacts of which something was read by a guess */
  guessed() {
    return new Set(this.unread.map(({ owner }) => owner.place).filter(Boolean)).size;
  }
}
