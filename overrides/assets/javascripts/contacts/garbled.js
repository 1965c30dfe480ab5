// Names that are not what they were: garbled, with characters lost, or left in codes.

import { decode, likeness, utf7 } from "./encodings.js";
import { commonHanzi } from "./typical-letters.js";
import { fromBytes, unquoted, utf8 } from "./bytes.js";

/** Stands for a byte that was lost on the way. */
const LOST_BYTE = -1;

/** @type {Map<string, Map<string, number[]>>} */
const tables = new Map();

/**
 * What bytes the characters of an encoding have.
 * @param {string} encoding
 */
function bytesOf(encoding) {
  let table = tables.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x80; lead <= 0xff; lead++) {
      const one = decoder.decode(Uint8Array.of(lead));
      if (one.length === 1 && one !== "\ufffd") table.set(one, [lead]);
      if (/^(windows|mac)/.test(encoding)) continue;
      for (let second = 0x40; second <= 0xfe; second++) {
        const two = decoder.decode(Uint8Array.of(lead, second));
        if (two.length === 1 && two !== "\ufffd" && !table.has(two)) table.set(two, [lead, second]);
      }
    }
    tables.set(encoding, table);
  }
  return table;
}

/**
 * The bytes that were read in this encoding, if the name can have come from it.
 * @param {string} name @param {string} encoding
 * @returns {number[] | undefined}
 */
function backTo(name, encoding) {
  const table = bytesOf(encoding);
  const latin = encoding === "windows-1252";
  const found = [];
  for (const character of name) {
    const code = character.charCodeAt(0);
    const bytes = table.get(character);
    if (code < 0x80) found.push(code);
    else if (bytes) found.push(...bytes);
    // Latin-1 has the same letters and, where they are in Windows-1252, nothing.
    else if (latin && code < 0x100) found.push(code);
    else if (character === "\ufffd") found.push(LOST_BYTE);
    else return undefined;
  }
  return found;
}

/**
 * Read bytes as UTF-8 although some were lost: a question mark or space stands for one, the last
 * may be missing.
 * @param {number[]} bytes
 * @param {number} shortest how many bytes a character has that may lack some
 * @returns {string | undefined} nothing if they are no UTF-8
 */
function mended(bytes, shortest = 3) {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at];
    if (lead >= 0 && lead < 0x80) {
      text += String.fromCharCode(lead);
      at++;
      continue;
    }
    const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 && lead <= 0xdf ? 2 : 0;
    if (!length || lead > 0xf4) return undefined;
    const own = [lead];
    let missing = false;
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next];
      if (byte >= 0x80 && byte <= 0xbf) own.push(byte);
      else if (length < shortest) return undefined;
      // A no-break space is often made an ordinary one.
      else if (byte === 0x20 && lead >= 0xe3) own.push(0xa0);
      else if (byte === LOST_BYTE || byte === undefined || byte === 0x3f) missing = true;
      else return undefined;
    }
    const one = missing ? "?" : utf8(Uint8Array.from(own)).text;
    if (one.includes("\ufffd")) return undefined;
    text += one;
    at += length;
  }
  return text;
}

/** @param {string} text @returns {number} how many different characters beyond ASCII it has */
function variety(text) {
  return new Set(text.replace(/[\0-\x7f]+/g, "")).size;
}

/** @param {string} name UTF-8 that was read as a Western or Cyrillic encoding @returns {string | undefined} */
function fromSingle(name) {
  for (const encoding of ["windows-1252", "windows-1251", "macintosh"]) {
    const bytes = backTo(name, encoding);
    const text = bytes && mended(bytes, encoding === "windows-1251" ? 2 : 3);
    if (text && variety(text) && !/[\x80-\x9f]/.test(text)) return text;
  }
  return undefined;
}

/** @param {string} name UTF-8 that was read as an East Asian encoding @returns {string | undefined} */
function fromDouble(name) {
  for (const encoding of ["gbk", "big5", "shift_jis"]) {
    if (encoding === "shift_jis" && !/[\uff61-\uff9f]/.test(name)) continue;
    const bytes = backTo(name, encoding);
    const text = bytes && mended(bytes);
    if (!text) continue;
    if (/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/.test(text) && !/[\u0080-\u2fff\ue000-\uf8ff]/.test(text)) return text;
    // Two bytes alone may by chance be text in both encodings. Not by chance: an accented letter inside
    // a Western word, or four letters of a Cyrillic or Greek word.
    if (/[a-z][\u00c0-\u017f]|[\u00c0-\u017f][a-z]/.test(text) && !/[\u0180-\uffff]/.test(text) && !/[\u4e00-\u9fff][A-Z]|\s[\u4e00-\u9fff](?![a-z])|^[\u4e00-\u9fff]{2}/.test(name)) return text;
    if (name.length >= 4 && (likeness([text], "windows-1251") > 0.9 || likeness([text], "windows-1253") > 0.9)) return text;
  }
  return undefined;
}

