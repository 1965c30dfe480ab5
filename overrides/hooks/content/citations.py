"""Turn citations into small numbers, and list at the foot of a page what stands behind each.

`[@n1; @n18]` cites entries of docs/data/sources.yml. All that one pair of brackets holds is one
number, which leads to its item in the list; the same sources have the same number again.
`[@advice]` marks our own reasoning and `[@unconfirmed]` a step that no source confirms, in words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from inputs.data import Data
from inputs.languages import Language
from inputs.place import Place
from lxml import html
from lxml.html.builder import E

from content.sources import described
from content.text import replace

NOTES = ("advice", "unconfirmed")
CITATION = re.compile(r" ?\[(@[a-z0-9]+(?:;\s*@[a-z0-9]+)*)\]")
KEY = re.compile(r"@([a-z0-9]+)")
# The sources of one number, in the order in which they are cited first.
Group = tuple[str, ...]


def number(
    tree: html.HtmlElement, place: Place, language: Language, data: Data, lists: Mapping[str, str]
) -> tuple[list[Group], list[str]]:
    """Replace the citations of the page at a place, but for those in code, by numbers.

    Returns what they cite, the group with the number 1 first, and what is wrong: a source that
    stands on no list is told and left out. `lists` gives the address of the page that lists a group
    of sources, seen from this one. Those that do not exist were told before (checks/slips/).
    """
    wrong: list[str] = []
    # By their ids: the order inside the brackets makes no difference.
    found: dict[str, Group] = {}

    def cite(match: re.Match[str]) -> list[str | html.HtmlElement]:
        keys = list(dict.fromkeys(KEY.findall(match[1])))
        groups = {key: data.sources[key].group for key in keys if key not in NOTES}
        wrong.extend(
            f"{place.file}: cites '{key}', but no page lists the group '{group}'; "
            "add it to a '{{ sources … }}' line."
            for key, group in groups.items()
            if group not in lists
        )
        group = tuple(key for key in groups if groups[key] in lists)
        made: list[str | html.HtmlElement] = []
        if group:
            found.setdefault(name(group), group)
            at = str(list(found).index(name(group)) + 1)
            # The role is what a screen reader says beside the number, in the reader's language.
            link = {"class": "cite", "href": f"#{name(group)}", "role": "doc-noteref"}
            made.append(E.a({**link, "data-search-exclude": ""}, at))
        for note in (key for key in keys if key in NOTES):
            word = language.strings[f"cite.{note}"]
            made.append(E.span({"class": "aside", "data-search-exclude": ""}, word))
        return made

    replace(tree, CITATION, cite, skip={"code", "pre", "svg"})
    return list(found.values()), wrong


def name(group: Group) -> str:
    """Return a name for a group, by which the languages are compared (checks/parity.py)."""
    return "-".join(("cite", *sorted(group)))


def list_at_foot(
    tree: html.HtmlElement,
    groups: Sequence[Group],
    language: Language,
    data: Data,
    lists: Mapping[str, str],
) -> None:
    """Put the list of what the numbers of a page cite at its end; see `number` for `lists`.

    From here on a number leads to its item.
    """
    if not groups:
        return
    for link in tree.xpath("//a[@class='cite']"):
        link.set("href", f"#source-{link.text}")
    items = E.ol()
    for at, group in enumerate(groups, 1):
        item = E.li({"id": f"source-{at}"})
        for key in group:
            source = data.sources[key]
            entry = E.a({"href": f"{lists[source.group]}#{key}"}, key.upper())
            item.append(E.p(entry, " ", *described(source, language, data)))
        items.append(item)
    heading = E.h2({"id": "page-sources"}, language.strings["cite.list"])
    tree.append(E.section({"class": "page-sources", "data-search-exclude": ""}, heading, items))


def uncited(data: Data, texts: Iterable[str]) -> list[str]:
    """Return the sources that no claim, no term and none of the texts cites."""
    marks = (mark for text in texts for mark in CITATION.findall(text))
    cited = {key for mark in marks for key in KEY.findall(mark)}
    cited |= {key for group in data.claims for claim in group.claims for key in claim.sources}
    cited |= {key for term in data.terms for key in term.sources}
    return sorted(data.sources.keys() - cited)
