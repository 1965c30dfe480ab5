"""What Chinese needs beside its characters: its words, traditional forms, pinyin."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Set

from search_index.tokens import plain, simplified

RUN = re.compile("[\u3400-\u9fff]+")


def divider(known: Iterable[str]) -> Callable[[Iterable[str]], set[str]]:
    """Return what finds the Chinese words of texts: those of a dictionary, and those `known`."""
    # Read here and not above: its dictionary takes a moment, also where nothing is divided.
    import rjieba

    jieba = rjieba.Jieba()
    for word in sorted(filter(RUN.fullmatch, known)):
        jieba.add_word(word, jieba.suggest_freq(word), "n")

    def words(texts: Iterable[str]) -> set[str]:
        runs = {run for text in texts for run in RUN.findall(plain(text))}
        return {word for run in runs for word in jieba.cut(run, False)}

    return words


def variants(used: Set[str]) -> str:
    """Return characters in pairs, a traditional one and its simplified form, for those `used`."""
    return "".join(f"{chr(old)}{new}" for old, new in simplified().items() if new in used)


def doubtful() -> str:
    """Return the traditional characters that GB 2312 has beside all simplified ones."""
    return "".join(it for it in map(chr, simplified()) if it.encode("gb2312", errors="ignore"))


def readings(some: Iterable[str]) -> str:
    """Return the syllables of Chinese words, each with the characters that are read so in them."""
    # Read here for the same reason.
    from pypinyin import lazy_pinyin

    found: dict[str, set[str]] = defaultdict(set)
    for run in {run for word in some for run in RUN.findall(word)}:
        for character, syllable in zip(run, lazy_pinyin(run), strict=False):
            if re.fullmatch("[a-z]+", syllable):
                found[syllable].add(character)
    return " ".join(f"{syllable}{''.join(sorted(found[syllable]))}" for syllable in sorted(found))
