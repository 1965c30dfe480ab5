"""Give each heading a link to itself, beside it: the heading's own text and name stay its words.

With a script the link copies the section's address, and says so by its name (heading-links.js).
"""

from __future__ import annotations

from lxml import html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def link_headings(tree: html.HtmlElement) -> None:
    """Put each heading that has an id into a box with a link to it."""
    for heading in list(tree.iter(*HEADINGS)):
        identifier = heading.get("id")
        if not identifier:
            continue
        link = html.Element(
            "a",
            {
                "class": "headerlink",
                "href": f"#{identifier}",
                "data-search-exclude": "",
            },
        )
        box = html.Element("div", {"class": "heading"})
        box.tail, heading.tail = heading.tail, None
        heading.addprevious(box)
        box.extend((heading, link))
