// The search box: opens and closes it, asks the engine, shows what it finds, and marks the words
// in the section a reader chooses. Engine and index are loaded when the reader turns to the box.
export function offerSearch() {
  /**
   * @typedef {[string, number][]} Marked pieces of text; 1 where it matched
   * @typedef {{ number: number, url: string, title: Marked, page: string }} Item
   * @typedef {{ id: number, error?: string, query?: string, items?: Item[], total?: number,
   *   marks?: string[], suggestion?: string, texts?: { number: number, text: Marked }[] }} Answer
   */
  const SHOWN = 8;
  const STORE = "search-marks";

  /** @type {HTMLElement | null} */
  const box = document.querySelector(".search");
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("search-open"));
  if (!box || !toggle) return;

  const form = /** @type {HTMLFormElement} */ (box.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (box.querySelector(".search__input"));
  const status = /** @type {HTMLElement} */ (box.querySelector(".results__count"));
  const list = /** @type {HTMLElement} */ (box.querySelector(".results__list"));
  const words = /** @type {Record<string, string>} */ (box.dataset);
  const index = new URL(words.index, document.baseURI);
  const onDisk = location.protocol === "file:";

  // ---------------------------------------------------------------------------
  // Engine

  /** @type {((message: object) => void) | undefined} */
  let send;
  let last = 0;
  /** @type {string[]} */
  let marks = [];

  /** Load the engine, in a worker; on a page opened from disk, where there are none, beside it. */
  const start = () => {
    if (send) return;
    if (onDisk) {
      const script = document.createElement("script");
      /** @type {object[]} */
      const waiting = [];
      send = (message) => waiting.push(message);
      script.src = words.engine;
      script.onerror = () => receive({ id: 0, error: "engine" });
      script.onload = () => {
        // @ts-ignore: what the engine offers
        send = (message) => self.searchEngine(message, receive);
        waiting.forEach(send);
      };
      document.head.append(script);
    } else {
      const worker = new Worker(words.engine);
      worker.onmessage = ({ data }) => receive(data);
      worker.onerror = () => receive({ id: 0, error: "engine" });
      send = (message) => worker.postMessage(message);
    }
    send({ id: 0, index: index.href });
  };

  /** Ask for what is in the box. */
  const ask = () => {
    start();
    const query = input.value.trim();
    last++;
    if (query) send?.({ id: last, query });
    else show([], words.placeholder);
  };

  /** @param {Answer} answer */
  const receive = ({ id, error, items, total = 0, texts, ...answer }) => {
    if (error) {
      send = undefined;
      show([], words.failed);
    }
    texts?.forEach(({ number, text }) => {
      const place = list.querySelector(`[data-number="${number}"] .results__excerpt`);
      if (place) place.replaceChildren(...render(text));
    });
    if (!items || id !== last) return;
    marks = answer.marks ?? [];
    words.answered = answer.query ?? "";
    if (items.length) {
      show(items, (total === 1 ? words.one : words.other).replace("#", String(total)));
    } else {
      show([], words.none);
      help(answer.suggestion);
    }
  };

  // ---------------------------------------------------------------------------
  // Results

  /**
   * @param {string} name
   * @param {string} [className]
   * @param {(Node | string)[]} children
   */
  const element = (name, className = "", ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  /** @param {Marked} pieces @returns {(Node | string)[]} */
  const render = (pieces) => pieces.map(([text, hit]) => (hit ? element("mark", "", text) : text));

  /** @param {string} path address of a page, seen from the language's home page */
  const address = (path) => {
    const url = new URL(path, new URL("..", index));
    if (onDisk && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  // An excerpt is asked for when its place comes into view: each needs a file of its own.
  const seen = new IntersectionObserver((entries) => {
    const shown = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
    shown.forEach((target) => seen.unobserve(target));
    const numbers = shown.map((target) => Number(/** @type {HTMLElement} */ (target).dataset.number));
    if (numbers.length) send?.({ id: last, numbers, marks });
  });

  /** @param {Item} item */
  const entry = ({ number, url, title, page }) => {
    const article = element(
      "article",
      "results__entry",
      element("p", "results__title", ...render(title)),
      element("p", "results__page", page),
      element("p", "results__excerpt"),
    );
    const link = /** @type {HTMLAnchorElement} */ (element("a", "results__link", article));
    link.href = address(url);
    const item = element("li", "results__item", link);
    item.dataset.number = String(number);
    seen.observe(item);
    return item;
  };

  /** @param {Item[]} items @param {string} message */
  const show = (items, message) => {
    seen.disconnect();
    status.textContent = message;
    list.replaceChildren(...items.slice(0, SHOWN).map(entry));
    const others = items.slice(SHOWN);
    if (!others.length) return;
    const label = element("div", "", words.more.replace("#", String(others.length)));
    const more = element("details", "results__more", element("summary", "", label));
    more.append(element("ol", "results__list", ...others.map(entry)));
    list.append(element("li", "results__item", more));
  };

  /** @param {string} [suggestion] the nearest word, offered where nothing was found */
  const help = (suggestion) => {
    if (suggestion) {
      const button = element("button", "results__suggestion", suggestion);
      button.addEventListener("click", () => {
        input.value = suggestion;
        input.focus();
        ask();
      });
      list.append(element("li", "results__help", `${words.suggestion} `, button));
    }
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("#nav a");
    const pages = element("ul");
    [...links].slice(0, 6).forEach((link) => {
      const copy = element("a", "", link.textContent?.trim() ?? "");
      copy.setAttribute("href", link.href);
      pages.append(element("li", "", copy));
    });
    list.append(element("li", "results__help", words.pages, pages));
  };

  // ---------------------------------------------------------------------------
  // Marks on the page

  /** Remember the words for the page that a result leads to. */
  list.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (!(link instanceof HTMLAnchorElement)) return;
    try {
      sessionStorage.setItem(STORE, JSON.stringify({ url: link.href, marks }));
    } catch {
      // No storage: the section is shown without marks.
    }
    close();
    // On the same page nothing is loaded; the mark comes once the browser has gone there.
    setTimeout(mark);
  });

  /** Mark the words in the section that was chosen, once. */
  const mark = () => {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(STORE) ?? "null");
    } catch {
      return;
    }
    if (kept?.url !== location.href) return;
    sessionStorage.removeItem(STORE);
    document.querySelectorAll("mark.found").forEach((old) => old.replaceWith(...old.childNodes));
    const forms = kept.marks.map((/** @type {string} */ form) =>
      /[a-z0-9]/.test(form) ? `(?<![a-z0-9])${form}(?![a-z0-9])` : form,
    );
    if (!forms.length) return;
    const wanted = new RegExp(forms.sort((/** @type {string} */ a, /** @type {string} */ b) => b.length - a.length).join("|"), "gi");
    for (const node of texts(section())) {
      const parts = [];
      let end = 0;
      for (const hit of node.data.matchAll(wanted)) {
        const marked = element("mark", "found", hit[0]);
        parts.push(node.data.slice(end, hit.index), marked);
        end = hit.index + hit[0].length;
      }
      if (parts.length) node.replaceWith(...parts, node.data.slice(end));
    }
  };

  /** @returns {Element[]} the heading that the address names, and what belongs to it */
  const section = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const head = id ? document.getElementById(id) : document.querySelector("article h1");
    if (!head) return [];
    const found = [head];
    // A heading stands in a box with its link.
    let next = (head.closest(".heading") ?? head).nextElementSibling;
    for (; next; next = next.nextElementSibling) {
      const title = next.matches(".heading") ? next.firstElementChild : null;
      if (title && (title.tagName <= head.tagName || head.tagName === "H1")) break;
      found.push(next);
    }
    return found;
  };

  /** @param {Element[]} elements @returns {Text[]} */
  const texts = (elements) =>
    elements.flatMap((it) => {
      const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const node = /** @type {Text} */ (walker.currentNode);
        if (!node.parentElement?.closest(".headerlink, script, style")) found.push(node);
      }
      return found;
    });

  // ---------------------------------------------------------------------------
  // Open and close

  /** @type {Element | null} */
  let before = null;

  /** @param {boolean} shown */
  const set = (shown) => {
    if (toggle.checked === shown) return;
    toggle.checked = shown;
    toggle.dispatchEvent(new Event("change"));
  };

  const open = () => {
    if (document.activeElement !== input) before = document.activeElement;
    set(true);
    input.focus();
  };

  const close = () => {
    set(false);
    if (box.contains(document.activeElement)) /** @type {HTMLElement} */ (document.activeElement).blur();
  };

  toggle.addEventListener("change", () => (toggle.checked ? open() : close()));
  input.addEventListener("focus", () => {
    set(true);
    start();
    if (!input.value) status.textContent = words.placeholder;
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) set(false);
  });

  // Half-composed text is no query: an input method says when the words are chosen.
  input.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) ask();
  });
  input.addEventListener("compositionend", ask);
  form.addEventListener("reset", () => setTimeout(() => (input.focus(), ask())));
  form.addEventListener("submit", (event) => event.preventDefault());

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (!toggle.checked) {
      if (!["/", "f", "s"].includes(event.key) || target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      open();
      return;
    }
    /** @type {HTMLElement[]} */
    const stops = [input, ...[...list.querySelectorAll("a, button, summary")].filter((it) => it.checkVisibility())];
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      close();
      if (before instanceof HTMLElement) before.focus();
    } else if (step) {
      event.preventDefault();
      stops.at((at + step) % stops.length)?.focus();
    } else if (event.key === "Enter" && target === input) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (list.querySelector(".results__link"))?.click();
    } else if (event.key.length === 1 && event.key !== " " && at > 0) {
      input.focus();
    }
  });

  // ---------------------------------------------------------------------------
  // Links to a search

  box.querySelector(".search__share")?.addEventListener("click", async () => {
    const url = new URL(location.href);
    url.search = new URLSearchParams({ q: input.value.trim() }).toString();
    url.hash = "";
    // The address bar has it, too, where a page may not write to the clipboard.
    history.replaceState(history.state, "", url);
    try {
      await navigator.clipboard.writeText(url.href);
    } catch {
      return;
    }
    status.textContent = words.copied;
  });

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    input.value = asked;
    open();
    ask();
  }
  mark();
}
