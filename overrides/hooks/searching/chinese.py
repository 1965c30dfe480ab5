"""What Chinese needs beside its characters: traditional forms, words of other places, pinyin."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from opencc import OpenCC

from searching.sections import Section
from searching.words import HAN, normalise, phrase

# The longest word, in characters.
LONGEST = 5
# Characters that seldom begin or end a word, for finding words that are worth their pinyin.
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


def aliases(
    known: dict[str, list[str]], frequent: Iterable[str], whole: str
) -> dict[str, list[str]]:
    """Return, for each word of another place, the words of the site that mean the same.

    `known` has the words with synonyms, `frequent` those of the site, `whole` is all of its text.
    """
    here = {*frequent, *filter(HAN.fullmatch, known)}
    found = {}
    for other, those in elsewhere(sorted(here)).items():
        same = [it for word in those for it in (word, *known.get(word, ())) if it in whole]
        every = dict.fromkeys([*known.get(other, ()), *same])
        found[other] = [it for it in every if it != other]
    return found


def pinyin(word: str) -> list[str]:
    """Return the syllables of a word; none if one of its characters is read in no known way."""
    # Read here and not above: its dictionaries take a moment that other languages need not wait.
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(word)
    return syllables if all(re.fullmatch("[a-z]+", it) for it in syllables) else []


def frequent(sections: list[Section], known: Iterable[str]) -> list[str]:
    """Return the words worth finding by pinyin: of titles, of synonyms, and repeated in texts.

    There is no dictionary: a run of characters counts as a word when it is repeated, stands
    beside different neighbours, and is not always part of one longer run.
    """
    titles: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for section in sections:
        titles.update(HAN.findall(normalise(section.title)))
        every.update(HAN.findall(normalise(section.text)))
    every += titles
    in_titles = {part for run in titles for part in parts_of(run, LONGEST)}
    found = {part for run in every for part in parts_of(run, LONGEST + 1)}
    # How many characters stand before and after a word; the end of a run is another each time.
    before, after = Counter(part[1:] for part in found), Counter(part[:-1] for part in found)
    single: Counter[str] = Counter()
    for run, times in every.items():
        for length in range(1, min(LONGEST, len(run)) + 1):
            before[run[:length]] += times
            after[run[-length:]] += times
        for character in run:
            single[character] += times
    chosen = set()
    for word in found:
        if len(word) > LONGEST or word[0] in LOOSE or word[-1] in LOOSE:
            continue
        if len(word) == 1:
            if word in in_titles and single[word] > 3:
                chosen.add(word)
        elif min(before[word], after[word]) >= (2 if word in in_titles else 3):
            chosen.add(word)
    whole = {word for word in known if HAN.fullmatch(word) and word in found}
    return sorted(chosen | whole)


def parts_of(run: str, longest: int) -> Iterator[str]:
    """Yield all parts of a run of characters that are not longer than `longest`."""
    for length in range(1, min(longest, len(run)) + 1):
        for start in range(len(run) - length + 1):
            yield run[start : start + length]
