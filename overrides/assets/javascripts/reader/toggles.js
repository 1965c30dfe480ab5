// Menu and search open by labels of hidden checkboxes, so that they work without a script. With
// one they become buttons: reached by keyboard, saying whether they are open, closed by Escape.
export function makeToggles() {
  /** @param {HTMLLabelElement} label @returns {HTMLButtonElement} what takes its place */
  const asButton = (label) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("aria-label", label.getAttribute("aria-label") ?? "");
    button.append(...label.childNodes);
    label.replaceWith(button);
    return button;
  };

  /**
   * @param {HTMLInputElement} box the checkbox
   * @param {HTMLLabelElement} label what opens it
   * @returns {HTMLButtonElement}
   */
  const buttonFor = (box, label) => {
    const button = asButton(label);
    const show = () => button.setAttribute("aria-expanded", String(box.checked));
    button.addEventListener("click", () => {
      box.checked = !box.checked;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    box.addEventListener("change", show);
    show();
    return button;
  };

  for (const name of ["drawer", "search"]) {
    const box = document.getElementById(`${name}-open`);
    const label = document.querySelector(`label.toggle-${name}`);
    if (!(box instanceof HTMLInputElement) || !(label instanceof HTMLLabelElement)) continue;
    const button = buttonFor(box, label);
    if (name !== "drawer") continue;

    const drawer = document.getElementById("nav");
    const close = () => {
      box.checked = false;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };
    /** @type {HTMLLabelElement | null | undefined} */
    const closer = drawer?.querySelector("label.nav__close");
    if (closer) asButton(closer).addEventListener("click", close);
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
}
