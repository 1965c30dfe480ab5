"""Say what a source is: its title, and its kind, language and age in words.

The lists of docs/data/sources.yml on the pages of sources, and the list at the foot of each page
(citations.py), say the same of a source.
"""

from inputs.data import Data, Source
from inputs.languages import Language
from lxml import html
from lxml.html.builder import E

from content.external_links import REL


def write_list(words: list[str], language: Language, data: Data) -> str:
    """Return the sources of the groups that `words` names.

    LookupError if one is unknown.
    """
    parts = []
    for group in words:
        if group not in data.source_groups:
            raise LookupError(f"docs/data/sources.yml has no group '{group}'")
        listing = E.ul()
        for key, source in data.sources.items():
            if source.group == group:
                note = f" {source.note[language.folder]}" if source.note else ""
                title = described(source, language, data)
                listing.append(E.li({"id": key}, E.strong(key.upper()), " ", *title, note))
        parts += [
            f"## {data.source_groups[group][language.folder]} {{ #{group} }}",
            # As HTML: a title may hold what means something to Markdown.
            html.tostring(listing, encoding="unicode"),
        ]
    return "\n\n".join(parts)


def described(source: Source, language: Language, data: Data) -> tuple[html.HtmlElement, str]:
    """Return the title of a source, a link where it has an address, and what it is in words."""
    title = E.span({"lang": source.language}, source.title)
    if source.url:
        title = E.a({"lang": source.language, "href": source.url, "rel": REL}, source.title)
    strings = language.strings
    about = [
        strings[f"source.kind.{source.kind}"],
        data.source_languages[source.language][language.folder],
    ]
    if source.published:
        about.append(f"{strings['source.published']} {source.published}")
    about.append(f"{strings['source.seen']} {source.seen}")
    return title, f" ({strings['source.comma'].join(about)})"
