// What happens in the search box: asking, results, the way back to them. opener.js loads this script
// and calls what it offers; asking.js starts it once more, for the engine in it, in a worker.
import { Asking } from "./asking.js";
import { remember } from "./found.js";
import { mark } from "./marks.js";
import { Results } from "./results.js";
import { loadAnew } from "./version.js";

// How long an answer may take before the box says that it is under way (milliseconds).
const SOON = 200;

Object.assign(self, { searchBox });

/**
 * Let the box answer.
 * @param {DOMStringMap} data addresses of this script and of the index
 * @param {import("./results.js").Words} words
 * @param {ReturnType<typeof import("./field.js").makeBox>} field
 */
function searchBox(data, words, { box, input, share, reset, ...field }) {
  const asking = new Asking(data, receive);
  const results = new Results(words, asking, field);

  // ---------------------------------------------------------------------------
  // Asking

  /** The query whose answer is shown, with the words it looked for. */
  let answered = "";
  let forms = /** @type {string[]} */ ([]);
  /** The query whose first result is to be opened. */
  let going = "";
  /** @type {import("./results.js").Followed | undefined} where the way back leads */
  let followed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let slow;

  const typed = () => input.value.trim();

  /** Ask for what is in the box. */
  function ask() {
    const query = typed();
    clearTimeout(slow);
    results.choose();
    going = "";
    share.hidden = reset.hidden = !query;
    if (query) {
      slow = setTimeout(() => field.say(words.searching), SOON);
      asking.ask(query);
    } else {
      answered = "";
      asking.forget();
      field.say(words.start);
      results.show([], false);
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
      return field.say(error === "gone" && loadAnew(asking.script, typed()) ? words.gone : words.failed);
    }
    const found = items || [];
    forms = answer.forms || [];
    const count = found.length === 1 ? words.one : words.other.replace("#", String(found.length));
    // One or two letters are the beginning of something.
    const none = /^[ -~]{1,2}$/.test(query) ? words.start : words.none;
    const unknown = found.length && !perhaps ? (answer.unknown || []).join("” “") : "";
    const said = [perhaps ? words.perhaps : found.length ? count : none];
    if (read) said.push(words.read.replace("#", read));
    if (unknown) said.push(words.without.replace("#", unknown));
    field.say(""); // An answer is read out also if it says the same as the last.
    field.say(said.join(""));
    results.show(found, !perhaps);
    if (followed && followed.query === query) results.comeBack(followed);
    followed = undefined;
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

  /** @param {string} [query] what to search; else what was typed last */
  function open(query = typed()) {
    field.show();
    asking.start();
    // What is being composed would be lost.
    if (query !== typed()) input.value = query;
    if (!query || query !== answered) ask();
  }

  function close() {
    if (box.hidden) return;
    keep("");
    field.leave();
  }

  /** Open the first result, as soon as what is typed is answered. */
  function enter() {
    if (answered === typed()) go();
    else going = typed();
  }

  /**
   * @param {string} query what the way back to this page brings back
   * @param {import("./results.js").Followed} [followed] and where in its results
   */
  function keep(query, followed) {
    history.replaceState({ ...history.state, search: query, followed }, "");
  }

  /** Bring back the search that a reader left this page from; without a keyboard in its way. */
  function restore() {
    const { search: query = "", followed: last } = history.state || {};
    if (!query) return field.hide();
    open(query);
    input.blur();
    if (query !== answered) followed = last;
    else if (last) results.comeBack(last);
  }

  reset.addEventListener("click", () => open(""));
  results.list.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!(link instanceof HTMLAnchorElement)) return;
    remember(link.href, results.forms.get(link.href) || forms);
    // Opened beside this page, it leaves the search as it is.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    keep(typed(), { query: answered, number: link.dataset.number, top: link.getBoundingClientRect().top });
    // The box stays until another page takes its place: a browser drops what it has asked for
    // beforehand (partials/prefetch.html) when the link to it is hidden.
    const [path, part] = link.href.split("#");
    if (!part || path !== location.href.split("#")[0]) return;
    field.hide();
    // On the same page nothing is loaded; the mark comes once the browser has gone there.
    setTimeout(mark);
  });

  document.addEventListener("keydown", (event) => {
    const { key, keyCode, isComposing, ctrlKey, metaKey, altKey } = event;
    if (box.hidden || isComposing || keyCode === 229 || ctrlKey || metaKey || altKey) return;
    /** @type {NodeListOf<HTMLElement>} */
    const others = results.list.querySelectorAll("a, button, summary");
    const stops = [input, ...others];
    const seen = stops.filter(({ offsetParent }) => offsetParent);
    const at = seen.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) {
      event.preventDefault();
      seen[(at + step + seen.length) % seen.length].focus();
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
      field.say(words.copied);
    } catch {
      input.focus();
    }
  });
  // Firefox goes to another place of the page later than a click ends.
  addEventListener("hashchange", mark);
  addEventListener("popstate", restore);
  addEventListener("pageshow", ({ persisted }) => persisted && restore());
  if (history.state && history.state.search) restore();
  mark();
  return { open, close, enter };
}
