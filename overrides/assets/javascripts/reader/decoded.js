/** @param {string} text of an address @returns {string} its words; with a stray % as it is */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
