"""In which sections each word stands, and how strongly: weighed as BM25F does, in few levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from search_index.sections import Section
from search_index.tokens import LONGEST, key, units

# How soon more occurrences of a word in a section count less, and how much its length counts.
SATURATION, LENGTH = 2.0, 0.3
# Into how many levels the strengths are divided: each more costs bytes.
LEVELS = 12
# The sections of a word that are kept: those where it is strongest.
MOST = 200
# The digits of numbers in a line of postings: those that end one, and those before.
DIGITS = "".join(map(chr, range(35, 127))).translate(dict.fromkeys(map(ord, "\\|^")))
LAST, MORE = DIGITS[:64], DIGITS[64:]


@dataclass
class Field:
    """How often each word stands in one field of a section, and how many units the field has."""

    counts: Counter[str]
    size: int


def field(texts: Iterable[str], words: set[str]) -> Field:
    """Count the words of a vocabulary in texts; a lone Han character only outside of others."""
    counts: Counter[str] = Counter()
    size = 0
    for text in texts:
        some = units(text)
        size += len(some)
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
    return Field(counts, size)


def strengths(sections: list[Section], words: set[str]) -> dict[str, dict[int, int]]:
    """Return for each word the sections whose text has it, by number, and the level of its strength."""
    fields = [field(it.passages, words) for it in sections]
    mean = sum(it.size for it in fields) / len(fields) or 1
    found: dict[str, dict[int, int]] = {}
    for number, it in enumerate(fields):
        norm = SATURATION * (1 - LENGTH + LENGTH * it.size / mean)
        for word, count in it.counts.items():
            level = 1 + int(LEVELS * count / (count + norm))
            found.setdefault(word, {})[number] = min(LEVELS, level)
    return found


def asked(sections: list[Section], words: set[str]) -> dict[str, list[int]]:
    """Return for each word the questions that have it; they are counted through all sections."""
    found: dict[str, list[int]] = {}
    for number, question in enumerate(it for section in sections for it in section.questions):
        for word in field([question], words).counts:
            found.setdefault(word, []).append(number)
    return found


def line(places: Mapping[int, int], questions: Iterable[int]) -> str:
    """Return where a word stands, as text: sections with their levels, `^`, and questions."""
    text = steps((number, level - 1) for number, level in sorted(places.items()))
    more = steps(((number, 0) for number in questions), 1)
    return f"{text}^{more}" if more else text


def steps(numbers: Iterable[tuple[int, int]], levels: int = LEVELS) -> str:
    """Return numbers as steps from one to the next, each with its level."""
    text = ""
    last = -1
    for number, level in numbers:
        value = (number - last - 1) * levels + level
        digits = LAST[value % len(LAST)]
        value //= len(LAST)
        while value:
            value -= 1
            digits = MORE[value % len(MORE)] + digits
            value //= len(MORE)
        text += digits
        last = number
    return text
