// One property of a contact: what it is called, what its value is, in bytes.

import { isAscii, toBytes, unquoted } from "./bytes.js";

/**
 * @typedef {object} Value
 * @property {string} written as it stands in the file, its lines joined
 * @property {Uint8Array | undefined} bytes if there is more than ASCII in it
 * @property {string} label the encoding it says it is in; empty if it says none
 * @property {boolean} coded whether the file has it in codes (=E5=BC=A0)
 */

/** @param {string} text a property whose lines are joined @returns {number} where its value begins */
function valueStart(text) {
  let colon = text.indexOf(":");
  // A quoted parameter may hold colons; a quotation mark that never closes is no quotation.
  for (let quote = text.indexOf('"'); quote >= 0 && quote < colon; ) {
    const closing = text.indexOf('"', quote + 1);
    if (closing < 0) break;
    if (closing > colon) colon = text.indexOf(":", closing);
    quote = text.indexOf('"', closing + 1);
  }
  return colon < 0 ? text.length : colon + 1;
}

/**
 * Join the lines of a property.
 * @param {string} slice as it stands in the file
 * @param {boolean} quoted whether `=` at the end of a line joins it with the next
 */
export function joined(slice, quoted) {
  const text = quoted ? slice.replace(/=[ \t]*[\r\n]+(?:[ \t]+[\r\n]+)*/g, "") : slice;
  return text.replace(/[\r\n]+[ \t]?/g, "");
}

/**
 * The value of a property that is text.
 * @param {string} slice as it stands in the file
 * @param {number} lines how many of the file's lines it takes
 * @param {boolean} name whether it is a name: those are in codes now and then without saying so
 * @returns {Value}
 */
export function valueOf(slice, lines, name) {
  const head = slice.slice(0, valueStart(slice));
  let quoted = head.includes(";") && /quoted-printable|;\s*(?:encoding=)?"?q"?[;:]/i.test(head);
  let text = slice;
  if (lines > 1) {
    const codes = quoted || /quoted-printable/i.test(slice.slice(0, 400)) || (name && /=[0-9a-f]{2}=\s*[\r\n]/i.test(slice));
    text = joined(slice, codes);
  }
  const start = valueStart(text);
  quoted = quoted || /quoted-printable/i.test(text.slice(0, start));
  const value = text.slice(start);
  const label = /;\s*charset\s*=\s*"?([^;:",]+)/i.exec(text.slice(0, start));
  const coded = quoted && /=[0-9a-f]{2}/i.test(value);
  // A soft break with nothing behind it: the name ended where the break was due.
  const written = quoted ? value.replace(/=[ \t]*$/, "") : value;
  const base64 = /;\s*(?:encoding=)?"?(?:base64|b)"?\s*(?:;|:$)/i.test(text.slice(0, start)) && fromBase64(written);
  const bytes = base64 || (coded ? unquoted(written) : isAscii(written) ? undefined : toBytes(written));
  return { written, bytes, label: label ? label[1].trim().toLowerCase() : "", coded };
}

/** @param {string} code @returns {Uint8Array | undefined} nothing if it is none */
function fromBase64(code) {
  try {
    return Uint8Array.from(atob(code.replace(/\s+/g, "")), (one) => one.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/**
 * Whether a picture in the file is broken: its code has signs that no code has, or a length that
 * none can have. What is not in the file but somewhere else is nothing to look at.
 * @param {string} slice as it stands in the file
 */
export function brokenPicture(slice) {
  const start = valueStart(slice);
  let at = start;
  if (!/base64|;\s*(?:encoding=)?"?b"?[;:]/i.test(slice.slice(0, start))) {
    const data = /^\s*data:[^,]{0,200};base64,/i.exec(slice.slice(start, start + 300));
    if (!data) return false;
    at += data[0].length;
  }
  const code = slice.slice(at).replace(/[\s\\]+/g, "");
  const end = code.indexOf("=");
  const length = end < 0 ? code.length : end;
  if (/[^A-Za-z0-9+/=]/.test(code)) return true;
  return length % 4 === 1 || code.length % 4 === 1 || /=[^=]/.test(code);
}

/** @param {string} text whose escapes (`\,` `\n`) are to be undone */
export function unescaped(text) {
  return text.includes("\\") ? text.replace(/\\([\\,;:nN])/g, (_, one) => (/n/i.test(one) ? " " : one)) : text;
}

/**
 * The parts of a text divided by semicolons, but not by `\;`.
 * @param {string} text
 * @returns {string[]}
 */
export function parts(text) {
  const found = [""];
  for (const piece of text.split(/(\\.|;)/)) {
    if (piece === ";") found.push("");
    else found[found.length - 1] += piece;
  }
  return found.map(unescaped);
}
