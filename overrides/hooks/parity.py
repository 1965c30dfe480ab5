"""Stop the build when the languages differ in anything but words.

A reader who changes the language stays on the page and section, so both must exist in all of
them; and what one language shows (steps, tables, links, commands) the others show too. The
check reads the built pages, so it also sees what hooks have written into them.
"""

from __future__ import annotations

import logging
import posixpath
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from processes import each

# Not one of MkDocs' loggers: in strict mode what those tell would keep a page from being served.
log = logging.getLogger("parity")

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
serving = False

# What a section holds, in words an author can look for, with the number of times.
Shape = dict[str, Counter[str]]


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether the site is being served: then a difference is told, and nothing stops."""
    global serving
    serving = command == "serve"


@event_priority(90)
def on_post_build(config: MkDocsConfig) -> None:
    """Compare every language with the first one.

    Raises PluginError that names both files and what differs; logs it while serving.
    """
    site = Path(config.site_dir)
    folders = [language.folder for language in config.extra["languages"]]
    shapes = each(shapes_of, [site / folder for folder in folders])
    first, *others = zip(folders, shapes, strict=True) if folders else [("", {})]
    found = [text for other in others for text in compare(first, other)]
    if found and serving:
        log.error("The languages differ:\n%s", "\n".join(found))
    elif found:
        raise PluginError("The languages differ:\n" + "\n".join(found))


def compare(first: tuple[str, dict], second: tuple[str, dict]) -> Iterator[str]:
    """Yield a message for each difference between two languages: folders and shapes of pages."""
    (one, shapes_one), (two, shapes_two) = first, second
    for name in sorted(shapes_one.keys() ^ shapes_two.keys()):
        has, lacks = (one, two) if name in shapes_one else (two, one)
        yield f"{source(has, name)} has no counterpart in '{lacks}'; add {source(lacks, name)}"
    for name in sorted(shapes_one.keys() & shapes_two.keys()):
        yield from differences(
            (source(one, name), shapes_one[name]),
            (source(two, name), shapes_two[name]),
        )


def shapes_of(folder: Path) -> dict[str, Shape]:
    """Return the shapes of one language's articles by the paths of their pages below its folder.

    Pages that search engines are told to leave out (404, old addresses, the print of all pages)
    have no source of their own to compare.
    """
    texts = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in folder.rglob("index.html")
    }
    return {
        # The rest of a page, its menu first of all, is written by templates.
        name: shape(text[text.find("<article") : text.rfind("</article>")])
        for name, text in texts.items()
        if 'name="robots" content="noindex"' not in text
    }


def source(folder: str, name: str) -> str:
    """Return the Markdown file of a built page."""
    slug = posixpath.dirname(name) or "index"
    return f"docs/{folder}/pages/{slug}.md"


def shape(text: str) -> Shape:
    """Return what each section of an article holds, keyed by the section's heading."""
    section = "the top"
    found: Shape = {section: Counter()}
    article = html.fragment_fromstring(text, create_parent="div")
    # A translation that is behind says so, and the newer one does not.
    for notice in article.find_class("translation-notice"):
        notice.drop_tree()
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        name, identifier = element.tag, element.get("id")
        if name in HEADINGS:
            # A template may have given the heading's id to the section around it.
            identifier = identifier or element.getparent().get("id")
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
        elif name == "a" and element.get("href") and not written(element):
            found[section][f"link to '{element.get('href')}'"] += 1
        elif name in ("svg", "blockquote", "img"):
            found[section][name] += 1
    return found


def written(link: html.HtmlElement) -> bool:
    """Tell whether a hook wrote the link for the words it found there, not an author."""
    return not {"headerlink", "term"}.isdisjoint(link.get("class", "").split())


def differences(one: tuple[str, Shape], two: tuple[str, Shape]) -> Iterator[str]:
    """Yield a message for each difference between two pages, given as (file, shape)."""
    (file, shape_one), (other, shape_two) = one, two
    headings, counterparts = list(shape_one), list(shape_two)
    if headings != counterparts:
        pairs = zip_longest(headings, counterparts)
        at = next(i for i, (here, there) in enumerate(pairs) if here != there)
        here = headings[at] if at < len(headings) else "nothing more"
        there = counterparts[at] if at < len(counterparts) else "nothing more"
        yield f"{file} and {other}: heading {at} is {here} in the one and {there} in the other"
        return
    for section in headings:
        for only, where in (
            (shape_one[section] - shape_two[section], file),
            (shape_two[section] - shape_one[section], other),
        ):
            for what, times in sorted(only.items()):
                count = f" ({times} times)" if times > 1 else ""
                yield f"{file} and {other}: in {section}, only {where} has {what}{count}"
