"""Lists that Markdown does not take as lists, and steps that begin again at 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.slips.without_code import Slip, Text

ITEM = re.compile(r"^( *)(?:[-*+]|(\d+)\.)\s+\S")
# After such a line a list may begin at once.
BEGINS_ANEW = re.compile(r"^(?:#{1,6} .*|</?[a-z].*>\s*)$")


def slips(text: Text) -> Iterator[Slip]:
    """Yield the slips in lists, and in what is indented without one."""
    # Whether the lines since the last empty one belong to a list.
    listed = False
    # The number of the last step that begins at the start of a line.
    step = 0
    # Whether what is indented belongs to an item or a note above.
    owned = False
    # The kind of the list at each indentation: steps or points.
    kinds: dict[int, str] = {}
    # Whether the line before is empty.
    empty = True
    for number, line in enumerate(text.lines, text.first):
        if line is None:
            if number in text.at_start:
                step, owned, kinds = 0, False, {}
            empty = False
            continue
        if not line.strip():
            empty = True
            continue
        item = ITEM.match(line)
        indented = line.startswith(("    ", "\t"))
        if item and not empty and not listed:
            yield number, "leave an empty line before a list"
        if not indented and not item and empty:
            step, kinds = 0, {}
        if item:
            kind = "steps" if item[2] else "points"
            kinds = {level: other for level, other in kinds.items() if level <= len(item[1])}
            if kinds.setdefault(len(item[1]), kind) != kind:
                mend = "put a sentence or a heading between the two lists"
                yield number, f"Markdown takes these {kind} as part of the list above; {mend}"
            if item[2] and not item[1]:
                if not step and item[2] != "1":
                    mend = "indent by four what stands between two steps, or begin with 1"
                    yield number, f"the list begins with {item[2]}, and readers would see 1: {mend}"
                step = int(item[2])
        if indented and empty and not owned:
            mend = "put code between lines of ```, and begin any other line at its start"
            yield number, f"four spaces make this code: {mend}"
        if not indented and (empty or item):
            owned = bool(item) or line.startswith("!!!")
        listed = bool(item) or (listed and not empty) or (indented and owned and not empty)
        if BEGINS_ANEW.match(line):
            listed, step, owned, kinds = True, 0, False, {}
        empty = False
