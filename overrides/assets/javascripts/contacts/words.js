// The words of the page: they stand in its template, in its language; what varies is put in here.
// Whatever comes from a file becomes text, never markup.

const SHOWN = 3;

/** @param {string} name @returns {HTMLElement} a name, kept from the page's direction and translators */
export function quoted(name) {
  const made = document.createElement("bdi");
  made.translate = false;
  made.className = "notranslate";
  made.textContent = name;
  return made;
}

/**
 * @param {string} name of the element
 * @param {string} [className]
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function element(name, className = "", ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export class Words {
  /** @param {HTMLTemplateElement} template one element a word, named by data-word */
  constructor(template) {
    /** @type {Map<string, HTMLElement>} */
    this.words = new Map();
    for (const word of template.content.querySelectorAll("[data-word]")) {
      if (word instanceof HTMLElement) this.words.set(word.dataset.word ?? "", word);
    }
    const locale = this.plain("locale");
    this.plural = new Intl.PluralRules(locale);
    this.number = new Intl.NumberFormat(locale);
    this.day = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", day: "numeric" });
  }

  /** @param {string} key */
  has(key) {
    return this.words.has(key);
  }

  /** @param {string} key @returns {string} without anything put in */
  plain(key) {
    return this.words.get(key)?.textContent ?? "";
  }

  /**
   * A text with values in place of `{name}`. Where it has two forms, ` | ` between them, the first
   * is for one `n`.
   * @param {string} key
   * @param {Record<string, number | string | Node | (Node | string)[]>} [values]
   * @returns {(Node | string)[]}
   */
  fill(key, values = {}) {
    const forms = this.plain(key).split(" | ");
    const { n } = values;
    const form = typeof n === "number" && this.plural.select(n) === "one" ? forms[0] : forms[forms.length - 1];
    return form.split(/\{(\w+)\}/).flatMap((piece, at) => {
      if (at % 2 === 0) return piece ? [piece] : [];
      const value = values[piece] ?? "";
      return Array.isArray(value) ? value : [typeof value === "number" ? this.number.format(value) : value];
    });
  }

  /**
   * The same as plain text.
   * @param {string} key
   * @param {Record<string, number | string>} [values]
   */
  text(key, values) {
    return this.fill(key, values).join("");
  }

  /** @param {string} key of a word that is a link @returns {Node} */
  link(key) {
    return document.importNode(/** @type {HTMLElement} */ (this.words.get(key)), true);
  }

  /**
   * Put parts behind each other.
   * @param {(Node | string)[][]} parts
   * @param {string} [key] of the word for two of them
   * @returns {(Node | string)[]}
   */
  join(parts, key = "list") {
    return parts.length ? parts.reduce((all, part) => this.fill(key, { all, part })) : [];
  }

  /**
   * The first names of a list.
   * @param {(Node | string)[][]} names
   * @returns {(Node | string)[]}
   */
  list(names) {
    const some = this.join(names.slice(0, SHOWN));
    return names.length > SHOWN ? this.fill("list.more", { all: some }) : some;
  }

  /**
   * @param {(Node | string)[][]} names
   * @param {number} count of them, of which not all may be there
   * @returns {Node[]} something to open with all names, if not all are shown already
   */
  rest(names, count) {
    if (names.length <= SHOWN) return [];
    const copy = (/** @type {Node | string} */ part) => (typeof part === "string" ? part : part.cloneNode(true));
    const items = names.map((name) => element("li", "", ...name.map(copy)));
    if (count > names.length) items.push(element("li", "", ...this.fill("others", { n: count - names.length })));
    return [element("details", "check__all", element("summary", "", this.plain("all")), element("ul", "", ...items))];
  }
}
