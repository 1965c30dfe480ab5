// What is being read: the place that the address names, as long as it is where one reads, else the
// section whose heading was passed last. Used by the contents and by the switch of languages.

import { decoded } from "./decoded.js";

/** @returns {HTMLElement | null} what the address names on this page */
export function placeNamed() {
  const id = decoded(location.hash.slice(1));
  return id ? document.getElementById(id) : null;
}

/**
 * @param {HTMLElement[]} headings in the order of the page
 * @returns {HTMLElement | undefined} a heading, or the place that the address names; at the top of
 *   the page none
 */
export function placeBeingRead(headings) {
  // One reads in the upper third of the window; at the end of the page, down to its bottom.
  const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const named = placeNamed();
  if (named) {
    const [box] = named.getClientRects();
    // What is not shown (it stands in something closed) has no place to compare.
    if (!box || (box.bottom > 0 && box.top < (end ? innerHeight : innerHeight / 3))) return named;
  }
  const line = end && scrollY > 0 ? innerHeight : innerHeight / 3;
  return headings.filter((heading) => heading.getBoundingClientRect().top < line).pop();
}
