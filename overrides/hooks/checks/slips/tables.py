"""Tables that Markdown does not take as tables, or whose cells it drops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.slips.without_code import Slip, Text

ROW = re.compile(r"^\s*\||[^|]\|[^|]*\|")
RULE = re.compile(r"^\s*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$")


def slips(text: Text) -> Iterator[Slip]:
    """Yield the slips in tables."""
    rows: list[tuple[int, str]] = []
    for number, line in [*text, (text.first + len(text.lines), "")]:
        if re.search(r"^\s*｜|｜.*｜", line):
            yield number, "write the lines of a table as half-width |"
        if rows and (number != rows[-1][0] + 1 or not ROW.search(line)):
            yield from table(text, rows)
            rows = []
        if ROW.search(line):
            rows.append((number, line))


def table(text: Text, rows: list[tuple[int, str]]) -> Iterator[Slip]:
    """Yield the slips in some lines that look like a table."""
    first, last = rows[0][0], rows[-1][0]
    before = text.before(first)
    if len(rows) == 1 and not rows[0][1].lstrip().startswith("|"):
        return
    if len(rows) < 2 or not RULE.match(rows[1][1]):
        yield first, "a table needs a line '| --- | --- |' under its headings"
        return
    if before.strip() and not re.match(r"#{1,6} |<", before):
        yield first, "leave an empty line before the table"
    if text.after(last).strip():
        yield last + 1, "leave an empty line after the table"
    columns = len(cells(rows[0][1]))
    for number, line in rows[1:]:
        if (count := len(cells(line))) != columns:
            yield number, f"this row has {count} cells, the headings are {columns}"


def cells(row: str) -> list[str]:
    """Return the cells of a row."""
    return row.strip().removeprefix("|").removesuffix("|").split("|")
