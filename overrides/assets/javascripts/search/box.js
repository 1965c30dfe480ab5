// The search box: opened by its button, a key, a link with ?q=, or the way back from a result.
import { Asking } from "./asking.js";
import { makeBox } from "./field.js";
import { mark, remember } from "./marks.js";
import { Results } from "./results.js";

// How long an answer may take before the box says that it is under way (milliseconds).
const SOON = 200;

/** Offer the search, where a page has its button. */
export function offerSearch() {
  const opener = document.querySelector("button.toggle-search");
  const told = document.querySelector(".search-words");
  if (!(opener instanceof HTMLButtonElement) || !told) return;
  /** @type {import("./results.js").Words} */
  const words = JSON.parse(told.textContent || "{}");
  const asking = new Asking(opener.dataset, receive);
  const results = new Results(
    words,
    (path) => asking.address(path),
    (numbers) => asking.excerpts(numbers),
  );
  const { box, shade, input, back, share, reset } = makeBox(words, results.whole);
  opener.hidden = false;

  // ---------------------------------------------------------------------------
  // Asking

  /** The query whose answer is shown, with the words it looked for. */
  let answered = "";
  /** @type {string[]} */
  let forms = [];
  /** The query whose first result is to be opened. */
  let going = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let slow;

  const typed = () => input.value.trim();

  /** Ask for what is in the box. */
  function ask() {
    const query = typed();
    clearTimeout(slow);
    going = "";
    share.hidden = reset.hidden = !query;
    if (query) {
      slow = setTimeout(() => results.say(words.searching), SOON);
      asking.ask(query);
    } else {
      answered = "";
      asking.forget();
      results.say(words.start);
      results.show([]);
      results.offerPages();
    }
  }

  /** @param {import("./engine.js").Answer} answer */
  function receive({ query = "", items, perhaps, read, excerpt, error, ...answer }) {
    if (excerpt) results.excerpt(excerpt);
    // What fails before anything is typed is asked for again by the query.
    if (!(items || error) || !typed()) return;
    clearTimeout(slow);
    answered = box.dataset.answered = query;
    if (error) {
      results.offer(ask);
      return results.say(error === "gone" && asking.reload(typed()) ? words.gone : words.failed);
    }
    const found = items || [];
    forms = answer.forms || [];
    const count = found.length === 1 ? words.one : words.other.replace("#", String(found.length));
    // One or two letters are the beginning of something.
    const none = /^[ -~]{1,2}$/.test(query) ? words.start : words.none;
    const said = perhaps ? words.perhaps : found.length ? count : none;
    results.say(read ? `${said} ${words.read.replace("#", read)}` : said);
    results.show(found);
    if (!found.length) results.offerPages();
    if (going === query) go();
  }

  /** Open the first result. */
  function go() {
    const first = results.list.querySelector("a.results__link");
    if (first instanceof HTMLElement) first.click();
  }

  // Half-composed Chinese is no query. What a phone's keyboard composes letter by letter is one:
  // such a keyboard tells no key.
  let composing = false;
  input.addEventListener("keydown", ({ code, keyCode }) => (composing = keyCode === 229 && code !== ""));
  input.addEventListener("input", (event) => {
    const { isComposing, data } = /** @type {InputEvent} */ (event);
    if (!isComposing || !(composing || /[a-z]['’ ][a-z]/i.test(data || ""))) ask();
  });
  input.addEventListener("compositionend", ask);

  // ---------------------------------------------------------------------------
  // Opening and closing

  /** @type {Element | null} where the focus was before */
  let before = null;

  /** @param {boolean} shown */
  function set(shown) {
    // Safari 16 leaves the focus in what is hidden, and every key with it.
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    if (!shown && box.contains(focused)) focused.blur();
    box.hidden = !shown;
    opener?.setAttribute("aria-expanded", String(shown));
  }

  /** @param {string} [query] what to search; else what was typed last */
  function open(query = typed()) {
    if (box.hidden) before = document.activeElement;
    set(true);
    asking.start();
    input.focus();
    input.value = query;
    if (!query || query !== answered) ask();
  }

  function close() {
    if (box.hidden) return;
    keep("");
    const inside = box.contains(document.activeElement);
    set(false);
    if (inside && before instanceof HTMLElement) before.focus();
  }

  /** @param {string} query what the way back to this page brings back */
  function keep(query) {
    history.replaceState({ ...history.state, search: query }, "");
  }

  /** Bring back the search that a reader left this page from; without a keyboard in its way. */
  function restore() {
    const query = history.state && history.state.search;
    if (!query) return set(false);
    open(query);
    input.blur();
  }

  opener.addEventListener("click", () => (box.hidden ? open() : close()));
  back.addEventListener("click", close);
  shade.addEventListener("click", close);
  reset.addEventListener("click", () => open(""));
  /** @type {HTMLFormElement} */ (input.form).addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) close();
  });
  results.list.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!(link instanceof HTMLAnchorElement)) return;
    remember(link.href, results.forms.get(link.href) || forms);
    // Opened beside this page, it leaves the search as it is.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    keep(typed());
    set(false);
    // On the same page nothing is loaded; the mark comes once the browser has gone there.
    setTimeout(mark);
  });

  document.addEventListener("keydown", (event) => {
    const { key, keyCode, isComposing, ctrlKey, metaKey, altKey } = event;
    if (isComposing || keyCode === 229 || ctrlKey || metaKey || altKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (box.hidden) {
      if (!["/", "f", "s"].includes(key) || target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      return open();
    }
    /** @type {HTMLElement[]} */
    const stops = [input, ...results.list.querySelectorAll("a, button, summary")];
    const seen = stops.filter(({ offsetParent }) => offsetParent);
    const at = seen.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (key === "Escape") close();
    else if (step) {
      event.preventDefault();
      seen[(at + step + seen.length) % seen.length].focus();
    } else if (key === "Enter" && target === input) {
      event.preventDefault();
      if (answered === typed()) go();
      else going = typed();
    } else if (key.length === 1 && key !== " " && at > 0) input.focus();
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
      input.focus();
    }
  });
  // Firefox goes to another place of the page later than a click ends.
  addEventListener("hashchange", mark);
  addEventListener("popstate", restore);
  addEventListener("pageshow", ({ persisted }) => persisted && restore());
  const asked = new URLSearchParams(location.search).get("q");
  if (history.state && history.state.search) restore();
  else if (asked) open(asked);
  mark();
}
