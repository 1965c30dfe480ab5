// The search engine: finds sections in the index that overrides/hooks/search_index.py writes.
// It runs in a worker; on a page opened from disk, where there are none, the page loads it as a
// script. It knows two kinds of script, Han characters and Latin words, but no words of its own.
(() => {
  /**
   * @typedef {Map<number, { strength: number, spots: Set<number> }>} Found section → how strongly it
   *   matches, and in which of its passages (-1: its title, or its page's first lines)
   * @typedef {{ words: string[], weight: number }} Way one way to say a part of the query
   * @typedef {{ ways: Way[], typed?: string }} Part a part of the query: any of its ways matches
   * @typedef {{ weight: number, length: number, found: Found }} Match the words of a part, and what they find
   * @typedef {[string, number][]} Marked pieces of text; 1 where it matched
   */
  const inWorker = typeof document === "undefined";
  const HAN = /^[\u3400-\u9fff]/;
  // What stands before a word whose line says where its synonyms are.
  const UNITED = "~";
  const TOKEN = /[\u3400-\u9fff]+|[a-z0-9]+/g;
  // As in searching/words.py: pairs across them are not in the index.
  const PARTICLES = /[的了吗呢吧么是我你]/g;
  // Those at the end of a word in pinyin.
  const SPOKEN = /(de|le|ma|ne|ba|me)$/;

  // In a question longer than so many Han characters these say little, and each would need a file.
  const LONG = 8;
  const FAINT = /[不有在会要能上下里到去来那这个就都也还后前把给用]/g;

  // What a word counts in a section's title, where in the text it counts about 1.
  const TITLE = 5.85;
  // The same in the sections of a page that has the word in its first lines.
  const LEAD = 0.31;
  // The same for a passage that begins with the word.
  const HEAD = 1.8;
  // How fast each further one in the same section counts less.
  const MORE = 0.5;
  // What other words than the typed one count.
  const SYNONYM = 0.6;
  const PREFIX = 0.6;
  const TYPO = 0.5;
  const COMMON = 0.45;
  // How hard a section falls that lacks some of the words, or has them in different passages.
  const ALL = 1.95;
  const NEAR = 0.84;
  // How much a question counts that is like the query, how fast that falls, what each further one
  // of the section counts of the one before, and what one counts besides that is the very same.
  const ASKED = 1.8;
  const LIKE = 2;
  const VOTE = 0.5;
  const SAME = 12;
  // How many words a question has, by its length as searching/postings.py divides them.
  const LENGTHS = [1, 2, 3, 5];
  // How much a section gains that has much of all that is told with a word, as in naive Bayes: how
  // fast with its share, how strongly, and after how many words beside the first in full. The share
  // is of what all sections have, weighed by how much they count; its own part unweighed, for so
  // a section that counts little can come first where only it tells of something.
  const FOCUS = 30;
  const TELLING = 0.4;
  const SEVERAL = 3;
  // How many words are few, and what a section counts that lacks one of them.
  const FEW = 3;
  const SOME = 0.17;
  // How many letters a word has that may be mistyped: shorter ones have too many neighbours.
  const SHORT = 4;
  // What every word tells, however common.
  const RARITY = 3.25;
  // How soon a word's further passages in a section count less, as in BM25. (Neither the length of
  // a section nor the titles around it make results better.)
  const K1 = 1.2;

  /** @type {Map<string, any>} the files of the index that have been loaded */
  const files = new Map();
  /** @type {any} */
  let index;
  let base = "";
  /** @type {{ page: string, id: string, title: string, name: string, boost: number, own: string,
   *   lead: number }[]} */
  const sections = [];
  /** @type {number[]} passage → section */
  const passages = [];
  /** @type {Map<number, number>} passage that is a question → how many words it has */
  const questions = new Map();
  let latest = 0;

  // Each file of the index calls this; a worker reads it instead, many files at a time.
  Object.assign(self, { put: (/** @type {string} */ name, /** @type {any} */ data) => files.set(name, data) });

  // ---------------------------------------------------------------------------
  // Words

  /**
   * Return the form in which words are compared; searching/words.py does the same to the texts.
   * @param {string} text
   */
  const normalise = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/ø/g, "o")
      .replace(/æ/g, "ae")
      .replace(/['’](?:s\b)?/g, "");

  /** @param {string} text @returns {string[]} */
  const tokens = (text) => text.match(TOKEN) ?? [];

  /**
   * Return a word without its ending, so that the forms of one word are equal.
   * @param {string} word
   */
  const stem = (word) => {
    const known = stems.get(word);
    if (known) return known;
    const root = cut(word);
    stems.set(word, root);
    return root;
  };
  /** @type {Map<string, string>} */
  const stems = new Map();

  // Endings of English words, and how many letters are left at least.
  /** @type {[RegExp, number][]} */
  const ENDINGS = [
    [/ations?$/, 3],
    [/ing$/, 3],
    [/ions?$/, 3],
    [/ed$/, 3],
    [/ly$/, 4],
  ];

  /** @param {string} word */
  const cut = (word) => {
    if (word.length < 4 || HAN.test(word)) return word;
    let root = word.replace(/ies$/, "y").replace(/(ss|[xz]|[cs]h)es$/, "$1").replace(/([^su])s$/, "$1");
    root = root.replace(/([ai])bility$/, "$1ble");
    for (const [ending, least] of ENDINGS) {
      const rest = root.replace(ending, "");
      if (rest === root || rest.length < least || !/[aeiouy]/.test(rest)) continue;
      root = rest.replace(/([^aeiousz])\1$/, "$1");
      break;
    }
    // Some of those that are left have another: "register" in "registered".
    if (root.length > 6) root = root.replace(/er$/, "");
    root = root.replace(/ll$/, "l");
    return root.length > 3 ? root.replace(/e$/, "").replace(/y$/, "i") : root;
  };

  /**
   * Tell whether one typing mistake (a letter more, less, other, or two swapped) makes `b` of `a`.
   * @param {string} a
   * @param {string} b
   */
  const near = (a, b) => {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const [one, two] = [a.slice(at), b.slice(at)];
    return (
      one.slice(1) === two.slice(1) ||
      one.slice(1) === two ||
      one === two.slice(1) ||
      (one[0] === two[1] && one[1] === two[0] && one.slice(2) === two.slice(2))
    );
  };

  // ---------------------------------------------------------------------------
  // Files

  /**
   * Return the file in which a word is kept; searching/files.py counts in the same way.
   * @param {string} word
   */
  const fileOf = (word) => {
    const [latin, pairs, singles] = index.files;
    if (word.startsWith(UNITED)) return fileOf(word.slice(1));
    if (!HAN.test(word)) return `w${place(word.slice(0, 3)) % latin}`;
    const number = place(word.slice(0, 2));
    return word.length > 1 ? `w${latin + (number % pairs)}` : `s${number % singles}`;
  };

  /** @param {string} start of a word */
  const place = (start) => [...start].reduce((sum, it, at) => sum + it.charCodeAt(0) * 31 ** at, 0);

  /**
   * Return the file of Chinese words whose pinyin begins with the same three letters, or that of
   * initials, which are no syllables.
   * @param {string} letters
   */
  const fileOfSpelling = (letters) =>
    /[aeiouv]/.test(letters) ? `p${place(letters.slice(0, 3)) % index.files[4]}` : `v${letters[0]}`;

  /** @param {string} word whether it may be pinyin: the index has words of it */
  const spellable = (word) => index.files[4] > 0 && /^[a-z]{2,}$/.test(word);

  /** @param {string} word the words kept in the file of this one */
  const fileFor = (word) => files.get(fileOf(word)) ?? { p: "\n" };

  /** @param {string} word whether the texts have it, exactly so */
  const occurs = (word) => fileFor(word).p.includes(`\n${word} `);

  /** @param {string} name @param {string} url */
  const loadFile = async (name, url) => {
    if (inWorker) {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`cannot load ${name}`);
      const script = await answer.text();
      files.set(script.slice(5, script.indexOf('",')), JSON.parse(script.slice(script.indexOf(",") + 1, script.lastIndexOf(")"))));
      return;
    }
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${name}`));
      document.head.append(script);
    });
  };

  /** @type {Map<string, Promise<void>>} files on their way, or here */
  const loading = new Map();

  /** @param {Iterable<string>} names files of the index to load, if they are not here yet */
  const load = (names) =>
    Promise.all(
      [...names].map((name) => {
        let file = loading.get(name);
        if (!file && !index?.none.includes(name)) {
          file = loadFile(name, `${base}${index ? `${index.folder}/` : ""}${name}.js`);
          loading.set(name, file);
          // What failed is tried again the next time.
          file.catch(() => loading.delete(name));
        }
        return file;
      }),
    );

  /** @param {string[]} words load what is known of these: of Han characters, in pairs */
  const loadWords = (words) =>
    load(words.flatMap((word) => (HAN.test(word) && word.length > 1 ? pairsOf(word) : [word]).map(fileOf)));

  /**
   * Load the list of words that begin with a letter: Latin ones, and Chinese ones by their pinyin.
   * @param {string} letter
   */
  const loadLetter = (letter) => load(/[a-z]/.test(letter) ? [`v${letter}`] : []);

  /** Load the lists of all letters. */
  const loadLetters = () => Promise.all([..."abcdefghijklmnopqrstuvwxyz"].map(loadLetter));

  /** @returns {{ latin: string[], pinyin: string[] }[]} the lists that are here */
  const lists = () => [...files].filter(([name]) => name.startsWith("v")).map(([, list]) => list);

  /** @param {string} url address of the index */
  const start = async (url) => {
    base = url.slice(0, url.lastIndexOf("/") + 1);
    await load([url.slice(base.length).replace(/\.js$/, "")]);
    index = files.get("index");
    for (const [page, name, list] of index.pages) {
      const lead = sections.length;
      for (const [id, title, texts, boost, asked = ""] of list) {
        const own = normalise(title);
        for (let it = 0; it < texts; it++) passages.push(sections.length);
        [...asked].forEach((character, at) => {
          for (let count = character.charCodeAt(0) - 48; count > 0; count--) {
            questions.set(passages.push(sections.length) - 1, LENGTHS[at]);
          }
        });
        sections.push({ page, id, title, name, boost, own, lead });
      }
    }
  };

  // ---------------------------------------------------------------------------
  // What one word finds

  /** @param {Found} found @param {number} section @param {number} strength @param {number} spot */
  const add = (found, section, strength, spot) => {
    const hit = found.get(section) ?? { strength: 0, spots: new Set() };
    hit.strength += strength;
    hit.spots.add(spot);
    found.set(section, hit);
  };

  /** @param {string} word @returns {string[]} the words that its line is about */
  const namesOf = (word) => (word.startsWith(UNITED) ? synonyms(word.slice(1)) : [word]);

  /** @param {string} text @param {string} word whether a title has a word */
  const has = (text, word) =>
    text.includes(word) && (HAN.test(word) || tokens(text).includes(word));

  /**
   * Return the passages that a line names: steps in which small letters carry over.
   * @param {string} line
   */
  const places = (line) => {
    const found = [];
    let high = 0;
    let passage = -1;
    for (let it = 0; it < line.length; it++) {
      const value = line.charCodeAt(it);
      if (value > 96) high = high * 26 + value - 96;
      else {
        passage += high * 36 + (value > 64 ? value - 65 : value - 22) + 1;
        found.push(passage);
        high = 0;
      }
    }
    return found;
  };

  /**
   * Return the sections where a word stands exactly so: a pair of Han characters, or a Latin word.
   * @param {string} word
   */
  const exact = (word) => {
    /** @type {Found} */
    const found = new Map();
    const { p } = fileFor(word);
    const at = p.indexOf(`\n${word} `);
    const line = at < 0 ? "" : p.slice(at + word.length + 2, p.indexOf("\n", at + 1));
    const [anywhere, heads = []] = line.split("^").map(places);
    for (const passage of anywhere) add(found, passages[passage], 0, passage);
    for (const hit of found.values()) hit.strength = (hit.spots.size * (K1 + 1)) / (hit.spots.size + K1);
    /** @type {Map<number, number>} */
    const begun = new Map();
    for (const passage of heads) {
      const times = (begun.get(passages[passage]) ?? 0) + 1;
      begun.set(passages[passage], times);
      // Each more tells less than the one before.
      add(found, passages[passage], HEAD / times ** MORE, passage);
    }
    // The sections of a page are about what its first lines are about.
    sections.forEach(({ lead }, number) => {
      if (number > lead && found.has(lead)) add(found, number, LEAD, -1);
    });
    // Of a short title a word is a larger part.
    const names = namesOf(word);
    sections.forEach(({ own }, number) => {
      if (names.some((it) => has(own, it))) add(found, number, TITLE / (0.7 + 0.02 * own.length), -1);
    });
    return found;
  };

  /** @param {string} word the Latin words of the site that begin with the same three letters */
  const vocabulary = (word) => {
    const head = word.slice(0, 3);
    const file = fileFor(head);
    file.lists ??= {};
    file.lists[head] ??= [...file.p.matchAll(new RegExp(`\n(${head}[a-z0-9]*) `, "g"))].map((it) => it[1]);
    return /** @type {string[]} */ (file.lists[head]);
  };

  /**
   * Return the words of the site that begin with a Latin word. With two letters so many begin that
   * only those of titles help; with one, none.
   * @param {string} word
   */
  const beginning = (word) => {
    if (word.length < 2) return [];
    const words = word.length > 2 ? vocabulary(word) : new Set(sections.flatMap(({ own }) => tokens(own)));
    return [...words].filter((form) => form.startsWith(word));
  };

  /** @param {string} word the forms of a Latin word that the site uses */
  const formsOf = (word) => {
    const root = stem(word);
    return vocabulary(word).filter((form) => form === word || stem(form) === root);
  };

  /** @param {string} word @returns {number} how many pairs it has; of synonyms, the longest */
  const lengthOf = (word) => Math.max(...namesOf(word).map((it) => (HAN.test(it) ? it.length - 1 : 1)));

  /** @param {Found} into @param {Found} from @param {number} weight keep the stronger match */
  const merge = (into, from, weight) => {
    for (const [section, { strength, spots }] of from) {
      const hit = into.get(section) ?? { strength: 0, spots: new Set() };
      hit.strength = Math.max(hit.strength, strength * weight);
      spots.forEach((spot) => hit.spots.add(spot));
      into.set(section, hit);
    }
  };

  /**
   * Return the sections that have all of the given words, Latin ones in any form.
   * @param {string[]} words
   * @param {Set<string>} marks gets the forms found
   */
  const together = (words, marks) => {
    /** @type {Found[]} */
    const all = [];
    for (const word of words) {
      if (word.startsWith(UNITED)) {
        namesOf(word).forEach((it) => marks.add(it));
        all.push(exact(word));
      } else if (HAN.test(word)) {
        const pairs = word.length < 2 ? [word] : pairsOf(word);
        const found = pairs.map(exact);
        if (found.every((it) => it.size)) marks.add(word);
        all.push(...found);
      } else {
        /** @type {Found} */
        const found = new Map();
        for (const form of formsOf(word)) {
          merge(found, exact(form), form === word ? 1 : 0.9);
          marks.add(form);
        }
        all.push(found);
      }
    }
    const [first, ...rest] = all.sort((a, b) => a.size - b.size);
    /** @type {Found} */
    const found = new Map();
    for (const [section, { strength, spots }] of first ?? []) {
      const others = rest.map((other) => other.get(section));
      if (!others.every(Boolean)) continue;
      const sum = others.reduce((total, other) => total + (other?.strength ?? 0), strength);
      // Where all stand in one passage, that is the place; else they are only in the same section.
      const shared = [...spots].filter((spot) => others.every((other) => other?.spots.has(spot)));
      const close = shared.length ? 1 : 0.5;
      found.set(section, { strength: (close * sum) / all.length, spots: new Set(shared) });
    }
    return found;
  };

  /** @param {string} run */
  const pairsOf = (run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));

  /**
   * Say how much a word tells: the rarer, the more, but a question has rare words beside its point.
   * @param {number} size in how many sections it is
   */
  const rarity = (size) =>
    RARITY + Math.log(1 + (sections.length - size + 0.5) / (size + 0.5));

  // ---------------------------------------------------------------------------
  // What a query says

  /** @param {string} text without the words that a question can do without, if others remain */
  const essential = (text) => {
    const ignored = new Set(index.ignore);
    // The longest stand first: a shorter one may be a part of them.
    const han = index.ignore.filter((/** @type {string} */ it) => HAN.test(it));
    const without = han.length ? text.replace(new RegExp(han.join("|"), "g"), " ") : text;
    let plain = without.replace(PARTICLES, " ");
    const long = tokens(plain).filter((token) => HAN.test(token)).join("").length > LONG;
    if (long) plain = plain.replace(FAINT, " ");
    // A character that is left by itself says as little.
    const faint = (/** @type {string} */ it) => long && HAN.test(it) && it.length < 2 && !index.alone[it];
    const rest = tokens(plain).filter((token) => !ignored.has(token) && !faint(token));
    return rest.length ? rest : tokens(text);
  };

  /**
   * Return a text with its traditional characters made simplified. Which are is said in files that
   * most queries do not need: one is asked for when a character is not in the standard for
   * simplified ones (GB 2312, which each browser knows), or is one of a few that are in it.
   * @param {string} text
   */
  const fold = async (text) => {
    const other = [...text].filter((it) => HAN.test(it) && (index.odd.includes(it) || !standard().has(it)));
    const names = new Map(other.map((it) => [it, `f${it.charCodeAt(0) % index.files[3]}`]));
    await load(names.values());
    return text.replace(/[^]/gu, (it) => files.get(names.get(it) ?? "")?.[it] ?? it);
  };

  /** @returns {Set<string>} the characters of GB 2312 */
  const standard = () => {
    const [rows, columns] = [72, 94];
    simplified ??= new Set(
      new TextDecoder("gbk").decode(
        Uint8Array.from({ length: rows * columns * 2 }, (_, at) =>
          at % 2 ? 0xa1 + ((at >> 1) % columns) : 0xb0 + Math.floor((at >> 1) / columns),
        ),
      ),
    );
    return simplified;
  };
  /** @type {Set<string> | undefined} */
  let simplified;

  /** @param {string} word what else means the same; Latin words in any form */
  const synonyms = (word) => {
    const file = fileFor(word);
    if (HAN.test(word)) return file.a?.[word] ?? index.alone[word] ?? [];
    if (!file.a) return [];
    // As they are written, and by their stems; not in an object, which has words of its own.
    file.known ??= new Map([
      ...Object.entries(file.a).map(([key, value]) => [stem(key), value]),
      ...Object.entries(file.a),
    ]);
    return file.known.get(word) ?? file.known.get(stem(word)) ?? [];
  };

  /** @param {string[]} others @param {number} weight @returns {Way[]} */
  const waysOf = (others, weight) => others.map((other) => ({ words: tokens(other), weight }));

  /**
   * Tell whether so many sections have a word that other words for it bring weight, but nothing new.
   * @param {string} word
   */
  const everywhere = (word) => together([word], new Set()).size > sections.length * COMMON;

  /** @param {string} word @param {number} weight what else says the same as a word */
  const othersOf = (word, weight) => {
    if (everywhere(word)) return [];
    const united = UNITED + word;
    return occurs(united) ? [{ words: [united], weight }] : waysOf(synonyms(word), weight);
  };

  /**
   * Divide a run of Han characters at words that have synonyms.
   * @param {string} run
   * @returns {Part[]}
   */
  const divide = (run) => {
    /** @type {Part[]} */
    const parts = [];
    let plain = "";
    const flush = () => {
      if (plain) parts.push({ typed: plain, ways: [] });
      plain = "";
    };
    for (let at = 0; at < run.length; ) {
      const here = Object.keys({ ...fileFor(run.slice(at, at + 2)).a, ...index.alone });
      const keys = here.filter((key) => run.startsWith(key, at));
      const key = keys.sort((a, b) => b.length - a.length)[0];
      if (!key) {
        plain += run[at++];
        continue;
      }
      flush();
      parts.push({ ways: [{ words: [key], weight: 1 }, ...othersOf(key, SYNONYM)] });
      at += key.length;
    }
    flush();
    return parts;
  };

  /** @param {string} letters @param {string[]} syllables whether these letters shorten them */
  const shortens = (letters, syllables) => {
    if (!letters) return true;
    if (!syllables.length) return false;
    const [syllable, ...rest] = syllables;
    let most = 0;
    while (most < syllable.length && letters[most] === syllable[most]) most++;
    for (let length = most; length > 0; length--) {
      if (shortens(letters.slice(length), rest)) return true;
    }
    return false;
  };

  /** @param {string} letters @returns {Promise<Way[]>} the Chinese words with this pinyin */
  const pinyin = async (letters) => {
    const file = fileOfSpelling(letters);
    if (file.startsWith("v")) return [];
    await load([file]);
    const lines = /** @type {string[]} */ (files.get(file) ?? []).map((line) => line.split(" "));
    const same = lines.filter(([, ...syllables]) => syllables.join("") === letters);
    return same.map(([word]) => ({ words: [word], weight: 1 }));
  };

  /** @param {string} letters with a particle at the end */
  const spoken = (letters) => pinyin(letters.replace(SPOKEN, ""));

  /**
   * Return the frequent Chinese words that letters shorten: to initials, or as far as typed.
   * @param {string} letters
   * @returns {Promise<Way[]>}
   */
  const shortened = async (letters) => {
    await loadLetter(letters[0]);
    /** @type {Way[][]} */
    const kinds = [[], []];
    for (const line of files.get(`v${letters[0]}`)?.pinyin ?? []) {
      const [word, ...syllables] = line.split(" ");
      if (syllables.map((it) => it[0]).join("") === letters) kinds[0].push({ words: [word], weight: 0.8 });
      else if (shortens(letters, syllables)) kinds[1].push({ words: [word], weight: 0.4 });
    }
    const [initials, begun] = kinds;
    // What begins with another of these words is found by that one.
    const found = begun.map(({ words: [word] }) => word);
    return initials.length ? initials : begun.filter(({ words: [word] }) => !found.some((it) => it !== word && word.startsWith(it)));
  };

  /** @param {Way[]} ways words @returns {Promise<Way[]>} these, and their synonyms */
  const widened = async (ways) => {
    await loadWords(ways.flatMap(({ words }) => words));
    return ways.flatMap((way) => [way, ...othersOf(way.words[0], way.weight * SYNONYM)]);
  };

  /**
   * Return the words that letters without spaces spell in pinyin, or nothing.
   * @param {string} letters
   * @returns {Promise<Part[]>}
   */
  const spelled = async (letters) => {
    if (!spellable(letters)) return [];
    for (const kind of [pinyin, spoken, shortened]) {
      const ways = await kind(letters);
      if (ways.length) return [{ ways: await widened(ways) }];
    }
    for (let length = letters.length - 2; length > 1; length--) {
      const found = await pinyin(letters.slice(0, length));
      if (!found.length) continue;
      const rest = await spelled(letters.slice(length));
      if (rest.length) return [{ ways: await widened(found) }, ...rest];
    }
    return [];
  };

  /**
   * Return what a Latin word says that was typed without a mistake: itself in any form, its
   * synonyms, words that begin with it, pinyin, or two words in one.
   * @param {string} word
   * @returns {Promise<Part[]>}
   */
  const understand = async (word) => {
    const known = formsOf(word).length > 0;
    const itself = { words: [word], weight: 1 };
    if (known && everywhere(word)) return [{ ways: [itself] }];
    const same = waysOf(synonyms(word), known ? SYNONYM : 1);
    const prefixes = beginning(word).map((form) => ({ words: [form], weight: known ? PREFIX / 3 : PREFIX }));
    if (known || same.length) {
      // A word that only looks like a form of one may be another, mistyped.
      const others = vocabulary(word);
      const sure = others.includes(word) || fileFor(word).a?.[word];
      const neighbours = sure ? [] : others.filter((it) => near(word, it) && stem(it) !== stem(word));
      const mistyped = neighbours.map((form) => ({ words: [form], weight: TYPO }));
      return [{ ways: [itself, ...same, ...prefixes, ...mistyped] }];
    }
    const keys = Object.keys(fileFor(word).a ?? {});
    const begun = word.length > 2 ? keys.filter((key) => key.startsWith(word)) : [];
    prefixes.push(...begun.flatMap((key) => waysOf(synonyms(key), PREFIX)));
    const chinese = await spelled(word);
    if (chinese.length && (!prefixes.length || chinese[0].ways[0].weight === 1)) return chinese;
    if (prefixes.length) return [{ ways: [...prefixes, ...(chinese[0]?.ways ?? [])] }];
    for (let at = 3; at < word.length - 2; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (!vocabulary(head).includes(head)) continue;
      await loadWords([tail]);
      if (vocabulary(tail).includes(tail)) return [...(await understand(head)), ...(await understand(tail))];
    }
    return [];
  };

  /**
   * Return the words that are one mistake away from a Latin word: of those that are so as they
   * stand, in another form, or only begun, the first kind that there is.
   * @param {string} word
   * @returns {string[]}
   */
  const neighboursOf = (word) => {
    const root = stem(word);
    /** @type {string[][]} */
    const kinds = [[], [], []];
    const others = [...files].flatMap(([name, list]) => (name.startsWith("x") ? list : []));
    for (const form of new Set([...lists().flatMap(({ latin }) => latin), ...others, ...index.ignore])) {
      if (near(word, form)) kinds[0].push(form);
      else if (form.length > 3 && near(root, stem(form))) kinds[1].push(form);
      else if (near(word, form.slice(0, word.length))) kinds[2].push(form);
    }
    return kinds.find((forms) => forms.length) ?? [];
  };

  /**
   * Return the words that someone may have meant who typed a Latin word with one mistake; those
   * that a question can do without only where there are no others.
   * @param {string} word
   * @returns {Promise<string[]>}
   */
  const meant = async (word) => {
    await loadLetter(word[0]);
    let forms = neighboursOf(word);
    if (!forms.length && /^[a-z]{2}/.test(word)) {
      // The mistake may be in the first letter: one too many, too few, another, or its neighbour.
      await load([`v${word[1]}`, `x${word[0]}`, `x${word[1]}`]);
      forms = neighboursOf(word);
    }
    await load(forms.map(fileOf));
    const telling = forms.filter((form) => !index.ignore.includes(form));
    return telling.length ? telling : forms;
  };

  /**
   * Return the words of a query, those with a mistake as they were meant, if that is plain.
   * @param {string[]} words
   * @returns {Promise<string[]>}
   */
  const corrected = async (words) => {
    const right = [];
    for (const word of words) {
      const doubtful = !HAN.test(word) && word.length >= SHORT && !formsOf(word).length;
      const wrong = doubtful && !(await understand(word)).length;
      const forms = wrong ? await meant(word) : [];
      if (index.ignore.includes(forms[0])) continue;
      right.push(new Set(forms.map(stem)).size === 1 ? forms[0] : word);
    }
    return right.length ? right : words;
  };

  /**
   * Return the parts of a query.
   * @param {string[]} words
   * @returns {Promise<Part[]>}
   */
  const partsOf = async (words) => {
    /** @type {Part[]} */
    const parts = [];
    for (let at = 0; at < words.length; ) {
      const word = words[at];
      if (HAN.test(word)) {
        parts.push(...divide(word));
        at++;
        continue;
      }
      let end = at;
      while (end < words.length && !HAN.test(words[end])) end++;
      // Several words that mean one thing, or one word that is written as several.
      let taken = 0;
      for (let length = Math.min(end - at, 4); length > 1 && !taken; length--) {
        const some = words.slice(at, at + length);
        const joined = some.join("");
        await load([fileOf(joined)]);
        const ways = waysOf(synonyms(joined), SYNONYM);
        if (length === 2 && vocabulary(joined).includes(joined)) {
          ways.push({ words: [joined], weight: 0.9 });
        }
        if (ways.length) {
          parts.push({ ways: [{ words: some, weight: 1 }, ...ways] });
          taken = length;
        } else if (length === end - at && !some.some((it) => formsOf(it).length)) {
          const chinese = await spelled(joined);
          if (!chinese.length || chinese.some(({ ways: [way] }) => way.weight < 1)) continue;
          parts.push(...chinese);
          taken = length;
        }
      }
      if (!taken) {
        const known = await understand(word);
        const forms = known.length || word.length < SHORT ? [] : await meant(word);
        const ways = forms.flatMap((form) => [{ words: [form], weight: TYPO }, ...othersOf(form, TYPO)]);
        parts.push(...known, ...(ways.length ? [{ ways }] : []));
      }
      at += taken || 1;
    }
    return parts;
  };

  // ---------------------------------------------------------------------------
  // Results

  /**
   * Return what the parts of a query find.
   * @param {Part[]} parts
   * @param {Set<string>} marks gets the forms found
   * @returns {Match[]}
   */
  const matchesOf = (parts, marks) => {
    /** @type {Match[]} */
    const matches = [];
    for (const { typed, ways } of parts) {
      if (typed) {
        const pieces = typed.length > 1 ? pairsOf(typed) : [typed];
        const found = pieces.map((piece) => ({ piece, found: exact(piece) })).filter((it) => it.found.size);
        for (const it of found) {
          marks.add(it.piece);
          matches.push({ weight: rarity(it.found.size), length: 1, found: it.found });
        }
        if (found.length || typed.length < 2) continue;
        // No two of the characters stand together anywhere: all of them in one section, then.
        const apart = together([...typed], marks);
        if (apart.size) matches.push({ weight: rarity(apart.size), length: 1, found: apart });
        continue;
      }
      /** @type {Found} */
      const found = new Map();
      let size = 0;
      for (const { words, weight } of ways) {
        const some = together(words, marks);
        merge(found, some, weight);
        size = Math.max(size, some.size);
      }
      // A way of several pairs weighs as much as the same pairs typed by themselves.
      const length = Math.max(1, ...ways.map(({ words }) => words.reduce((sum, it) => sum + lengthOf(it), 0)));
      if (found.size) matches.push({ weight: rarity(size) * Math.min(length, 2), length, found });
    }
    return matches;
  };

  /** @param {string} text with words by their stems, so that phrases can be compared */
  const flat = (text) => ` ${tokens(text).map(stem).join(" ")} `;

  /**
   * Return the sections for a query, best first.
   * @param {Match[]} matches
   * @param {string[]} said the query as typed, and without what it can do without
   */
  const ranked = (matches, said) => {
    const total = matches.reduce((sum, { weight }) => sum + weight, 0);
    /** @type {Map<number, { score: number, part: number, told: number, spots: Map<number, number>, words: Map<number, number> }>} */
    const scores = new Map();
    for (const { weight, length, found } of matches) {
      const held = (/** @type {Set<number>} */ spots) => spots.size || 1;
      const all = [...found].reduce((sum, [section, { spots }]) => sum + held(spots) * sections[section].boost, 0);
      for (const [section, { strength, spots }] of found) {
        const sum = scores.get(section) ?? { score: 0, part: 0, told: 0, spots: new Map(), words: new Map() };
        sum.score += weight * strength;
        sum.told += Math.log(1 + (FOCUS * held(spots)) / all);
        sum.part += weight / total;
        for (const spot of spots) {
          sum.spots.set(spot, (sum.spots.get(spot) ?? 0) + weight / total);
          sum.words.set(spot, (sum.words.get(spot) ?? 0) + length);
        }
        scores.set(section, sum);
      }
    }
    const phrases = said.map(flat).filter((phrase) => phrase.trim());
    const results = [...scores].map(([section, { score, part, told, spots, words }]) => {
      const close = Math.max(0, ...spots.values());
      // How like the query its questions are: how much of each is in the other.
      const likes = [...spots].flatMap(([spot, share]) => {
        const size = questions.get(spot);
        const covered = size ? Math.min(1, (words.get(spot) ?? 0) / size) : 0;
        return covered ? [((2 * share * covered) / (share + covered)) ** LIKE] : [];
      });
      const like = likes.sort((a, b) => b - a).reduce((sum, it, at) => sum + it * VOTE ** at, 0);
      const { own, boost } = sections[section];
      const title = flat(own);
      let more = 1;
      if (phrases.some((phrase) => title.includes(HAN.test(phrase.trim()) ? phrase.trim() : phrase))) more = 1.3;
      more *= (1 - NEAR + NEAR * close) * part ** ALL;
      more *= 1 + ASKED * like + SAME * (likes[0] ?? 0) ** 8;
      more *= Math.exp(TELLING * told * Math.min(1, (matches.length - 1) / SEVERAL));
      // A few words are all meant; of a question, some may be beside the point.
      if (part < 0.999 && matches.length <= FEW) more *= SOME;
      return { section, part, score: score * boost * more };
    });
    results.sort((a, b) => b.score - a.score || a.section - b.section);
    // What has few of the words is no result, but for the first three: the best may not be first.
    const enough = results.length ? results[0].part / 3 : 0;
    return results.filter(({ part }, place) => place < 3 || part >= enough).map(({ section }) => section);
  };

  /**
   * Return the word of the site that is most like the query.
   * @param {string} text
   */
  const nearest = (text) => {
    const pairs = (/** @type {string} */ it) => new Set(it.length > 1 ? [...pairsOf(it), it[0]] : [it]);
    const wanted = pairs(tokens(text).join(""));
    let best = { word: "", like: 0.2 };
    for (const { latin, pinyin } of lists()) {
      for (const word of [...latin, ...pinyin.map((it) => it.split(" ")[0])]) {
        const others = pairs(word);
        const shared = [...others].filter((it) => wanted.has(it)).length;
        const like = (2 * shared) / (wanted.size + others.size);
        if (like > best.like) best = { word, like };
      }
    }
    return best.word;
  };

  // ---------------------------------------------------------------------------
  // Excerpts

  /**
   * Return a text in pieces, those that match marked; no more than `most` characters of it.
   * @param {string} text
   * @param {string[]} marks
   * @param {number} [most]
   * @returns {Marked}
   */
  const marked = (text, marks, most = Infinity) => {
    const chars = [...text].map((it) => normalise(it).slice(0, 1) || it);
    const plain = chars.join("");
    const hit = new Array(plain.length).fill("");
    for (const mark of marks) {
      for (let at = plain.indexOf(mark); at >= 0; at = plain.indexOf(mark, at + 1)) {
        const end = at + mark.length;
        const inside = (/** @type {string} */ it) => it && /[a-z0-9]/.test(it);
        if (!HAN.test(mark) && (inside(plain[at - 1]) || inside(plain[end]))) continue;
        for (let it = at; it < end; it++) if (hit[it].length < mark.length) hit[it] = mark;
      }
    }
    let from = 0;
    if (chars.length > most) {
      let best = 0;
      for (let at = 0; at < chars.length; at++) {
        if (!hit[at] || hit[at] === hit[at - 1]) continue;
        const begin = Math.max(0, Math.min(at - Math.round(most / 6), chars.length - most));
        const kinds = new Set(hit.slice(begin, begin + most).filter(Boolean));
        const worth = [...kinds].reduce((sum, it) => sum + it.length, 0);
        if (worth > best) [best, from] = [worth, begin];
      }
      // Begin with a sentence if one begins close by.
      const before = plain.slice(from, from + Math.round(most / 6));
      const stop = before.search(/[。！？；.!?;]\s?/);
      if (from && stop >= 0 && !hit.slice(from, from + stop).some(Boolean)) from += stop + 1;
    }
    // No Latin word is cut in two.
    const cuts = (/** @type {number} */ at) => /^[a-z0-9]{2}$/.test(plain.slice(at - 1, at + 1));
    while (cuts(from)) from--;
    let end = Math.min(from + most, chars.length);
    while (cuts(end)) end--;
    const shown = [...text].slice(from, end);
    /** @type {Marked} */
    const pieces = [];
    if (from) pieces.push(["… ", 0]);
    shown.forEach((char, at) => {
      const kind = hit[from + at] ? 1 : 0;
      const last = pieces[pieces.length - 1];
      if (last && last[1] === kind) last[0] += char;
      else pieces.push([char, kind]);
    });
    if (from + shown.length < chars.length) pieces.push([" …", 0]);
    return pieces;
  };

  // ---------------------------------------------------------------------------
  // Messages

  /** @param {string} query */
  const search = async (query) => {
    const said = await fold(normalise(query));
    const typed = essential(said);
    // What may be pinyin is asked for at once: the next round would take as long again.
    await Promise.all([loadWords(typed), load(typed.filter(spellable).map(fileOfSpelling))]);
    const words = await corrected(typed);
    /** @type {Set<string>} */
    const marks = new Set();
    const parts = await partsOf(words);
    // Where no two of the characters stand together, each is looked for by itself.
    const apart = parts.filter(({ typed = "" }) => typed.length > 1 && !pairsOf(typed).some(occurs));
    await loadWords([
      ...parts.flatMap(({ ways }) => ways.flatMap((way) => way.words)),
      ...apart.flatMap(({ typed = "" }) => [...typed]),
    ]);
    const found = ranked(matchesOf(parts, marks), [said, words.join(" ")]);
    let suggestion = "";
    if (!found.length && words.length) {
      await loadLetters();
      suggestion = nearest(words.join(" "));
    }
    const list = [...marks];
    return {
      marks: list,
      total: found.length,
      suggestion,
      items: found.slice(0, 30).map((number) => {
        const { page, id, title, name } = sections[number];
        return { number, url: id ? `${page}#${id}` : page, title: marked(title, list), page: id ? name : "" };
      }),
    };
  };

  /** @param {number[]} numbers sections @param {string[]} marks */
  const excerpts = async (numbers, marks) => {
    const fileOfText = (/** @type {number} */ number) => {
      let at = index.texts.length - 1;
      while (index.texts[at] > number) at--;
      return at;
    };
    await load(numbers.map((number) => `t${fileOfText(number)}`));
    return numbers.map((number) => {
      const at = fileOfText(number);
      const text = files.get(`t${at}`)[number - index.texts[at]];
      const most = /[\u3400-\u9fff]/.test(text) ? 75 : 160;
      return { number, text: marked(text, marks, most) };
    });
  };

  /** @type {Promise<void> | undefined} */
  let starting;
  /**
   * Do what a message asks; a query is dropped when another has come after it.
   * @param {{ id: number, index?: string, query?: string, numbers?: number[], marks?: string[] }} message
   * @param {(answer: object) => void} reply
   */
  const receive = async (message, reply) => {
    const { id, query, numbers, marks = [] } = message;
    try {
      if (message.index) starting = start(message.index);
      if (query !== undefined) latest = id;
      await starting;
      if (numbers) reply({ id, texts: await excerpts(numbers, marks) });
      if (query === undefined) return;
      // Let queries that are waiting arrive before this one is answered.
      await new Promise((resolve) => setTimeout(resolve));
      if (id !== latest) return;
      const began = performance.now();
      const found = await search(query);
      if (id === latest) reply({ id, query, took: performance.now() - began, ...found });
    } catch (error) {
      reply({ id, error: String(error) });
    }
  };

  if (inWorker) self.onmessage = ({ data }) => receive(data, (answer) => self.postMessage(answer));
  else Object.assign(self, { searchEngine: receive });
})();
