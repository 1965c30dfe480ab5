"""Give each heading a link to itself, named in the page's language after the section.

Python-Markdown's own has one English title for all headings, which says nothing to a screen
reader.
"""

from __future__ import annotations

from lxml import html

from content.text import words

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def link_headings(tree: html.HtmlElement, strings: dict[str, str]) -> None:
    """Put a link to itself at the end of each heading that has an id."""
    for heading in tree.iter(*HEADINGS):
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
        link.text = "¶"
        heading.append(link)
