"""Keep the page tree out of the pages while the steps work on them.

It names every page on every page, so on a large site it is most of the text, and the steps
would take time by the square of the site's size (as rendering it would: see navigation.py). In
its place stands one with each kind of its items once, so that the styles are chosen as before.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.exceptions import PluginError

from delivery.assets import VALUE
from delivery.markup import short
from delivery.site import Site

START, END = '<nav class="nav"', "</nav>"
SHORT_TREE = re.compile(r'<nav (?:[^">]|"[^"]*")*\bid=nav(?=[ >]).*?</nav>', re.DOTALL)
# Links to other pages of the site differ in nothing that a selector could ask for.
SAME = re.compile(r'(<li><a href="[^":]*">[^<]*</a></li>\s*)+')
CURRENT = re.compile(r'(<a href="([^"]+)") aria-current="page"')


def take(site: Site) -> dict[Path, str]:
    """Put a stand-in for the tree into every page, and return the trees.

    A tree that names a file stays: the file is stored under another name later.
    """
    trees: dict[Path, str] = {}

    def stand_in(page: Path, text: str) -> str:
        before, start, rest = text.partition(START)
        inside, end, after = rest.partition(END)
        tree = start + inside + end
        if not end or VALUE.search(tree):
            return text
        trees[page] = tree
        return before + SAME.sub(r"\1", tree) + after

    site.rewrite(stand_in)
    return trees


def put_back(site: Site, trees: dict[Path, str]) -> None:
    """Put the trees, minified as the pages are, back into them.

    Raises PluginError that names a page in which the place of its tree cannot be found.
    """
    minified: dict[str, str] = {}

    def minify(tree: str) -> str:
        current = CURRENT.search(tree)
        plain = CURRENT.sub(r"\1", tree)
        if plain not in minified:
            minified[plain] = short(plain)
        if not current:
            return minified[plain]
        before, link, after = minified[plain].partition(f"<a href={current[2]}>")
        # An address that needs its quotes is not found so.
        return f"{before}<a aria-current=page href={current[2]}>{after}" if link else short(tree)

    def whole(page: Path, text: str) -> str:
        if page not in trees:
            return text
        stand_in = SHORT_TREE.search(text)
        if not stand_in:
            raise PluginError(f"{page}: the place of the page tree is lost; see delivery/trees.py.")
        return text[: stand_in.start()] + minify(trees[page]) + text[stand_in.end() :]

    site.rewrite(whole)
