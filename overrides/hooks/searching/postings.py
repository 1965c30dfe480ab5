"""Where each word of the texts, and of the questions, occurs: as lines that take little room."""

from __future__ import annotations

import functools
import math
import operator
from collections import defaultdict
from collections.abc import Iterable, Sequence
from string import ascii_lowercase, ascii_uppercase, digits

from searching.sections import Section
from searching.words import HAN, UNITED, terms

# The digits of `step`.
LAST, BEFORE = ascii_uppercase + digits, ascii_lowercase
# From how many words on a question is of the next length.
LENGTHS = (0, 2, 3, 4)


def postings(sections: list[Section]) -> dict[str, list[int]]:
    """Return in which passages each term occurs, and as `term^` those that it begins."""
    found: dict[str, list[int]] = defaultdict(list)
    number = 0

    def note(here: Iterable[str]) -> None:
        nonlocal number
        for term in here:
            found[term].append(number)
        number += 1

    for section in sections:
        for passage in section.passages:
            here = list(dict.fromkeys(terms(passage)))
            longer = [term for term in here if kind(term) != "single"]
            # What a passage begins with, it is likely to be about: kept a second time.
            note([*longer, *characters(here), *(f"{term}^" for term in here[:1])])
        for here in asked(section):
            # A question is about all of its words; kept once, for they are many.
            note([*characters(here), *(f"{term}^" for term in here)])
        title = terms(section.title)
        for term in [*title, *characters(title)]:
            found.setdefault(term, [])
    return found


def united(places: dict[str, list[int]], known: dict[str, list[str]]) -> dict[str, list[int]]:
    """Return in which passages the synonyms of each Chinese word occur, by its name as `UNITED`.

    So a query need not load their own files, too. Words of other scripts have forms that only
    search-engine.js knows: a word that has one of them among its synonyms is left out.
    """
    found: dict[str, list[int]] = {}
    for word, others in known.items():
        if not all(map(HAN.fullmatch, [word, *others])):
            continue
        anywhere: set[int] = set()
        begun: set[int] = set()
        for other in others:
            pairs = [other[at : at + 2] for at in range(len(other) - 1)] or [other]
            texts = [{*places.get(pair, ())} for pair in pairs]
            heads = [{*places.get(f"{pair}^", ())} for pair in pairs]
            anywhere |= set.intersection(*texts)
            begun |= set.intersection(*map(operator.or_, texts, heads)) & heads[0]
        if anywhere or begun:
            name = UNITED + word
            found |= {name: sorted(anywhere), f"{name}^": sorted(begun)}
    return found


def characters(words: Iterable[str]) -> list[str]:
    """Return the Han characters in words, each once: a query may be of one alone."""
    return list(dict.fromkeys("".join(word for word in words if not word.isascii())))


def asked(section: Section) -> list[list[str]]:
    """Return the words of a section's questions, the shortest question first."""
    return sorted((list(dict.fromkeys(terms(it))) for it in section.questions), key=len)


def lengths(section: Section) -> str:
    """Return how many of a section's questions are of each length, a character each from `0` up."""
    sizes = [len(words) for words in asked(section)]
    ends = [*LENGTHS[1:], math.inf]
    counts = [
        sum(start <= size < end for size in sizes) for start, end in zip(LENGTHS, ends, strict=True)
    ]
    return "".join(chr(ord("0") + count) for count in counts) if any(counts) else ""


def lines_of(places: dict[str, list[int]]) -> dict[str, str]:
    """Return a line for each term, sorted: the term, its passages, `^` and those it begins."""
    lines = {}
    for term in sorted({term.rstrip("^") for term in places}):
        heads = steps(places.get(f"{term}^", ()))
        lines[term] = f"{term} {steps(places.get(term, ()))}{f'^{heads}' if heads else ''}\n"
    return lines


def steps(passages: Sequence[int]) -> str:
    """Return the steps from one passage to the next."""
    return "".join(map(step, map(operator.sub, passages, [-1, *passages])))


@functools.cache
def kind(term: str) -> str:
    """Return which files a term is kept in: a query needs single Han characters the least."""
    return "latin" if term.isascii() else "pair" if len(term) > 1 else "single"


@functools.cache
def step(number: int) -> str:
    """Return a number from one up: its last digit in capitals or digits, those before in small.

    So a list of numbers needs nothing between them, and most take one character.
    """
    rest, digit = divmod(number - 1, len(LAST))
    text = LAST[digit]
    while rest:
        rest, digit = divmod(rest - 1, len(BEFORE))
        text = BEFORE[digit] + text
    return text
