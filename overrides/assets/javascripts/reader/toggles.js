// The menu opens by the label of a hidden checkbox, so that it works without a script. With one the
// label becomes a button: reached by keyboard, saying whether the menu is open, closed by Escape.
export function makeToggles() {
  /**
   * @param {HTMLInputElement} box the checkbox
   * @param {HTMLLabelElement} label what opens it
   * @returns {HTMLButtonElement}
   */
  const buttonFor = (box, label) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("aria-label", label.getAttribute("aria-label") ?? "");
    button.append(...label.childNodes);
    label.replaceWith(button);
    const show = () => button.setAttribute("aria-expanded", String(box.checked));
    button.addEventListener("click", () => {
      box.checked = !box.checked;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    box.addEventListener("change", show);
    show();
    return button;
  };

  const box = document.getElementById("drawer-open");
  const label = document.querySelector("label.toggle-drawer");
  if (!(box instanceof HTMLInputElement) || !(label instanceof HTMLLabelElement)) return;
  const button = buttonFor(box, label);
  const drawer = document.getElementById("nav");
  const close = () => {
    box.checked = false;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  box.addEventListener("change", () => {
    if (box.checked) drawer?.focus();
    else if (drawer?.contains(document.activeElement)) button.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.checked) close();
  });
  // Who leaves the menu by Tab has done with it; nothing behind it may hold the focus unseen.
  document.addEventListener("focusin", ({ target }) => {
    if (box.checked && target !== button && !drawer?.contains(/** @type {Node} */ (target))) {
      close();
    }
  });
}
