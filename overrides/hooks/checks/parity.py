"""Stop the build when the languages differ in anything but words.

A reader who changes the language stays on the page and section, so both must exist in all of
them; and what one language shows (steps, tables, links, commands) the others show too. The
check looks at built pages, so it also sees claims and the like, which come from data.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from content.text import HEADINGS
from inputs.languages import page_source
from lxml import html

# Where the build of a language leaves the shapes of its pages for this check.
SHAPES = ".shapes.json"

# What a section holds, in words an author can look for, with the number of times.
Shape = dict[str, Counter[str]]


def save(shapes: Mapping[str, Shape], folder: Path) -> None:
    """Write the shapes of the pages of a language, by their files, into its built site."""
    folder.joinpath(SHAPES).write_text(json.dumps(shapes, ensure_ascii=False), "utf-8")


def load(folder: Path) -> dict[str, Shape]:
    """Return what `save` has written; a page's sections are in their order."""
    pages = json.loads(folder.joinpath(SHAPES).read_text("utf-8"))
    return {
        page: {section: Counter(held) for section, held in shape.items()}
        for page, shape in pages.items()
    }


def differences_in(site: Path, folders: list[str]) -> list[str]:
    """Return a message for each difference between the first language and another one."""
    return list(compare({folder: load(site / folder) for folder in folders}))


def compare(languages: Mapping[str, dict[str, Shape]]) -> Iterator[str]:
    """Yield a message for each difference; `languages` has each language's shapes by its folder."""
    (one, first), *others = languages.items()
    for two, second in others:
        for name in sorted(first.keys() ^ second.keys()):
            has, lacks = (one, two) if name in first else (two, one)
            there, absent = page_source(has, name), page_source(lacks, name)
            yield f"{there} has no counterpart in '{lacks}'; add {absent}."
        for name in sorted(first.keys() & second.keys()):
            files = page_source(one, name), page_source(two, name)
            yield from differences(*files, first[name], second[name])


def shape(tree: html.HtmlElement, aliases: Iterable[str]) -> Shape:
    """Return what each section of a page holds, keyed by the section's heading.

    `aliases` are the page's old paths: they have to be the same in all languages, too.
    """
    section = "the top"
    found: Shape = {section: Counter(f"alias '{path}'" for path in aliases)}
    for element in tree.iter("*"):
        name, identifier = element.tag, element.get("id")
        if name in HEADINGS:
            section = f"{name}#{identifier}"
            found[section] = Counter()
        elif identifier:
            found[section][f"id '{identifier}'"] += 1
        if name in ("ol", "ul"):
            found[section][f"{name} of {len(element.findall('li'))} items"] += 1
        elif name == "table":
            rows = element.findall(".//tr")
            columns = max((len(row) for row in rows), default=0)
            found[section][f"table of {len(rows)} rows and {columns} columns"] += 1
        elif name == "pre":
            for line in element.text_content().splitlines():
                found[section][f"code '{line.strip()}'"] += 1
        elif name == "a" and element.get("href"):
            address = element.get("href")
            # As authors write it.
            cited = address.removeprefix("#cite-").replace("-", "; @")
            is_cited = address.startswith("#cite-")
            found[section][f"[@{cited}]" if is_cited else f"link to '{address}'"] += 1
        elif name in ("svg", "blockquote", "img"):
            found[section][name] += 1
    return found


def differences(file: str, other: str, first: Shape, second: Shape) -> Iterator[str]:
    """Yield a message for each difference between two pages: their files, and their shapes."""
    headings, counterparts = list(first), list(second)
    if headings != counterparts:
        pairs = [*zip_longest(headings, counterparts, fillvalue="nothing more")]
        at = next(at for at, (here, there) in enumerate(pairs) if here != there)
        here, there = pairs[at]
        yield f"{file} and {other}: heading {at} is {here} in the one and {there} in the other."
        return
    for section in headings:
        identifier = section.partition("#")[2]
        place = f"section '{identifier}'" if identifier else section
        for only, where in (
            (first[section] - second[section], file),
            (second[section] - first[section], other),
        ):
            for what, times in sorted(only.items()):
                count = f" ({times} times)" if times > 1 else ""
                yield f"{file} and {other}: in {place}, only {where} has {what}{count}."
