// Shows what a term means while the pointer or the focus is on it. The note can be pointed at and
// read on, stays until one leaves, and Escape puts it away; the link itself leads to the glossary.
export function showMeanings() {
  const note = document.createElement("div");
  note.className = "meaning";
  note.id = "meaning";
  note.setAttribute("role", "tooltip");
  /** @type {HTMLElement | null} */
  let shown = null;
  let timer = 0;

  const hide = () => {
    note.remove();
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };

  /** @param {HTMLElement} term */
  const show = (term) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    note.textContent = term.dataset.meaning ?? "";
    document.body.append(note);
    term.setAttribute("aria-describedby", note.id);
    const box = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const room = document.documentElement.clientWidth - note.offsetWidth - 8;
    const below = box.bottom + note.offsetHeight + 8 < innerHeight;
    const top = below ? box.bottom + 4 : box.top - note.offsetHeight - 4;
    note.style.left = `${Math.max(8, Math.min(box.left, room)) + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
  };

  /** @param {Event} event */
  const termOf = ({ target }) =>
    target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("a.term")) : null;

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const term = termOf(event);
    if (term) show(term);
    else if (note.contains(/** @type {Node} */ (event.target))) clearTimeout(timer);
    else if (shown && shown !== document.activeElement) {
      // The way from the term to its note must not close it.
      clearTimeout(timer);
      timer = setTimeout(hide, 250);
    }
  });
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    if (term) show(term);
    else hide();
  });
  document.addEventListener("focusout", (event) => {
    if (termOf(event)) hide();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}
