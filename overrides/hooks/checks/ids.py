"""Whatever readers may link to has an id of its own, in ASCII, that no other thing has.

An id that is made from a heading's words would change with them, and for Chinese it would be a
number that changes with the order.
"""

from collections import Counter
from collections.abc import Iterator

from content.text import words
from inputs.place import Place
from lxml import html

from checks.files import CLEAR

# What needs an id, in an author's words, and where it is. Items of checklists: checklists.py.
NEEDS_ID = {
    "heading": "//h1|//h2|//h3|//h4|//h5|//h6",
    "figure": "//figure",
    "quotation": "//blockquote[not(ancestor::figure)]",
}


def no_slug(_text: str, _separator: str) -> str:
    """Return no id for a heading without one, where Python-Markdown would make one of its words.

    Its extension toc then numbers them, `_1`, `_2`, …, and `problems` finds these.
    """
    return ""


def problems(tree: html.HtmlElement, place: Place) -> Iterator[str]:
    """Yield a message for each thing of the page at a place whose id is missing or wrong."""
    for what, path in NEEDS_ID.items():
        for element in tree.xpath(path):
            text = words(element)[:60]
            if (element.get("id") or "_").startswith("_"):
                mend = "put a space before the brace of" if "{" in text else "add an id, such as"
                where = place.of(text)
                yield f"{where}: the {what} '{text}' needs an id: {mend} '{{ #cloud-storage }}'."
    # Inside a drawing, ids tie its parts together; nobody links to them.
    ids = Counter(tree.xpath("//@id[not(ancestor::svg)]"))
    for name, times in ids.items():
        this = f"{place.file}: the id '{name}'"
        if not CLEAR.fullmatch(name) and not name.startswith("_"):
            yield f"{this} may hold lower-case letters, digits and hyphens only."
        if times > 1:
            yield f"{this} is given {times} times; a link needs one place to go to."
