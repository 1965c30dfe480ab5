"""The text of a page with its code taken out, line by line, as the rules look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.fences import FENCED
from inputs.front_matter import BLOCK

# The first line of a block of code, where none is closed below it.
OPENED = re.compile(r"^ *(`{3,}|~{3,})[^`~]*$")
LINE = re.compile(r"^.*$", re.MULTILINE)
# What stands in place of a line of such a block.
CODE_LINE = "\x00"
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()<>#+\-.!|~]")
# What stands in place of code and escaped signs: no rule takes it for anything.
HIDDEN = "\x1a"
# A number of a line, and what to write instead of what stands there.
Slip = tuple[int, str]


class Text:
    """The lines of a page from number `first` on; those of code are None, or hidden in part."""

    def __init__(self, source: str) -> None:
        """Take the code out of the source of a page; the slips in it are in `slips`."""
        front = BLOCK.match(source)
        start = front.end() if front else 0
        self.first = source.count("\n", 0, start) + 1
        self.slips: list[Slip] = []
        # The numbers of the lines at whose start a block of code begins.
        self.at_start: set[int] = set()
        body = COMMENT.sub(hide, source[start:])
        # Code in a line may go on in the next one, but not beyond an empty line.
        blocks = re.split(r"(\n[ \t]*\n)", self.without_fences(body))
        blocks[::2] = [CODE.sub(hide, ESCAPED.sub(hide, block)) for block in blocks[::2]]
        self.lines: list[str | None] = [
            None if line == CODE_LINE else line for line in "".join(blocks).split("\n")
        ]
        for number, line in self:
            if "<!--" in line:
                self.slips.append((number, "the comment is never closed; write '-->' after it"))

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each line that is not code."""
        for number, line in enumerate(self.lines, self.first):
            if line is not None:
                yield number, line

    def before(self, number: int) -> str:
        """Return the line before one; what stands before the first, and code, is empty."""
        at = number - self.first - 1
        return (self.lines[at] or "") if at >= 0 else ""

    def after(self, number: int) -> str:
        """Return the line after one; what stands after the last, and code, is empty."""
        at = number - self.first + 1
        return (self.lines[at] or "") if at < len(self.lines) else ""

    def without_fences(self, body: str) -> str:
        """Return a text with CODE_LINE in place of each line of a block of code."""
        for block in FENCED.finditer(body):
            number = self.first + body.count("\n", 0, block.start())
            spaces = len(block[0]) - len(block[0].lstrip(" "))
            if not spaces:
                self.at_start.add(number)
            if spaces % 4:
                self.slips.append((number, misplaced(spaces)))
        lines = FENCED.sub(lambda block: LINE.sub(CODE_LINE, block[0]), body).split("\n")
        for at, line in enumerate(lines):
            if opened := OPENED.match(line):
                mend = f"the code is never closed; write '{opened[1]}' after it"
                self.slips.append((self.first + at, mend))
                lines[at:] = [CODE_LINE] * (len(lines) - at)
        return "\n".join(lines)


def hide(match: re.Match[str]) -> str:
    """Return what stands in place of something hidden: as many lines, and as long."""
    return re.sub(r"[^\n]", HIDDEN, match[0])


def misplaced(spaces: int) -> str:
    """Return what to write instead of an indentation by some spaces, which is no level."""
    level = round(spaces / 4) * 4
    return (
        f"indented by {spaces}: what belongs to the item above is indented by {level or 4} spaces, "
        "anything else by none"
    )
