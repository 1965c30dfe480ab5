"""Say what a source is: its title, and its kind, language and age in words.

The lists of docs/data/sources.yml on the pages of sources, and the list at the foot of each page
(citations.py), say the same of a source.
"""

from __future__ import annotations

from inputs.data import Data, Source
from inputs.languages import Language
from lxml import html

from content.external_links import REL


def write_list(words: list[str], language: Language, data: Data) -> str:
    """Return the sources of the groups that `words` names.

    LookupError if it names none, or one that is unknown.
    """
    if not words:
        raise LookupError("name the groups, such as {{ sources sim apple }}")
    parts = []
    for group in words:
        if group not in data.source_groups:
            raise LookupError(f"docs/data/sources.yml has no group '{group}'")
        listing = html.Element("ul")
        for key, source in data.sources.items():
            if source.group == group:
                item = html.Element("li", {"id": key})
                label = html.Element("strong")
                label.text, label.tail = key.upper(), " "
                title = described(source, language, data)
                if source.note:
                    title.tail += f" {source.note[language.folder]}"
                item.extend((label, title))
                listing.append(item)
        parts += [
            f"## {data.source_groups[group][language.folder]} {{ #{group} }}",
            # As HTML: a title may hold what means something to Markdown.
            html.tostring(listing, encoding="unicode"),
        ]
    return "\n\n".join(parts)


def described(source: Source, language: Language, data: Data) -> html.HtmlElement:
    """Return the title of a source, a link where it has an address, and what it is in words."""
    title = html.Element("a" if source.url else "span", {"lang": source.language})
    if source.url:
        title.attrib.update({"href": source.url, "rel": REL})
    title.text = source.title
    strings = language.strings
    about = [
        strings[f"source.kind.{source.kind}"],
        data.source_languages[source.language][language.folder],
    ]
    if source.published:
        about.append(f"{strings['source.published']} {source.published}")
    about.append(f"{strings['source.seen']} {source.seen}")
    title.tail = f" ({strings['source.comma'].join(about)})"
    return title
