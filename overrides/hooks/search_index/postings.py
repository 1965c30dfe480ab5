"""Where each word stands: in which sections how often, and in which questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set

from search_index.sections import Section
from search_index.tokens import LONGEST, key, units

# From how many times on it makes no difference how often a word stands in a section.
MOST = 6
# The digits of numbers in postings: the first 64 end a number. As in search/index.js.
DIGITS = "".join(it for it in map(chr, range(35, 127)) if it not in r"\^|")
ENDING = 64

# Numbers, each with a count.
Counts = dict[int, int]


def count(text: str, words: Set[str]) -> Counter[str]:
    """Count the words of a vocabulary in a text; a lone Han character only outside of others."""
    some = units(text)
    counts: Counter[str] = Counter()
    inside: set[int] = set()
    for start in range(len(some)):
        for end in range(start + 2, min(start + LONGEST, len(some)) + 1):
            if (phrase := key(some[start:end])) in words:
                counts[phrase] += 1
                inside.update(range(start, end))
    counts.update(
        unit
        for at, unit in enumerate(some)
        if unit in words and (unit.isascii() or at not in inside)
    )
    return counts


def postings(sections: list[Section], words: Set[str]) -> dict[str, tuple[Counts, Counts]]:
    """Return for each word how often the text of which sections has it, and which questions do.

    Sections are numbered in their order, questions through all sections.
    """
    found: dict[str, tuple[Counts, Counts]] = {}
    question = 0
    for number, section in enumerate(sections):
        total = sum((count(passage, words) for passage in section.passages), Counter[str]())
        for word, times in total.items():
            found.setdefault(word, ({}, {}))[0][number] = min(times, MOST)
        for text in section.questions:
            for word in count(text, words):
                found.setdefault(word, ({}, {}))[1][question] = 1
            question += 1
    return found


def line(places: tuple[Counts, Counts]) -> str:
    """Return where a word stands, as text: sections, and after `^` questions."""
    sections, questions = places
    asked = numbers(questions.items(), 1)
    return numbers(sections.items(), MOST) + (f"^{asked}" if asked else "")


def numbers(some: Iterable[tuple[int, int]], most: int) -> str:
    """Return numbers, in rising order, as steps from one to the next, each with its count."""
    text = ""
    last = -1
    for number, times in some:
        high, low = divmod((number - last - 1) * most + times - 1, ENDING)
        digits = DIGITS[low]
        while high:
            high, low = divmod(high - 1, len(DIGITS) - ENDING)
            digits = DIGITS[ENDING + low] + digits
        text += digits
        last = number
    return text
