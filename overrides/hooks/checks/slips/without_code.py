"""The text of a page with its code taken out, line by line, as the rules look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from inputs.front_matter import BLOCK

FENCE = re.compile(r"^( *)(`{3,}|~{3,})(.*)$")
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
        """Take the code out of the source of a page; what is never closed is in `unclosed`."""
        front = BLOCK.match(source)
        start = front.end() if front else 0
        self.first = source.count("\n", 0, start) + 1
        self.unclosed: list[Slip] = []
        # The numbers of the lines at whose start a block of code begins.
        self.at_start: set[int] = set()
        body = COMMENT.sub(hide, source[start:])
        lines = list(self.without_fences(body.split("\n")))
        # Code in a line may go on in the next one, but not beyond an empty line.
        outside = "\n".join("\x00" if line is None else line for line in lines)
        blocks = re.split(r"(\n[ \t]*\n)", outside)
        blocks[::2] = [CODE.sub(hide, ESCAPED.sub(hide, block)) for block in blocks[::2]]
        self.lines: list[str | None] = [
            None if "\x00" in line else line for line in "".join(blocks).split("\n")
        ]
        for number, line in self:
            if "<!--" in line:
                self.unclosed.append((number, "the comment is never closed; write '-->' after it"))

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

    def without_fences(self, lines: list[str]) -> Iterator[str | None]:
        """Yield the lines, with None for each that begins, ends or is in a fenced block of code."""
        fence, opened = "", 0
        for number, line in enumerate(lines, self.first):
            match = FENCE.match(line)
            if not fence:
                # A fence on one line is code in a line.
                if not match or match[2][0] in match[3]:
                    yield line
                    continue
                fence, opened = match[2], number
                if not match[1]:
                    self.at_start.add(number)
                if len(match[1]) % 4:
                    self.unclosed.append((number, misplaced(len(match[1]))))
            elif match and match[2].startswith(fence) and not match[3].strip():
                fence = ""
            yield None
        if fence:
            self.unclosed.append((opened, f"the code is never closed; write '{fence}' after it"))


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
