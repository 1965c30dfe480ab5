// Shows in place what stands behind a word: the meaning of a term while the pointer or the focus is
// on it, the sources behind a number when it is pointed at or pressed. The note stays while the
// pointer is on it, too, and Escape puts it away. A pressed number gives the note the focus, for it
// holds links; Tab leads out of it to what comes behind the number. Without a script a term leads
// to the glossary, and a number to the list at the foot of the page.
export function showNotes() {
  const note = document.createElement("div");
  note.className = "note";
  note.id = "note";
  note.tabIndex = -1;
  /** @type {HTMLAnchorElement | null} */
  let shown = null;
  let pressed = false;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    note.remove();
    shown?.removeAttribute("aria-describedby");
    shown = null;
    pressed = false;
  };

  /** @param {HTMLAnchorElement} link */
  const place = (link) => {
    const box = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const [above, below] = [box.top - 60, innerHeight - box.bottom - 12];
    note.style.maxHeight = `${Math.max(above, below, 120)}px`;
    const under = below >= Math.min(note.offsetHeight, above);
    const top = under ? box.bottom + 4 : box.top - note.offsetHeight - 4;
    const room = document.documentElement.clientWidth - note.offsetWidth - 8;
    note.style.left = `${Math.max(8, Math.min(box.left, room)) + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
  };

  /** @param {HTMLAnchorElement} link */
  const show = (link) => {
    clearTimeout(timer);
    if (shown === link) return;
    hide();
    const { meaning } = link.dataset;
    const item = meaning ? null : document.getElementById(link.hash.slice(1));
    if (!meaning && !item) return;
    shown = link;
    const list = item?.closest("section")?.querySelector("h2")?.textContent ?? "";
    note.setAttribute("role", meaning ? "tooltip" : "dialog");
    note.setAttribute("aria-label", item ? `${list} ${link.text}` : link.text);
    note.replaceChildren(...(item ? item.cloneNode(true).childNodes : [meaning ?? ""]));
    document.body.append(note);
    if (meaning) link.setAttribute("aria-describedby", note.id);
    place(link);
  };

  /**
   * @param {EventTarget | null} target
   * @param {string} kind a selector
   */
  const linkAt = (target, kind) =>
    target instanceof Element
      ? /** @type {HTMLAnchorElement | null} */ (target.closest(kind))
      : null;
  /** @param {EventTarget | null} target */
  const inNote = (target) => note.contains(/** @type {Node | null} */ (target));

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch" || inNote(document.activeElement)) return;
    const link = linkAt(target, "a.term, a.cite");
    if (link) show(link);
    else if (inNote(target)) clearTimeout(timer);
    else if (shown && shown !== document.activeElement) {
      // The way from the link to its note must not close it.
      clearTimeout(timer);
      timer = setTimeout(hide, 250);
    }
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (shown && !inNote(target) && !shown.contains(/** @type {Node} */ (target))) hide();
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target, "a.cite");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const again = shown === link && pressed;
    if (again) hide();
    else show(link);
    if (!again && !shown) return;
    event.preventDefault();
    pressed = !again;
    if (pressed) note.focus({ preventScroll: true });
  });
  document.addEventListener("focusin", ({ target }) => {
    if (target === shown || inNote(target)) return;
    const term = linkAt(target, "a.term");
    if (term) show(term);
    else hide();
  });
  document.addEventListener("focusout", ({ target }) => {
    if (linkAt(target, "a.term")) hide();
  });
  document.addEventListener("keydown", (event) => {
    const link = shown;
    if (event.key === "Escape") {
      const inside = inNote(document.activeElement);
      hide();
      if (inside) link?.focus();
    } else if (event.key === "Tab" && link && inNote(document.activeElement)) {
      const stops = note.querySelectorAll("a");
      const at = [...stops].findIndex((stop) => stop === document.activeElement);
      if (event.shiftKey ? at > 0 : at < stops.length - 1) return;
      // Back to the number; forward, the browser goes on from there.
      if (event.shiftKey) event.preventDefault();
      hide();
      link.focus();
    }
  });
}
