"""Link each term of the glossary where a page first uses it, and bring its meaning along.

Without a script it is a link to the glossary; terms.js shows the meaning on hover and focus.
Terms that everyone knows (`everyday: true` in docs/data/glossary.yml) stay plain text: a page
full of dotted lines is hard to read.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from datafiles import read_data
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

LISTING = re.compile(r"^\{\{ glossary \}\}$", re.MULTILINE)
# Where a term is left alone: in headings, in links and code, in others' words, beside a verdict.
SKIPPED = ("h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "blockquote", "thead", "svg")
SKIPPED_CLASSES = {"claim", "admonition-title", "ways", "quotation"}
ASCII_WORD = re.compile(r"[A-Za-z0-9]")


def on_config(config: MkDocsConfig) -> None:
    """Add the step to Markdown, with the terms of this site's language."""
    terms = read_data("glossary.yml")
    folder = config.extra["locale"].folder
    names: dict[str, dict] = {}
    for term in terms:
        if term.get("everyday"):
            continue
        for name in (term["term"][folder], *((term.get("aliases") or {}).get(folder) or ())):
            names[name.lower()] = {"id": term["id"], "meaning": term["meaning"][folder]}
    marker.names = names
    marker.pattern = re.compile(any_of(names), re.IGNORECASE) if names else None
    config.markdown_extensions.append(TermsExtension())


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Find the page that lists the terms."""
    marker.glossary = next(
        (
            file.src_uri
            for file in files.documentation_pages()
            if LISTING.search(file.content_string)
        ),
        None,
    )


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Tell the step whether it works on this page: not on the glossary, nor with `terms: false`."""
    own = page.file.src_uri == marker.glossary or page.meta.get("terms") is False
    marker.active = bool(marker.glossary and marker.pattern and not own)
    if marker.active:
        folder = posixpath.dirname(page.file.src_uri)
        marker.listing = posixpath.relpath(marker.glossary, folder or ".")


# -----------------------------------------------------------------------------


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for names; where one begins or ends with a Latin letter, so does a word.

    Most places are told by what stands there and before it, so not every name is tried at each.
    """
    latin: dict[bool, list[str]] = {True: [], False: []}
    # The longest first, so that “eSIM” is not taken for “SIM”.
    for name in sorted(names, key=len, reverse=True):
        latin[bool(ASCII_WORD.match(name))].append(name)
    groups = []
    for own, before in ((True, "(?<![A-Za-z0-9])"), (False, "")):
        if latin[own]:
            first = "".join(sorted({re.escape(name[0]) for name in latin[own]}))
            choices = "|".join(map(ended, latin[own]))
            groups.append(f"{before}(?=[{first}])(?:{choices})")
    return "|".join(groups)


def ended(name: str) -> str:
    """Return a pattern for a name: where it ends with a Latin letter, so does a word."""
    return re.escape(name) + (r"(?![A-Za-z0-9])" if ASCII_WORD.match(name[-1]) else "")


class Terms(Treeprocessor):
    """Goes through the running text of a page and links the first use of each term."""

    def __init__(self) -> None:
        """Begin with no terms; the events of the build bring them."""
        super().__init__()
        self.names: dict[str, dict] = {}
        self.pattern: re.Pattern[str] | None = None
        self.glossary: str | None = None
        self.listing = ""
        self.active = False
        self.seen: set[str] = set()

    def run(self, root: Element) -> None:
        """Link the terms of one page."""
        if self.active:
            self.seen = set()
            self.walk(root)

    def walk(self, element: Element) -> None:
        """Link the terms in an element's text and in what stands between its children."""
        if element.tag in SKIPPED or SKIPPED_CLASSES & set(element.get("class", "").split()):
            return
        children = list(element)
        self.mark(element, None, element.text)
        for child in children:
            self.walk(child)
            self.mark(element, child, child.tail)

    def mark(self, parent: Element, before: Element | None, text: str | None) -> None:
        """Link the terms in one piece of text: `parent`'s own, or what follows its child."""
        if not text or isinstance(text, AtomicString) or not text.strip():
            return
        at = 0 if before is None else list(parent).index(before) + 1
        rest = 0
        for match in self.pattern.finditer(text):
            term = self.names[match[0].lower()]
            if term["id"] in self.seen:
                continue
            self.seen.add(term["id"])
            link = Element(
                "a",
                {
                    "class": "term",
                    "href": f"{self.listing}#{term['id']}",
                    "data-meaning": term["meaning"],
                },
            )
            link.text = AtomicString(match[0])
            self.put(parent, before, text[rest : match.start()])
            parent.insert(at, link)
            before, at, rest = link, at + 1, match.end()
        if rest:
            before.tail = text[rest:]

    def put(self, parent: Element, before: Element | None, text: str) -> None:
        """Set the text that stands before a new link."""
        if before is None:
            parent.text = text
        else:
            before.tail = text


marker = Terms()


class TermsExtension(Extension):
    """Registers the step: after attribute lists (their ids are words), before links."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        """Register the step."""
        marker.md = md
        md.treeprocessors.register(marker, "terms", 7)
