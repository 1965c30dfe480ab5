"""Keep old addresses working: of a page that moved, and of a section whose id changed.

A page names its old paths in its front matter (`aliases: [old-path/]`); each becomes a page that
sends the reader on, with the section asked for. A heading names its old ids beside the new one
(`## Title { #new-id data-alias="old-id" }`); each becomes an empty element in it, so the old
address needs no script.
"""

from pathlib import Path

import jinja2
from content.text import HEADINGS
from inputs.languages import Language
from inputs.place import Place
from lxml import html
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url, write_file

# Elements whose content may begin with the empty element.
CARRIERS = {*HEADINGS, "p", "li", "strong", "figure", "td", "th", "div"}


def carry_old_ids(tree: html.HtmlElement, place: Place) -> list[str]:
    """Give each element with old ids one empty element for each.

    Returns a message for each element of the page at a place that cannot hold one.
    """
    wrong = []
    for element in tree.xpath("//*[@data-alias]"):
        names = element.attrib.pop("data-alias")
        if element.tag not in CARRIERS:
            alias = f'data-alias="{names}"'
            wrong.append(
                f"{place.of(alias)}: {alias} stands at a '{element.tag}'; "
                "put it at a heading, a paragraph or a list item."
            )
            continue
        for name in reversed(names.split()):
            empty = html.Element("span", {"id": name})
            empty.tail, element.text = element.text, None
            element.insert(0, empty)
    return wrong


def write_redirects(
    environment: jinja2.Environment, files: Files, site: Path, language: Language
) -> None:
    """Write a page for each old path of a language's pages, which are built below `site`.

    No path is taken by anything else: checks/old_paths.py has seen to that.
    """
    template = environment.get_template("redirect.html")
    for page in (file.page for file in files.documentation_pages() if file.page):
        for alias in page.meta["aliases"]:
            target = get_relative_url(page.url, alias)
            text = template.render(page=page, target=target, language=language)
            write_file(text.encode(), str(site / alias / "index.html"))
