"""Write the index of one language: few files, of which a reader loads what a query needs.

- index.js: titles, frequent words, synonyms: what every search needs;
- <hash>/words-<n>.js: where words stand; a query loads the files of its words;
- <hash>/texts-<n>.js: the texts of a few sections, for the excerpts of the results shown;
- <hash>/fold.js: the simplified forms of traditional characters;
- <hash>/foreign.js: the words of the other languages;
- <hash>/sounds.js: how Chinese is spelled;
- <hash>/english.js: words that are not the mistyped ones they look like.

Each is a script that calls `put(name, data)`: a worker and a page opened from disk can both load
it. All that depends on the language is computed here; the engine holds no words.
"""

import hashlib
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from search_index import chinese, postings, synonyms, tokens
from search_index.english import JOINED, LONGER, lookalikes
from search_index.questions import ask
from search_index.related import related
from search_index.sections import Section
from search_index.tokens import UNIT, plain, stem, units
from search_index.vocabulary import FILES, Vocabulary, words_of
from search_index.weights import WEIGHTS

# The texts of how many sections are in one file.
TEXTS = 10


def write(folder: Path, sections: list[Section], language: str, data: Path) -> None:
    """Write the index of a language into a folder, which is emptied before.

    `sections` are those of all its pages, in their order, `data` is the folder of the data files.
    Raises PluginError that names the file and the entry if one does not fit the sections.
    """
    ask(sections, language, data)
    said = synonyms.read_synonyms(language, data)
    for it in sections:
        # A title is a question, too: who types it wants this section. The index tells how many
        # questions have which length, so they stand in that order.
        it.questions = sorted(
            [it.title, *it.questions], key=lambda text: length(text, said.ignored)
        )
    words, on_pages = words_of(sections, said)
    synonyms.check(language, data, on_pages)
    vocabulary = Vocabulary(sections, said, words)
    forms = surfaces(sections, said.written)
    texts = [it.passages or beneath(sections, at) for at, it in enumerate(sections)]
    parts = {
        **{
            f"words-{number}": lines(some, vocabulary, forms)
            for number, some in enumerate(vocabulary.files)
        },
        **{f"texts-{at // TEXTS}": texts[at : at + TEXTS] for at in range(0, len(texts), TEXTS)},
        **for_some(said, vocabulary, forms),
    }
    scripts = {name: script(name, part) for name, part in parts.items()}
    digest = hashlib.sha256("".join(scripts.values()).encode()).hexdigest()[:8]
    index = {"folder": digest, **for_all(sections, said, vocabulary, forms)}
    shutil.rmtree(folder, ignore_errors=True)
    (folder / digest).mkdir(parents=True)
    for name, text in scripts.items():
        (folder / digest / f"{name}.js").write_bytes(text.encode())
    (folder / "index.js").write_bytes(script("index", index).encode())


def script(name: str, content: object) -> str:
    """Return one file of the index."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'put("{name}",{text})\n'


def lines(words: Iterable[str], vocabulary: Vocabulary, forms: dict[str, str]) -> str:
    """Return where some words stand; each is written in one of its `forms`."""
    return "|".join(f"{surface(it, forms)} {postings.line(vocabulary.places[it])}" for it in words)


def for_all(
    sections: list[Section],
    said: synonyms.Synonyms,
    vocabulary: Vocabulary,
    forms: dict[str, str],
) -> dict[str, object]:
    """Return what every query needs; words are written in one of their `forms`."""
    lengths = [Counter(length(text, said.ignored) for text in it.questions) for it in sections]
    many = max(times for it in lengths for times in it.values())
    owners = [at for at, it in enumerate(sections) for _ in it.questions]

    def form(word: str) -> str:
        return surface(word, forms)

    return {
        "letters": tokens.LETTERS,
        "endings": tokens.ENDINGS,
        "most": postings.MOST + postings.TITLE,
        "title": postings.TITLE,
        "weights": WEIGHTS,
        "chinese": any(not word.isascii() for word in said.meant),
        "traditional": chinese.doubtful(),
        "pages": contents(sections),
        # Of each section how many questions have one unit, two, …; and those sections before it
        # that are about the same.
        "asked": "|".join(postings.numbers(it.items(), many) for it in lengths),
        "many": many,
        "related": "|".join(
            postings.numbers(((it, 1) for it in sorted(some)), 1)
            for some in related(vocabulary.places.values(), owners, len(sections))
        ),
        # Words that only readers use are marked.
        "groups": [
            "|".join("~" * (it not in vocabulary.frequent) + form(it) for it in group)
            for group in vocabulary.groups
        ],
        "words": "|".join(
            map(form, vocabulary.likeliest(vocabulary.frequent - vocabulary.home.keys()))
        ),
        "ignored": "|".join(said.ignored),
        "joined": JOINED,
        "longer": LONGER,
        "files": FILES,
        "texts": TEXTS,
    }


def for_some(
    said: synonyms.Synonyms, vocabulary: Vocabulary, forms: dict[str, str]
) -> dict[str, object]:
    """Return what queries of some kinds need."""
    own = {*said.meant, *said.ignored}
    foreign = {*said.others_ignored, *(word for some in said.others for word in some)}
    others = [
        "|".join(it for it in some if it not in group)
        for group, some in zip(said.groups, said.others, strict=True)
    ]
    known = own | foreign | vocabulary.places.keys()
    return {
        "english": "|".join(lookalikes(known, {surface(it, forms) for it in known}, own)),
        "fold": chinese.variants({*"".join(known)}),
        "foreign": [*others, "|".join(said.others_ignored)],
        "sounds": {
            "words": "|".join(vocabulary.likeliest(vocabulary.heard)),
            "readings": chinese.readings(own | foreign | vocabulary.frequent | vocabulary.heard),
        },
    }


def surfaces(sections: Iterable[Section], written: Iterable[str]) -> dict[str, str]:
    """Return the most frequent form of each English word, as it can be shown to a reader."""
    texts = [text for it in sections for text in (it.title, *it.passages, *it.questions)]
    texts += written
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for unit, times in Counter(it for text in texts for it in UNIT.findall(plain(text))).items():
        counts[stem(unit)][unit] = times
    return {word: forms.most_common(1)[0][0] for word, forms in counts.items()}


def surface(word: str, forms: dict[str, str]) -> str:
    """Return a word or phrase as it can be shown to a reader."""
    return " ".join(forms.get(unit, unit) for unit in word.split(" "))


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


def beneath(sections: list[Section], number: int) -> list[str]:
    """Return the first passages below a heading that has none, else those of the page's top."""
    page = [it for it in sections if it.url == sections[number].url]
    at = page.index(sections[number])
    return next((it.passages for it in [*page[at:], *page] if it.passages), [])
