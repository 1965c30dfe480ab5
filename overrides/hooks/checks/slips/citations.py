"""Citations that are written otherwise than `[@n1; @n18]`, or lead to nothing."""

import re
from collections.abc import Collection, Iterator

from content.citations import CITATION, KEY, NOTES

from checks.slips.without_code import Slip, Text

MEND = "cite as [@n1; @n18], with half-width signs and small letters"
# Two small numbers side by side would be too near each other for a finger.
SIDE_BY_SIDE = re.compile(rf"{CITATION.pattern} ?\[@")
WORDS = re.compile(r"\[([^\[\]@]+)\](?![(\[{:])")
SEPARATORS = re.compile(r"[;,；，、\s]+")
BARE = re.compile(r"(?<![\w@.])@([a-z]+\d+[a-z]?)\b")


def slips(text: Text, known: Collection[str]) -> Iterator[Slip]:
    """Yield the slips in citations; `known` are the ids of the sources, if these can be read."""
    names = {*known, *NOTES}
    for number, line in text:
        cited = KEY.findall(" ".join(CITATION.findall(line)))
        if cited and line.startswith("#"):
            # The contents of the page would repeat it.
            yield number, "cite in the text under it, not in the heading"
        for name in cited:
            if known and name not in names:
                yield (
                    number,
                    f"'{name}' is not in docs/data/sources.yml; add it there, or mend its name",
                )
        if SIDE_BY_SIDE.search(line):
            yield number, "put citations that stand side by side into one pair: [@n1; @n18]"
        rest = CITATION.sub("", line)
        # The sign is missing in [n1; n18], the brackets are around @n1.
        in_brackets = [SEPARATORS.split(it.lower().strip()) for it in WORDS.findall(rest)]
        unsigned = any(names.issuperset(words) for words in in_brackets)
        if unsigned or not names.isdisjoint(BARE.findall(rest)):
            yield number, MEND
