"""Let a reader tick a checklist: name each box, and offer a button that clears the ticks.

`- [ ] Note the PUK { #puk }` is an item; its id is what the script remembers on the device, so
that it is the same in every language. Without a script the boxes are empty squares.
"""

from inputs.place import Place
from lxml import html
from lxml.html.builder import E

from content.text import words


def make_tickable(
    tree: html.HtmlElement, place: Place, name: str, strings: dict[str, str]
) -> list[str]:
    """Rewrite the task lists of the page at a place, and return a message for each wrong item.

    `name` tells the ticks of a page from those of others.
    """
    wrong = []
    for listing in list(tree.iter("ul")):
        if listing.get("class") != "task-list":
            continue
        listing.attrib.update({"class": "checklist", "role": "list", "data-list": name})
        for item in listing.iterfind("li"):
            take_id(item)
            # Markdown puts the text of an item into a paragraph where empty lines divide items.
            for paragraph in item.findall("p"):
                paragraph.drop_tag()
            box, text = item.find("input"), words(item)
            if box is None:
                wrong.append(
                    f"{place.of(text)}: every item of a checklist begins with '- [ ] ': '{text}'."
                )
            elif not item.get("id"):
                wrong.append(
                    f"{place.of(text)}: a checklist item needs an id at its end, such as "
                    f"'{{ #note-puk }}': '{text}'."
                )
            else:
                put_into_label(item, box)
        listing.addnext(tools(strings))
    return wrong


def take_id(item: html.HtmlElement) -> None:
    """Give an item the id of its first paragraph, which gets it where empty lines divide items."""
    first = item.find("p")
    if first is not None and first.get("id") and not item.get("id"):
        item.set("id", first.attrib.pop("id"))


def put_into_label(item: html.HtmlElement, box: html.HtmlElement) -> None:
    """Put the box of an item and its text into one label; a list inside it stays outside."""
    item.attrib.pop("class", None)
    text = html.Element("span")
    text.text, box.tail = (box.tail or "").lstrip(), None
    after = box.getnext()
    while after is not None and after.tag not in ("ul", "ol", "pre", "div"):
        following = after.getnext()
        text.append(after)
        after = following
    label = html.Element("label")
    item.text = None
    item.insert(0, label)
    label.append(box)
    box.tail = " "
    label.append(text)


def tools(strings: dict[str, str]) -> html.HtmlElement:
    """Return the button that clears the ticks, with the place that says so."""
    return E.p(
        {"class": "checklist-tools", "hidden": ""},
        E.button({"type": "button", "class": "button"}, strings["checklist.clear"]),
        " ",
        E.span({"role": "status", "data-cleared": strings["checklist.cleared"]}),
    )
