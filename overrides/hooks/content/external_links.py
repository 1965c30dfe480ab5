"""Mark links to other sites, for eye and ear, and let those sites learn nothing of this one.

The sign behind such a link is drawn by the styles (links.css); the words are for screen readers.
The titles of sources, which all lead out, go without words: there they would only take time.
"""

from urllib.parse import urlsplit

from lxml import html
from lxml.html.builder import E

REL = "noopener noreferrer"


def mark(tree: html.HtmlElement, site_url: str, words: str) -> None:
    """Mark the links of a page that leave the site, which is published at `site_url`.

    `words` say that a link leads to another site. The titles of sources, which have REL already,
    are left as they are.
    """
    own = urlsplit(site_url).netloc
    for link in tree.iter("a"):
        if link.get("rel") == REL or not is_external(link.get("href", ""), own):
            continue
        link.set("rel", REL)
        link.append(E.span({"class": "unseen", "data-search-exclude": ""}, f" ({words})"))


def is_external(address: str, own: str) -> bool:
    """Tell whether an address is on another host than the site's own."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "") and bool(parts.netloc) and parts.netloc != own
