// The parts of the search box: a field, its buttons, and room for what is found. They are there as
// soon as a reader turns to the search, before what answers (opener.js).

// Lines drawn on 24 by 24; the name is the word for what the button does.
const ICONS = {
  close: "M20 12H5m6-6-6 6 6 6",
  share: "M15 6a2 2 0 1 0 5 0 2 2 0 1 0-5 0M4 12a2 2 0 1 0 5 0 2 2 0 1 0-5 0m11 6a2 2 0 1 0 5 0 2 2 0 1 0-5 0m-6-7 6-4m-6 6 6 4",
  reset: "m6 6 12 12M18 6 6 18",
};

/** @param {string} name @returns {string} */
function button(name) {
  const path = ICONS[/** @type {keyof ICONS} */ (name)];
  return `<button type="button" class="search__button" data-word="${name}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg></button>`;
}

const MARKUP = `<div class="search__shade"></div>
<div class="search__panel" role="search">
<form class="search__form">${button("close")}<input class="search__input" name="q" data-word="placeholder"
  autocapitalize="off" autocorrect="off" autocomplete="off" spellcheck="false" enterkeyhint="go">
${button("share")}${button("reset")}</form>
<div class="search__output results"><p class="results__count" role="status"></p><ol class="results__list"></ol></div>
</div>`;

/**
 * Make the box, closed, at the end of the page.
 * @param {import("./results.js").Words} words
 * @param {HTMLElement} opener says whether the box is open
 */
export function makeBox(words, opener) {
  const box = document.createElement("div");
  box.className = "search";
  box.hidden = true;
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", words.label);
  box.innerHTML = MARKUP;
  /** @type {Record<string, HTMLElement>} */
  const parts = {};
  for (const part of box.querySelectorAll("[data-word]")) {
    const name = part.getAttribute("data-word") || "";
    parts[name] = /** @type {HTMLElement} */ (part);
    part.setAttribute("aria-label", words[name]);
    part.setAttribute(name === "placeholder" ? name : "title", words[name]);
  }
  document.body.append(box);
  const shade = /** @type {HTMLElement} */ (box.firstElementChild);
  const [output, status, list] = ["search__output", "results__count", "results__list"].map(
    (name) => /** @type {HTMLElement} */ (box.querySelector(`.${name}`)),
  );
  const input = /** @type {HTMLInputElement} */ (parts.placeholder);
  /** @type {Element | null} where the focus was before */
  let before = null;

  /** @param {boolean} shown */
  function set(shown) {
    // Safari 16 leaves the focus in what is hidden, and every key with it.
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    if (!shown && box.contains(focused)) focused.blur();
    box.hidden = !shown;
    // What it covers is not to be read out, until it is closed again.
    for (const other of document.body.children) {
      if (!shown) other.removeAttribute("aria-hidden");
      else if (other !== box) other.setAttribute("aria-hidden", "true");
    }
    opener.setAttribute("aria-expanded", String(shown));
  }

  return {
    box,
    shade,
    input,
    output,
    list,
    back: parts.close,
    share: parts.share,
    reset: parts.reset,
    show() {
      if (box.hidden) before = document.activeElement;
      set(true);
      input.focus();
    },
    hide: () => set(false),
    /** @param {string} text what the reader is told; what stands there already is not said again */
    say(text) {
      if (status.textContent !== text) status.textContent = text;
    },
    /** Hide the box, and go back to where the reader was. */
    leave() {
      const inside = box.contains(document.activeElement);
      set(false);
      if (inside && before instanceof HTMLElement) before.focus();
    },
  };
}
