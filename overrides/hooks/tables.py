"""Make every table readable on a phone and by ear.

The first cell of a row names the row. A narrow table turns into cards where there is no room:
each cell then shows its column's name, which is written beside it here. A wide one scrolls
inside a region of its own, which the keyboard reaches and which is named after its section.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig

# More columns than this make cards too long to compare.
MOST_FOR_CARDS = 4
STASHED = re.compile("\x02.*?\x03")


def on_config(config: MkDocsConfig) -> None:
    """Add the step to Markdown."""
    config.markdown_extensions.append(TablesExtension())


# -----------------------------------------------------------------------------


class TablesExtension(Extension):
    """Registers the step: after inline Markdown, before links are resolved."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        """Register the step."""
        md.treeprocessors.register(Tables(md), "tables", 15)


class Tables(Treeprocessor):
    """Goes through the page and rewrites its tables."""

    def run(self, root: Element) -> None:
        """Rewrite each table, remembering the heading it stands under."""
        parents = {child: parent for parent in root.iter() for child in parent}
        heading = ""
        for element in list(root.iter()):
            if element.tag in ("h1", "h2", "h3"):
                heading = words(element)
            elif element.tag == "table":
                rewrite(element, parents[element], heading)


def words(element: Element) -> str:
    """Return the text of an element, without what Markdown has put aside."""
    return STASHED.sub("", "".join(element.itertext())).strip()


def rewrite(table: Element, parent: Element, heading: str) -> None:
    """Name the rows; then label the cells, or put the table into a region that scrolls."""
    columns = [words(cell) for cell in table.findall("thead/tr/th")]
    cards = len(columns) <= MOST_FOR_CARDS
    table.set("class", "data data--cards" if cards else "data")
    for cell in table.findall("thead/tr/th"):
        cell.set("scope", "col")
        if not words(cell):
            cell.tag = "td"
            del cell.attrib["scope"]
    for row in table.findall("tbody/tr"):
        for column, cell in zip(columns, row, strict=False):
            if cell is row[0]:
                cell.tag = "th"
                cell.set("scope", "row")
            elif cards:
                cell.set("data-label", column)
    if not cards:
        region = Element(
            "div",
            {"class": "scroll", "role": "region", "aria-label": heading, "tabindex": "0"},
        )
        place = list(parent).index(table)
        region.tail, table.tail = table.tail, None
        parent.remove(table)
        region.append(table)
        parent.insert(place, region)
