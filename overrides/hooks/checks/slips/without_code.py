"""The text of a page with its code taken out, line by line, as the rules look at it."""

import re
from collections.abc import Iterator
from math import ceil

from content.fences import FENCED
from inputs.front_matter import body_of

# The first line of a block of code, where none is closed below it.
OPENED = re.compile(r"^ *(`{3,}|~{3,})[^`~\n]*$", re.MULTILINE)
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()<>#+\-.!|~]")
# What stands in place of code and escaped signs: no rule takes it for anything but a word.
HIDDEN = "\x1a"
# A number of a line, and what to write instead of what stands there.
Slip = tuple[int, str]


class Text:
    """The lines of a page from number `first` on, with code, comments and escaped signs hidden."""

    def __init__(self, source: str) -> None:
        """Hide the code in the source of a page; the slips in it are in `slips`."""
        self.first, body = body_of(source)
        self.slips: list[Slip] = []
        body = FENCED.sub(hide_block, COMMENT.sub(hide, body))
        if opened := OPENED.search(body):
            number = self.first + body.count("\n", 0, opened.start())
            self.slips.append((number, f"the code is never closed; write '{opened[1]}' after it"))
            body = body[: opened.start()]
        # Code in a line may go on in the next one, but not beyond an empty line.
        blocks = re.split(r"(\n[ \t]*\n)", body)
        blocks[::2] = [CODE.sub(hide, ESCAPED.sub(hide, block)) for block in blocks[::2]]
        self.lines = "".join(blocks).split("\n")
        for number, line in self:
            if "<!--" in line:
                self.slips.append((number, "the comment is never closed; write '-->' after it"))

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each line."""
        return enumerate(self.lines, self.first)

    def before(self, number: int) -> str:
        """Return the line before one; what stands before the first is empty."""
        at = number - self.first - 1
        return self.lines[at] if at >= 0 else ""

    def after(self, number: int) -> str:
        """Return the line after one; what stands after the last is empty."""
        at = number - self.first + 1
        return self.lines[at] if at < len(self.lines) else ""


def hide_block(match: re.Match[str]) -> str:
    """Return what stands in place of a block of code: as many lines, indented as the first is.

    Where that is no multiple of four spaces, only the first keeps it, so that it is told once.
    """
    spaces = len(match[0]) - len(match[0].lstrip(" "))
    others = match[0].count("\n") * [" " * (ceil(spaces / 4) * 4) + HIDDEN]
    return "\n".join([" " * spaces + HIDDEN, *others])


def hide(match: re.Match[str]) -> str:
    """Return what stands in place of something hidden: as many lines, and as long."""
    return re.sub(r"[^\n]", HIDDEN, match[0])
