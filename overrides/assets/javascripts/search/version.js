// A tab that stays open while the site gets a new version: what its search loads has another name
// by then, so the page is loaded anew.

const RELOADED = "search-reloaded";

/** @param {string} address of a file @returns {Promise<boolean>} whether its host has it no more */
export function isGone(address) {
  return fetch(address, { method: "HEAD" }).then(
    ({ status }) => status === 404,
    () => false,
  );
}

/**
 * Load the new version of the page, with the query.
 * @param {string} version what names the old one
 * @param {string} query
 * @returns {boolean} false if that was done for this version before, or cannot be known
 */
export function loadAnew(version, query) {
  try {
    if (sessionStorage.getItem(RELOADED) === version) return false;
    sessionStorage.setItem(RELOADED, version);
  } catch {
    return false;
  }
  history.replaceState(null, "", `?${new URLSearchParams({ q: query })}${location.hash}`);
  location.reload();
  return true;
}
