"""The page tree in `nav` names every page once, and every group has its name in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from inputs.languages import Language

MENU = "docs/language.yml: nav"


def problems(language: Language, there: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with the menu of a language; `there` are the names of its pages."""
    listed: list[str] = []
    yield from walk(language.menu, language, listed)
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


def walk(entries: object, language: Language, listed: list[str]) -> Iterator[str]:
    """Add the pages that a part of the menu names to `listed`; yield what is no page or group."""
    if not isinstance(entries, list) or not entries:
        yield f"{MENU} must be a list of pages and groups, such as '- nav.lost: [lost.md]'."
        return
    for entry in entries:
        if isinstance(entry, str) and entry.endswith(".md"):
            listed.append(entry)
        elif isinstance(entry, dict) and len(entry) == 1:
            [(title, inside)] = entry.items()
            if isinstance(inside, str):
                yield f"{MENU}: write '{inside}' alone; its title comes from the page."
                listed.append(inside)
                continue
            if not language.strings.get(str(title)):
                yield language.strings.lacks(str(title))
            yield from walk(inside, language, listed)
        else:
            yield f"{MENU}: '{entry}' is neither a page, such as card.md, nor a group of pages."


def groups(entries: object) -> set[str]:
    """Return the names of all groups in a part of the menu."""
    found: set[str] = set()
    for entry in entries if isinstance(entries, list) else ():
        for title, inside in entry.items() if isinstance(entry, dict) else ():
            found |= {str(title), *groups(inside)}
    return found
