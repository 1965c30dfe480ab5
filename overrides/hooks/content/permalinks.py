"""Give each heading a link to itself, beside it: the heading's own text and name stay its words.

With a script the link copies the section's address (heading-links.js).
"""

from __future__ import annotations

from lxml import html

from content.text import words

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def link_headings(tree: html.HtmlElement, strings: dict[str, str]) -> None:
    """Put each heading that has an id into a box with a link to it, named after the section."""
    for heading in list(tree.iter(*HEADINGS)):
        identifier = heading.get("id")
        if not identifier:
            continue
        link = html.Element(
            "a",
            {
                "class": "headerlink",
                "href": f"#{identifier}",
                "aria-label": strings["toc.permalink"] + words(heading),
                "data-search-exclude": "",
            },
        )
        box = html.Element("div", {"class": "heading"})
        box.tail, heading.tail = heading.tail, None
        heading.addprevious(box)
        box.extend((heading, link))
