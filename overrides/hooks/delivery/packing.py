"""Put texts into one, with what repeats in them once.

The compression of a transfer does not reach from one page to the next, but the pages of a site
repeat each other: header, page tree, styles. The service worker puts the texts together again.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

# A repetition is noticed by this many characters, at every eighth place, and worth it from so many
# on (32, 48: smallest for both languages, of lengths from 8 to 64).
NOTICED, STEP, WORTH = 32, 8, 48


def pack(texts: dict[str, str]) -> dict[str, list[object]]:
    """Return texts by their names as data for the service worker, which reads them in order.

    `files` has each name with the length of its text; `parts` is what is new of all texts, and
    after each but the last comes what began at `starts` and was so long as `lengths` says. All are
    counted in bytes of UTF-8.
    """
    whole = "".join(texts.values())
    parts: list[object] = []
    starts: list[object] = []
    lengths: list[object] = []
    at = [0, *accumulate(len(character.encode()) for character in whole)]
    done = 0
    for start, before, size in repetitions(whole):
        parts.append(whole[done:start])
        starts.append(at[before])
        lengths.append(at[before + size] - at[before])
        done = start + size
    files: list[object] = [[name, len(text.encode())] for name, text in texts.items()]
    return {"files": files, "parts": [*parts, whole[done:]], "starts": starts, "lengths": lengths}


def repetitions(text: str) -> Iterable[tuple[int, int, int]]:
    """Yield where something in a text stands once more, where it stood before, and its length."""
    known: dict[str, int] = {}
    noted = at = done = 0
    while at + NOTICED <= len(text):
        while noted + NOTICED <= at:
            known.setdefault(text[noted : noted + NOTICED], noted)
            noted += STEP
        before = known.get(text[at : at + NOTICED])
        if before is None:
            at += 1
            continue
        # It may begin earlier and end later; it ends before it begins once more.
        start, size = at, NOTICED
        while done < start > before + size and before > 0 and text[before - 1] == text[start - 1]:
            start, before, size = start - 1, before - 1, size + 1
        while (
            before + size < start
            and start + size < len(text)
            and text[before + size] == text[start + size]
        ):
            size += 1
        if size < WORTH:
            at += 1
            continue
        yield start, before, size
        at = done = start + size
