"""English words that look like words of the site: who types one of these has not mistyped ours."""

from __future__ import annotations

import heapq
from collections.abc import Set

from search_index.tokens import stem

# How many English words count as such, the most frequent: a rarer one, typed here, is more often a
# mistake. Without them a ninth of the 10,000 most frequent were read as words of the site ("widow"
# as "Windows").
COMMON = 20_000


def lookalikes(words: Set[str]) -> list[str]:
    """Return, without their endings, the English words that a mistake would make of some `words`.

    Words of the site are not among them; search/vocabulary.js takes no other for mistyped ones.
    """
    # Read here and not above: it takes a moment, also where nothing is looked for.
    from spellchecker import SpellChecker

    english = SpellChecker()
    often = english.word_frequency.dictionary
    common = {*heapq.nlargest(COMMON, often, key=often.__getitem__)}
    known = {unit for word in words for unit in word.split(" ") if unit.isascii()}
    alike = {it for unit in known for it in common & {*english.edit_distance_1(unit)}}
    return sorted({stem(it) for it in alike} - {stem(unit) for unit in known})
