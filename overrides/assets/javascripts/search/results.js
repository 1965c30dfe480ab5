// Shows what was found: the sections that answer, the first of them with their excerpts, and where to
// go if there are none.
import { Asking } from "./asking.js";

/**
 * @typedef {import("./engine.js").Marked} Marked
 * @typedef {import("./engine.js").Item} Item
 * @typedef {Record<string, string>} Words the words that the box shows
 * @typedef {{ query: string, number?: string, top: number }} Followed the result that a reader followed,
 *   of which query, and where in the window it stood
 */

// How many results are shown at once.
const SHOWN = 8;
// How long a result has to be chosen by keys until its page is asked for, as when a pointer rests on
// it (milliseconds): who goes through the list asks for none that is passed. And how long a list has
// to stand until the page of its first result is: most readers open that one.
const [REST, STAND] = [200, 600];

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

/** The list of results. */
export class Results {
  /**
   * @param {Words} words
   * @param {Asking} asking gets the excerpts
   * @param {{ output: HTMLElement, list: HTMLElement }} field where they are shown (field.js)
   */
  constructor(words, asking, { output, list }) {
    this.words = words;
    this.asking = asking;
    this.output = output;
    this.list = list;
    /** @type {Followed | undefined} the result that the list has come back to */
    this.followed = undefined;
    this.scrolled = 0;
    /** @type {Map<string, string[]>} address of a result → the words found there, as they are written */
    this.forms = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.choosing = undefined;
    this.list.addEventListener("focusin", ({ target }) => this.choose(target, REST));
  }

  /**
   * Ask for the page of a result soon, and no longer wait to ask for another: partials/prefetch.html
   * has the rule.
   * @param {EventTarget | false | null} [link] if any
   * @param {number} [time] in milliseconds
   */
  choose(link, time) {
    clearTimeout(this.choosing);
    if (link instanceof HTMLElement) this.choosing = setTimeout(() => (link.dataset.chosen = ""), time);
  }

  /** @param {Item} item */
  entry({ number, url, title, page }) {
    const parts = [["page", page], ["title", ...rendered(title)], ["excerpt"]];
    const texts = parts.map(([name, ...text]) => element("p", `results__${name}`, ...text));
    const link = element("a", "results__link", ...texts);
    link.setAttribute("href", this.asking.address(url));
    link.dataset.number = String(number);
    return element("li", "results__item", link);
  }

  /**
   * @param {Item[]} items
   * @param {boolean} sure whether they answer, and not only perhaps
   */
  show(items, sure) {
    const [first, others] = [items.slice(0, SHOWN), items.slice(SHOWN)];
    this.followed = undefined;
    const wanted = (/** @type {Item[]} */ some) => this.asking.excerpts(some.map(({ number }) => number));
    this.list.replaceChildren(...first.map((item) => this.entry(item)));
    this.output.scrollTop = 0;
    wanted(first);
    this.choose(sure && this.list.querySelector("a"), STAND);
    if (!others.length) return;
    const list = element("ol", "results__list", ...others.map((item) => this.entry(item)));
    const label = this.words.more.replace("#", String(others.length));
    const more = element("details", "results__more", element("summary", "", label), list);
    more.addEventListener("toggle", () => wanted(others), { once: true });
    this.list.append(element("li", "results__item", more));
  }

  /** @param {{ number: number, text: Marked, forms: string[] }} excerpt */
  excerpt({ number, text, forms }) {
    const link = this.list.querySelector(`a[data-number="${number}"]`);
    if (!(link instanceof HTMLAnchorElement) || !link.lastElementChild) return;
    this.forms.set(link.href, forms);
    link.lastElementChild.replaceChildren(...rendered(text));
    // Those above it make it move, until the reader scrolls.
    if (this.followed && this.output.scrollTop === this.scrolled) this.comeBack(this.followed);
  }

  /** @param {Followed} followed the result to show where it stood */
  comeBack(followed) {
    const link = this.list.querySelector(`a[data-number="${followed.number}"]`);
    if (!link) return;
    this.followed = followed;
    // Some browsers would keep in its place what was in sight when the list was shorter.
    this.output.style.setProperty("overflow-anchor", "none");
    link.closest("details")?.setAttribute("open", "");
    this.output.scrollTop += link.getBoundingClientRect().top - followed.top;
    this.scrolled = this.output.scrollTop;
  }

  /**
   * Offer to try again.
   * @param {() => void} act
   */
  offer(act) {
    const button = element("button", "button", this.words.again);
    button.setAttribute("type", "button");
    button.addEventListener("click", act);
    this.list.replaceChildren(element("li", "results__help", button));
  }

  /** Offer the home page, and the page that each group of the menu begins with. */
  offerPages() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("#nav > ul > li > a, #nav ul ul > li:first-child > a");
    const pages = [...links].map((link) => {
      const copy = element("a", "", (link.textContent || "").trim());
      copy.setAttribute("href", link.href);
      return element("li", "", copy);
    });
    this.list.append(element("li", "results__help", this.words.pages, element("ul", "", ...pages)));
  }
}
