// Which encoding a text is in: what its label says, or what the names of the file look like.

import { LETTERS, commonHanzi } from "./typical-letters.js";

/** The encodings a reader can choose from, in the order in which the more likely one wins. */
export const ENCODINGS = [
  "gb18030",
  "big5",
  "shift_jis",
  "euc-kr",
  "windows-1252",
  "windows-1251",
  "windows-1253",
  "koi8-r",
  "windows-1250",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "euc-jp",
];
/** What some programs write, and browsers do not know by that name. */
const OTHER_NAMES = { cp936: "gbk", ms936: "gbk", cp950: "big5", cp932: "shift_jis", cp949: "euc-kr" };

/** @type {Map<string, TextDecoder | undefined>} */
const decoders = new Map();

/** @param {string} label @returns {TextDecoder | undefined} that throws at what it cannot read */
function decoderFor(label) {
  const name = label.trim().toLowerCase();
  if (!decoders.has(name)) {
    let decoder;
    try {
      decoder = new TextDecoder(/** @type {any} */ (OTHER_NAMES)[name] ?? name, { fatal: true });
    } catch {
      // Nobody knows this name.
    }
    decoders.set(name, decoder);
  }
  return decoders.get(name);
}

/** @param {string} label @returns {string} the name of ENCODINGS for it; empty if there is none */
export function encodingOf(label) {
  const name = decoderFor(label)?.encoding ?? "";
  return name === "gbk" ? "gb18030" : name;
}

/**
 * Read bytes in the encoding of this name.
 * @param {Uint8Array} bytes
 * @param {string} label
 * @returns {string | undefined} nothing if there is no such encoding, or it cannot be that one
 */
export function decode(bytes, label) {
  try {
    return decoderFor(label)?.decode(bytes);
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes @param {string} label of ENCODINGS; unreadable bytes become U+FFFD */
export function decodeAll(bytes, label) {
  return decode(bytes, label) ?? new TextDecoder(label).decode(bytes);
}

/**
 * Read UTF-7, which browsers no longer do: `+XyA-` is base64 of UTF-16.
 * @param {string} text ASCII
 */
export function utf7(text) {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, code) => {
    if (!code) return "+";
    try {
      const bytes = Uint8Array.from(atob(code), (one) => one.charCodeAt(0));
      return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length & ~1));
    } catch {
      return whole;
    }
  });
}

/** How likely a letter of each script is where it stands: 1 as in a name, 0 as by chance. */
const RANKS = {
  gb18030: hanziRank("gb18030"),
  big5: hanziRank("big5"),
  shift_jis: (/** @type {string} */ it) =>
    /[\u3041-\u30fe]/.test(it) ? 1 : /[\uff61-\uff9f]/.test(it) ? 0.2 : commonHanzi("shift_jis").has(it) ? 0.9 : 0.1,
  "euc-kr": (/** @type {string} */ it) => (commonHanzi("euc-kr").has(it) ? 0.95 : 0.1),
};

/** @param {string} encoding @returns {(character: string) => number} */
function hanziRank(encoding) {
  return (it) => (commonHanzi(encoding).has(it) ? 1 : /[\u4e00-\u9fff\u3041-\u30fe]/.test(it) ? 0.25 : 0);
}

/** The family names of nine in ten Koreans: in bytes they look like frequent Chinese characters. */
const KOREAN = /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구]/;

/**
 * How much names look as if they were in an encoding.
 * @param {string[]} names as they read in it
 * @param {string} encoding
 * @returns {number} 0 to 1
 */
export function likeness(names, encoding) {
  const whole = names.join("\n");
  const high = [...whole.replace(/[\0-\x7f]+/g, "")];
  if (!high.length) return 0;
  const script = LETTERS.find(({ encodings }) => encodings.includes(encoding));
  if (script) return script.likeness(whole, high.length);
  const rank = /** @type {Record<string, (it: string) => number>} */ (RANKS)[encoding];
  if (!rank) return 0;
  let sum = 0;
  for (const character of high) sum += character === "\ufffd" ? -1 : rank(character);
  // A Chinese character beside small letters is hardly one: it is an accented letter and the letter
  // after it, read as one character.
  sum -= 0.6 * (whole.match(/[\u3400-\u9fff](?=[a-z])|[a-z](?=[\u3400-\u9fff])/g)?.length ?? 0);
  const mean = sum / high.length;
  if (encoding !== "euc-kr" || mean < 0.94) return Math.max(0, mean);
  // It can be read as Korean. So can a few Chinese names: it takes ten characters, or Korean family
  // names, to believe it.
  const korean = names.filter((name) => KOREAN.test(name)).length / names.length;
  return high.length >= 10 || korean >= 0.5 ? 1.01 : 0.9;
}

/**
 * The encoding that fits names best.
 * @param {Uint8Array[]} names that are not UTF-8 and have no label that fits
 * @param {string[]} labels that other texts of the same file have
 */
export function guess(names, labels = []) {
  // More would not change the answer.
  const some = names.slice(0, 200);
  let best = ENCODINGS[0];
  let most = 0;
  const own = labels.map(encodingOf).filter((name) => name && name !== "utf-8");
  for (const encoding of [...own, ...ENCODINGS]) {
    const likely = likeness(some.map((bytes) => decodeAll(bytes, encoding)), encoding);
    const asLabelled = own.includes(encoding) ? Math.min(1, likely + 0.3) : likely;
    if (asLabelled > most) {
      best = encoding;
      most = asLabelled;
    }
  }
  return best;
}
