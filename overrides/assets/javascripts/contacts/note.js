// A short dated note of the result, to copy or to print. It has numbers only, unless the reader
// wants names in it.

import { line } from "./sentences.js";

/**
 * @typedef {import("./findings.js").Finding} Finding
 * @typedef {import("./words.js").Words} Words
 */

/**
 * @param {Words} words
 * @param {{ contacts: number, findings: Finding[], older: Finding[] }} result
 * @param {boolean} withNames
 */
export function noteOf(words, { contacts, findings, older }, withNames) {
  const lines = [
    words.text("note.title", { date: words.day.format(new Date()) }),
    words.text("note.line", { label: words.plain("note.contacts"), n: words.number.format(contacts) }),
    ...findings.filter(({ finding }) => finding !== "whole").map((one) => line(words, one, withNames)),
  ];
  if (findings.some(({ finding }) => finding === "whole")) lines.splice(2, 0, words.plain("note.whole"));
  if (older.length) lines.push(words.plain("note.older"), ...older.map((one) => line(words, one, withNames)));
  return `${lines.join("\n")}\n`;
}

/** Print the note alone. */
export function printNote() {
  const { classList } = document.documentElement;
  classList.add("check-print");
  addEventListener("afterprint", () => classList.remove("check-print"), { once: true });
  print();
}
