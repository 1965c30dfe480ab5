// Fills in the letters of a page while a reader types, and opens one in the reader's mail program.
// Nothing is stored or sent: the fields have no name and stand in no form.
// This is a script of its own, for the few pages that have letters.

/** @param {Element} form the fields above the letters */
function fillLetters(form) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = form.querySelectorAll("[data-fills]");
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const mails = form.querySelectorAll("a");
  const letters = [...document.querySelectorAll("pre > code")].filter((code) =>
    code.querySelector("[data-field]"),
  );
  const empty = /** @type {HTMLElement} */ (form.querySelector("[data-empty]"));
  /** @type {Map<Element, string | null>} the placeholders, as the letters have them */
  const asked = new Map();
  for (const letter of letters) {
    for (const place of letter.querySelectorAll("[data-field]")) asked.set(place, place.textContent);
  }

  const fill = () => {
    for (const { value, type, dataset } of fields) {
      // The letter has the +47 already.
      const given = type === "tel" ? value.replace(/^\s*(\+|00)47/, "") : value;
      for (const [place, placeholder] of asked) {
        if (place.getAttribute("data-field") !== dataset.fills) continue;
        place.textContent = given.trim() || placeholder;
      }
    }
    const left = [...fields].filter(({ value }) => !value.trim()).length;
    const told = left ? (empty.dataset.empty ?? "").replace("{n}", String(left)) : "";
    // Said again only when it is something else.
    if (empty.textContent !== told) empty.textContent = told;
    mails.forEach((mail, at) => {
      const text = letters[at]?.textContent ?? "";
      // The second paragraph of a letter, behind its head, is its subject.
      const subject = text.split("\n\n")[1] ?? "";
      mail.href = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
    });
  };

  for (const field of fields) {
    if ("today" in field.dataset && !field.value) {
      const now = new Date();
      // The reader's own day: toISOString tells that of Greenwich.
      now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
      field.value = now.toISOString().slice(0, 10);
    }
    field.addEventListener("input", fill);
  }
  // After the way back, a browser puts what was typed into the fields when all else is done.
  addEventListener("pageshow", fill);
  fill();
  form.classList.add("letter--ready");
}

// Where scripts cannot all work, none does (partials/before-paint.html).
if (document.documentElement.classList.contains("js")) {
  document.querySelectorAll(".letter").forEach(fillLetters);
}
