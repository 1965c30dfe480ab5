"""What Chinese needs beside its characters: traditional forms, words of other places, pinyin."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable

import rjieba
from opencc import OpenCC

from searching.sections import Section
from searching.words import HAN, PARTICLES, normalise, phrase

# The longest word made of several, in characters.
LONGEST = 5
# From how many times on a word, or several that stand together, is worth its initials.
OFTEN = 12
# Characters that seldom begin or end a word.
LOOSE = set("的了和是在不就也都把被从到对与或及等其这那有个们你我他她它会能要可没为之里上下中着过")


@functools.cache
def simplified() -> dict[str, str]:
    """Return the simplified form of every traditional character."""
    simplify = OpenCC("t2s").convert
    return {
        character: simple
        for character in map(chr, range(0x4E00, 0xA000))
        if (simple := simplify(character)) != character
    }


def variants(used: set[str]) -> dict[str, str]:
    """Return the traditional characters whose simplified form is among those that are used."""
    return {variant: simple for variant, simple in simplified().items() if simple in used}


def standard(characters: Iterable[str]) -> list[str]:
    """Return those of the characters that are in GB 2312, the standard for simplified ones.

    Of the others, search-engine.js knows by itself that they may be traditional.
    """
    return [it for it in characters if it.encode("gb2312", "ignore")]


def elsewhere(words: Iterable[str]) -> dict[str, list[str]]:
    """Return what people in Taiwan and Hong Kong call these words, in simplified characters."""
    simplify = OpenCC("t2s").convert
    found: dict[str, list[str]] = {}
    for convert in (OpenCC("s2twp").convert, OpenCC("s2hk").convert):
        for word in words:
            other = phrase(simplify(convert(word)))
            if other not in ("", word) and word not in found.get(other, []):
                found.setdefault(other, []).append(word)
    return found


def aliases(known: dict[str, list[str]], words: Iterable[str], whole: str) -> dict[str, list[str]]:
    """Return, for each word of another place, the words of the site that mean the same.

    `known` has the words with synonyms, `words` those of the site, `whole` is all of its text.
    """
    here = {*words, *filter(HAN.fullmatch, known)}
    found = {}
    names = elsewhere(sorted(here))
    for other, those in names.items():
        # Without synonyms, a word that differs in a part only is found by that, and more with it.
        parts = [part for part in names if part in other and part != other]
        alike = {other.replace(part, word) for part in parts for word in names[part]}
        if not alike.isdisjoint(those) and known.keys().isdisjoint({other, *those}):
            continue
        same = [it for word in those for it in (word, *known.get(word, ())) if it in whole]
        every = dict.fromkeys([*known.get(other, ()), *same])
        found[other] = [it for it in every if it != other]
    # A word that nothing else is said for is looked for by its parts.
    return {other: those for other, those in found.items() if those}


def pinyin(word: str) -> list[str]:
    """Return the syllables of a word; none if one of its characters is read in no known way."""
    # Read here and not above: its dictionaries take a moment that other languages need not wait.
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(word)
    return syllables if all(re.fullmatch("[a-z]+", it) for it in syllables) else []


def spelled(words: Iterable[str]) -> dict[str, str]:
    """Return a line for each word that can be typed: the word and its syllables."""
    return {word: f"{word} {' '.join(some)}" for word in words if (some := pinyin(word))}


def words(sections: list[Section], known: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the words that can be found by pinyin, and which of them also by initials.

    The first are those of titles, texts and questions, and `known` ones; by initials can be found
    what stands in titles or often, and what is known.
    """
    titles = HAN.findall(normalise("\n".join(section.title for section in sections)))
    texts = ("\n".join([it.title, it.text, *it.questions]) for it in sections)
    every = HAN.findall(normalise("\n".join(texts)))
    found = Counter(word for run in every for word in rjieba.cut_for_search(run) if len(word) > 1)
    frequent = {word for word, times in (found + together(every)).items() if times >= OFTEN}
    headed = {*"".join(titles)}.union(*map(rjieba.cut_for_search, titles))
    short = {word for word in frequent | headed if LOOSE.isdisjoint({word[0], word[-1]})}
    short |= set(filter(HAN.fullmatch, known))
    return sorted(found.keys() | short), sorted(short)


def together(runs: Iterable[str]) -> Counter[str]:
    """Return how often two or three words stand together, written as one."""
    counts: Counter[str] = Counter()
    for run in runs:
        some = rjieba.cut(PARTICLES.sub(" ", run))
        for size in (2, 3):
            several = ("".join(some[at : at + size]) for at in range(len(some) - size + 1))
            counts.update(it for it in several if HAN.fullmatch(it) and len(it) <= LONGEST)
    return counts
