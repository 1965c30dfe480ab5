"""The headings of a page are its contents: one title, then levels that skip none."""

from collections.abc import Iterator
from itertools import pairwise

from content.text import HEADINGS, words
from inputs.place import Place
from lxml import html


def problems(tree: html.HtmlElement, place: Place) -> Iterator[str]:
    """Yield a message for each heading of the page at a place whose level is wrong."""
    headings = list(tree.iter(*HEADINGS))
    if not headings or headings[0].tag != "h1":
        yield f"{place.file}: the page needs a title before anything else: '# Title {{ #top }}'."
    for heading in headings[1:]:
        if heading.tag == "h1":
            title = words(heading)
            yield f"{place.of(title)}: a page has one title; begin '{title}' with '## '."
    levels = [(int(heading.tag[1]), words(heading)) for heading in headings]
    for (above, _), (below, title) in pairwise(levels):
        if below > above + 1:
            signs = "#" * (above + 1)
            yield (
                f"{place.of(title)}: the heading '{title}' skips a level; begin it with '{signs} '."
            )
