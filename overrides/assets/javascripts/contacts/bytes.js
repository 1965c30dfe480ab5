// Bytes as text. A file is cut into lines and its lines are joined before anyone can know how its
// characters are written: several encodings can stand in one file, and a line may break inside a
// character. So ASCII stands for itself, and each higher byte b for U+F700 + b.

const TRANSPARENT = new TextDecoder("x-user-defined");
const UTF8 = new TextDecoder("utf-8");

/** Whether a text made by `fromBytes` holds anything but ASCII. */
const HIGH = /[\uf780-\uf7ff]/;
/** How many bytes are read before something else may be done. */
const BYTES_AT_ONCE = 1 << 20;

/** @param {Uint8Array} bytes */
export function fromBytes(bytes) {
  return TRANSPARENT.decode(bytes);
}

/** @param {string} text as `fromBytes` makes it @returns {Uint8Array} */
export function toBytes(text) {
  const bytes = new Uint8Array(text.length);
  // The array keeps the lower byte, which is the one that was read.
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** @param {string} text as `fromBytes` makes it */
export function isAscii(text) {
  return !HIGH.test(text);
}

/**
 * The whole file as text of bytes. UTF-16 is known by its mark or, as some programs of the Mac
 * leave it out, by the zero in one of its first two bytes; it is turned into UTF-8. Yields now and
 * then how far it has come (0 to 1).
 * @param {Uint8Array} bytes
 * @returns {Generator<number, string>}
 */
export function* textOf(bytes) {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first > 0 && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second > 0);
  const wide = little || big ? new TextDecoder(little ? "utf-16le" : "utf-16be") : undefined;
  const parts = [];
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE) {
    const some = bytes.subarray(at, at + BYTES_AT_ONCE);
    const last = at + BYTES_AT_ONCE >= bytes.length;
    const text = wide?.decode(some, { stream: !last });
    // A file that is cut in the middle of a character ends with a sign for it.
    const own = text === undefined ? some : new TextEncoder().encode(last ? text.replace(/\ufffd$/, "") : text);
    parts.push(fromBytes(own));
    yield at / bytes.length;
  }
  return parts.join("");
}

/** @param {number} code of a character @returns {number} its value as a digit of base 16, or -1 */
function digit(code) {
  if (code >= 48 && code <= 57) return code - 48;
  const upper = code & ~32;
  return upper >= 65 && upper <= 70 ? upper - 55 : -1;
}

/**
 * Undo Quoted-Printable: `=E5` is the byte E5. What is no code stays as it is.
 * @param {string} text as `fromBytes` makes it, its lines joined
 * @returns {Uint8Array}
 */
export function unquoted(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const high = code === 61 ? digit(text.charCodeAt(at + 1)) : -1;
    const low = high < 0 ? -1 : digit(text.charCodeAt(at + 2));
    if (low >= 0) at += 2;
    bytes[length++] = low < 0 ? code : high * 16 + low;
  }
  return bytes.subarray(0, length);
}

/**
 * Read bytes as UTF-8.
 * @param {Uint8Array} bytes
 * @returns {{ text: string, bad: number, good: number, long: number }} the text, U+FFFD where it
 *   is none; the number of those; the characters beyond ASCII; and those of them that take three
 *   bytes or more, which hardly ever come about by chance
 */
export function utf8(bytes) {
  const text = UTF8.decode(bytes);
  const signs = text.match(/\ufffd/g);
  let bad = 0;
  if (signs) {
    // The sign itself may be written in the file: there it is as good as any other character.
    bad = signs.length;
    for (let at = 0; at < bytes.length - 2; at++) {
      if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) bad--;
    }
  }
  const others = bad ? text.replace(/\ufffd/g, "") : text;
  const good = others.replace(/[\0-\x7f]+/g, "").length;
  return { text, bad, good, long: good && others.replace(/[\0-\u07ff]+/g, "").length };
}
