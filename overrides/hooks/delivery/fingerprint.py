"""Give every file that pages load a name that says its content.

A browser may then keep such a file for ever: another content has another name. So no page can
ever be shown with the styles, scripts or search index of another version of the site.
"""

from __future__ import annotations

import re
from pathlib import Path

from delivery.site import Site, digest

# Any attribute may name a file: src and href, content of a share picture, data-* for a script.
VALUE = re.compile(r'="([^"<>\s]+\.[a-z0-9]+(?:[?#][^"<>\s]*)?)"')
# What hosts, search engines and browsers ask for by this name.
FIXED = re.compile(r"(^|/)(\.[^/]+|_[^/]+|[^/]+\.(html|xml|txt|gz)|service-worker\.js)$")


def store(site: Site) -> dict[Path, Path]:
    """Rename every file that a page names after its content, and return what is where now."""
    named = {
        file
        for page in site.pages()
        for address in VALUE.findall(site.texts[page])
        if (file := site.locate(page, address)) and not FIXED.search(file.name)
    }
    return {file: file.rename(place(file)) for file in sorted(named)}


def rename(site: Site, stored: dict[Path, Path]) -> None:
    """Let the pages name files where they are stored.

    `store` has moved them, but `site.locate` still gives the old places: it keeps each answer that
    it gave to `store`.
    """

    def name(page: Path, text: str) -> str:
        def value(match: re.Match[str]) -> str:
            file = site.locate(page, match[1])
            if file not in stored:
                return match[0]
            end = re.search(r"[?#].*$", match[1])
            address = site.link(page, stored[file]) + (end[0] if end else "")
            if match[1].startswith(site.url):
                address = site.url + stored[file].relative_to(site.folder).as_posix()
            return f'="{address}"'

        return VALUE.sub(value, text)

    site.rewrite(name)


def place(file: Path) -> Path:
    """Return where a file goes: the hash of its content stands in its name."""
    stem, dot, ending = file.name.partition(".")
    return file.with_name(f"{stem}.{digest(file.read_bytes())}{dot}{ending}")
