// How texts and queries are compared: by the same rules as search_index/tokens.py, which hands
// over those that are data. A test compares what both make of thousands of strings.

/**
 * @typedef {object} Rules what the index says about words
 * @property {[RegExp, string][]} letters letters that no decomposition makes plain
 * @property {[RegExp, string][]} endings endings of English words, taken off one after the other
 */

/** The most units that a word or phrase of the index has. */
export const LONGEST = 6;

/** @param {string} text @returns {boolean} whether it begins with a Han character */
export function isHan(text) {
  return /^[\u3400-\u9fff]/.test(text);
}

/**
 * @param {string} text
 * @param {Rules} rules
 * @returns {string} the text in small, plain letters
 */
export function normalise(text, rules) {
  let plain = text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
  for (const [letter, instead] of rules.letters) plain = plain.replace(letter, instead);
  return plain.replace(/['’](?:s(?![a-z0-9]))?/g, "");
}

/**
 * @param {string} word
 * @param {Rules} rules
 * @returns {string} what the forms of an English word have in common
 */
export function stem(word, rules) {
  if (word.length < 4) return word;
  return rules.endings.reduce((left, [ending, instead]) => left.replace(ending, instead), word);
}

/**
 * @param {string} plain a text that is normalised
 * @returns {string[]} its Han characters one by one, and its Latin words
 */
export function divided(plain) {
  return plain.match(/[\u3400-\u9fff]|[a-z0-9]+/g) || [];
}

/**
 * @param {string} text
 * @param {Rules} rules
 * @returns {string[]} its units: Han characters, and Latin words without their endings
 */
export function units(text, rules) {
  return divided(normalise(text, rules)).map((unit) => stem(unit, rules));
}

/**
 * @param {string[]} some units
 * @returns {string} them as one word or phrase: between two Han characters stands no space
 */
export function key(some) {
  return some.reduce((text, unit, at) => {
    return at && !(isHan(unit) && isHan(some[at - 1])) ? `${text} ${unit}` : text + unit;
  }, "");
}

// From how many letters on one of them may be another: shorter words are too like each other.
const OTHER = 5;

/**
 * @param {string} a as typed
 * @param {string} b
 * @returns {boolean} whether one mistake behind the first letter makes a of b: a letter more, less,
 *   other, or its letters in another order
 */
export function near(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [one, two] = [a.slice(at), b.slice(at)];
  const sorted = (/** @type {string} */ letters) => [...letters].sort().join("");
  return (
    at > 0 &&
    b.length > 3 &&
    ((one.slice(1) === two.slice(1) && a.length >= OTHER) ||
      one.slice(1) === two ||
      one === two.slice(1) ||
      sorted(one) === sorted(two))
  );
}

const { Segmenter } = /** @type {{ Segmenter?: any }} */ (Intl);
const segmenter = Segmenter && new Segmenter("zh", { granularity: "word" });

/**
 * @param {string} text
 * @returns {[number, number][]} where its words of several characters begin and end, if the browser
 *   can find words
 */
export function segments(text) {
  const words = segmenter ? [...segmenter.segment(text)] : [];
  return words.filter(({ segment }) => segment.length > 1).map(({ segment, index }) => [index, index + segment.length]);
}
