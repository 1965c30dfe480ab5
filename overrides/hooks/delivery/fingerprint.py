"""Give every file that pages load a name that says its content.

A browser may then keep such a file for ever: another content has another name. So no page can
ever be shown with the styles, scripts or search index of another version of the site.
"""

import re
from pathlib import Path

from delivery.site import Site, digest

# Any attribute may name a file: src and href, content of a share picture, data-* for a script.
VALUE = re.compile(r'="(?P<folder>(?:[^"<>\s?#]*/)?)(?P<name>[^"<>\s/?#]+\.[a-z0-9]+)(?=["?#])')
# What hosts, search engines and browsers ask for by this name.
FIXED = re.compile(r"(^|/)(\.[^/]+|_[^/]+|[^/]+\.(html|xml|txt|gz)|service-worker\.js)$")


def rename(site: Site) -> None:
    """Name every file that a page names after its content, there and on the pages."""
    hashed: dict[Path, Path] = {}

    def name(page: Path, text: str) -> str:
        def value(match: re.Match[str]) -> str:
            file = site.locate(page, match["folder"] + match["name"])
            if not file or FIXED.search(file.name):
                return match[0]
            if file not in hashed:
                hashed[file] = with_hash(file)
            return f'="{match["folder"]}{hashed[file].name}'

        return VALUE.sub(value, text)

    site.rewrite(name)
    for file, new in hashed.items():
        file.rename(new)


def with_hash(file: Path) -> Path:
    """Return where a file goes: the hash of its content stands in its name."""
    stem, dot, ending = file.name.partition(".")
    return file.with_name(f"{stem}.{digest(file.read_bytes())}{dot}{ending}")
