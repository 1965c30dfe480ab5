"""Write the index of the search: small files of which a reader loads only what a query needs.

The theme's search plugin writes one big file; in its place are

- search/index.js: pages, titles of sections, ignored words: what every search needs;
- search/<hash>/w<n>.js: words, kept by their first three letters or two Han characters: where
  each occurs, its synonyms, and where those of Chinese words occur. A query loads the files of
  its words and pairs of characters;
- search/<hash>/s<n>.js: the same for single Han characters, which only queries of one ask;
- search/<hash>/f<n>.js: the simplified forms of a few traditional characters;
- search/<hash>/p<n>.js: Chinese words with their pinyin, by its first three letters;
- search/<hash>/v<letter>.js: Latin words, and frequent Chinese ones with their pinyin: for what is
  typed with a mistake, in initials, or only begun;
- search/<hash>/x<letter>.js: Latin words by their second letter: the mistake may be in the first;
- search/<hash>/t<n>.js: the text of a few sections, for the excerpts of the results shown.

Each is a script that calls `put(name, data)`, short as most of them are: a worker and a page
opened from disk can both load it. All that depends on the language is computed here, from
synonyms.yml, questions.yml and glossary.yml in docs/data, so that search-engine.js holds no words.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError

from searching import chinese
from searching.files import EMPTY, folding, keep, listed, spelling
from searching.postings import kind, lengths, lines_of, postings, united
from searching.questions import ask
from searching.sections import Section
from searching.synonyms import SYNONYMS, Synonyms, aliases, read_synonyms
from searching.words import PARTICLES, essential, phrase

# Bytes of text in one file of excerpts.
TEXT_BYTES = 2400
# How strongly a page's boost (front matter) counts, and a section within a section.
BOOST, DEEP = 3, 0.75


def write_index(
    sections: list[Section], names: dict[str, str], language: str, folder: Path
) -> None:
    """Write the index of a language's sections; `names` gives the titles of pages by their urls."""
    ask(sections, language)
    write(folder, *build(sections, names, language, read_synonyms()))


# -----------------------------------------------------------------------------


def build(
    sections: list[Section], names: dict[str, str], language: str, synonyms: Synonyms
) -> tuple[dict, dict[str, object]]:
    """Return the index, and its parts by their names."""
    whole = " | ".join(phrase(f"{section.title}\n{section.text}") for section in sections)
    asked = phrase(" ".join(it for section in sections for it in section.questions))
    known = aliases(synonyms, language, PARTICLES.sub(" ", whole))
    # As search-engine.js wants them: the longest first.
    ignored = sorted(map(phrase, synonyms.ignore.get(language, [])), key=lambda it: (-len(it), it))
    words: list[str] = []
    short: list[str] = []
    folded: dict[str, str] = {}
    if language == "zh":
        words, short = chinese.words(sections, known)
        known |= chinese.aliases(known, words, f"{whole} | {asked}")
        folded = chinese.variants({*whole, *asked, *"".join(known), *"".join(ignored)})
    # Only now, for synonyms and pinyin are looked for in whole titles.
    for section in sections:
        section.shorten()
        # As a query is: what it does without matches nothing.
        section.questions = [essential(it, ignored) for it in section.questions]
    # A single character with synonyms is looked for in every query that has it.
    alone = {word: known[word] for word in sorted(known) if kind(word) == "single"}
    others = {word: known[word] for word in known.keys() - alone.keys()}
    places = postings(sections)
    lines = lines_of(places | united(places, others))
    parts, counts = keep(lines, others)
    spelled = chinese.spelled(words)
    parts |= listed({*lines, *known}, [spelled[word] for word in short if word in spelled])
    parts |= (spellings := spelling(spelled.values())) | (folds := folding(folded))
    texts, starts = excerpts(sections)
    empty = [name for name, part in parts.items() if part in EMPTY]
    index = {
        "files": [*counts, len(folds), len(spellings)],
        "texts": starts,
        "ignore": ignored,
        "alone": alone,
        "odd": "".join(chinese.standard(folded)),
        "pages": contents(sections, names, synonyms.boost),
        "none": empty,
    }
    parts = {name: part for name, part in parts.items() if name not in empty}
    return index, parts | {f"t{number}": part for number, part in enumerate(texts)}


def excerpts(sections: Iterable[Section]) -> tuple[list[list[str]], list[int]]:
    """Return the texts of the sections, a few together, and the number of the first of each."""
    texts: list[list[str]] = []
    starts: list[int] = []
    size = 0
    for number, section in enumerate(sections):
        length = len(section.text.encode())
        if not texts or size + length > TEXT_BYTES:
            texts.append([])
            starts.append(number)
            size = 0
        texts[-1].append(section.text)
        size += length
    return texts, starts


def contents(
    sections: list[Section], names: dict[str, str], boost: dict[str, float]
) -> list[list[object]]:
    """Return the pages with their sections, as search-engine.js reads them.

    Raises PluginError if a section that is to count less does not exist.
    """
    unknown = boost.keys() - {f"{section.page}#{section.id}" for section in sections}
    if unknown:
        raise PluginError(
            f"{SYNONYMS}: boost: there is no section {', '.join(sorted(unknown))}; write it as "
            "'limits/#operator-services', or remove the line."
        )
    pages: list[list] = []
    for section in sections:
        if not pages or pages[-1][0] != section.page:
            pages.append([section.page, names.get(section.page, section.title), []])
        weight = section.boost**BOOST * boost.get(f"{section.page}#{section.id}", 1)
        if section.level > 2:
            weight *= DEEP
        entry = [section.id, section.title, len(section.passages), max(round(weight, 3), 0.001)]
        asked = lengths(section)
        pages[-1][2].append([*entry, asked] if asked else entry)
    return pages


# -----------------------------------------------------------------------------


def write(folder: Path, index: dict, parts: dict[str, object]) -> None:
    """Write the files of the index; the folder of its parts is named after their content."""
    scripts = {name: script(name, part) for name, part in parts.items()}
    digest = hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:8]
    shutil.rmtree(folder, ignore_errors=True)
    (folder / digest).mkdir(parents=True)
    for name, text in scripts.items():
        (folder / digest / f"{name}.js").write_bytes(text.encode())
    (folder / "index.js").write_text(script("index", {"folder": digest, **index}), "utf-8")


def script(name: str, content: object) -> str:
    """Return one file of the index."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'put("{name}",{text})\n'
