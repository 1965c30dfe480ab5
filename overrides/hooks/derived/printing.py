"""Write one document of a whole language, to print or to save: print/.

It is put together from the finished pages in the order of the page tree. Ids get the name of
their page in front, so that they stay unique; links between pages lead on inside the document, and
pictures are found from it. It is for paper, where nothing can be pressed: chapters are numbered,
and a link to another chapter tells its number. Search engines, sitemap and search leave it out.
"""

import re
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urljoin

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, write_file

ADDRESS = "print/"
ID = re.compile(r'(\s(?:id|for)=")([^"]+)')
IDS = re.compile(r'(\saria-(?:labelledby|describedby)=")([^"]+)')
DRAWN = re.compile(r"url\(#([^)]+)\)")
LINK = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^"]+)')
TITLE = re.compile(r"<h1\b[^>]*>")
# A link inside the document, but for numbers of sources and terms: their lists are known.
INSIDE = re.compile(
    r'<a (?![^>]*class="(?:cite|term)\b)[^>]*href="#([^"]+)"[^>]*>.*?(?=</a>)', re.DOTALL
)
# Only to resolve one path against another; never shown.
ROOT = "http://site/"


def write(
    environment: jinja2.Environment, nav: Navigation, files: Files, config: MkDocsConfig
) -> None:
    """Write the document into the built site, in the order of the page tree `nav`."""
    pages = [page for page in nav.pages if page.content]
    names = {page.url: name(page) for page in pages}
    numbers = {chapter: number for number, chapter in enumerate(names.values(), 1)}
    context = get_context(nav, files, config, base_url="..")
    parts = [
        {"page": page, "name": chapter, "content": numbered(rewrite(page, names), chapter, numbers)}
        for page, chapter in zip(pages, names.values(), strict=True)
    ]
    text = environment.get_template("print.html").render({**context, "parts": parts})
    write_file(text.encode(), str(Path(config.site_dir) / ADDRESS / "index.html"))


# -----------------------------------------------------------------------------


def name(page: Page) -> str:
    """Return the name of a page inside the document, from the name of its file."""
    return Path(page.file.src_uri).with_suffix("").as_posix().replace("/", "-")


@cache
def resolve(page: str, link: str) -> str:
    """Return the whole address of a link on a page."""
    return urljoin(ROOT + page, link)


def rewrite(page: Page, names: dict[str, str]) -> str:
    """Return the text of a page with its ids and addresses as they have to be in the document."""
    prefix = name(page) + "--"

    def link(match: re.Match[str]) -> str:
        written, _, fragment = match[2].partition("#")
        target = resolve(page.url, written)
        path = target.removeprefix(ROOT)
        if target == path:
            return match[0]
        if path in names:
            return match[1] + "#" + (f"{names[path]}--{fragment}" if fragment else names[path])
        relative = get_relative_url(path, ADDRESS)
        return match[1] + escape(f"{relative}#{fragment}" if fragment else relative)

    def several(match: re.Match[str]) -> str:
        return match[1] + " ".join(prefix + item for item in match[2].split())

    html = IDS.sub(several, ID.sub(rf"\g<1>{prefix}\g<2>", page.content or ""))
    return LINK.sub(link, DRAWN.sub(rf"url(#{prefix}\g<1>)", html))


def numbered(html: str, chapter: str, numbers: dict[str, int]) -> str:
    """Return a chapter with its number in its title, and that of another behind a link to it."""

    def link(match: re.Match[str]) -> str:
        other = match[1].partition("--")[0]
        return match[0] + (f" (→ {numbers[other]})" if other != chapter else "")

    return INSIDE.sub(link, TITLE.sub(rf"\g<0>{numbers[chapter]}. ", html, count=1))
