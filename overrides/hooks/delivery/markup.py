"""Drop from pages and scripts what means nothing to a browser: space, quotes, long names."""

from __future__ import annotations

import re

import minify
import minify_html

from delivery.oldest_browsers import ECMASCRIPT
from delivery.site import Site

# What the build leaves out of the search (search_index.py).
MARK = re.compile(r'\sdata-search-exclude(?:="[^"<>]*")?(?=[\s/>])')

minify.config({"js-version": ECMASCRIPT})


def shorten_pages(site: Site) -> None:
    """Write every page in its shortest form; scripts and styles in it have their own steps."""
    site.rewrite(lambda _, text: short(MARK.sub("", text)))


def shorten_scripts(site: Site) -> None:
    """Write every script without comments and needless space, its local names short."""
    for file in site.folder.glob("assets/javascripts/*.js"):
        file.write_text(short_script(file.read_text("utf-8")), "utf-8")


def short(text: str) -> str:
    """Return a page, or a part of one, in its shortest form."""
    return str(
        minify_html.minify(
            text, keep_html_and_head_opening_tags=True, minify_css=False, minify_js=False
        )
    )


def short_script(script: str) -> str:
    """Return a script in its shortest form."""
    return str(minify.string("text/javascript", script)) + "\n"
