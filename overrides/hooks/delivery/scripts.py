"""Join the scripts of the pages into one file: one request, one compression, one hash."""

from __future__ import annotations

import re
from pathlib import Path

import minify

from delivery.site import Site

# Only plain deferred scripts: what carries other attributes is meant to be a file of its own.
DEFERRED = re.compile(r'<script src="([^"]+)" defer(?:="")?></script>')
# No newer syntax than the scripts themselves use.
minify.config({"js-version": 2021})
JOINED = "assets/javascripts/site.js"


def join(site: Site, more: list[str]) -> None:
    """Replace the deferred scripts of every page by one file that holds those of all pages.

    Each script looks for the elements it serves, so it does nothing on other pages. `more` are
    scripts that no page names, because only the published site has them.
    """
    # The theme's files are copied once a language, so the same script has several places.
    used = {file.read_text("utf-8"): None for file in site.named(DEFERRED)}
    used |= {(site.folder / name).read_text("utf-8"): None for name in more}
    if not used:
        return
    target = site.folder / JOINED
    target.write_text("".join(used), "utf-8")

    def name(page: Path, text: str) -> str:
        tag = f'<script src="{site.link(page, target)}" defer></script>'
        return site.instead(page, text, DEFERRED, tag)

    site.rewrite(name)


def reduce(site: Site) -> None:
    """Write every script in its shortest form.

    Later than the styles are chosen: those look for what scripts name, and short local names
    would look like the names of elements.
    """
    for file in site.scripts():
        file.write_text(shorten(file.read_text("utf-8")), "utf-8")


def shorten(script: str) -> str:
    """Return a script without comments and needless space, its local names short."""
    return str(minify.string("text/javascript", script)) + "\n"
