"""The sections of the pages, and the passages their texts are made of."""

from __future__ import annotations

import html
import re
from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from unicodedata import east_asian_width

from searching.words import HAN

TAG = re.compile(r"<[^>]+>")
# Where a passage ends: words that stand in one passage belong together more than others.
BLOCK = re.compile(r"</(?:p|li|pre)>|<(?:ol|ul|p|pre)>")
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


def collect(entries: Iterable[dict], levels: dict[str, dict[str, int]]) -> list[Section]:
    """Return the sections of all pages, deeper ones joined to the one they are in.

    `entries` are those of the theme's plugin; `levels` says of each page which level a heading is.
    """
    sections: list[Section] = []
    for entry in entries:
        url, _, anchor = entry["location"].partition("#")
        url = url.removeprefix("./")
        title, text = plain(entry["title"]), passages(entry["text"])
        level = levels.get(url, {}).get(anchor, 2) if anchor else 1
        if level > 3 and sections and sections[-1].page == url:
            sections[-1].passages += [title, *text]
        else:
            sections.append(Section(url, anchor, title, level, entry.get("boost", 1), text))
    return sections


def passages(text: str) -> list[str]:
    """Return the text of a piece of HTML, divided where paragraphs, items or sentences end."""
    found: list[str] = []
    for block in BLOCK.split(text):
        current = ""
        for sentence in SENTENCE.split(plain(block)):
            # A table is one block without sentences: its cells are divided by spaces alone.
            for part in CELL.split(sentence) if len(sentence) > 2 * LONG[1] else [sentence]:
                current += part
                if len(current) > LONG[0 if HAN.search(current) else 1]:
                    found.append(current.strip())
                    current = ""
        if current.strip():
            found.append(current.strip())
    return found


def plain(text: str) -> str:
    """Return the text of a piece of HTML, without what the plugin puts between Chinese words."""
    return " ".join(html.unescape(TAG.sub(" ", text)).replace("\u200b", "").split())
