"""The tree of a page: parse and serialize it, and put elements into its running text."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from lxml import html
from lxml.html.builder import E

HAN = re.compile(r"[\u3400-\u9fff]")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Part: TypeAlias = str | html.HtmlElement

# lxml.html asks a function for the class of an element whenever it meets one; here all have one.
html.html_parser.set_element_class_lookup(
    html.etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)
)


def parse(content: str) -> html.HtmlElement:
    """Return the content of a page as one tree."""
    return html.fragment_fromstring(content, create_parent="div")


def serialize(tree: html.HtmlElement) -> str:
    """Return a tree as the content of a page."""
    whole: str = html.tostring(tree, encoding="unicode")
    return whole.removeprefix("<div>").removesuffix("</div>")


def replace(
    tree: html.HtmlElement,
    pattern: re.Pattern[str],
    make: Callable[[re.Match[str]], Sequence[Part] | None],
    *,
    skip: Collection[str] = (),
    skip_class: Collection[str] = (),
) -> None:
    """Replace what `pattern` finds in the text of a tree by what `make` returns for it.

    Nothing is changed where `make` returns None, nor inside elements whose tag is in `skip` or
    one of whose classes is in `skip_class`.
    """
    if not isinstance(tree.tag, str) or tree.tag in skip:
        return
    if skip_class and not set(skip_class).isdisjoint(tree.get("class", "").split()):
        return
    children = list(tree)
    if tree.text and (parts := divide(tree.text, pattern, make)):
        tree.text = None
        put(tree, 0, parts)
    for child in children:
        replace(child, pattern, make, skip=skip, skip_class=skip_class)
        if child.tail and (parts := divide(child.tail, pattern, make)):
            child.tail = None
            put(tree, tree.index(child) + 1, parts)


def in_span(attributes: Mapping[str, str]) -> Callable[[re.Match[str]], list[html.HtmlElement]]:
    """Return a function for `replace` that puts each match into a span with these attributes."""

    def make(match: re.Match[str]) -> list[html.HtmlElement]:
        return [E.span(attributes, match[0])]

    return make


def divide(
    text: str,
    pattern: re.Pattern[str],
    make: Callable[[re.Match[str]], Sequence[Part] | None],
) -> list[Part]:
    """Return the parts that a text becomes; none if nothing in it changes."""
    parts: list[Part] = []
    rest = 0
    for match in pattern.finditer(text):
        made = make(match)
        if made is not None:
            parts += [text[rest : match.start()], *made]
            rest = match.end()
    return [*parts, text[rest:]] if parts else []


def put(parent: html.HtmlElement, at: int, parts: Sequence[Part]) -> None:
    """Insert texts and elements into an element, before its child number `at`."""
    for part in parts:
        if isinstance(part, str):
            before = parent[at - 1] if at else None
            if before is None:
                parent.text = (parent.text or "") + part
            else:
                before.tail = (before.tail or "") + part
        else:
            # lxml would take along the text behind the element that is moved.
            part.tail = None
            parent.insert(at, part)
            at += 1


def words(element: html.HtmlElement) -> str:
    """Return the text of an element with single spaces."""
    return " ".join(element.text_content().split())


def texts(
    tree: html.HtmlElement, *, skip: Collection[str], skip_attribute: str = ""
) -> Iterator[str]:
    """Yield the pieces of text in a tree, but for those in elements named or marked as skipped."""
    left_out = not isinstance(tree.tag, str) or tree.tag in skip
    if not (left_out or (skip_attribute and skip_attribute in tree.attrib)):
        if tree.text:
            yield tree.text
        for child in tree:
            yield from texts(child, skip=skip, skip_attribute=skip_attribute)
            if child.tail:
                yield child.tail
