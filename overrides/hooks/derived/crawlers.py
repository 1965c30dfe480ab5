"""What search engines ask for first: robots.txt, which names the one list of all sitemaps.

They look for robots.txt at the root of a host only; under a path it is of no use, and no harm.
"""

from collections.abc import Sequence
from html import escape
from pathlib import Path

INDEX = "sitemaps.xml"
LIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{}
</sitemapindex>
"""


def write(site: Path, url: str, folders: Sequence[str]) -> None:
    """Write both into the built site, given its address and the folders of its languages."""
    names = ["sitemap.xml", *(f"{folder}/sitemap.xml" for folder in folders)]
    entries = "\n".join(f"  <sitemap><loc>{escape(url + name)}</loc></sitemap>" for name in names)
    (site / INDEX).write_text(LIST.format(entries), "utf-8")
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\n\nSitemap: {url}{INDEX}\n", "utf-8")
