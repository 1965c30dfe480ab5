// Opens the search: by its button, a key, a link with ?q=, or the way back from a result. The field
// is there at once and takes what is typed; what answers (box.js) is loaded when a reader turns to
// it, for most readers of a page never do.
import { makeBox } from "./field.js";
import { remembered } from "./found.js";

/** @typedef {{ open(): void, close(): void, enter(): void }} Search */

/** Offer the search, where a page has its button. */
export function offerSearch() {
  const opener = document.querySelector("button.toggle-search");
  const told = document.querySelector(".search-words");
  if (!(opener instanceof HTMLButtonElement) || !told) return;
  /** @type {import("./results.js").Words} */
  const words = JSON.parse(told.textContent || "{}");
  const field = makeBox(words, opener);
  const { box, input } = field;
  const again = document.createElement("button");
  opener.hidden = false;

  let loading = false;
  let loaded = false;
  /** Whether Enter was pressed before anything could answer. */
  let entered = false;
  /** @type {Search} what there is until the script has come */
  let search = {
    open() {
      field.show();
      say(words.start);
      load();
    },
    close: field.leave,
    enter: () => (entered = true),
  };

  /** Load what answers, once. */
  const load = () => {
    if (loading) return;
    loading = true;
    const script = document.createElement("script");
    script.src = opener.dataset.script ?? "";
    script.onload = () => {
      loaded = true;
      again.remove();
      // @ts-ignore: what box.js offers
      search = self.searchBox(opener.dataset, words, field);
      if (!box.hidden) search.open();
      if (entered) search.enter();
    };
    script.onerror = () => {
      loading = false;
      const query = input.value.trim();
      // What fails before anything is typed is asked for again by the query.
      if (box.hidden || !query) return;
      say(words.failed);
      // In a tab of an older version it is gone; the page of today has its own.
      again.className = "button";
      again.textContent = words.again;
      again.onclick = () => (location.search = `q=${encodeURIComponent(query)}`);
      field.list.before(again);
    };
    document.head.append(script);
  };

  /** @param {string} text what the reader is told until the script has come */
  function say(text) {
    again.remove();
    field.say(text);
  }

  // A reader is about to turn to it. Not who has asked this page to stay quiet (contacts/page.js).
  for (const type of ["pointerenter", "focus"]) {
    opener.addEventListener(type, () => "quiet" in document.documentElement.dataset || load());
  }
  opener.addEventListener("click", () => (box.hidden ? search.open() : search.close()));
  field.back.addEventListener("click", () => search.close());
  field.shade.addEventListener("click", () => search.close());
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    search.enter();
  });
  input.addEventListener("input", () => {
    if (loaded) return;
    say(words.searching);
    load();
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) search.close();
  });
  document.addEventListener("keydown", (event) => {
    const { key, keyCode, isComposing, ctrlKey, metaKey, altKey } = event;
    if (isComposing || keyCode === 229 || ctrlKey || metaKey || altKey) return;
    if (!box.hidden) {
      if (key === "Escape") search.close();
      return;
    }
    const target = /** @type {HTMLElement} */ (event.target);
    if (!["/", "f", "s"].includes(key) || target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    search.open();
  });

  // What is to be shown again, or marked, is shown by the script.
  const comeBack = () => (history.state?.search || remembered()) && load();
  addEventListener("popstate", comeBack);
  comeBack();
  const asked = new URLSearchParams(location.search).get("q");
  if (!asked || history.state?.search) return;
  input.value = asked;
  search.open();
}
