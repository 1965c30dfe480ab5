/** @param {string} text of an address @returns {string} it decoded; with a stray % as it is */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
