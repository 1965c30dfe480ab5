// The page that checks a reader's own backup: takes the files, asks the reader (worker.js), shows
// what it answers. Nothing is sent, nothing is stored, and all is gone when the page is left.

import { copyFrom } from "../reader/clipboard.js";
import { onDrop } from "./drop.js";
import { noteOf, printNote } from "./note.js";
import { Reader } from "./reader.js";
import { contactList, part, phoneCount, showResult, summary } from "./result.js";
import { sentence } from "./sentences.js";
import { Words, element, quoted } from "./words.js";

/** How long it may take before the page says how far it is, in milliseconds. */
const SILENT = 500;

const script = document.currentScript;
const template = document.getElementById("check-words");
const works = document.documentElement.classList.contains("js");
if (works && script instanceof HTMLScriptElement && template instanceof HTMLTemplateElement) {
  start(new Words(template), script.dataset.worker ?? "");
}

/**
 * @param {Words} words
 * @param {string} worker address of the reader's script
 */
function start(words, worker) {
  const section = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const [choose, result, older] = ["choose", "result", "compare"].map(section);
  const input = /** @type {HTMLInputElement} */ (choose.querySelector("input[type=file]"));
  const olderInput = /** @type {HTMLInputElement} */ (older.querySelector("input[type=file]"));
  const status = part(choose, "status");
  const olderStatus = part(older, "status");
  const query = /** @type {HTMLInputElement} */ (result.querySelector("[name=person]"));
  const phone = /** @type {HTMLInputElement} */ (result.querySelector("[name=phone]"));
  const withNames = /** @type {HTMLInputElement} */ (result.querySelector("[name=names]"));
  const note = part(result, "note");
  /** @type {import("./result.js").Result | undefined} */
  let shown;
  /** @type {number} the last question about files, and the last about a person */
  let asked = 0;
  let looking = 0;
  let began = 0;
  /** @type {(Node | string)[]} */
  let olderName = [];
  /** @type {File[] | undefined} an older copy that was chosen first */
  let waiting;
  let place = status;

  const reader = new Reader(worker, receive, () => {
    status.textContent = words.plain("no-reader");
  });

  /** @param {import("./reader.js").Answer} answer */
  function receive(answer) {
    if (answer.ask === "find") {
      if (answer.id === looking) showFound(answer);
    } else if (answer.id !== asked) {
      // An answer to what is no longer asked.
    } else if (answer.progress !== undefined) {
      // A screen reader says it: not too often.
      const told = words.text("reading", { n: Math.floor(answer.progress * 10) * 10 });
      if (performance.now() - began > SILENT && place.textContent !== told) place.textContent = told;
    } else if (answer.error) {
      before(!shown);
      place.textContent = words.plain(answer.error === "RangeError" ? "too-large" : "unreadable");
    } else show(answer, /** @type {any} */ (answer));
  }

  /** @param {{ ask?: string }} answer @param {import("./result.js").Result} found */
  function show({ ask }, found) {
    shown = found;
    showResult(words, result, found, (encoding) => {
      begin(status);
      asked = reader.ask("encoding", { encoding });
    });
    before(false);
    find();
    count();
    writeNote();
    if (found.older) showOlder(found.older);
    if (ask === "compare") return;
    status.textContent = summary(words, found);
    if (ask === "read") result.scrollIntoView();
    if (waiting) readOlder(waiting);
  }

  /** @param {import("./result.js").Older} found */
  function showOlder({ contacts, findings, changes }) {
    const made = findings.map((finding) => sentence(words, finding));
    part(older, "findings").replaceChildren(...made);
    older.dataset.contacts = String(contacts);
    const lost = changes.some(({ tone }) => tone === "bad");
    const key = !contacts ? "older.none" : !changes.length ? "older.same" : lost ? "older.lost" : "older.kept";
    olderStatus.replaceChildren(...words.fill(key, { name: olderName, n: contacts }));
  }

  /** @param {HTMLElement} where it is told how far the work is */
  function begin(where) {
    // From here on nothing is to be asked of the network, for whatever reason (offline.js).
    document.documentElement.dataset.quiet = "";
    began = performance.now();
    place = where;
    place.textContent = "";
  }

  /** @param {FileList | File[]} files */
  function read(files) {
    if (!files.length) return;
    clear();
    begin(status);
    asked = reader.ask("read", { files: [...files] });
  }

  /** @param {FileList | File[]} files */
  function readOlder(files) {
    if (!files.length) return;
    begin(olderStatus);
    delete older.dataset.contacts;
    part(older, "findings").textContent = "";
    const chosen = [...files];
    waiting = shown ? undefined : chosen;
    if (waiting) {
      olderStatus.textContent = words.plain("older.first");
      return;
    }
    const day = words.day.format(new Date(Math.max(...chosen.map(({ lastModified }) => lastModified))));
    olderName = words.fill("older.file", { names: words.join(chosen.map(({ name }) => [quoted(name)])), day });
    asked = reader.ask("compare", { files: chosen });
  }

  function find() {
    looking = query.value.trim() ? reader.ask("find", { text: query.value.trim() }) : 0;
    if (!looking) part(result, "found").replaceChildren();
  }

  /** @param {import("./reader.js").Answer} answer */
  function showFound({ total, found }) {
    const some = found.length;
    const told = words.fill(!total ? "found.none" : some < total ? "found.some" : "found", { n: total, some });
    part(result, "found").replaceChildren(element("p", "", ...told), contactList(words, found));
  }

  function count() {
    const told = shown && phoneCount(words, shown, phone.value);
    part(result, "counted").replaceChildren(...(told ? [told] : []));
  }

  function writeNote() {
    if (!shown) return;
    const { contacts, findings } = shown;
    note.textContent = noteOf(words, { contacts, findings, older: shown.older?.findings ?? [] }, withNames.checked);
  }

  /** Show nothing of an earlier file. */
  function clear() {
    shown = undefined;
    looking = 0;
    for (const name of ["findings", "first", "found", "counted", "note", "copied"]) part(result, name).textContent = "";
    for (const one of [status, olderStatus, part(older, "findings")]) one.textContent = "";
    part(result, "after").hidden = true;
    for (const one of [result, older]) delete one.dataset.contacts;
  }

  /** @param {boolean} shown whether what stands in the place of a result is */
  function before(shown) {
    for (const one of document.querySelectorAll(".check__before")) one.toggleAttribute("hidden", !shown);
  }

  function forget() {
    clear();
    before(true);
    asked = 0;
    waiting = undefined;
    reader.stop();
    for (const one of [input, olderInput, query, phone]) one.value = "";
    withNames.checked = false;
  }

  input.addEventListener("change", () => read(input.files ?? []));
  olderInput.addEventListener("change", () => readOlder(olderInput.files ?? []));
  for (const one of [input, olderInput]) {
    // A file of the same name may be a newer one; without this, choosing it would tell no change.
    one.addEventListener("click", () => (one.value = ""));
  }
  query.addEventListener("input", find);
  phone.addEventListener("input", count);
  withNames.addEventListener("change", writeNote);
  part(result, "copy").addEventListener("click", async () => {
    await copyFrom(note);
    part(result, "copied").textContent = words.plain("copied");
  });
  part(result, "print").addEventListener("click", printNote);
  onDrop((files, target) => (older.contains(target) ? readOlder : read)(files));
  addEventListener("pagehide", forget);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) reader.start();
  });
  for (const tool of document.querySelectorAll(".check__tool")) tool.removeAttribute("hidden");
  document.querySelector(".check__without")?.setAttribute("hidden", "");
}
