"""Put a link to each heading beside it, not into it: there its sign would be read as a word of it.

The title of the page has none: its address is that of the page, which the browser shows and shares.

With a script the link copies the section's address, and says so by its name (heading-links.js).

The views for reading that browsers offer (Mozilla's Readability 0.6) drop a <div> of few words, and
a heading whose id has "contact" or "gdpr" in it, unless its class has "content": so the box is a
<header>, and the heading has such a class.
"""

from lxml import html
from lxml.html.builder import E

from content.text import HEADINGS


def link_headings(tree: html.HtmlElement) -> None:
    """Put each heading that has an id into a box, with a link to it but for the page's title."""
    for heading in list(tree.iter(*HEADINGS)):
        identifier = heading.get("id")
        if not identifier:
            continue
        heading.classes.add("heading__content")
        box = E.header({"class": "heading"})
        box.tail, heading.tail = heading.tail, None
        heading.addprevious(box)
        box.append(heading)
        if heading.tag != "h1":
            link = {"class": "headerlink", "href": f"#{identifier}", "data-search-exclude": ""}
            box.append(E.a(link))
