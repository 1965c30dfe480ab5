"""Lead readers to the newer text where a section changed in another language and not yet here."""

from checks.translations import CHANGED, Translations
from inputs.languages import Language
from lxml import html
from lxml.html.builder import E
from mkdocs.utils import get_relative_url


def lead_to_newer(
    tree: html.HtmlElement, name: str, url: str, language: Language, known: Translations
) -> None:
    """Put a notice under the heading of each section of a page that is behind another language."""
    newer: dict[str, list[str | html.HtmlElement]] = {}
    home = get_relative_url(".", url)
    for other in known.languages.values():
        for section in known.behind(name, language.folder, other.folder).get(CHANGED, ()):
            address = f"{home}/../{other.folder}/{url}#{section}"
            code = other.hreflang
            link = E.a({"href": address, "hreflang": code, "lang": code}, other.name)
            newer.setdefault(section, []).extend((" ", link))
    for section, links in newer.items():
        for heading in tree.xpath("//h1[@id=$id] | //h2[@id=$id]", id=section):
            words = language.strings["translation.behind"]
            kind = {"class": "outdated translation-notice", "role": "note"}
            heading.addnext(E.p({**kind, "data-search-exclude": ""}, words, *links))
