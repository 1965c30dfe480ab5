"""Every address on a page leads to something, and asks no other host for anything.

The addresses are those of the finished content, so links in Markdown, in HTML and from docs/data
are all looked at, once all pages of a language are known.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from inputs.languages import page_source
from inputs.place import Place
from lxml import html

# What a browser loads by itself.
LOADED = ("src", "srcset", "poster", "data", "action", "formaction", "background", "ping")
# Schemes of addresses that a reader may follow.
FOLLOWED = {"https", "http", "mailto", "tel", "sms"}
# An attribute that holds an address, and the address as it stands on a page.
Address = tuple[str, str]
# How to write what leads nowhere in this site.
AS_LINK = "write it as page.md#id"
AS_PICTURE = "write a picture as ![words](picture.png), and put its file beside that of the page"
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)


@dataclass(frozen=True)
class Known:
    """What addresses can lead to: in this language, the ids of each page by its url; and all else.

    `files` has the source of each page and other file in it, by its url; `others` are the folders
    of the other languages.
    """

    folder: str
    pages: Mapping[str, Collection[str]]
    files: Mapping[str, str]
    others: Collection[str]


def addresses(tree: html.HtmlElement) -> list[Address]:
    """Return the addresses in the content of a page."""
    return [
        (name, value)
        for element in tree.iter("*")
        for name, value in element.attrib.items()
        if name in LOADED or name == "href"
    ]


def problems(place: Place, url: str, found: Collection[Address], known: Known) -> Iterator[str]:
    """Yield a message for each address on the page at a place that is wrong.

    `url` is the page's, seen from the home page of its language.
    """
    for attribute, address in found:
        if wrong := problem(place.file, url, attribute, address, known):
            yield f"{place.of_address(address)}: '{address}' {wrong}."


def problem(source: str, url: str, attribute: str, address: str, known: Known) -> str:
    """Return what is wrong with an address in an attribute on a page; nothing if it is right.

    `source` is the file of the page.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return "is no address; mend it"
    scheme = SCHEME.match(address)
    if scheme or parts.netloc:
        if attribute != "href":
            return (
                "is loaded from another host, which browsers are told to refuse; put the file "
                "beside the page, or link to it"
            )
        if not scheme or scheme[1].lower() not in FOLLOWED:
            return "is no address that readers can follow; begin it with https://"
        if scheme[1].lower().startswith("http") and not parts.netloc:
            return "names no host; write it as https://host/path"
        return ""
    mend = AS_LINK if attribute == "href" else AS_PICTURE
    if parts.path.startswith("/"):
        return f"begins at the root of the host; {mend}"
    path = unquote(parts.path)
    file = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if file.endswith(".md") and file.startswith(page_source(known.folder, "")):
        # A link to a page's file that is still one once all pages are built.
        return f"leads nowhere: there is no {file}; mend the name"
    return inside(url, path, unquote(parts.fragment), known, mend)


def inside(url: str, path: str, fragment: str, known: Known, mend: str) -> str:
    """Return what is wrong with a path and a fragment on the page at `url`.

    `mend` says how to write what leads nowhere.
    """
    whole = urljoin(f"/{known.folder}/{url}", path)
    language, _, rest = whole.lstrip("/").partition("/")
    if whole == "/" or language in known.others:
        return ""
    if language != known.folder:
        return f"leads out of the site; {mend}"
    if rest not in known.pages:
        return "" if rest in known.files else f"leads to no page or file; {mend}"
    if fragment and fragment not in known.pages[rest]:
        return f"leads to a section that {page_source(known.folder, known.files[rest])} has not"
    return ""
