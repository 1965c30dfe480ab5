// The menu opens by the label of a hidden checkbox, and closes by another, so that it works without
// a script. With one the labels become buttons: reached by keyboard, the first saying whether the
// menu is open; Escape closes it, too.
export function makeToggles() {
  const box = document.getElementById("drawer-open");
  const drawer = document.getElementById("nav");
  /** @type {HTMLLabelElement | null} */
  const opener = document.querySelector("label.toggle-drawer");
  /** @type {HTMLLabelElement | null} */
  const closer = document.querySelector("label.nav__close");
  if (!(box instanceof HTMLInputElement) || !drawer || !opener || !closer) return;

  /** @param {HTMLLabelElement} label @returns {HTMLButtonElement} what takes its place */
  const asButton = (label) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = label.className;
    made.setAttribute("aria-label", label.getAttribute("aria-label") ?? "");
    made.append(...label.childNodes);
    label.replaceWith(made);
    return made;
  };
  const button = asButton(opener);
  // In a menu longer than the window, too, the page that one is on is in sight.
  /** @type {HTMLElement | null} */
  const here = drawer.querySelector("[aria-current]");
  if (here) drawer.scrollTop = here.offsetTop - drawer.clientHeight / 2;

  /** @param {boolean} open */
  const set = (open) => {
    box.checked = open;
    show();
    if (open) drawer.focus();
    else if (drawer.contains(document.activeElement)) button.focus();
  };
  const show = () => button.setAttribute("aria-expanded", String(box.checked));

  button.addEventListener("click", () => set(!box.checked));
  asButton(closer).addEventListener("click", () => set(false));
  // The shade beside the menu is still a label.
  box.addEventListener("change", () => set(box.checked));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.checked) set(false);
  });
  // Who leaves the menu by Tab has done with it; nothing behind it may hold the focus unseen.
  document.addEventListener("focusin", ({ target }) => {
    if (box.checked && target !== button && !drawer.contains(/** @type {Node} */ (target))) set(false);
  });
  show();
}
