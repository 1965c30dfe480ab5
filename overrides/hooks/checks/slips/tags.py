"""HTML in pages: elements that are left open, that pages do not need, or that a browser refuses."""

from collections.abc import Iterator
from html.parser import HTMLParser

from content.text import HEADINGS

from checks.slips.without_code import Slip, Text

VOID = {"br", "hr", "img", "wbr"}
# What Markdown has no sign for. Anything else has one, or does not belong into a text.
ALLOWED = VOID | {
    *("a", "abbr", "b", "bdi", "blockquote", "cite", "code", "dd", "del", "dfn", "div", "dl", "dt"),
    *("em", "figcaption", "figure", "i", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "ruby"),
    *("rp", "rt", "s", "samp", "section", "small", "span", "strong", "sub", "sup", "time", "u"),
    *("ul", "var"),
}
# An empty `alt` is let through: it has to be written by hand, and says on purpose that the words
# beside a picture are enough. Where there is none, a screen reader reads out the file's name.
NO_ALT = 'say what the picture shows: alt="words"; where the words beside it do, write alt=""'
INSTEAD = {
    "script": "pages run no scripts of their own; scripts are in overrides/assets/javascripts/",
    "style": "styles are in overrides/assets/stylesheets/",
    "link": "styles are in overrides/assets/stylesheets/",
    "iframe": "nothing from another host is shown; write a link",
    "table": "write tables in Markdown, so that they fit a phone",
    **dict.fromkeys(HEADINGS, "write headings as '## Heading { #id }'"),
}


def slips(text: Text) -> Iterator[Slip]:
    """Yield the slips in tags."""
    reader = Reader(text.first)
    # At some declarations the parser would give up; lines.py tells each.
    reader.feed("\n".join(line or "" for line in text.lines).replace("<!", ""))
    reader.close()
    yield from reader.found
    for tag, number in reader.open:
        yield number, f"<{tag}> is never closed; write '</{tag}>' after it"


class Reader(HTMLParser):
    """Follows the tags of a text: which are open, and what is wrong with them."""

    def __init__(self, first: int) -> None:
        """Begin at the line with this number."""
        super().__init__()
        self.first = first
        self.open: list[tuple[str, int]] = []
        self.found: list[Slip] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that begins an element."""
        number = self.getpos()[0] + self.first - 1
        if tag not in ALLOWED:
            mend = INSTEAD.get(tag, "pages do not show it; to show the sign itself, write &lt;")
            self.found.append((number, f"<{tag}>: {mend}"))
        for name, _ in attrs:
            if name.startswith("on") or name == "style":
                self.found.append((number, f"<{tag} {name}>: browsers are told to take no notice"))
        if tag == "img" and dict(attrs).get("alt") is None:
            self.found.append((number, f"<img>: {NO_ALT}"))
        if tag in ALLOWED - VOID:
            self.open.append((tag, number))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that ends in a slash: to a browser it is open all the same."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Note a tag that ends an element."""
        if tag in VOID or tag not in ALLOWED:
            return
        number = self.getpos()[0] + self.first - 1
        if any(tag == opened for opened, _ in self.open):
            while (last := self.open.pop())[0] != tag:
                self.found.append((last[1], f"<{last[0]}> is not closed before '</{tag}>'"))
        else:
            self.found.append((number, f"'</{tag}>' ends nothing; there is no <{tag}> before it"))
