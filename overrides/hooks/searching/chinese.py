"""What Chinese needs beside its characters: traditional forms, words of other places, pinyin."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable

from opencc import OpenCC

from searching.sections import Section
from searching.words import HAN, normalise, phrase

# Characters that seldom begin or end a word, for finding words that are worth their pinyin.
LOOSE = set("的了和是在不就也都把被从到对与或及等其这那有个们你我他她它会能要可没为之里上下中着过")


@functools.cache
def variants() -> dict[str, str]:
    """Return the simplified form of every traditional character."""
    simplify = OpenCC("t2s").convert
    return {
        character: simple
        for character in map(chr, range(0x4E00, 0xA000))
        if (simple := simplify(character)) != character
    }


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


def traditional(words: list[str]) -> list[str]:
    """Return the traditional forms of words that have one of their own."""
    # Made once: it reads its dictionaries each time.
    convert = OpenCC("s2t").convert
    return [other for word in words if (other := convert(word)) != word]


def pinyin(word: str) -> list[str]:
    """Return the syllables of a word."""
    # Read here and not above: its dictionaries take a moment that other languages need not wait.
    from pypinyin import lazy_pinyin

    return lazy_pinyin(word)


def frequent(sections: list[Section], known: Iterable[str]) -> list[str]:
    """Return the words worth finding by pinyin: of titles, of synonyms, and repeated in texts.

    There is no dictionary: a run of characters counts as a word when it is repeated, stands
    beside different neighbours, and is not always part of one longer run.
    """
    counts: Counter[str] = Counter()
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    in_titles: set[str] = set()
    for section in sections:
        for text, title in ((section.title, True), (section.text, False)):
            for run in HAN.findall(normalise(text)):
                for start in range(len(run)):
                    for end in range(start + 1, min(start + 5, len(run)) + 1):
                        word = run[start:end]
                        counts[word] += 1
                        before[word].add(run[start - 1] if start else f"^{counts[word]}")
                        after[word].add(run[end] if end < len(run) else f"${counts[word]}")
                        if title:
                            in_titles.add(word)
    chosen = set()
    for word, count in counts.items():
        if word[0] in LOOSE or word[-1] in LOOSE:
            continue
        if len(word) == 1:
            if word in in_titles and count > 3:
                chosen.add(word)
        elif min(len(before[word]), len(after[word])) >= (2 if word in in_titles else 3):
            chosen.add(word)
    whole = {word for word in known if HAN.fullmatch(word) and word in counts}
    return sorted(chosen | whole)
