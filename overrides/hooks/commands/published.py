"""Add the addresses of the built site to the list of those that must last: `make published`."""

import sys
from pathlib import Path

from checks.published_addresses import LIST, NAME, lost, read_list
from lxml import etree, html
from mkdocs.exceptions import PluginError

ABOUT = """\
# {} addresses.
# Every published address, sections included. Other people link to them, so lines are only added:
# `make published` does it. Rename what you like, but keep the old address as an alias (README.md).
"""


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
    """Add the addresses of the built site to the list; return how many were new.

    Raises PluginError if the list has lost some: what is written would say that it has not.
    """
    if wrong := list(lost(file)):
        raise PluginError("\n".join(wrong))
    old = read_list(file)
    new = sorted(set(addresses(site)) - set(old))
    lines = sorted({*old, *new}, key=lambda address: address.replace("#", " #"))
    file.write_text(ABOUT.format(len(lines)) + "\n".join(lines) + "\n", "utf-8")
    return len(new)


if __name__ == "__main__":
    try:
        print(f"{NAME}: {add(Path(sys.argv[1]))} addresses added")
    except PluginError as error:
        raise SystemExit(str(error)) from error
