// Short words about what was just done, shown for a while and read aloud.
const FOR_A_WHILE = 4000;
let clearing = 0;

/** @param {string} text shown in the live region of the page (partials/link-status.html) */
export function say(text) {
  /** @type {HTMLElement | null} */
  const status = document.querySelector(".link-status");
  if (!status) return;
  clearTimeout(clearing);
  status.textContent = text;
  place(status);
  clearing = setTimeout(() => (status.textContent = ""), FOR_A_WHILE);
}

/**
 * Put the words over nothing that one presses: from the foot of the window up, where there is room.
 * @param {HTMLElement} status
 */
function place(status) {
  status.style.transform = "";
  const { left, right, top, bottom } = status.getBoundingClientRect();
  const pressed = [...document.querySelectorAll("a, button, input, label, summary")];
  let up = 0;
  const covers = (/** @type {Element} */ element) => {
    const box = element.getBoundingClientRect();
    const over = box.left < right && box.right > left && box.top < bottom - up && box.bottom > top - up;
    // Some links are not seen until one comes to them.
    return over && getComputedStyle(element).opacity !== "0";
  };
  while (up < top && pressed.some(covers)) up += 8;
  if (up < top) status.style.transform = `translateY(-${up}px)`;
}
