// The words that were found in a section, on the way from a result to its page.

const STORE = "search-marks";

/**
 * Remember the words for the page that a result leads to.
 * @param {string} url
 * @param {string[]} forms the words as they are written there
 */
export function remember(url, forms) {
  try {
    sessionStorage.setItem(STORE, JSON.stringify({ url, forms }));
  } catch {
    // No storage: the section is shown without marks.
  }
}

/** @returns {string[] | undefined} the words that were remembered for this address */
export function remembered() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORE) || "null");
    return kept && kept.url === location.href ? kept.forms : undefined;
  } catch {
    return undefined;
  }
}

/** Forget them: they are marked once. */
export function forget() {
  sessionStorage.removeItem(STORE);
}
