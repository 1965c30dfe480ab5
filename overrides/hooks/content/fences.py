"""Blocks of code between lines of ``` or ~~~, which no step changes or takes for text."""

import re
from collections.abc import Callable, Iterator

# From such a line to the next that has the same signs and nothing else. Signs that are closed in
# their own line are code inside a line.
PATTERN = r"^[ ]*(?P<fence>`{3,}|~{3,})[^`~\n]*\n(?:.*?\n)?[ ]*(?P=fence)[ \t]*$"
FENCED = re.compile(PATTERN, re.MULTILINE | re.DOTALL)


def parts(markdown: str) -> Iterator[tuple[bool, str]]:
    """Yield a text in parts that make it up: whether each is a block of code, and itself."""
    end = 0
    for match in FENCED.finditer(markdown):
        yield False, markdown[end : match.start()]
        yield True, match[0]
        end = match.end()
    yield False, markdown[end:]


def outside(markdown: str, change: Callable[[str], str]) -> str:
    """Return a text with a change made in all that is no block of code."""
    return "".join(part if is_code else change(part) for is_code, part in parts(markdown))
