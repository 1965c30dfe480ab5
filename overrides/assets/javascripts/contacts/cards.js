// Divides the text of a file into contacts and the properties of contacts, and notices what does
// not belong to any: the text is that of bytes (bytes.js), for lines are joined before decoding.

/**
 * @typedef {{ name: string, slice: string, lines: number }} Property as it stands in the file
 * @typedef {object} Reader what is told of the file, in its order
 * @property {() => void} begin a contact begins
 * @property {(property: Property) => void} property of the contact that has begun
 * @property {(whole: boolean) => void} end it ends; or another begins although it has not ended
 * @property {(line: string) => void} stray a line that belongs to nothing
 * @property {(inside: boolean) => void} cut the file ends where it should not: in a
 *   contact, or before one that was about to begin
 */

const BEGIN = /^[ \t]*begin[ \t]*:[ \t]*vcard[ \t]*$/i;
const END = /^end[ \t]*:[ \t]*vcard[ \t]*/i;
const NAME = /^(?:[\w-]+\.)*([\w-]+)[ \t]*[;:]/;
const QUOTED = /quoted-printable|encoding="?q"?(?![a-z])/i;
const BASE64 = /base64|encoding="?b"?(?![a-z])/i;
/** A line that surely begins a property, even where the value before seems to go on. */
const KNOWN =
  /^(?:[\w-]+\.)?(?:version|n|fn|tel|email|adr|org|title|role|note|url|photo|bday|rev|uid|prodid|nickname|label|sound|categories|key|logo|mailer|agent|geo|tz|kind|impp|x-[\w-]+)[;:]/i;
/** Properties that hold names: these are in codes now and then without saying so. */
const NAMES = /^(?:FN|N|ORG|NICKNAME|TITLE|SORT-STRING)$/;
/** How long a name of a property can be, groups included. */
const LONGEST_NAME = 200;
/** How many lines are read before the reader may do something else. */
const LINES_AT_ONCE = 2000;

/**
 * Whether a line ends with `=`, which joins it with the next one (a soft break).
 * @param {string} text @param {number} from where the line begins @param {number} to where it ends
 */
function soft(text, from, to) {
  while (to > from && (text[to - 1] === " " || text[to - 1] === "\t")) to--;
  return to > from && text[to - 1] === "=";
}

/**
 * Read a file; yields now and then how far it has come (0 to 1).
 * @param {string} text
 * @param {Reader} reader
 * @returns {Generator<number, void>}
 */
