"""Divide a page for its template: `{% for id, part in … | by_heading %}`.

A template can so put something into a section of a page, which Markdown alone does not mark.
"""

import re
from collections.abc import Iterator

# A heading stands in a box with its link (content/permalinks.py).
HEADING = re.compile(r'(?=<header class="heading"><h2\b[^>]* id=")')
ID = re.compile(r'^(<header class="heading"><h2\b[^>]*?) id="([^"]+)"')


def by_heading(content: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the HTML of each section that a heading of level 2 begins.

    The id is taken off the heading, for the section to have it. What stands before the first
    heading comes first, with an empty id.
    """
    for part in HEADING.split(content):
        found = ID.match(part)
        yield (found[2], ID.sub(r"\1", part)) if found else ("", part)
