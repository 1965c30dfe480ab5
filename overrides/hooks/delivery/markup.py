"""Drop from the pages what means nothing to a browser: space, quotes, the build's own marks."""

from __future__ import annotations

import re

import minify_html

from delivery.site import Site

# What the build leaves out of the search (search_index.py).
MARK = re.compile(r'\sdata-search-exclude(?:="[^"<>]*")?(?=[\s/>])')


def minify(site: Site) -> None:
    """Minify every page; scripts and styles in it have their own steps."""
    site.rewrite(lambda _, text: short(MARK.sub("", text)))


def short(text: str) -> str:
    """Return a page, or a part of one, in its shortest form."""
    return str(
        minify_html.minify(
            text, keep_html_and_head_opening_tags=True, minify_css=False, minify_js=False
        )
    )
