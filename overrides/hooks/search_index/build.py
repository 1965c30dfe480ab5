"""Write the index of one language: few files, of which a reader loads what a query needs.

- index.js: titles, frequent words, synonyms: what every search needs;
- <hash>/words-<n>.js: where words stand; a query loads the files of its words;
- <hash>/texts-<n>.js: the texts of a few sections, for the excerpts of the results shown;
- <hash>/fold.js: the simplified forms of traditional characters;
- <hash>/foreign.js: the words of the other languages;
- <hash>/sounds.js: how Chinese is spelled.

Each is a script that calls `put(name, data)`: a worker and a page opened from disk can both load
it. All that depends on the language is computed here; the engine holds no words.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from pathlib import Path

from search_index import chinese, postings, synonyms, tokens
from search_index.questions import ask
from search_index.related import related
from search_index.sections import Section
from search_index.tokens import UNIT, Words, key, phrases, plain, stem, units
from search_index.weights import WEIGHTS

# Bytes of text in one file of excerpts, and how many files there are for words.
TEXT_BYTES, FILES = 5000, 150


def write(folder: Path, sections: list[Section], language: str, data: Path) -> None:
    """Write the index of a language into a folder, which is emptied before.

    `sections` are those of all its pages, in their order, `data` is the folder of the data files.
    Raises PluginError that names the file and the entry if one does not fit the sections.
    """
    ask(sections, language, data)
    said = synonyms.read_synonyms(language, data)
    for it in sections:
        # A title is a question, too: who types it wants this section. In this order their lengths
        # compress best.
        it.questions = sorted(
            [it.title, *it.questions], key=lambda text: length(text, said.ignored)
        )
    words, shown = vocabulary(sections, said)
    synonyms.check(language, data, shown)
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


def vocabulary(sections: list[Section], said: synonyms.Synonyms) -> tuple[Words, set[str]]:
    """Return the words of the index, and those with synonyms that stand on the pages."""
    shown = [text for it in sections for text in (it.title, it.page, *it.passages)]
    asked = [text for it in sections for text in it.questions]
    meant = Words(word for group in said.groups for word in group)
    on_pages = {it for text in shown for _, _, it in phrases(units(text), meant)}
    in_questions = {it for text in asked for _, _, it in phrases(units(text), meant)}
    words = {unit for text in (*shown, *asked) for unit in units(text) if unit.isascii()}
    words |= chinese.words([*shown, *asked], meant) | on_pages | in_questions
    return Words(words - {*said.ignored}), on_pages


def divide(
    sections: list[Section], said: synonyms.Synonyms, words: Words
) -> tuple[dict[str, object], dict[str, object]]:
    """Return the index, and its parts by their names."""
    meant = {word for group in said.groups for word in group}
    places = postings.postings(sections, words, set(filter(chinese.RUN.fullmatch, meant)))
    often = {word: len(inside) + len(asked) for word, (inside, asked) in places.items()}
    frequent = {it for it in words if often.get(it, 0) > 9 or it in meant}
    known = frequent | meant | {*said.ignored}
    frequent |= {it for it in words if often.get(it, 0) > 4 and not uncovered(it, known)}
    # By pinyin are found these, too.
    heard = {it for it in words - frequent if often.get(it, 0) > 4}
    groups = [
        [*group, *(it for it in others if it in frequent)]
        for group, others in zip(said.groups, said.others, strict=True)
    ]
    home = {word: group[0] for group in reversed(groups) for word in group}
    files: list[list[str]] = [[] for _ in range(FILES)]
    for word in sorted(words & places.keys()):
        if word in frequent:
            files[place(home.get(word, word))].append(word)
        elif left := uncovered(word, known):
            files[place(left[0][0])].append(word)
    lengths = [Counter(length(text, said.ignored) for text in it.questions) for it in sections]
    asked = max(times for it in lengths for times in it.values())
    owners = [at for at, it in enumerate(sections) for _ in it.questions]
    texts, starts = excerpts(sections)
    forms = surfaces(sections)
    others = [
        "|".join(it for it in some if it not in group)
        for group, some in zip(said.groups, said.others, strict=True)
    ]

    def likeliest(some: Set[str]) -> list[str]:
        """Of several words that may be meant, the more frequent comes first."""
        return sorted(some, key=lambda it: (-often.get(it, 0).bit_length(), it))

    def form(word: str) -> str:
        return " ".join(forms.get(unit, unit) for unit in word.split(" "))

    foreign = {*said.others_ignored, *(word for some in said.others for word in some)}
    every = {*words, *meant, *said.ignored, *foreign}
    index: dict[str, object] = {
        "letters": tokens.LETTERS,
        "endings": tokens.ENDINGS,
        "most": postings.MOST + postings.TITLE,
        "title": postings.TITLE,
        "weights": WEIGHTS,
        "chinese": any(not word.isascii() for word in meant),
        "pages": contents(sections),
        # Of each section how many questions have one unit, two, …; and those sections before it
        # that are about the same.
        "asked": "|".join(postings.numbers(it.items(), asked) for it in lengths),
        "many": asked,
        "related": "|".join(
            postings.numbers(((it, 1) for it in sorted(some)), 1)
            for some in related(places.values(), owners, len(sections))
        ),
        # Words that only readers use are marked.
        "groups": [
            "|".join(form(it) if it in frequent else f"~{it}" for it in group) for group in groups
        ],
        "words": "|".join(map(form, likeliest(frequent - home.keys()))),
        "ignored": "|".join(said.ignored),
        "files": FILES,
        "texts": starts,
    }
    parts: dict[str, object] = {
        "fold": chinese.variants({*"".join(every)}),
        "foreign": [*others, "|".join(said.others_ignored)],
        "sounds": {
            "words": "|".join(filter(chinese.RUN.fullmatch, likeliest(heard))),
            "readings": chinese.readings(every - words | frequent | heard),
        },
    }
    for number, some in enumerate(files):
        parts[f"words-{number}"] = "|".join(f"{it} {postings.line(places[it])}" for it in some)
    parts |= {f"texts-{number}": part for number, part in enumerate(texts)}
    return index, parts


def place(word: str) -> int:
    """Return the number of the file that a word is kept in; search/index.js counts alike."""
    return sum(map(ord, word)) % FILES


def uncovered(word: str, frequent: Set[str]) -> list[str]:
    """Return the units of a word that are part of no frequent one in it: those that ask for it."""
    some = units(word)
    left = [True] * len(some)
    for start in range(len(some)):
        for end in range(start + 1, len(some) + 1):
            if key(some[start:end]) in frequent:
                left[start:end] = [False] * (end - start)
    return [unit for unit, alone in zip(some, left, strict=True) if alone]


def surfaces(sections: Iterable[Section]) -> dict[str, str]:
    """Return the most frequent form of each English word, as it can be shown to a reader."""
    texts = (text for it in sections for text in (it.title, *it.passages, *it.questions))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for unit, times in Counter(it for text in texts for it in UNIT.findall(plain(text))).items():
        counts[stem(unit)][unit] = times
    return {word: forms.most_common(1)[0][0] for word, forms in counts.items()}


def contents(sections: Iterable[Section]) -> list[tuple[str, list[str], list[str]]]:
    """Return the pages: address, and of all sections, beginning with its top, titles and ids."""
    pages: list[tuple[str, list[str], list[str]]] = []
    for it in sections:
        if not pages or pages[-1][0] != it.url:
            pages.append((it.url, [], []))
        _, titles, ids = pages[-1]
        titles.append(it.title)
        ids.append(it.id)
    return pages


def length(text: str, ignored: Iterable[str]) -> int:
    """Return how many units a question has, but for the first and those it can do without; or 6."""
    return min(6, max(0, sum(unit not in ignored for unit in units(text)) - 1))


def excerpts(sections: list[Section]) -> tuple[list[list[list[str]]], list[int]]:
    """Return the passages of the sections, a few together, and the number of the first of each."""
    texts: list[list[list[str]]] = []
    starts: list[int] = []
    size = 0
    for number, section in enumerate(sections):
        shown = section.passages or beneath(sections, number)
        length = len("".join(shown).encode())
        if not texts or size + length > TEXT_BYTES:
            texts.append([])
            starts.append(number)
            size = 0
        texts[-1].append(shown)
        size += length
    return texts, starts


def beneath(sections: list[Section], number: int) -> list[str]:
    """Return the first passages below a heading that has none, else those of the page's top."""
    page = [it for it in sections if it.url == sections[number].url]
    at = page.index(sections[number])
    return next((it.passages for it in [*page[at:], *page] if it.passages), [])
