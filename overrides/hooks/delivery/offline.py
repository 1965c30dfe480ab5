"""Let the site open without a network: a service worker, and two files for each language.

One has its pages; the other its search, script and index, which the worker keeps once the search
was used. The worker is assets/javascripts/service-worker.js; pages get it by reader/offline.js.
Where `extra.offline` in mkdocs.yml is off, the worker written is one that removes itself, so a
browser that has one from before gets rid of it.
"""

import json
import re
from pathlib import Path

from bundling.scripts import short_script
from mkdocs.utils import write_file

from delivery.site import Site, digest

WORKER = "assets/javascripts/service-worker.js"
TARGET = "service-worker.js"
# The pages a reader reads: a whole language on one page is for printing, one page is for authors,
# and of sources each page has its own at its foot.
LEFT_OUT = {"print", "components", "sources", "sources-phones", "sources-norway"}
# Of the pages for wrong addresses the one of the landing site, which speaks every language: the
# worker shows it for what is not in the copy.
WRONG = "404.html"
TEXT = {".js", ".css", ".json", ".svg"}
# Folders of what is in files of its own: the index of the search, and these copies themselves.
APART = {"search", "offline"}
SEARCH_SCRIPT = "assets/javascripts/search.*.js"
# Where the texts of a copy are divided: the pages repeat each other tag by tag, and no compression
# by gzip reaches from one to the next (290 KB a language; 125 so).
TAG = re.compile("(?=<)")

REMOVE = """\
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const remove = async () => {
    const prefix = `${new URL(registration.scope).pathname} `;
    for (const name of await caches.keys()) {
      if (name.startsWith(prefix)) await caches.delete(name);
    }
    await registration.unregister();
  };
  event.waitUntil(remove());
});
"""


def worker_of(site: Site) -> str:
    """Take the worker out of the assets: it is the one file whose name must never change."""
    file = site.folder / WORKER
    text = file.read_text("utf-8")
    file.unlink()
    return text


def keep(site: Site, name: str, texts: dict[str, str]) -> str:
    """Write one file with some texts, by their addresses; return its own address.

    `parts` are all that the texts are made of, each once; `files` has each address with the numbers
    of its parts.
    """
    parts: dict[str, int] = {}
    files = {
        address: [parts.setdefault(part, len(parts)) for part in TAG.split(text)]
        for address, text in texts.items()
    }
    copy = {"parts": list(parts), "files": files}
    content = json.dumps(copy, ensure_ascii=False, separators=(",", ":"))
    address = f"assets/offline/{name}.{digest(content.encode())}.json"
    write_file(content.encode(), str(site.folder / address))
    return address


def write_copies(site: Site, worker: str, *, wanted: bool) -> None:
    """Write the worker, and the copies that it keeps; where none is wanted, REMOVE in its place."""
    target = site.folder / TARGET
    if not wanted:
        target.write_text(short_script(REMOVE, "overrides/hooks/delivery/offline.py"), "utf-8")
        return
    copies = {}
    for language in site.languages():
        copies[language] = keep(site, language, pages(site, language))
        copies[f"{language}/search"] = keep(site, f"{language}-search", search(site, language))
    script = short_script(worker, f"overrides/{WORKER}")
    version = digest(json.dumps([copies, script]).encode())
    site_data = json.dumps({"version": version, "copies": copies})
    target.write_text(f"const site={site_data};{script}", "utf-8")


def pages(site: Site, language: str) -> dict[str, str]:
    """Return the texts of a language's pages, and of all that they load: address → text."""
    folders = (".", language)
    texts = {
        address_of(site, page): text
        for page, text in site.texts.items()
        if site.folder_of(page).partition("/")[0] in folders
        and page.parent.name not in LEFT_OUT
        and (page.name != WRONG or page.parent == site.folder)
    }
    for folder in ("assets", language):
        for file in sorted((site.folder / folder).rglob("*")):
            path = file.relative_to(site.folder)
            apart = APART.intersection(path.parts) or path.match(SEARCH_SCRIPT)
            if file.suffix in TEXT and not apart:
                texts[path.as_posix()] = file.read_text("utf-8")
    return texts


def search(site: Site, language: str) -> dict[str, str]:
    """Return the files of a language's search: address → text."""
    index = sorted((site.folder / language / "search").rglob("*.js"))
    files = [*index, *site.folder.glob(SEARCH_SCRIPT)]
    return {address_of(site, file): file.read_text("utf-8") for file in files}


def address_of(site: Site, file: Path) -> str:
    """Return the address of a file below the root: a page goes by its folder."""
    path = file.relative_to(site.folder).as_posix()
    return re.sub(r"(^|/)index\.html$", r"\1", path)
