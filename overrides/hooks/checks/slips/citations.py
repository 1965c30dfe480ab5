"""Citations that are written otherwise than `[@n1; @n18]`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from content.citations import CITATION, NOTES

from checks.slips.without_code import Slip, Text

MEND = "cite as [@n1; @n18], with half-width signs and small letters"
BRACKETS = re.compile(r"[\[［【(（]\s*@[^\]］】)）\n]*[\]］】)）]?")
WORDS = re.compile(r"\[([^\[\]@]+)\](?![(\[{:])")
BARE = re.compile(r"(?<![\w@.])@([a-z]+\d+[a-z]?)\b")


def slips(text: Text, known: Collection[str]) -> Iterator[Slip]:
    """Yield the slips in citations; `known` are the ids of the sources."""
    names = {*known, *NOTES}
    for number, line in text:
        rest = CITATION.sub("", line)
        if BRACKETS.search(rest):
            yield number, MEND
        for match in WORDS.finditer(rest):
            if set(re.split(r"[;,；，、\s]+", match[1].lower().strip())) <= names:
                yield number, f"{MEND}; '@' is missing in {match[0]}"
        for match in BARE.finditer(rest):
            if match[1] in names:
                yield number, f"{MEND}; the brackets are missing around {match[0]}"