export function* readCards(text, reader) {
  // A copy that failed leaves zeros at the end; an old program leaves its sign for it.
  let whole = text.length;
  while (whole && (text[whole - 1] === "\0" || text[whole - 1] === "\x1a")) whole--;
  let open = false;
  // How many contacts stand open inside this one, as its AGENT: those are not counted as contacts.
  let inside = 0;
  let name = "";
  let from = -1;
  let to = 0;
  let lines = 0;
  /** @type {"" | "quoted" | "base64"} how the property is written */
  let coding = "";
  let joining = false;
  let unnamed = false;
  let blank = false;
  let begun = false;

  const finish = () => {
    if (from >= 0) reader.property({ name, slice: text.slice(from, to), lines });
    from = -1;
    joining = false;
  };
  /** @param {boolean} ended */
  const close = (ended) => {
    finish();
    reader.end(ended);
    open = false;
    inside = 0;
  };

  // Where the next of each kind of line end is, so that each is looked for once.
  let feed = -1;
  let carriage = -1;
  let run = -1;
  let count = 0;
  for (let at = 0; at < whole; ) {
    if (++count % LINES_AT_ONCE === 0) yield at / whole;
    if (feed < at) feed = text.indexOf("\n", at);
    if (feed < 0) feed = Infinity;
    if (carriage < at) carriage = text.indexOf("\r", at);
    if (carriage < 0) carriage = Infinity;
    const end = Math.min(feed, carriage, whole);
    let next = end + 1;
    if (end === carriage && end >= run) {
      // CR LF, and CR CR LF, are one end of a line; CR CR are two.
      run = end + 1;
      while (text[run] === "\r") run++;
      if (text[run] === "\n") next = run + 1;
    }
    // A mark stands at the beginning of a file, or where another file was put behind it.
    if (text.startsWith("\uf7ef\uf7bb\uf7bf", at)) at += 3;
    if (text[at] === "\0") {
      while (text[at] === "\0") at++;
      reader.stray("\0");
      if (at > end) continue;
    }
    const line = text.slice(at, end);
    const indented = line[0] === " " || line[0] === "\t";
    if (!line || (indented && line.length < LONGEST_NAME && !line.trim())) {
      blank = true;
      at = next;
      continue;
    }
    const after = blank;
    blank = false;
    const marks = line.length < LONGEST_NAME && /^[ \t]*[be]/i.test(line);
    const ending = marks && !indented ? END.exec(line) : null;
    const beginning = marks && (!indented || !open) && BEGIN.test(line);

    if (ending) {
      // Two files put together without a line end between them.
      const rest = line.slice(ending[0].length);
      if (rest) next = at + ending[0].length;
      if (inside) {
        finish();
        inside--;
      } else if (open) close(true);
      else reader.stray(line);
    } else if (beginning && !inside && from >= 0 && name === "AGENT" && text[to - 1] === ":") {
      finish();
      inside++;
    } else if (beginning) {
      if (open) close(false);
      open = true;
      reader.begin();
    } else if (inside) {
      // A line of the agent: left out.
    } else if (!open) {
      begun = end === whole && line.length < 11 && "BEGIN:VCARD".startsWith(line.toUpperCase());
      if (!begun) reader.stray(line);
    } else if (from >= 0 && joining && !(after ? KNOWN.test(line.slice(0, LONGEST_NAME)) : breaks(line))) {
      to = end;
      lines++;
      joining = soft(text, at, end);
    } else if (from >= 0 && indented) {
      to = end;
      lines++;
      if (unnamed && lines < 9) coding = codingOf(text.slice(from, to).split(":", 1)[0]);
      unnamed = unnamed && !line.includes(":");
      joining = coding === "quoted" && soft(text, at, end);
    } else {
      const named = NAME.exec(line.slice(0, LONGEST_NAME));
      const colon = line.indexOf(":");
      if (named) {
        finish();
        name = named[1].toUpperCase();
        from = at;
        to = end;
        lines = 1;
        unnamed = colon < 0;
        coding = codingOf(colon < 0 ? line : line.slice(0, colon));
        // A name in codes, although the property does not say that it is.
        if (!coding && NAMES.test(name) && /(?:=[0-9a-f]{2})+=\s*$/i.test(line.slice(-LONGEST_NAME))) coding = "quoted";
        joining = coding === "quoted" && soft(text, at, end);
        if (name === "AGENT" && BEGIN.test(line.slice(colon + 1, colon + LONGEST_NAME)) && !/[ \t]/.test(text[next] ?? "")) {
          finish();
          inside++;
        }
      } else if (from >= 0 && coding === "base64" && colon < 0) {
        // A picture of version 2.1 goes on without an indent.
        to = end;
        lines++;
      } else if (line[0] !== "#" && end < whole) {
        finish();
        reader.stray(line);
      }
    }
    at = next;
  }
  if (open) {
    reader.cut(true);
    close(false);
  } else if (begun || text.length - whole > 3) reader.cut(false);

  /** @param {string} line @returns {boolean} whether it begins a property, although `=` at the end of
   *   the one before asks for more of that */
  function breaks(line) {
    return NAMES.test(name) && KNOWN.test(line.slice(0, LONGEST_NAME)) && !/=0a=[ \t]*$/i.test(text.slice(to - 6, to));
  }
}

/** @param {string} head what stands before the colon @returns {"" | "quoted" | "base64"} */
function codingOf(head) {
  if (!head.includes(";")) return "";
  return QUOTED.test(head) ? "quoted" : BASE64.test(head) ? "base64" : "";
}
