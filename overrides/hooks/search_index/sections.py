"""The sections of a page, and the passages their texts are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement, fromstring

# The deepest heading that begins a section of its own.
DEEPEST = 3
HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Elements around passages; a table's rows are passages, each cell behind the name of its column.
# What a figure shows is read from its description: its labels by themselves are no sentences.
BLOCKS = {"p", "li", "ol", "ul", "dl", "dt", "dd", "pre", "tr", "table", "div", "figure", "section"}
BLOCKS |= {"blockquote", "figcaption", "desc", "details", "summary", "article"}
APART = {"br", "td", "th", "code", "label"}
NO_TEXT = {"script", "style", "template", "title", "text", "object", "button", "input", "thead"}
# Where sentences end, how wide a passage is at most in Latin letters, and which characters are as
# wide as two.
SENTENCE = re.compile(r"(?<=[。！？])|(?<=[.!?] )")
CLAUSE = re.compile(r"(?<=；)|(?<=; )")
LONG, WIDE = 170, re.compile("[\u3000-\uffff]")
# Behind a full-width mark stands no space.
FULL_WIDTH = re.compile(r"[。！？；：，]$")
# What the build adds to the text says so.
EXCLUDED = "data-search-exclude"


@dataclass
class Section:
    """A heading of level 2 or 3 with its text; the first of a page is what stands above them.

    `url` is its page's, seen from the language's home page; `page` the title of that page.
    """

    url: str
    page: str
    id: str
    title: str
    passages: list[str] = field(default_factory=list)
    # What readers ask who want this section: found like its text, but shown nowhere.
    questions: list[str] = field(default_factory=list)
    # The ids that its heading had before (derived/aliases.py).
    old_ids: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Return `page#section`, as authors write it: the home page is `index`."""
        return self.at(self.id)

    def at(self, identifier: str) -> str:
        """Return the address of a place on the section's page, as authors write it."""
        page = self.url.strip("./") or "index"
        return f"{page}#{identifier}" if identifier else page


def sections(url: str, title: str, content: str | HtmlElement) -> list[Section]:
    """Return the sections of a page; deeper headings are part of the section around them.

    `url` is the page's, seen from the language's home page; `content` its article, as HTML or as
    a tree, which stays as it is. What carries `data-search-exclude` is left out.
    """
    tree = fromstring(f"<div>{content}</div>") if isinstance(content, str) else content
    reader = Reader(url, title)
    reader.read(tree)
    reader.end_passage()
    return reader.found


class Reader:
    """Walks through a page and divides it into sections and passages."""

    def __init__(self, url: str, title: str) -> None:
        """Begin a page: what comes before its first heading belongs to the page itself."""
        self.found = [Section(url, title, "", title)]
        self.text: list[str] = []
        # How many quotations are around it.
        self.quotes = 0

    def read(self, element: HtmlElement) -> None:
        """Add an element and all that is in it."""
        tag = element.tag
        if isinstance(tag, str) and not left_out(element):
            level = HEADINGS.get(tag)
            if tag in BLOCKS or level:
                self.end_passage()
            elif tag in APART:
                self.text.append(before(element))
            self.quotes += tag == "blockquote"
            self.text.append(element.text or "")
            for child in element:
                self.read(child)
                self.text.append(child.tail or "")
            if level and level <= DEEPEST:
                self.begin(level, element.get("id"), element.xpath("./span[not(node())]/@id"))
            elif tag in BLOCKS or level:
                if tag in ("tr", "li"):
                    self.text = [ended("".join(self.text))]
                self.end_passage()
            elif tag in APART:
                self.text.append(" ")
            self.quotes -= tag == "blockquote"

    def begin(self, level: int, identifier: str | None, old_ids: list[str]) -> None:
        """Begin the section of a heading that has just been read; a page has its title already."""
        title = self.take()
        if level > 1 and identifier:
            page = self.found[0]
            self.found.append(Section(page.url, page.title, identifier, title, old_ids=old_ids))

    def end_passage(self) -> None:
        """Give the text that was read to its section."""
        found = passages(self.take())
        self.found[-1].passages += [f"“{it}”" for it in found] if self.quotes else found

    def take(self) -> str:
        """Return the text read since the last time, with single spaces."""
        text = " ".join("".join(self.text).split())
        self.text.clear()
        return text


def passages(text: str) -> list[str]:
    """Return a text in pieces that an excerpt can show: as many sentences as fit one."""
    found: list[str] = []
    for sentence in filter(None, map(str.strip, pieces(text))):
        apart = "" if found and FULL_WIDTH.search(found[-1]) else " "
        longer = f"{found[-1]}{apart}{sentence}" if found else ""
        if longer and fits(longer):
            found[-1] = longer
        else:
            found.append(sentence)
    return found


def before(element: HtmlElement) -> str:
    """Return what divides an element from the text before it: of a cell, its column's name."""
    label = element.get("data-label")
    if not label:
        return " "
    return f" · {label}: " if label.isascii() else f" · {label}："


def ended(text: str) -> str:
    """Return a row of a table, or an item of a list, as a sentence of its own."""
    text = text.rstrip()
    last = text.rstrip("”’)）")[-1:]
    if not last or last in ".!?:;。！？：；…":
        return text
    return text + ("." if last.isascii() else "。")


def pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text, and the clauses of one that is too long for an excerpt."""
    for sentence in SENTENCE.split(text):
        yield from [sentence] if fits(sentence) else CLAUSE.split(sentence)


def fits(text: str) -> bool:
    """Tell whether an excerpt can show a text as a whole."""
    return len(WIDE.sub("  ", text)) <= LONG


def left_out(element: HtmlElement) -> bool:
    """Tell whether an element is no part of what a reader looks for."""
    return element.tag in NO_TEXT or element.get(EXCLUDED) is not None