/** @param {string} name an encoding of two bytes, or Cyrillic, that was read as a Western one */
function fromWestern(name) {
  // Western names have no four such letters in a row, and no signs among them.
  const signs = /[\u0080-\u00a9\u00ab-\u00b6\u00b8\u00b9\u00bb-\u00bf]/.test(name);
  if (!/[\u0080-\u00ff]{4}/.test(name) && !(signs && /(?:[^]*[\u0080-\u00ff]){3}/.test(name))) return undefined;
  const bytes = backTo(name, "windows-1252");
  if (!bytes || bytes.includes(LOST_BYTE)) return undefined;
  const array = Uint8Array.from(bytes);
  const chinese = decode(array, "gb18030");
  const hanzi = chinese?.replace(/[\0-\x7f]+/g, "") ?? "";
  const common = [...hanzi].filter((it) => commonHanzi("gb18030").has(it)).length;
  if (variety(hanzi) > 1 && common === hanzi.length) return chinese;
  for (const encoding of ["big5", "shift_jis", "windows-1251", "windows-1253"]) {
    const text = decode(array, encoding);
    if (text && variety(text) > 1 && likeness([text], encoding) > 0.9) return text;
  }
  // With some rarer characters: only if every byte of them is above A0, as in GB 2312.
  return variety(hanzi) > 1 && common && bytes.every((byte) => byte < 0x80 || byte > 0xa0) ? chinese : undefined;
}

/**
 * What a garbled name probably was.
 * @param {string} name
 * @returns {string | undefined} nothing if it does not look garbled
 */
export function ungarbled(name) {
  if (!/[^\0-\x7f]/.test(name) || name.length > 200) return undefined;
  const east = /[\u3400-\u9fff\uff61-\uff9f\ue000-\uf8ff]/.test(name);
  const found = east ? fromDouble(name) : fromSingle(name) ?? fromWestern(name);
  return found === name ? undefined : found;
}

/** @param {string} name whether characters of it are lost for good */
export function lost(name) {
  if (/\ufffd|锟斤拷|烫烫烫|屯屯屯/.test(name)) return true;
  return /^[\s?？]*[?？]{2}[\s?？]*$/.test(name) || /\p{Ll}\?\p{Ll}/u.test(name);
}

/**
 * The name behind codes that were left in it.
 * @param {string} name
 * @returns {string} the same if it has none
 */
export function uncoded(name) {
  if (!/[=%\\&+]/.test(name) || name.length > 2000) return name;
  const mail = /^=\?([\w-]+)\?([bq])\?([^?]*)\?=$/i.exec(name);
  if (mail) return fromMail(mail) ?? name;
  const codes = [/=[0-9a-f]{2}/gi, /%[0-9a-f]{2}/gi].find((code) => (name.match(code)?.length ?? 0) > 1);
  if (codes) {
    const written = name.replace(/%(?=[0-9a-f]{2})/gi, "=").replace(/=$/, "");
    const bytes = unquoted(fromBytes(new TextEncoder().encode(written)));
    const { text, bad, good } = utf8(bytes);
    if (good && !bad) return text;
    const chinese = decode(bytes, "gb18030");
    return chinese && likeness([chinese], "gb18030") > 0.9 ? chinese : name;
  }
  return name
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code) => {
      const point = code[0] === "x" || code[0] === "X" ? parseInt(code.slice(1), 16) : Number(code);
      return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

/** @param {RegExpExecArray} parts of a word as e-mail writes it: encoding, b or q, code */
function fromMail([, label, way, code]) {
  try {
    const bytes = /b/i.test(way)
      ? Uint8Array.from(atob(code), (one) => one.charCodeAt(0))
      : unquoted(code.replace(/_/g, " "));
    return /utf-7/i.test(label) ? utf7(fromBytes(bytes)) : decode(bytes, label);
  } catch {
    return undefined;
  }
}
