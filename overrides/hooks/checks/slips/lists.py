"""Lists that Markdown joins or numbers anew, and lines that it takes for code."""

import re
from collections.abc import Iterator

from checks.slips.without_code import HIDDEN, Slip, Text

ITEM = re.compile(r"^( *)(?:[-*+]|(\d+)\.)\s+\S")
# A heading, a tag or a block of code at the start of a line ends the list above it.
BEGINS_ANEW = re.compile(rf"^(?:#{{1,6}} .*|</?[a-z].*>\s*|{HIDDEN})$")


def slips(text: Text) -> Iterator[Slip]:
    """Yield the slips in lists, and in what is indented without one."""
    # The number of the last step that begins at the start of a line.
    step = 0
    # Whether what is indented belongs to an item or a note above.
    owned = False
    # The kind of the list at each indentation: steps or points.
    kinds: dict[int, str] = {}
    for number, line in text:
        if not line.strip():
            continue
        empty = not text.before(number).strip()
        item = ITEM.match(line)
        indented = line.startswith(("    ", "\t"))
        if BEGINS_ANEW.match(line) or (empty and not indented and not item):
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
        if not indented and (empty or item or BEGINS_ANEW.match(line)):
            owned = bool(item) or line.startswith("!!!")
