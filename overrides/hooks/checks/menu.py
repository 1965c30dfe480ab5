"""The page tree in `nav` names every page once, and every group has its name in each language."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Literal

from inputs.languages import Language

MENU = "docs/language.yml: nav"


def problems(language: Language, there: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the menu of a language; `there` are the names of its pages."""
    listed: list[str] = []
    for kind, found in entries(language.menu):
        if kind == "page":
            listed.append(found)
        elif kind == "mistake":
            yield found
        elif not language.strings.get(found):
            yield language.strings.lacks(found)
    for name, times in Counter(listed).items():
        if times > 1:
            yield f"{MENU} names {name} {times} times; a page has one place."
    for name in sorted(set(listed).difference(there)):
        yield (
            f"{MENU} names {name}, but there is no docs/{language.folder}/pages/{name}; "
            "add the page, mend its name in 'nav', or take it out."
        )
    for name in sorted(set(there).difference(listed, language.out_of_menu)):
        yield (
            f"docs/{language.folder}/pages/{name} is not in the menu; add {name} to 'nav' in "
            "docs/language.yml, or remove the page."
        )


def entries(menu: object) -> Iterator[tuple[Literal["page", "group", "mistake"], str]]:
    """Yield what a menu, or a part of it, holds: names of pages and groups, and what is neither."""
    if not isinstance(menu, list) or not menu:
        wrong = "must be a list of pages and groups, such as '- nav.lost: [lost.md]'"
        yield "mistake", f"{MENU} {wrong}."
        return
    for entry in menu:
        if isinstance(entry, str) and entry.endswith(".md"):
            yield "page", entry
        elif isinstance(entry, dict) and len(entry) == 1:
            [(title, inside)] = entry.items()
            if isinstance(inside, str):
                yield "mistake", f"{MENU}: write '{inside}' alone; its title comes from the page."
                yield "page", inside
            else:
                yield "group", str(title)
                yield from entries(inside)
        else:
            wrong = f"'{entry}' is neither a page, such as card.md, nor a group of pages"
            yield "mistake", f"{MENU}: {wrong}."
