"""Link each term of the glossary where a page first uses it, and bring its meaning along.

Without a script it is a link to the glossary; with one it shows the meaning on hover and focus.
Terms that everyone knows (`everyday: true` in docs/data/glossary.yml) stay plain text: a page
full of dotted lines is hard to read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from inputs.data import Data, Term
from lxml import html
from lxml.html.builder import E

from content.text import HEADINGS, replace

# Where a term is left alone: in headings, in links and code, in others' words.
SKIPPED = {*HEADINGS, "a", "code", "pre", "blockquote", "thead", "svg"}
SKIPPED_CLASSES = {"admonition-title", "ways", "quotation"}
LATIN = re.compile(r"[A-Za-z0-9]")
# An address as it is written in a text: iCloud.com/find, kundeservice@onecall.no.
ADDRESS = re.compile(r"[A-Za-z0-9@._-]+\.[a-z]{2,}(?![A-Za-z0-9])(?:/[A-Za-z0-9._~/?=&#%-]*)?")


@dataclass(frozen=True)
class Terms:
    """The terms that pages of a language link, by each of their names, and where to find those."""

    language: str
    names: dict[str, Term]
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, language: str, data: Data) -> Self:
        """Return the terms of a language."""
        names = {
            name.lower(): term
            for term in data.terms
            if not term.everyday
            for name in term.names(language)
        }
        return cls(language, names, re.compile(any_of(names), re.IGNORECASE) if names else None)


def link_terms(tree: html.HtmlElement, terms: Terms, glossary: str) -> None:
    """Link the first use of each term in a page; `glossary` is the address of the glossary."""
    linked: set[str] = set()

    def link(match: re.Match[str]) -> list[html.HtmlElement] | None:
        term = terms.names[match[0].lower()]
        if term.id in linked or in_address(match):
            return None
        linked.add(term.id)
        meaning = term.meaning[terms.language]
        address = f"{glossary}#{term.id}"
        return [E.a({"class": "term", "href": address, "data-meaning": meaning}, match[0])]

    if terms.pattern:
        replace(tree, terms.pattern, link, skip=SKIPPED, skip_class=SKIPPED_CLASSES)


def in_address(found: re.Match[str]) -> bool:
    """Tell whether what was found in a text is a part of an address."""
    return any(
        address.start() <= found.start() and found.end() <= address.end()
        for address in ADDRESS.finditer(found.string)
    )


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for names, the longest first, so that “eSIM” is not taken for “SIM”."""
    return "|".join(map(as_word, sorted(names, key=len, reverse=True)))


def as_word(name: str) -> str:
    """Return a pattern for a name: where it begins or ends with a Latin letter, so does a word."""
    begins = "(?<![A-Za-z0-9])" if LATIN.match(name[0]) else ""
    ends = "(?![A-Za-z0-9])" if LATIN.match(name[-1]) else ""
    return begins + re.escape(name) + ends
