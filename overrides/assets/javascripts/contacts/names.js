// Names: put together from their parts, and compared as people would compare them.

import { parts, unescaped } from "./properties.js";

/** Scripts whose names stand family first, with nothing between. */
const TOGETHER = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

/** @param {string} text @returns {string} without space at its ends; a no-break space is none here */
function trimmed(text) {
  // A garbled name may end in a no-break space that is half of a character.
  return text.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

/**
 * @param {string} text the value of N: family; given; additional; prefix; suffix
 * @returns {string}
 */
export function composed(text) {
  const [family, given = "", more = "", before = "", after = ""] = parts(text).map((part) =>
    trimmed(part.replace(/,/g, " ")),
  );
  const together = TOGETHER.test(family + given) && !/[A-Za-z]/.test(family + given);
  const order = together ? [before, family + given + more, after] : [before, given, more, family, after];
  return trimmed(order.filter(Boolean).join(" "));
}

/**
 * The name a phone shows: the whole one, else its parts, else what stands for it.
 * @param {string} whole FN @param {string} divided N @param {string} other ORG or NICKNAME
 * @returns {string} empty if there is none
 */
export function nameOf(whole, divided, other) {
  return trimmed(unescaped(whole)) || composed(divided) || trimmed(parts(other).filter(Boolean).join(" "));
}

/**
 * What is the same for two spellings of one name: order, case and signs do not count.
 * @param {string} name
 */
export function nameKey(name) {
  const plain = name.normalize("NFKC").toLowerCase();
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const whole = words.join("");
  if (!whole) return plain.trim();
  if (/^[\u3400-\u9fff]+$/.test(whole)) return [...whole].sort().join("");
  return words.sort().join(" ");
}

/**
 * A name as a reader may look for it: also without its accents, spaces and case.
 * @param {string} name
 */
export function searchKey(name) {
  const folded = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.replace(/[\s.,'’·-]+/g, "").replace(/ø/g, "o").replace(/æ/g, "ae").replace(/ß/g, "ss");
}
