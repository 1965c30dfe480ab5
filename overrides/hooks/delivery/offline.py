"""Let the site open without a network: a service worker, and for each language one file of it.

The worker is assets/javascripts/service-worker.js; pages get it by reader/offline.js. Where
`extra.offline` in mkdocs.yml is off, the worker written is one that removes itself, so a
browser that has one from before gets rid of it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from delivery.markup import short_script
from delivery.site import Site, digest

WORKER = "assets/javascripts/service-worker.js"
TARGET = "service-worker.js"
# The pages a reader reads; a whole language on one page is for printing.
LEFT_OUT = {"print"}
TEXT = {".js", ".css", ".json", ".svg"}
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
ADDRESS = re.compile(r'="?([^"\s>]+\.[a-z]+)(?=["\s>])')

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


def keep(site: Site, language: str) -> str:
    """Write the copy of a language and return where it is."""
    content = json.dumps(copy(site, language), ensure_ascii=False, separators=(",", ":"))
    file = site.folder / f"assets/offline/{language}.{digest(content.encode())}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")
    return file.relative_to(site.folder).as_posix()


def publish(site: Site, worker: str, *, wanted: bool) -> None:
    """Write the worker, and the copies that it keeps; where none is wanted, one that goes away."""
    target = site.folder / TARGET
    if not wanted:
        target.write_text(short_script(REMOVE), "utf-8")
        return
    languages = {language: keep(site, language) for language in site.languages()}
    script = short_script(worker)
    version = digest(json.dumps([languages, script]).encode())
    site_data = json.dumps({"version": version, "languages": languages})
    target.write_text(f"const site={site_data};{script}", "utf-8")


def copy(site: Site, language: str) -> dict[str, object]:
    """Return the files of a language, with those that all share: address → text.

    Compression does not reach from one page to the next, so the styles in the pages, the same
    in many, stand beside them once; the worker puts them back.
    """
    styles: list[str] = []

    def number(match: re.Match[str]) -> str:
        if match[1] not in styles:
            styles.append(match[1])
        return f"<style>{styles.index(match[1])}</style>"

    folders = ("", language)
    texts = {
        page: site.texts[page]
        for page in site.pages()
        if site.folder_of(page).partition("/")[0] in folders and page.parent.name not in LEFT_OUT
    }
    files = {
        file
        for page, text in texts.items()
        for address in ADDRESS.findall(text)
        if (file := site.locate(page, address)) and file.suffix in TEXT
    }
    # The parts of the search index are named in the index only.
    search = site.folder / language / "search"
    files.update(file for file in search.rglob("*") if file.suffix in TEXT)
    contents = {
        **{address_of(site, page): STYLE.sub(number, text) for page, text in texts.items()},
        **{address_of(site, file): file.read_text("utf-8") for file in sorted(files)},
    }
    return {"styles": styles, "files": contents}


def address_of(site: Site, file: Path) -> str:
    """Return the address of a file below the root: a page goes by its folder."""
    path = file.relative_to(site.folder).as_posix()
    return re.sub(r"(^|/)index\.html$", r"\1", path)
