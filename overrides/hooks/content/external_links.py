"""Mark links to other sites, for eye and ear, and let those sites learn nothing of this one.

The sign behind such a link is drawn by the styles (links.css); the words are for screen readers.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml import html


def mark(tree: html.HtmlElement, site_url: str, language: str, words: str) -> None:
    """Mark the links of a page that leave the site, which is published at `site_url`.

    `words`, in the `language` with this code, say that a link leads to another site.
    """
    own = urlsplit(site_url).netloc
    for link in tree.iter("a"):
        if not is_external(link.get("href", ""), own):
            continue
        link.set("rel", "noopener noreferrer")
        spoken = html.Element("span", {"class": "unseen", "data-search-exclude": ""})
        spoken.text = f" ({words})"
        if link.get("lang"):
            # The link's own text is in another language than these words.
            spoken.set("lang", language)
        link.append(spoken)


def is_external(address: str, own: str) -> bool:
    """Tell whether an address is on another host than the site's own."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "") and bool(parts.netloc) and parts.netloc != own
