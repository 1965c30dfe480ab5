"""The sections of the pages, and the passages their texts are made of."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, field
from itertools import accumulate
from unicodedata import east_asian_width

from lxml import etree

from searching.words import HAN

# Headings, and the deepest level that is a section of its own.
HEADINGS, DEEPEST = {"h1", "h2", "h3", "h4", "h5", "h6"}, 3
# Before and after which elements a passage ends: words that stand in one passage belong together
# more than others. What stands apart is not written as one word with what is around it.
BEFORE, AFTER = {"ol", "ul", "p", "pre"}, {"p", "li", "pre"}
APART = {"code", "li", "ol", "sub", "sup", "ul"}
# What readers do not see as text. What the build adds has the attribute data-search-exclude.
NO_TEXT = {"object", "script", "style"}
SENTENCE = re.compile(r"(?<=[。！？])|(?<=[.!?] )")
CELL = re.compile(r"(?<= )")
# Han characters, and other letters, that a passage may have before it ends with its sentence.
LONG = (60, 180)
# How wide a title in a list of results may be, in Han characters (a Latin letter is half of one),
# and how much wider one must be to be cut. It ends at a pause, if one is near, or at a word.
WIDTH, MORE = 32, 6
PAUSE = re.compile(r"[，；：、]|[,;:](?= )")
WORD = re.compile(r"\W*(?:[^\W\u3400-\u9fff]+(?:['’-]\w+)*|.)$")


@dataclass
class Section:
    """A heading of level 2 or 3 with its text; the first of a page is what stands above them."""

    page: str
    id: str
    title: str
    level: int
    boost: float = 1
    passages: list[str] = field(default_factory=list)
    # What readers type who want this section; found like a passage, but shown nowhere. The whole
    # of a title that was cut is one of them.
    questions: list[str] = field(default_factory=list)

    def shorten(self) -> None:
        """Cut a title that is too wide for a list of results; whole, it is found as a question."""
        ends = list(accumulate(1 if east_asian_width(it) in "WF" else 0.5 for it in self.title))
        if not ends or ends[-1] <= WIDTH + MORE:
            return
        start = self.title[: bisect(ends, WIDTH) + 1]
        pauses = [
            pause.start() for pause in PAUSE.finditer(start) if pause.start() > len(start) * 0.6
        ]
        cut = start[: pauses[-1]] if pauses else WORD.sub("", start)
        self.questions = [*self.questions, self.title]
        self.title = f"{cut or start}…"

    @property
    def text(self) -> str:
        """Return the whole text."""
        return " ".join(self.passages)


def read(page: str, title: str, content: str, boost: float = 1) -> list[Section]:
    """Return the sections of a page; headings of deeper levels are part of the one around them.

    `page` is its address, `content` its article as HTML, `boost` how much its sections count.
    """
    reader = Reader(page, title, boost)
    etree.fromstring(content.encode(), etree.HTMLParser(target=reader, encoding="utf-8"))
    return reader.sections


class Reader:
    """Divides a page, as a target of its parser, into sections and blocks of text."""

    def __init__(self, page: str, title: str, boost: float) -> None:
        """Begin a page."""
        self.page, self.title, self.boost = page, title, boost
        self.sections: list[Section] = []
        # The heading that is open: its level and id.
        self.heading: tuple[int, str] | None = None
        self.text: list[str] = []
        # How many elements are open of which the outermost is left out.
        self.left_out = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note an element that begins."""
        if self.left_out or leave_out(tag, attributes):
            self.left_out += 1
        elif tag in HEADINGS and "id" in attributes:
            self.end_block()
            self.heading = (int(tag[1]), attributes["id"])
        elif tag in BEFORE:
            self.end_block()
        elif tag in APART:
            self.text.append(" ")

    def end(self, tag: str) -> None:
        """Note an element that ends."""
        if self.left_out:
            self.left_out -= 1
        elif tag in HEADINGS and self.heading:
            self.end_heading(*self.heading)
        elif tag in AFTER:
            self.end_block()
        elif tag in APART:
            self.text.append(" ")

    def data(self, text: str) -> None:
        """Note a piece of text."""
        if not self.left_out:
            self.text.append(text)

    def close(self) -> None:
        """End the page."""
        self.end_block()

    def end_heading(self, level: int, identifier: str) -> None:
        """Begin the section of a heading, or go on with the one it is in."""
        title = self.take()
        self.heading = None
        if level == 1 and not self.sections:
            self.begin("", title, level)
        elif level > DEEPEST:
            self.current().passages.append(title)
        else:
            self.current()
            self.begin(identifier, title, level)

    def end_block(self) -> None:
        """Give the text that was read to its section."""
        if not self.heading and (text := self.take()):
            self.current().passages += passages(text)

    def begin(self, identifier: str, title: str, level: int) -> None:
        """Begin a section."""
        self.sections.append(Section(self.page, identifier, title, level, self.boost))

    def current(self) -> Section:
        """Return the section that is open; the first is the page itself."""
        if not self.sections:
            self.begin("", self.title, 1)
        return self.sections[-1]

    def take(self) -> str:
        """Return the text that was read since the last time."""
        text = " ".join("".join(self.text).split())
        self.text.clear()
        return text


def leave_out(tag: str, attributes: dict[str, str]) -> bool:
    """Tell whether an element is no part of what a reader looks for."""
    return tag in NO_TEXT or "data-search-exclude" in attributes


def passages(block: str) -> list[str]:
    """Return the text of a paragraph, an item or a table, divided where sentences end."""
    found: list[str] = []
    current = ""
    for sentence in SENTENCE.split(block):
        # A table is one block without sentences: its cells are divided by spaces alone.
        for part in CELL.split(sentence) if len(sentence) > 2 * LONG[1] else [sentence]:
            current += part
            if len(current) > LONG[0 if HAN.search(current) else 1]:
                found.append(current.strip())
                current = ""
    if current.strip():
        found.append(current.strip())
    return found
