// Marks the words that were found in the section that a result leads to, once.
import { forget, remembered } from "./found.js";
import { element } from "./results.js";

/** @returns {Element[]} the heading that the address names, and what belongs to it */
function section() {
  const id = decodeURIComponent(location.hash.slice(1));
  const head = id ? document.getElementById(id) : document.querySelector("article h1");
  if (!head) return [];
  const found = [head];
  // A heading stands in a box with its link.
  let next = (head.closest(".heading") || head).nextElementSibling;
  for (; next && !next.matches(".page-sources"); next = next.nextElementSibling) {
    const title = next.matches(".heading") && next.firstElementChild;
    if (title && (title.tagName <= head.tagName || !id)) break;
    found.push(next);
  }
  return found;
}

/** Mark the words that were remembered for this address. */
export function mark() {
  const forms = remembered();
  if (!forms) return;
  forget();
  document.querySelectorAll("mark.found").forEach((old) => old.replaceWith(...old.childNodes));
  if (!forms.length) return;
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const wanted = new RegExp(escaped.sort((a, b) => b.length - a.length).join("|"), "gi");
  const cut = (/** @type {string} */ text, /** @type {number} */ at) => /^[a-z0-9]{2}$/i.test(text.slice(at - 1, at + 1));
  for (const part of section()) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const nodes = [];
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
    for (const node of nodes) {
      if (node.parentElement && node.parentElement.closest(".cite, script, style")) continue;
      const pieces = [];
      let end = 0;
      for (const hit of node.data.matchAll(wanted)) {
        const at = hit.index || 0;
        if (cut(node.data, at) || cut(node.data, at + hit[0].length)) continue;
        const marked = element("mark", "found", hit[0]);
        pieces.push(node.data.slice(end, at), marked);
        end = at + hit[0].length;
      }
      if (end) node.replaceWith(...pieces, node.data.slice(end));
    }
  }
}
