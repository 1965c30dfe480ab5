"""Drop from pages and scripts what means nothing to a browser: space, quotes, long names."""

import logging
import re

import minify_html
from bundling.scripts import SHORTEST, short_script

from delivery.site import Site

log = logging.getLogger("site")

# What the search leaves out (search_index/sections.py), and text that an element is around for that
# alone.
MARKED_TEXT = re.compile(r'<span data-search-exclude(?:="")?>([^<]*)</span>')
MARK = re.compile(r'\sdata-search-exclude(?:="[^"<>]*")?(?=[\s/>])')


def shorten_pages(site: Site) -> None:
    """Write every page in its shortest form; scripts and styles in it have their own steps."""
    site.rewrite(lambda _, text: short(MARK.sub("", MARKED_TEXT.sub(r"\1", text))))


def shorten_scripts(site: Site) -> None:
    """Write every script without comments and needless space, its local names short."""
    if not SHORTEST:
        log.warning("tdewolff-minify is not there, so the scripts are larger.")
    for file in site.folder.glob("assets/javascripts/*.js"):
        name = f"overrides/assets/javascripts/{file.name}"
        file.write_text(short_script(file.read_text("utf-8"), name), "utf-8")


def short(text: str) -> str:
    """Return a page, or a part of one, in its shortest form."""
    return str(
        minify_html.minify(
            text, keep_html_and_head_opening_tags=True, minify_css=False, minify_js=False
        )
    )
