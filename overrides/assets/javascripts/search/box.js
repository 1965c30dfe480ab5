// The search box: made when the page has loaded, opened by its button, a key, a link with ?q=, or
// the way back from a result.
import { Asking } from "./asking.js";
import { mark, remember } from "./marks.js";
import { element, Results } from "./results.js";

// How long an answer may take before the box says that it is under way (milliseconds).
const SOON = 200;
// A new version is loaded once, not again and again.
const RELOADED = "search-reloaded";

/** @param {string} name @param {string} path a line drawn on 24 by 24 @returns {HTMLElement} */
function button(name, path) {
  const made = element("button", "search__button");
  made.setAttribute("type", "button");
  made.setAttribute("aria-label", name);
  made.title = name;
  made.innerHTML = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  return made;
}

/** Offer the search, where a page has its button. */
export function offerSearch() {
  /** @type {HTMLButtonElement | null} */
  const opener = document.querySelector("button.toggle-search");
  const told = document.querySelector(".search-words");
  if (!opener || !told) return;
  /** @type {import("./results.js").Words} */
  const words = JSON.parse(told.textContent || "{}");

  const input = /** @type {HTMLInputElement} */ (element("input", "search__input"));
  Object.assign(input, { type: "text", name: "q", placeholder: words.placeholder, spellcheck: false, autocomplete: "off" });
  const texts = { "aria-label": words.placeholder, autocapitalize: "off", autocorrect: "off", enterkeyhint: "go" };
  for (const [name, value] of Object.entries(texts)) input.setAttribute(name, value);
  const back = button(words.close, "M20 12H5m6-6-6 6 6 6");
  const share = button(words.share, "M15 6a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M4 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0m11 6a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0m-6.3-7 6.6-3.8M8.7 13l6.6 3.8");
  const empty = button(words.reset, "m6 6 12 12M18 6 6 18");
  const form = element("form", "search__form", back, input, share, empty);
  const asking = new Asking(opener.dataset, receive);
  const results = new Results(words, (path) => asking.address(path), (numbers) => asking.excerpts(numbers));
  const shade = element("div", "search__shade");
  const panel = element("div", "search__panel", form, element("div", "search__output", results.whole));
  const box = element("div", "search", shade, panel);
  panel.setAttribute("role", "search");
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", words.label);
  box.hidden = true;
  document.body.append(box);
  opener.hidden = false;

  // ---------------------------------------------------------------------------
  // Asking

  /** The query whose answer is shown; and the one whose first result is to be opened. */
  let answered = "";
  let going = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let slow;

  const typed = () => input.value.trim();

  /** Ask for what is in the box. */
  function ask() {
    const query = typed();
    clearTimeout(slow);
    share.hidden = empty.hidden = !query;
    going = "";
    if (!query) {
      answered = "";
      asking.forget();
      results.say(words.start);
      results.list.replaceChildren();
      results.offerPages();
      return;
    }
    slow = setTimeout(() => results.say(words.searching), SOON);
    asking.ask(query);
  }

  /** @param {import("./engine.js").Answer} answer */
  function receive({ query = "", items, perhaps, read, nearest, excerpt, error }) {
    if (excerpt) results.excerpt(excerpt);
    if (!items && !error) return;
    clearTimeout(slow);
    if (error) {
      results.list.replaceChildren();
      if (error === "gone" && reload()) return results.say(words.gone);
      results.say(words.failed);
      return results.offer("", words.again, ask);
    }
    answered = query;
    box.dataset.answered = query;
    const found = items || [];
    const count = found.length === 1 ? words.one : words.other.replace("#", String(found.length));
    const said = perhaps ? words.perhaps : found.length ? count : words.none;
    results.say(read ? `${said} ${words.read.replace("#", read)}` : said);
    results.show(found);
    if (nearest) results.offer(words.suggestion, nearest, () => search(nearest));
    if (!found.length) results.offerPages();
    if (going === query) go();
  }

  /** Load the new version of the page, with the query. @returns {boolean} unless it was just done */
  function reload() {
    const query = new URLSearchParams({ q: typed() }).toString();
    try {
      if (sessionStorage.getItem(RELOADED) === asking.engine) return false;
      sessionStorage.setItem(RELOADED, asking.engine);
    } catch {
      return false;
    }
    location.replace(`${location.pathname}?${query}${location.hash}`);
    if (location.search === `?${query}`) location.reload();
    return true;
  }

  /** Open the first result. */
  function go() {
    const first = results.list.querySelector("a.results__link");
    if (first instanceof HTMLElement) first.click();
  }

  /** @param {string} query */
  function search(query) {
    input.value = query;
    input.focus();
    ask();
  }

  // Half-composed Chinese is no query. What a phone's keyboard composes letter by letter is one:
  // it tells no key.
  let composing = false;
  input.addEventListener("keydown", ({ code, keyCode }) => (composing = keyCode === 229 && code !== ""));
  input.addEventListener("input", (event) => {
    const { isComposing, data } = /** @type {InputEvent} */ (event);
    if (isComposing && (composing || /[a-z]['’ ][a-z]/i.test(data || ""))) return;
    ask();
  });
  input.addEventListener("compositionend", ask);

  // ---------------------------------------------------------------------------
  // Opening and closing

  /** @type {Element | null} where the focus was before */
  let before = null;

  /** @param {boolean} [focus] whether the reader goes on typing */
  function open(focus = true) {
    if (box.hidden) before = document.activeElement;
    box.hidden = false;
    opener?.setAttribute("aria-expanded", "true");
    asking.start();
    if (!typed()) ask();
    if (focus) input.focus();
  }

  /** @param {boolean} [forget] whether the way back leads to the page and not to this search */
  function close(forget = true) {
    if (box.hidden) return;
    if (forget) keep("");
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    opener?.setAttribute("aria-expanded", "false");
    if (inside && before instanceof HTMLElement) before.focus();
  }

  /** @param {string} query what the way back to this page brings back */
  function keep(query) {
    history.replaceState({ ...history.state, search: query }, "");
  }

  /** Bring back the search that a reader left this page from. */
  function restore() {
    const query = history.state && history.state.search;
    if (!query) return close(false);
    input.value = query;
    open(false);
    if (answered !== query) ask();
  }

  opener.addEventListener("click", () => (box.hidden ? open() : close()));
  back.addEventListener("click", () => close());
  shade.addEventListener("click", () => close());
  empty.addEventListener("click", () => search(""));
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) close();
  });
  results.list.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!(link instanceof HTMLAnchorElement)) return;
    remember(link.href, results.forms.get(Number(link.dataset.number)) || []);
    // Opened beside this page, it leaves the search as it is.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    keep(typed());
    close(false);
    // On the same page nothing is loaded; the mark comes once the browser has gone there.
    setTimeout(mark);
  });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (box.hidden) {
      if (!["/", "f", "s"].includes(event.key) || target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      return open();
    }
    const stops = [input, ...results.list.querySelectorAll("a, button, summary")].filter(
      (it) => it instanceof HTMLElement && it.offsetParent,
    );
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape") close();
    else if (step) {
      event.preventDefault();
      /** @type {HTMLElement} */ (stops[(at + step + stops.length) % stops.length]).focus();
    } else if (event.key === "Enter" && target === input) {
      event.preventDefault();
      if (answered === typed()) go();
      else going = typed();
    } else if (event.key.length === 1 && event.key !== " " && at > 0) input.focus();
  });

  // ---------------------------------------------------------------------------
  // Links to a search, and the way back

  share.addEventListener("click", async () => {
    const url = new URL(location.href);
    url.search = new URLSearchParams({ q: typed() }).toString();
    url.hash = "";
    // The address bar has it, too, where a page may not write to the clipboard.
    history.replaceState(history.state, "", url);
    try {
      await navigator.clipboard.writeText(url.href);
      results.say(words.copied);
    } catch {
      // Then the address bar has to do.
    }
  });

  addEventListener("popstate", restore);
  addEventListener("pageshow", ({ persisted }) => persisted && restore());
  const asked = new URLSearchParams(location.search).get("q");
  if (history.state && history.state.search) restore();
  else if (asked) {
    open();
    search(asked);
  }
  mark();
}
