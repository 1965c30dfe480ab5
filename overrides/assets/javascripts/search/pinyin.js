// Finds the Chinese words that someone means who types how they sound, whole or by initials.

/**
 * @param {string} text syllables, each with the characters that are read so
 * @returns {Map<string, string[]>} character → its readings
 */
export function readings(text) {
  const found = new Map();
  for (const entry of text.split(" ")) {
    const [syllable] = entry.match(/^[a-z]+/) || [""];
    for (const character of entry.slice(syllable.length)) {
      found.set(character, [...(found.get(character) || []), syllable]);
    }
  }
  return found;
}

/**
 * @param {string} letters
 * @param {string} word
 * @param {Map<string, string[]>} sounds character → its readings
 * @param {boolean} initials whether the letters are the first of each syllable
 * @returns {boolean} whether a word sounds so
 */
export function sounds(letters, word, known, initials) {
  if (!word) return !letters;
  const [first] = word;
  return (known.get(first) || []).some((syllable) => {
    const start = initials ? syllable[0] : syllable;
    return letters.startsWith(start) && sounds(letters.slice(start.length), word.slice(1), known, initials);
  });
}
