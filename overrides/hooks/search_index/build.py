"""Write the index of one language: few files, of which a reader loads what a query needs.

- index.js: titles, frequent words and where they stand, synonyms: what every search needs;
- <hash>/words-<n>.js: the other words; a query loads those of the words it does not know yet;
- <hash>/fold.js: the simplified forms of traditional characters;
- <hash>/other.js: the words of the other languages, and how Chinese is spelled;
- <hash>/texts-<n>.js: the texts of a few sections, for the excerpts of the results shown.

Each is a script that calls `put(name, data)`: a worker and a page opened from disk can both load
it. All that depends on the language is computed here; the engine holds no words.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from search_index import chinese, postings, synonyms, tokens
from search_index.questions import ask
from search_index.sections import Section
from search_index.tokens import key, phrases, units

# Bytes of text in one file of excerpts, and the number of files for rare words.
TEXT_BYTES, FILES = 5000, 32
MANY = 1
# What the engine weighs with: see rank.js.
WEIGHTS = {"title": 0.8, "page": 0.4, "up": 0.8, "question": 0.5, "some": 2, "synonym": 0.9, "coverage": 1.0, "least": 0.45, "share": 0.22, "asked": 2, "like": 3, "unknown": 6, "typo": 0.6, "pow": 1}


def write(folder: Path, sections: list[Section], language: str, data: Path) -> None:
    """Write the index of a language into a folder, which is emptied before.

    `sections` are those of all pages in their order, `data` the folder of the data files. Raises
    PluginError that names the file and the entry if they do not fit the sections.
    """
    ask(sections, language, data)
    said = synonyms.read_synonyms(language, data)
    words, here = vocabulary(sections, said)
    synonyms.check(said.groups, data, language, here)
    index, parts = divide(sections, said, words)
    scripts = {name: script(name, part) for name, part in parts.items()}
    digest = hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:8]
    shutil.rmtree(folder, ignore_errors=True)
    (folder / digest).mkdir(parents=True)
    for name, text in scripts.items():
        (folder / digest / f"{name}.js").write_bytes(text.encode())
    (folder / "index.js").write_bytes(script("index", {"folder": digest, **index}).encode())


def script(name: str, content: object) -> str:
    """Return one file of the index."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'put("{name}",{text})\n'


def vocabulary(sections: list[Section], said: synonyms.Synonyms) -> tuple[set[str], set[str]]:
    """Return the words of the index, and those words and phrases that occur on the pages."""
    shown = [text for it in sections for text in (it.title, it.page, *it.passages)]
    asked = [text for it in sections for text in it.questions]
    found = {phrase for text in shown for phrase in phrases(units(text))}
    every = {word for group in said.groups for word in group}
    words = {unit for text in (*shown, *asked) for unit in units(text) if unit.isascii()}
    words |= chinese.words([*shown, *asked], every)
    words -= {*said.ignored}
    return words | (every & found), found


def divide(
    sections: list[Section], said: synonyms.Synonyms, words: set[str]
) -> tuple[dict[str, object], dict[str, object]]:
    """Return the index, and its parts by their names."""
    places = postings.strengths(sections, words)
    asked = postings.asked(sections, words)
    titles = {it for section in sections for it in phrases(units(f"{section.title} {section.page}"))}
    meant = {word for group in said.groups for word in group}
    core = {it for it in words if it in meant or it in titles or len(places.get(it, ())) + len(asked.get(it, ())) > MANY}
    home = {word: group[0] for group in reversed(said.groups) for word in group}
    files: dict[int, list[str]] = {}
    for word in sorted(words & (places.keys() | asked.keys())):
        if word in core:
            files.setdefault(place(home.get(word, word)), []).append(word)
        elif left := uncovered(word, core):
            files.setdefault(place(left[0][0]), []).append(word)
    texts, starts = excerpts(sections)
    used = {*"".join(words), *"".join(meant), *"".join(said.ignored)}
    groups = [group for group in said.groups if group]
    other = ["|".join(some) for group, some in zip(said.groups, said.other, strict=True) if group]
    parts: dict[str, object] = {
        "fold": chinese.variants(used | {*"".join(other)}),
        "other": {"groups": other, "readings": chinese.readings({*core, *meant, *"|".join(other).split("|")})},
        **{f"words-{number}": lines(some, places, asked) for number, some in files.items()},
        **{f"texts-{number}": part for number, part in enumerate(texts)},
    }
    return {
        "letters": tokens.LETTERS,
        "endings": tokens.ENDINGS,
        "levels": postings.LEVELS,
        "weights": WEIGHTS,
        "pages": contents(sections),
        "words": "|".join(sorted(core)),
        "lengths": lengths(sections, said.ignored),
        "groups": ["|".join(group) for group in groups],
        "ignored": "|".join(said.ignored),
        "files": FILES,
        "foreign": any(not word.isascii() for word in "".join(other)),
        "none": sorted(set(range(FILES)) - files.keys()),
        "texts": starts,
    }, parts


def place(word: str) -> int:
    """Return the number of the file that a word is kept in; index.js counts in the same way."""
    return sum(map(ord, word)) % FILES


def lengths(sections: list[Section], ignored: list[str]) -> str:
    """Return how many units each question has beside those it can do without, a digit each."""
    without = {*ignored}
    counts = (
        sum(unit not in without for unit in units(it)) for section in sections for it in section.questions
    )
    return "".join("0123456789"[min(9, max(1, count))] for count in counts)


def uncovered(word: str, core: set[str]) -> list[str]:
    """Return the units of a word that no shorter word of the core covers."""
    some = units(word)
    left = [True] * len(some)
    for start in range(len(some)):
        for end in range(start + 1, len(some) + 1):
            if key(some[start:end]) in core:
                left[start:end] = [False] * (end - start)
    return [unit for unit, alone in zip(some, left, strict=True) if alone]


def lines(words: list[str], places: dict[str, dict[int, int]], asked: dict[str, list[int]]) -> str:
    """Return words with the sections they stand in, as index.js reads them."""
    return "|".join(f"{word} {postings.line(places.get(word, {}), asked.get(word, ()))}" for word in words)


def contents(sections: list[Section]) -> list[list]:
    """Return the pages: address, title, and of each section id and title."""
    pages: list[list] = []
    for section in sections:
        if not pages or pages[-1][0] != section.url:
            pages.append([section.url, section.page, []])
        pages[-1][2].append([section.id, section.title if section.id else "", len(section.questions)])
    return pages


def excerpts(sections: list[Section]) -> tuple[list[list[list[str]]], list[int]]:
    """Return the passages of the sections, a few together, and the number of the first of each."""
    texts: list[list[list[str]]] = []
    starts: list[int] = []
    size = TEXT_BYTES
    for number, section in enumerate(sections):
        length = len("".join(section.passages).encode())
        if size + length > TEXT_BYTES:
            texts.append([])
            starts.append(number)
            size = 0
        texts[-1].append(section.passages)
        size += length
    return texts, starts
