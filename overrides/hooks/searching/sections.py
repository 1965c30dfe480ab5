"""The sections of the pages, and the passages their texts are made of."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from searching.words import HAN

TAG = re.compile(r"<[^>]+>")
# Where a passage ends: words that stand in one passage belong together more than others.
BLOCK = re.compile(r"</(?:p|li|pre)>|<(?:ol|ul|p|pre)>")
SENTENCE = re.compile(r"(?<=[。！？])|(?<=[.!?] )")
CELL = re.compile(r"(?<= )")
# Han characters, and other letters, that a passage may have before it ends with its sentence.
LONG = (60, 180)
# The same for the title of a section in a list of results.
TITLE = (24, 60)
# Such a title ends at a pause, if one is near there, or at a word.
PAUSES = "，；：、,;:"
WORD = re.compile(r"\W*(?:[a-zA-Z0-9'’-]+|.)$")


@dataclass
class Section:
    """A heading of level 2 or 3 with its text; the first of a page is what stands above them."""

    page: str
    id: str
    title: str
    level: int
    boost: float = 1
    passages: list[str] = field(default_factory=list)
    # What readers type who want this section; found like a passage, but shown nowhere.
    questions: list[str] = field(default_factory=list)

    def shorten(self) -> None:
        """Cut a title that is too long for a list of results; whole, it is found as a question."""
        most = TITLE[0 if HAN.search(self.title) else 1]
        if len(self.title) > most:
            self.questions = [*self.questions, self.title]
            start = self.title[: most + 1]
            pause = max(start.rfind(sign) for sign in PAUSES)
            self.title = (start[:pause] if pause > most * 0.6 else WORD.sub("", start)) + "…"

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
