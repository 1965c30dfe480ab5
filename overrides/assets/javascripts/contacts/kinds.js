// What a file is that holds no contacts.

import { fromBytes } from "./bytes.js";

/** How files begin that no text is: ours for a kind, and what it begins with. */
const BEGINNINGS = [
  ["zip", /^PK(?:\x03\x04|\x05\x06)/],
  ["zip", /^(?:\x1f\uf78b|Rar!|7z\uf7bc\uf7af|\uf7fd7zXZ|BZh\d)/],
  ["other", /^(?:SQLite format 3|%PDF-|\uf789PNG|\uf7ff\uf7d8\uf7ff|GIF8|bplist0|ANDROID BACKUP|\x7fELF|\uf7d0\uf7cf\x11\uf7e0)/],
  ["other", /^[^]{4}ftyp/],
];
/** How far a kind is looked for. */
const LOOK = 4000;

/**
 * The kind of a file that can be told without reading it as text.
 * @param {Uint8Array} bytes
 * @returns {string} empty if it has to be read
 */
export function sureKind(bytes) {
  const start = fromBytes(bytes.subarray(0, LOOK));
  if (!start.replace(/^\uf7ef\uf7bb\uf7bf|^\uf7ff\uf7fe|^\uf7fe\uf7ff/, "").replace(/[\s]+/g, "")) {
    if (bytes.length <= LOOK) return "empty";
  }
  if (!/[^\0]/.test(start) && bytes.every((byte) => byte === 0)) return "zeros";
  const found = BEGINNINGS.find(([, beginning]) => /** @type {RegExp} */ (beginning).test(start));
  // A spreadsheet is an archive, too, but nothing to unpack.
  if (found && found[0] === "zip" && /\[Content_Types\]\.xml|\bxl\/|mimetypeapplication\/vnd\.oasis/.test(start)) return "table";
  return found ? /** @type {string} */ (found[0]) : "";
}

/**
 * The kind of a text without contacts.
 * @param {string} text
 */
export function kindOf(text) {
  const start = text.slice(0, LOOK).replace(/^\uf7ef\uf7bb\uf7bf/, "").trim();
  if (!start && !text.trim()) return "empty";
  if (/^##fileformat=VCF/i.test(start) || /^#CHROM\t/m.test(start)) return "genes";
  if (/^begin:vcalendar/im.test(start)) return "calendar";
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body|script|meta|title)\b/i.test(start)) return "html";
  if (/^[[{]\s*(?:["[{\]}\d-]|true|false|null|$)/.test(start)) return "json";
  return table(start) ? "table" : "other";
}

/** @param {string} start of a text @returns {boolean} whether its lines are divided into the same columns */
function table(start) {
  const rows = start.split(/[\r\n]+/).slice(0, 6).filter((row) => row.trim());
  return [",", ";", "\t", "|"].some((sign) => {
    const columns = rows.slice(0, start.length === LOOK ? -1 : undefined).map((row) => row.replace(/"(?:[^"]|"")*"/g, "").split(sign).length);
    if (columns.length > 1) return columns[0] > 1 && columns.every((number) => number === columns[0]);
    return columns[0] > 2 || (columns[0] > 1 && /name|phone|mail|mobile|姓名|电话|手机|号码/i.test(rows[0]));
  });
}
