// Shows the result of a backup: what was found, its first contacts, whom a reader looks for.

import { line, sentence } from "./sentences.js";
import { element, quoted } from "./words.js";

/**
 * @typedef {import("./findings.js").Finding} Finding
 * @typedef {import("./session.js").Shown} Shown
 * @typedef {import("./words.js").Words} Words
 * @typedef {{ contacts: number, findings: Finding[], first: Shown[], encodings: string[],
 *   encoding: string, older?: Older }} Result
 * @typedef {{ contacts: number, findings: Finding[], changes: Finding[] }} Older what is said of an older
 *   copy: all of it, and of that what has changed since
 */

/**
 * A contact as one line: its name and numbers, or what there is instead.
 * @param {Words} words @param {Shown} contact
 */
function contactLine(words, { name, numbers, mails }) {
  const values = [...numbers, ...mails.slice(0, numbers.length ? 0 : 1)].map((value) => quoted(value));
  const list = words.join(values.map((value) => [value]));
  const title = name ? quoted(name) : element("i", "", words.plain("nameless"));
  return element("li", "", element("strong", "", title), " ", ...list);
}

/** @param {Words} words @param {Shown[]} contacts */
export function contactList(words, contacts) {
  return element("ul", "check__contacts", ...contacts.map((one) => contactLine(words, one)));
}

/**
 * A choice of encodings, for a backup that does not say which it is in.
 * @param {Words} words @param {Result} result @param {(encoding: string) => void} choose
 */
function encodings(words, { encodings: all, encoding }, choose) {
  const select = document.createElement("select");
  for (const one of all) select.append(new Option(words.plain(`encoding.${one}`), one, false, one === encoding));
  select.addEventListener("change", () => choose(select.value));
  return element("label", "check__field", words.plain("encoding"), " ", select);
}

/**
 * @param {Words} words
 * @param {HTMLElement} section
 * @param {Result} result
 * @param {(encoding: string) => void} choose another encoding
 */
export function showResult(words, section, result, choose) {
  section.dataset.contacts = String(result.contacts);
  const made = result.findings.map((finding) =>
    finding.finding === "guessed"
      ? sentence(words, finding, encodings(words, result, choose))
      : sentence(words, finding),
  );
  part(section, "findings").replaceChildren(...made);
  part(section, "first").replaceChildren(
    ...(result.contacts ? [element("p", "", ...words.fill("first", { n: result.contacts })), contactList(words, result.first)] : []),
  );
  for (const name of ["people", "phone"]) part(section, name).hidden = !result.contacts;
  part(section, "after").hidden = false;
}

/**
 * A part of the page that the script fills.
 * @param {ParentNode} section @param {string} name
 * @returns {HTMLElement}
 */
export function part(section, name) {
  return /** @type {HTMLElement} */ (section.querySelector(`[data-part="${name}"]`));
}

/**
 * What a screen reader says when the result is there: the count, and the first of what is bad.
 * @param {Words} words @param {Result} result
 */
export function summary(words, { contacts, findings }) {
  const bad = findings.filter(({ tone }) => tone === "bad");
  const notes = findings.filter(({ tone }) => tone === "note").length;
  const told = bad.map((finding) => line(words, finding, false));
  if (notes) told.push(words.text("notes", { n: notes }));
  const parts = [words.text("read", { n: contacts }), ...told].map((one) => [one]);
  return words.join(parts, "then").join("");
}

/**
 * Compare the count of a backup with what the phone shows: the whole contacts; who is there twice may
 * be so on the phone, or not.
 * @param {Words} words @param {Result} result @param {string} typed
 * @returns {HTMLElement | undefined} nothing as long as no number is typed
 */
export function phoneCount(words, { contacts, findings }, typed) {
  const digits = typed.normalize("NFKC").replace(/[\s,.']/g, "");
  if (!/^\d{1,7}$/.test(digits)) return undefined;
  const found = (/** @type {string} */ name) => findings.find(({ finding }) => finding === name);
  const twice = found("twice");
  const less = Number(digits) - contacts + Number(found("cut")?.more?.inside ?? 0);
  if (less > 0) return sentence(words, { finding: "fewer-than-phone", count: less, tone: "bad" });
  const told = words.fill(less ? "phone.more" : "phone.same", { n: -less });
  if (!twice || -less > twice.count) return element("p", "", ...told);
  return element("p", "", ...(less ? [] : [...told, " "]), line(words, twice, false));
}
