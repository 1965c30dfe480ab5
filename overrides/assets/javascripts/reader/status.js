// Short words about what was just done, shown for a while and read aloud.
const FOR_A_WHILE = 4000;
let clearing = 0;

/** @param {string} text shown in the live region of the page (partials/link-status.html) */
export function say(text) {
  const status = document.querySelector(".link-status");
  if (!status) return;
  clearTimeout(clearing);
  status.textContent = text;
  clearing = setTimeout(() => (status.textContent = ""), FOR_A_WHILE);
}
