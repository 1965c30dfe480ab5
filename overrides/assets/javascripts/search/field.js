// The parts of the search box: a field, its buttons, and room for what is found.

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
<div class="search__output"></div>
</div>`;

/**
 * Make the box, closed, at the end of the page.
 * @param {import("./results.js").Words} words
 * @param {HTMLElement} results
 */
export function makeBox(words, results) {
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
  const shade = /** @type {HTMLElement} */ (box.firstElementChild);
  /** @type {HTMLElement} */ (box.querySelector(".search__output")).append(results);
  document.body.append(box);
  const input = /** @type {HTMLInputElement} */ (parts.placeholder);
  return { box, shade, input, back: parts.close, share: parts.share, reset: parts.reset };
}
