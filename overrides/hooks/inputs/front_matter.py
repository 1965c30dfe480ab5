"""The front matter of a page: what it may say, and a clear word where it says something else."""

import re
from datetime import date, timedelta
from typing import Annotated, Literal

from mkdocs.exceptions import PluginError
from mkdocs.utils import get_build_datetime
from pydantic import field_validator
from pydantic_core import PydanticCustomError

from inputs.shape import Line, Shape, form, shaped
from inputs.yaml_files import parse

BLOCK = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
OldPath = Annotated[
    str,
    form(
        r"([a-z0-9]+(-[a-z0-9]+)*/)+",
        "the path below the language, with a slash at its end, such as 'old-page/'",
    ),
]


class FrontMatter(Shape):
    """What stands between the two lines of dashes at the head of a page."""

    title: Line
    description: Line
    # The day on which someone compared the page with its sources.
    checked: date
    # Old paths that lead to this page for ever, such as `old-page/`.
    aliases: list[OldPath] = []
    # Whether terms of the glossary are linked in the text.
    terms: bool = True
    # The deepest level of headings that the contents of the page list.
    toc_depth: Literal[2, 3] = 3
    # Whether the search finds the page.
    search: bool = True
    # A template of overrides/ other than main.html.
    template: Line | None = None
    # For each other language, the hash of each section it was compared with (`make translated`).
    translation: dict[str, dict[str, str]] = {}

    @field_validator("checked")
    @classmethod
    def is_past(cls, day: date) -> date:
        """Refuse a day that lies ahead, but for one: where the author is it may be tomorrow."""
        if day > today() + timedelta(days=1):
            raise PydanticCustomError("future", "lies in the future")
        return day

    @property
    def outdated(self) -> bool:
        """Whether the last check is more than a year ago."""
        return today() - self.checked > timedelta(days=365)


def read_front_matter(text: str, name: str) -> FrontMatter:
    """Return the front matter of a page's source; `name` is its file.

    Raises PluginError that names the file and each mistake.
    """
    block = BLOCK.match(text)
    if not block:
        raise PluginError(
            f"{name}: front matter: the page must begin with a line '---', then lines such as "
            "'title: Short title', then a line '---'."
        )
    content = parse(block[1], name, first_line=2)
    if not isinstance(content, dict):
        raise PluginError(
            f"{name}: front matter: write each key with a colon and a space: 'title: Short title'."
        )
    return shaped(FrontMatter, content, f"{name}: front matter")


def body_of(text: str) -> tuple[int, str]:
    """Return what a page's source has behind its front matter: the number of its line, and itself.

    It begins at the end of the line with the dashes; without front matter it is all of the text.
    """
    block = BLOCK.match(text)
    start = block.end() if block else 0
    return text.count("\n", 0, start) + 1, text[start:]


def today() -> date:
    """Return the day of the build: SOURCE_DATE_EPOCH where it is set, so builds can be repeated."""
    return get_build_datetime().date()
