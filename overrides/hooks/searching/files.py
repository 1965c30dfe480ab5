"""Which file of the index each word is kept in, so that a query loads few and small ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from string import ascii_lowercase

from searching.postings import kind
from searching.words import HAN, UNITED

# A Latin word that someone may have mistyped.
WORD = re.compile(r"[a-z][a-z0-9]{2,}")
# Bytes in one file of words, by their kind, and how many such files there are at most. A query
# needs many files of pairs, and seldom one of single characters or of words by their pinyin.
BYTES = {"latin": 85, "pair": 70, "single": 250, "spelled": 400}
MOST = {"latin": 800, "pair": 1200, "single": 160}
# How many numbers of files are tried.
TRIES = 60
# Traditional characters in one file.
FOLDED = 10
# A file of words before the first; none is written that stays so, or lists nothing.
NOTHING = {"p": "\n"}
EMPTY = (NOTHING, [], {}, {"latin": [], "pinyin": []})


def keep(lines: dict[str, str], known: dict[str, list[str]]) -> tuple[dict[str, object], list[int]]:
    """Return the files of words by their names, and how many there are of each kind.

    `lines` says where each word occurs, `known` which words have synonyms; both stand in the file
    of the word.
    """
    sizes: dict[str, Counter[int]] = {it: Counter() for it in MOST}
    for word, line in lines.items():
        sizes[kind(start(word))][place(start(word))] += len(line.encode())
    counts = {it: number(sizes[it], BYTES[it], most) for it, most in MOST.items()}
    files = {it: [dict(NOTHING) for _ in range(count)] for it, count in counts.items()}

    def file_of(word: str) -> dict:
        """Return the file of a word; search-engine.js counts in the same way."""
        some = files[kind(start(word))]
        return some[place(start(word)) % len(some)]

    for word, line in lines.items():
        file_of(word)["p"] += line
    for word in sorted(known):
        file_of(word).setdefault("a", {})[word] = known[word]
    words = {f"w{number}": file for number, file in enumerate([*files["latin"], *files["pair"]])}
    single = {f"s{number}": file for number, file in enumerate(files["single"])}
    return words | single, list(counts.values())


def start(word: str) -> str:
    """Return the beginning of a word, which says in which file it is kept."""
    word = word.removeprefix(UNITED)
    return word[:2] if HAN.match(word) else word[:3]


def place(letters: str) -> int:
    """Return a number for the beginning of a word; search-engine.js counts in the same way."""
    return sum(ord(it) * 31**at for at, it in enumerate(letters))


def number(sizes: Counter[int], each: int, most: int) -> int:
    """Return how many files to make of words that need `sizes` bytes at their places.

    Of the numbers that make files of about `each` bytes, or from `most` on, it is the one that
    brings the fewest large words together: those are asked for most often.
    """

    def crowd(count: int) -> int:
        files: Counter[int] = Counter()
        for at, size in sizes.items():
            files[at % count] += size
        return sum(size * size for size in files.values())

    least = min(math.ceil((sizes.total() or 1) / each), most)
    return min(range(least, least + TRIES), key=crowd)


def listed(words: Iterable[str], spelled: list[str]) -> dict[str, object]:
    """Return the lists of what words there are, by letter: for initials and for mistakes.

    `spelled` are Chinese words, each with its syllables. The lists are those of Latin words by
    their first letter and, as the mistake may be in that, by their second.
    """
    first = {letter: {"latin": [], "pinyin": []} for letter in ascii_lowercase}
    second: dict[str, list[str]] = {letter: [] for letter in ascii_lowercase}
    for word in sorted(filter(WORD.fullmatch, words)):
        first[word[0]]["latin"].append(word)
        if word[1] in second:
            second[word[1]].append(word)
    for line in spelled:
        first[line.split(" ")[1][0]]["pinyin"].append(line)
    lists = {f"v{letter}": both for letter, both in first.items()}
    return lists | {f"x{letter}": some for letter, some in second.items()}


def spelling(spelled: Collection[str]) -> dict[str, object]:
    """Return the files of Chinese words, each with its syllables, by their first three letters."""
    size = sum(len(line.encode()) for line in spelled)
    files: list[list[str]] = [[] for _ in range(math.ceil(size / BYTES["spelled"]))]
    for line in spelled:
        letters = "".join(line.split(" ")[1:])
        files[place(letters[:3]) % len(files)].append(line)
    return {f"p{number}": lines for number, lines in enumerate(files)}


def folding(folded: dict[str, str]) -> dict[str, object]:
    """Return the files of traditional characters, each with its simplified form."""
    files: list[dict[str, str]] = [{} for _ in range(math.ceil((len(folded) or 1) / FOLDED))]
    for character, simple in folded.items():
        files[ord(character) % len(files)][character] = simple
    return {f"f{number}": some for number, some in enumerate(files)}
