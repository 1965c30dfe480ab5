"""Lead readers to the newer text where a section changed in another language and not yet here."""

from __future__ import annotations

from html import escape

from checks.translations import CHANGED, Translations
from inputs.languages import Language
from lxml import html
from mkdocs.utils import get_relative_url


def lead_to_newer(
    tree: html.HtmlElement, name: str, url: str, language: Language, known: Translations
) -> None:
    """Put a notice under the heading of each section of a page that is behind another language."""
    newer: dict[str, list[str]] = {}
    # A page that was never compared cannot be behind.
    for other in known.languages.values() if known.record(language.folder, name) else ():
        for section in known.behind(name, language.folder, other.folder).get(CHANGED, ()):
            base = get_relative_url(".", url)
            newer.setdefault(section, []).append(
                f'<a href="{base}/../{other.folder}/{url}#{section}"'
                f' hreflang="{other.hreflang}" lang="{other.hreflang}">{escape(other.name)}</a>'
            )
    words = escape(language.strings["translation.behind"])
    for section, links in newer.items():
        for heading in tree.xpath("//h1[@id=$id] | //h2[@id=$id]", id=section):
            notice = html.fragment_fromstring(
                f'<p class="outdated translation-notice" role="note" data-search-exclude>'
                f"{words} {' '.join(links)}</p>"
            )
            heading.addnext(notice)
