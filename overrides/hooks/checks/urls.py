"""Stop the build when an address that was once published leads nowhere any more.

docs/data/published.txt lists them all, sections included. It only grows: `make published`
(`python -m checks.urls site`) adds what is new in the built site.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from inputs.data import DATA
from inputs.yaml_files import read_text
from lxml import etree, html

LIST = DATA / "published.txt"
ID = re.compile(r"""\sid=["']?([^\s"'>]+)""")
ABOUT = """\
# Every published address, sections included. Other people link to them, so lines are only added:
# `make published` does it. Rename what you like, but keep the old address as an alias (README.md).
"""


def read_list(file: Path = LIST) -> list[str]:
    """Return the published addresses, such as /zh/limits/#operator-services."""
    lines = read_text(file, "docs/data/published.txt").splitlines()
    return [line for line in lines if line.startswith("/")]


def gone(addresses: Iterable[str], site: Path) -> list[str]:
    """Return a message for each address that the built site does not have."""

    @cache
    def ids(path: str) -> set[str] | None:
        folder = site / path.strip("/")
        for file in (folder / "index.html", folder.with_suffix(".html")):
            if file.is_file():
                return set(ID.findall(file.read_text("utf-8")))
        return None

    found = []
    for address in addresses:
        path, _, name = address.partition("#")
        here = ids(path)
        language, _, rest = path.strip("/").partition("/")
        if here is None:
            found.append(
                f"{address}: there is no such page. If it moved, add 'aliases: [{rest}/]' to the "
                f"front matter of its new file below docs/{language}/pages."
            )
        elif name and name not in here:
            file = f"docs/{language}/pages/{rest or 'index'}.md" if language else "docs/landing"
            found.append(
                f"{address}: {file} has no id '{name}'. Keep the old id beside the new one "
                f"or at the nearest heading: '{{ #new-id data-alias=\"{name}\" }}'."
            )
    return found


def addresses(site: Path) -> list[str]:
    """Return every address of the built site that others may link to, in the sitemaps' order."""
    maps = [site / "sitemap.xml", *sorted(site.glob("*/sitemap.xml"))]
    places = [place.text for file in maps for place in etree.parse(file).iterfind(".//{*}loc")]
    # The first place of the first sitemap is the landing page: what all addresses begin with.
    found = []
    for place in places:
        path = "/" + place.removeprefix(places[0])
        folder = site / path.strip("/")
        page = html.parse(folder / "index.html")
        # The list of a page's sources is left out: its ids follow what the text cites.
        ids = page.xpath(
            "(//article | //*[contains(@class, 'landing')])"
            "//@id[not(ancestor::svg or ancestor::*[@class='page-sources'])]"
        )
        found += [path, *(f"{path}#{name}" for name in dict.fromkeys(ids))]
    return found


def add(site: Path, file: Path = LIST) -> int:
    """Add the addresses of the built site to the list; return how many were new."""
    old = read_list(file)
    new = sorted(set(addresses(site)) - set(old))
    lines = sorted({*old, *new}, key=lambda address: address.replace("#", " #"))
    file.write_text(ABOUT + "\n".join(lines) + "\n", "utf-8")
    return len(new)


if __name__ == "__main__":
    print(f"docs/data/{LIST.name}: {add(Path(sys.argv[1]))} addresses added")
