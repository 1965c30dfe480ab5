"""How texts and queries are compared: the rules that search/words.js shares.

`LETTERS` and `ENDINGS` travel in the index, so they are stated here alone; a test compares what
both languages make of thousands of strings.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set

from opencc import OpenCC

# What a text is made of: Han characters one by one, and Latin words.
UNIT = re.compile("[\u3400-\u9fff]|[a-z0-9]+")
# Letters that no decomposition makes plain.
LETTERS = {"ø": "o", "æ": "ae"}
# Endings of English words: what is left stands for all forms of a word. They apply one after the
# other, to words of four letters and more, as regular expressions that both languages read alike.
ENDINGS = (
    ("ies$", "y"),
    ("(ss|[xz]|[cs]h)es$", "$1"),
    ("([^su])s$", "$1"),
    # "station" is no form of "state", nor "mention" of "meant".
    ("^(....+?)(?:ate|ated|ating|ation)$", "$1"),
    ("^(.....+?)ion$", "$1"),
    ("^(...+?)(?:ing|ed)$", "$1"),
    (r"([bdglmnprt])\1$", "$1"),
    ("([^aeiou])i$", "$1y"),
    ("^(...+)e$", "$1"),
)
# The most units that a word or phrase of the index has.
LONGEST = 6


def normalise(text: str) -> str:
    """Return a text in small, plain letters: full-width forms, accents and apostrophes are gone."""
    text = unicodedata.normalize("NFKD", text).lower()
    text = re.sub("[\u0300-\u036f]", "", text)
    for letter, plain in LETTERS.items():
        text = text.replace(letter, plain)
    return re.sub("['’](?:s(?![a-z0-9]))?", "", text)


@functools.cache
def simplified() -> dict[int, str]:
    """Return the simplified character for every traditional one."""
    simplify = OpenCC("t2s").convert
    pairs = ((it, simplify(it)) for it in map(chr, range(0x3400, 0xA000)))
    return {ord(old): new for old, new in pairs if new != old and UNIT.fullmatch(new)}


@functools.cache
def stem(word: str) -> str:
    """Return what the forms of an English word have in common."""
    if len(word) > 3:
        for ending, left in ENDINGS:
            word = re.sub(ending, left.replace("$", "\\"), word)
    return word


# Every text of a site is looked at for its words, for their places, and for the forms to show.
@functools.cache
def plain(text: str) -> str:
    """Return a text in the form in which words are compared."""
    return normalise(text).translate(simplified())


def units(text: str) -> list[str]:
    """Return the Han characters of a text, and its Latin words without their endings."""
    return [stem(unit) for unit in UNIT.findall(plain(text))]


def key(some: Iterable[str]) -> str:
    """Return units as one word or phrase: between two Han characters stands no space."""
    return functools.reduce(longer, some, "")


def longer(phrase: str, unit: str) -> str:
    """Return a phrase with one unit more."""
    apart = phrase and (unit.isascii() or phrase[-1].isascii())
    return f"{phrase} {unit}" if apart else phrase + unit


def phrases(some: Sequence[str], words: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each word or phrase of up to `LONGEST` units begins and ends, and itself."""
    for start in range(len(some)):
        phrase = ""
        for end, unit in enumerate(some[start : start + LONGEST], start + 1):
            phrase = longer(phrase, unit)
            if phrase in words:
                yield start, end, phrase
