// Reads traditional characters as the simplified ones that the index has.
import { Index } from "./index.js";
import { isHan } from "./words.js";

/** @returns {string} the characters of GB 2312, among them all simplified ones in use */
function usual() {
  const bytes = [];
  for (let row = 0xb0; row < 0xf8; row++) {
    for (let cell = 0xa1; cell < 0xff; cell++) bytes.push(row, cell);
  }
  return new TextDecoder("gb2312").decode(new Uint8Array(bytes));
}

/**
 * @param {string[]} units
 * @param {Index} index whose list of characters is loaded if any may be traditional
 * @returns {Promise<string[]>} the units, with simplified characters in the place of traditional ones
 */
export async function simplified(units, index) {
  if (!units.some(isHan)) return units;
  const known = usual();
  // GB 2312 has a few traditional characters, too.
  const strange = (/** @type {string} */ unit) => !known.includes(unit) || index.data.traditional.includes(unit);
  if (!units.some((unit) => isHan(unit) && strange(unit))) return units;
  const fold = await index.files.load("fold");
  const simple = (/** @type {string} */ unit) => new RegExp(`^(?:..)*?${unit}(.)`).exec(fold);
  return units.map((unit) => (isHan(unit) && (simple(unit) || [])[1]) || unit);
}
