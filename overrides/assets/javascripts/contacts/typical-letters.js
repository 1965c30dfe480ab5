// What letters look like in names: which characters of an East Asian encoding are the frequent
// ones, and how the letters of the other scripts stand beside each other.

/**
 * Where the frequent characters stand: the first byte of the first and of the last of them, and both
 * bytes of the last. Each encoding has the characters that everybody needs in one block.
 * @type {Record<string, [number, number, number]>}
 */
const FREQUENT = {
  gb18030: [0xb0, 0xd7, 0xd7f9],
  big5: [0xa4, 0xc6, 0xc67e],
  shift_jis: [0x88, 0x98, 0x9872],
  "euc-kr": [0xb0, 0xc8, 0xc8fe],
};

/** @type {Map<string, Set<string>>} */
const frequent = new Map();

/** @param {string} encoding one of those @returns {Set<string>} */
export function commonHanzi(encoding) {
  let found = frequent.get(encoding);
  if (!found) {
    const [first, last, end] = FREQUENT[encoding];
    const bytes = [];
    for (let lead = first; lead <= last; lead++) {
      // The second bytes that each of them uses: GB 2312 and KS X 1001 those above A0 only.
      for (let second = /^(?:gb|euc)/.test(encoding) ? 0xa1 : 0x40; second <= 0xfe; second++) {
        const pair = lead * 256 + second;
        if (second !== 0x7f && pair <= end && (encoding !== "shift_jis" || pair >= 0x889f)) bytes.push(lead, second);
      }
    }
    const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
    found = new Set(text.match(/[\u4e00-\u9fff\uac00-\ud7a3]/g));
    frequent.set(encoding, found);
  }
  return found;
}

/** Runs of letters beyond ASCII, each with what stands before and after it. */
const RUN = /([A-Za-z]?)([^\0-\x7f]+)(?=([A-Za-z]?))/g;

/**
 * Western letters: those with an accent stand alone among letters without.
 * @param {string} text
 * @param {number} count characters of it beyond ASCII
 */
function latin(text, count) {
  let sum = 0;
  for (const [, before, run, after] of text.matchAll(RUN)) {
    if (!/^[\u00c0-\u024f]+$/.test(run) || /[×÷]/.test(run)) continue;
    const alone = before || after ? 1 : 0.3;
    sum += run.length === 1 ? alone : run.length === 2 ? 0.8 * alone : 0;
  }
  return sum / count;
}

/**
 * A script with its own vowels and small letters: capitals begin words, and some letters of a word
 * are vowels. Read in the wrong encoding, neither is so.
 * @param {RegExp} letter @param {RegExp} vowel @param {RegExp} odd what no word has
 */
function cased(letter, vowel, odd) {
  return (/** @type {string} */ text, /** @type {number} */ count) => {
    let letters = 0;
    let vowels = 0;
    let wrong = 0;
    for (const [, before, run, after] of text.matchAll(RUN)) {
      // Letters of two scripts in one word are a sign of neither.
      if (before || after) continue;
      const own = [...run].filter((it) => letter.test(it));
      letters += own.length;
      vowels += own.filter((it) => vowel.test(it)).length;
      for (let at = 0; at < run.length; at++) {
        const small = run[at] !== run[at].toUpperCase();
        const next = run[at + 1] ?? "";
        if (small && next !== next.toLowerCase()) wrong++;
        if (at === 0 && small) wrong += 0.5;
        if (at > 0 && run[at] !== run[at].toLowerCase()) wrong += 0.3;
        if (odd.test(run.slice(at, at + 2))) wrong += 2;
      }
    }
    const share = letters ? vowels / letters : 0;
    const spoken = share >= 0.3 && share <= 0.65 ? 1 : 0.5;
    return Math.max(0, ((letters - wrong) / count) * spoken * 0.98);
  };
}

/** The scripts of one byte a letter, with the encodings that have them. */
export const LETTERS = [
  // Without a label nobody can tell the three apart: the first is the most frequent.
  { encodings: ["windows-1252"], likeness: latin },
  {
    encodings: ["windows-1250", "windows-1254"],
    likeness: (/** @type {string} */ text, /** @type {number} */ count) => latin(text, count) * 0.9,
  },
  {
    encodings: ["windows-1251", "koi8-r"],
    likeness: cased(/[А-яЁёІіЇїЄєҐґ]/, /[аеёиіоуыэюяєї]/i, /[ъьыЪЬЫ][ъьЪЬ]/),
  },
  { encodings: ["windows-1253"], likeness: cased(/[Ά-ώ]/, /[αεηιουωάέήίόύώϊϋΐΰ]/i, /ς[^\s\0-\x7f]/) },
  {
    encodings: ["windows-1255"],
    likeness: (/** @type {string} */ text, /** @type {number} */ count) =>
      ((text.match(/[א-ת]{2,}/g) ?? []).join("").length / count) * 0.8,
  },
  {
    encodings: ["windows-1256"],
    likeness: (/** @type {string} */ text, /** @type {number} */ count) =>
      ((text.match(/[ء-ي]{3,}/g) ?? []).join("").length / count) * 0.7,
  },
];
