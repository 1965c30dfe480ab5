"""English words that look like words of the site: they are no misspellings of these."""

import functools
import heapq
from collections.abc import Set
from typing import TYPE_CHECKING

from search_index.tokens import stem

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# How many English words count as such, the most frequent: a rarer one, typed here, is more often a
# mistake. Without them a ninth of the 10,000 most frequent were read as words of the site ("widow"
# as "Windows").
COMMON = 20_000
# The fewest letters of one of two words that are written as one.
JOINED = 3
# A word of more letters than these has longer forms, of at most so many letters more: "reviewers"
# of "review".
LONGER = 4


@functools.cache
def dictionary() -> tuple["SpellChecker", frozenset[str]]:
    """Return what knows English words, and the COMMON ones."""
    # Read here and not above: it takes a moment, also where nothing is looked for.
    from spellchecker import SpellChecker

    english = SpellChecker()
    often = english.word_frequency.dictionary
    return english, frozenset(heapq.nlargest(COMMON, often, key=often.__getitem__))


def lookalikes(words: Set[str], forms: Set[str], usual: Set[str]) -> list[str]:
    """Return most English words that would be wrongly read as some of the `words`, or as two.

    `words`, and the `usual` ones, which mean what others mean or which a query can do without, are
    without their endings, as the index has them; `forms` are all words as they are written. Those
    returned are without their endings, but for those that two usual words make.
    search/vocabulary.js leaves them alone.
    """
    english, common = dictionary()
    known, written = latin(words), latin(forms)
    alike = {stem(it) for word in written for it in common & {*english.edit_distance_1(word)}}
    # Without their endings others are alike: "residence", "resident".
    stems = {stem(it) for it in common}
    alike |= {it for word in known for it in stems & {*english.edit_distance_1(word)}}
    # An ending this long makes another word: "citizenship" of "citizen".
    alike |= {stem(it) for it in common if len(it) > 2 * LONGER and it[:-LONGER] in known}
    joined = {
        word
        for word in common - written
        for at in range(JOINED, len(word) - JOINED + 1)
        if {stem(word[:at]), stem(word[at:])} <= usual
    }
    return sorted(alike - known - {stem(it) for it in written} | joined)


def latin(some: Set[str]) -> set[str]:
    """Return the Latin words of words and phrases."""
    return {unit for word in some for unit in word.split(" ") if unit.isascii()}
