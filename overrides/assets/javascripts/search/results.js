// Shows what was found: how many sections answer, the first of them with their excerpts, and help
// where there are none.

/**
 * @typedef {import("./engine.js").Marked} Marked
 * @typedef {import("./engine.js").Item} Item
 * @typedef {Record<string, string>} Words the words that the box shows
 */

// How many results are shown at once.
const SHOWN = 8;
// How many pages are offered where there is nothing else.
const PAGES = 6;

/**
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** @param {Marked} pieces @returns {(Node | string)[]} */
function rendered(pieces) {
  return pieces.map(([text, marked]) => (marked ? element("mark", "", text) : text));
}

/**
 * @param {string} text
 * @param {() => void} act
 * @returns {HTMLElement} a button in the list that looks like a link
 */
function offer(text, act) {
  const button = element("button", "results__suggestion", text);
  button.setAttribute("type", "button");
  button.addEventListener("click", act);
  return button;
}

/** The list of results. */
export class Results {
  /**
   * @param {Words} words
   * @param {(path: string) => string} address of a page, from how the index names it
   * @param {(numbers: number[]) => void} wanted is told whose excerpts are to be shown
   */
  constructor(words, address, wanted) {
    this.words = words;
    this.address = address;
    this.wanted = wanted;
    this.status = element("p", "results__count");
    this.status.setAttribute("role", "status");
    this.list = element("ol", "results__list");
    this.whole = element("div", "results", this.status, this.list);
    /** @type {Map<number, string[]>} section → the words found in it, as they are written there */
    this.forms = new Map();
  }

  /** @param {string} text what the reader is told */
  say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /** @param {Item} item */
  entry({ number, url, title, page }) {
    const link = element(
      "a",
      "results__link",
      element("p", "results__title", ...rendered(title)),
      element("p", "results__page", page),
      element("p", "results__excerpt"),
    );
    link.setAttribute("href", this.address(url));
    link.dataset.number = String(number);
    return element("li", "results__item", link);
  }

  /** @param {Item[]} items */
  show(items) {
    this.list.replaceChildren(...items.slice(0, SHOWN).map((item) => this.entry(item)));
    this.wanted(items.slice(0, SHOWN).map(({ number }) => number));
    const others = items.slice(SHOWN);
    if (!others.length) return;
    const label = this.words.more.replace("#", String(others.length));
    const list = element("ol", "results__list", ...others.map((item) => this.entry(item)));
    const more = element("details", "results__more", element("summary", "", label), list);
    more.addEventListener("toggle", () => this.wanted(others.map(({ number }) => number)), { once: true });
    this.list.append(element("li", "results__item", more));
  }

  /** @param {{ number: number, text: Marked, forms: string[] }} excerpt */
  excerpt({ number, text, forms }) {
    this.forms.set(number, forms);
    const place = this.list.querySelector(`[data-number="${number}"] .results__excerpt`);
    if (place) place.replaceChildren(...rendered(text));
  }

  /**
   * @param {string} before what stands before the button
   * @param {string} text of the button
   * @param {() => void} act
   */
  offer(before, text, act) {
    this.list.append(element("li", "results__help", `${before} `, offer(text, act)));
  }

  /** Offer the first pages of the menu. */
  offerPages() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("#nav a");
    const pages = [...links].slice(0, PAGES).map((link) => {
      const copy = element("a", "", (link.textContent || "").trim());
      copy.setAttribute("href", link.href);
      return element("li", "", copy);
    });
    this.list.append(element("li", "results__help", this.words.pages, element("ul", "", ...pages)));
  }
}
