"""Slips in an author's Markdown, told before it is read: the line, and what to write instead.

Markdown knows no mistakes: what it does not understand, it shows, and that is found in the finished
page (checks/leftovers.py). Here are the slips that it takes for something else, or swallows.
"""

from collections.abc import Collection, Iterator
from operator import itemgetter

from checks.slips import citations, lines, lists, tables, tags
from checks.slips.without_code import Text


def slips(source: str, where: str, known_sources: Collection[str]) -> Iterator[str]:
    """Yield a message for each slip in the source of a page, in the order of its lines.

    `where` is the page's file; `known_sources` are the ids that can be cited.
    """
    text = Text(source)
    found = [
        *text.slips,
        *lines.slips(text),
        *citations.slips(text, known_sources),
        *lists.slips(text),
        *tables.slips(text),
        *tags.slips(text),
    ]
    told: set[int] = set()
    # One slip often breaks several rules; the first, in the order above, says enough.
    for number, mend in sorted(found, key=itemgetter(0)):
        if number not in told:
            yield f"{where}, line {number}: {mend}."
        told.add(number)
