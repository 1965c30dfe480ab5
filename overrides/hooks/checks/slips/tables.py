"""Tables whose cells Markdown drops or adds, or that it does not take as tables."""

import re
from collections.abc import Iterator

from checks.slips.without_code import Slip, Text

# The line between the headings of a table and its rows.
RULE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$")
FULL_WIDTH = re.compile(r"^\s*｜|｜.*｜")


def slips(text: Text) -> Iterator[Slip]:
    """Yield the slips in tables."""
    # How many cells the headings have, while the lines belong to a table.
    columns = 0
    for number, line in text:
        if FULL_WIDTH.search(line):
            yield number, "write the lines of a table as half-width |"
        if RULE.match(line):
            columns = cells(text.before(number))
        if not line.strip():
            columns = 0
        elif columns and "|" not in line:
            yield number, "leave an empty line after the table"
            columns = 0
        elif columns and cells(line) != columns:
            yield number, f"this row has {cells(line)} cells, the headings are {columns}"


def cells(row: str) -> int:
    """Return how many cells a row has."""
    return row.strip().removeprefix("|").removesuffix("|").count("|") + 1
