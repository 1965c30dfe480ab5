"""Make every table readable on a phone and by ear.

The first cell of a row names the row. A narrow table turns into cards where there is no room:
each cell then shows its column's name, which is written beside it here. A wide one scrolls
inside a region of its own, which the keyboard reaches and which is named after its section.
"""

from __future__ import annotations

from lxml import html

from content.text import words

# More columns than this make cards too long to compare.
MOST_FOR_CARDS = 4


def name_cells(tree: html.HtmlElement) -> None:
    """Rewrite each table of a page, given the heading it stands under."""
    heading = ""
    for element in list(tree.iter("h1", "h2", "h3", "table")):
        if element.tag == "table":
            rewrite(element, heading)
        else:
            heading = words(element)


def rewrite(table: html.HtmlElement, heading: str) -> None:
    """Name the rows; then label the cells, or put the table into a region that scrolls."""
    columns = [words(cell) for cell in table.iterfind("thead/tr/th")]
    cards = len(columns) <= MOST_FOR_CARDS
    table.set("class", "data data--cards" if cards else "data")
    for cell in table.findall("thead/tr/th"):
        if words(cell):
            cell.set("scope", "col")
        else:
            cell.tag = "td"
    for row in table.iterfind("tbody/tr"):
        for column, cell in zip(columns, list(row), strict=False):
            if cell is row[0]:
                cell.tag = "th"
                cell.set("scope", "row")
            elif cards:
                cell.set("data-label", column)
    if not cards:
        region = html.Element(
            "div", {"class": "scroll", "role": "region", "aria-label": heading, "tabindex": "0"}
        )
        table.addprevious(region)
        region.tail, table.tail = table.tail, None
        region.append(table)
