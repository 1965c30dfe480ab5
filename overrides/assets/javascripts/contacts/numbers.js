// Telephone numbers: the same number is written in many ways.

/** What stands behind a number, not in it: pauses, an extension. */
const BEHIND = /[\d)]\s*(?:[;,pw]|(?:x|#?ext(?:ension)?|分机|转|内线)[.:\s]*\d).*$/i;
/** From so many digits on, a number is the same as a longer one that ends in it. */
const WHOLE = 7;
/** Longer ones are no numbers; this bounds the work on them. */
const LONGEST_NUMBER = 40;

/**
 * The digits that tell a number from others: without the code of Norway or China, and without
 * what is dialled before a number at home.
 * @param {string} text
 * @returns {string} what was written, small, if there are no digits in it, or not all of them
 */
export function numberKey(text) {
  const written = text.slice(0, 2 * LONGEST_NUMBER).normalize("NFKC").trim().replace(/^(?:tel|sms):/i, "");
  const cut = written.replace(/^[\spwx,;]+/i, "").replace(BEHIND, (found) => found[0]);
  const abroad = /^[\s(]*(?:\+|00)/.test(cut);
  let digits = cut.replace(/\D+/g, "").slice(0, LONGEST_NUMBER);
  if (!digits || masked(text)) return written.toLowerCase();
  if (abroad) digits = digits.replace(/^00/, "").replace(/^(?:47|86)(?=\d{5})/, "");
  else if (/^861[3-9]\d{9}$/.test(digits)) digits = digits.slice(2);
  return digits.replace(/^0(?=\d{6})/, "");
}

/** Numbers to look others up in; by all their ends, so that a look takes no longer than the number. */
export class Numbers {
  constructor() {
    /** @type {Map<string, any>} */
    this.whole = new Map();
    /** @type {Map<string, any>} */
    this.ends = new Map();
  }

  /**
   * @param {string} key of a number
   * @param {any} owner kept beside it; the first one stays
   */
  add(key, owner) {
    if (this.whole.has(key)) return;
    this.whole.set(key, owner);
    for (let at = 1; at <= key.length - WHOLE; at++) {
      const end = key.slice(at);
      if (!this.ends.has(end)) this.ends.set(end, owner);
    }
  }

  /**
   * @param {string} key of a number
   * @returns {any} the owner of a number that is the same, or undefined
   */
  find(key) {
    const found = this.whole.get(key) ?? this.ends.get(key);
    if (found !== undefined) return found;
    for (let at = 1; at <= key.length - WHOLE; at++) {
      const owner = this.whole.get(key.slice(at));
      if (owner !== undefined) return owner;
    }
    return undefined;
  }
}

/** @param {string} one @param {string} other keys of numbers @returns {boolean} whether they are the same */
export function sameNumber(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (short.length >= WHOLE && long.endsWith(short));
}

/**
 * Whether digits of a number are hidden, or letters stand for them: 138****5678. Codes for the
 * network (*21#), pauses and addresses are none of that.
 * @param {string} text
 */
export function masked(text) {
  const number = text.slice(0, 2 * LONGEST_NUMBER).normalize("NFKC").trim().replace(/^tel:/i, "");
  if (/^[*#]|^[a-z]+:|@/i.test(number)) return false;
  return /[\p{L}*•●]/u.test(number.replace(BEHIND, (found) => found[0]).replace(/^[\spw,]+/i, ""));
}
