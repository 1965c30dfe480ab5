"""Drop from the pages what means nothing to a browser: space, quotes, marks for other programs."""

from __future__ import annotations

import re

import minify_html

from delivery.site import Site

# Where the theme's script would show its messages: empty, and in sight for a moment.
DIALOG = re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.DOTALL)
# Attributes by which the theme's script would find its parts, and the build's own for search.
MARK = re.compile(r'(data-(?<=\sdata-)(?:md-[a-z]+|search-exclude))(?:="[^"<>]*")?(?=[\s/>])')
NAME = re.compile(r"data-[a-z-]+")


def clean(site: Site) -> None:
    """Remove the theme's parts that no script here fills, before styles are chosen for them."""
    site.rewrite(lambda _, text: DIALOG.sub("", text))


def minify(site: Site) -> None:
    """Minify every page; scripts and styles in it have their own steps."""
    files = [*site.scripts(), *site.copies("assets/stylesheets/*.css")]
    used = {name for file in files for name in NAME.findall(file.read_text("utf-8"))}

    def lean(mark: re.Match[str]) -> str:
        return mark[0] if mark[1] in used else ""

    site.rewrite(lambda _, text: short(MARK.sub(lean, text)))


def short(text: str) -> str:
    """Return a page, or a part of one, in its shortest form."""
    return str(
        minify_html.minify(
            text, keep_html_and_head_opening_tags=True, minify_css=False, minify_js=False
        )
    )
