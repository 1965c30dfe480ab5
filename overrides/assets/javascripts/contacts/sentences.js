// Says what was found: one element a finding, with its data for whoever reads by machine.

import { element, quoted } from "./words.js";

/**
 * @typedef {import("./findings.js").Finding} Finding
 * @typedef {import("./words.js").Words} Words
 */

const TONES = {
  bad: "check__finding check__finding--bad",
  good: "check__finding check__finding--good",
  note: "check__finding",
};

/** @param {string} name @returns {(Node | string)[]} */
function named(name) {
  return [quoted(name)];
}

/**
 * Which of the texts for a finding fits it.
 * @param {Finding} finding
 */
function keyOf({ finding, count, kind, more = {} }) {
  if (finding === "not-vcard") return `not-vcard.${kind}`;
  if (finding === "no-numbers" && more.all) return "no-numbers.all";
  if (finding !== "cut") return finding;
  if (count > 1) return "cut.several";
  if (!more.inside) return more.after ? "cut.after" : "cut.start";
  return more.name ? "cut" : more.after ? "cut.unnamed" : "cut.first";
}

/**
 * What else is to be said or done.
 * @param {Words} words
 * @param {Finding} finding
 * @returns {(Node | string)[]}
 */
function more(words, { finding, more: told = {} }) {
  if (finding === "cut" && !told.before) return words.fill("cut.more");
  if (finding === "cut") return words.fill("cut.before", { n: Number(told.before) });
  if (finding === "coded" && told.undeclared) return words.fill("coded.undeclared");
  if (finding === "lost" && told.elsewhere) return words.fill("lost.elsewhere", { n: Number(told.elsewhere) });
  return [];
}

/**
 * The element of a finding.
 * @param {Words} words
 * @param {Finding} finding
 * @param {(Node | string)[]} extra what stands behind its sentence
 * @returns {HTMLElement}
 */
export function sentence(words, finding, ...extra) {
  const { finding: name, count, kind, tone, names = [], pairs = [], more: told = {} } = finding;
  // The one file that a reader chose needs no name.
  const shown = name === "cut" && count === 1 ? [] : pairs.length
    ? pairs.map(([one, other]) => words.fill(`pair.${name}`, { one: quoted(one), other: quoted(other) }))
    : names.map(named);
  const values = {
    n: count,
    names: words.list(shown),
    place: Number(told.place ?? 0),
    name: quoted(String(told.name ?? "")),
    after: quoted(String(told.after ?? "")),
    encoding: words.plain(`encoding.${told.encoding}`),
  };
  const text = element("p", "", element("strong", "", words.plain(`label.${name}`)), " ", ...words.fill(keyOf(finding), values));
  const also = more(words, finding);
  if (also.length) text.append(" ", ...also);
  if (words.has(`link.${name}`)) text.append(" ", words.link(`link.${name}`));
  const made = element("div", TONES[tone], text, ...words.rest(shown, count), ...extra);
  // Programs that read data-finding know a list of names, and this one is not on it.
  if (name !== "mails-gone") made.dataset.finding = name;
  made.dataset.count = String(count);
  if (kind) made.dataset.kind = kind;
  return made;
}

/**
 * The finding as a line of a note.
 * @param {Words} words
 * @param {Finding} finding
 * @param {boolean} withNames
 */
export function line(words, { finding, count, kind, names = [], pairs = [] }, withNames) {
  const told = pairs.length ? pairs.map((pair) => pair.join(" → ")) : names;
  const label = words.plain(kind ? `kind.${kind}` : `label.${finding}`);
  const number = words.number.format(count);
  const text = words.text("note.line", { label: label.replace(/[.。]$/, ""), n: number });
  if (!withNames || !told.length) return text;
  return words.text("note.names", { line: text, names: words.join(told.map((one) => [one])).join("") });
}
