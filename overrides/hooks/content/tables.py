"""Make every table readable on a phone and by ear.

The first cell of a row names the row. Where there is no room, each row becomes a card: no column
is out of sight, and each cell shows its column's name, which is written beside it here.
"""

import re

from lxml import html

from content.text import in_span, replace, words

# A card of more columns than this has short cells, so they stand side by side.
MOST_IN_LINES = 4
# A sign before a word that says the same. It is for the eye: nobody needs to hear both.
SIGN = re.compile(r"^[✓✕½±?] (?=\S)")


def name_cells(tree: html.HtmlElement) -> None:
    """Name the rows of each table of a page, and label the other cells by their columns."""
    unheard = in_span({"aria-hidden": "true", "data-search-exclude": ""})
    for table in tree.iter("table"):
        columns = [words(cell) for cell in table.iterfind("thead/tr/th")]
        table.set("class", "data" if len(columns) <= MOST_IN_LINES else "data data--wide")
        for cell in table.findall("thead/tr/th"):
            if words(cell):
                cell.set("scope", "col")
            else:
                cell.tag = "td"
        for row in table.iterfind("tbody/tr"):
            row[0].tag = "th"
            row[0].set("scope", "row")
            for column, cell in zip(columns[1:], row[1:], strict=False):
                cell.set("data-label", column)
                replace(cell, SIGN, unheard)
