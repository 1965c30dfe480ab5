"""How the steps read and write the built site."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Enough of a hash to tell the files of one site from each other and from their older versions.
DIGITS = 8


def digest(content: bytes) -> str:
    """Return the short hash that stands in the name of a file with this content."""
    return hashlib.sha256(content).hexdigest()[:DIGITS]


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and the address it is built for."""

    folder: Path
    url: str
    # The pages as the steps have left them: read once, written when all are done.
    texts: dict[Path, str] = field(default_factory=dict)
    changed: set[Path] = field(default_factory=set)
    # What pages and addresses were found to mean: hundreds of pages name the same few files.
    folders: dict[Path, str] = field(default_factory=dict)
    located: dict[str, Path | None] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """Return the path of the site on its host, with a slash at both ends."""
        return urlsplit(self.url).path.rstrip("/") + "/"

    def languages(self) -> list[str]:
        """Return the folders of the languages: each has a page of its own for wrong addresses."""
        return sorted(page.parent.name for page in self.folder.glob("*/404.html"))

    def parts(self) -> dict[str, Site]:
        """Return sites of the pages of each language alone, and under "" of those of none."""
        languages = set(self.languages())
        texts: dict[str, dict[Path, str]] = {}
        for page in self.pages():
            start = self.folder_of(page).partition("/")[0]
            name = start if start in languages else ""
            texts.setdefault(name, {})[page] = self.texts[page]
        return {
            name: replace(self, texts=own, changed=self.changed & own.keys())
            for name, own in texts.items()
        }

    def pages(self) -> list[Path]:
        """Return all pages."""
        if not self.texts:
            for file in self.files():
                if file.suffix == ".html":
                    self.texts[file] = file.read_text("utf-8")
        return list(self.texts)

    def files(self) -> Iterator[Path]:
        """Yield all files, pages among them, in an order that is always the same."""
        # Not by Path.rglob, which takes ten times as long for thousands of files.
        for folder, folders, names in os.walk(self.folder):
            folders.sort()
            yield from map(Path(folder).joinpath, sorted(names))

    def copies(self, pattern: str) -> list[Path]:
        """Return the files of the site, and of each language, that fit a pattern."""
        places = (pattern, f"*/{pattern}")
        return sorted(file for place in places for file in self.folder.glob(place))

    def scripts(self) -> list[Path]:
        """Return our scripts; the theme's own, which are minified already, go unused."""
        found = self.copies("assets/javascripts/*.js")
        return [file for file in found if not file.name.endswith(".min.js")]

    def rewrite(self, change: Callable[[Path, str], str]) -> None:
        """Give every page what `change` makes of its path and text."""
        for page in self.pages():
            old = self.texts[page]
            new = change(page, old)
            if new != old:
                self.texts[page] = new
                self.changed.add(page)

    def instead(self, page: Path, text: str, tags: re.Pattern[str], one: str) -> str:
        """Return a page's text with `one` in place of all tags that name files of the site.

        The pattern's group is the address; `one` stands where the first of them stood.
        """
        left = iter([one])

        def replace(match: re.Match[str]) -> str:
            return next(left, "") if self.locate(page, match[1]) else match[0]

        return tags.sub(replace, text)

    def save(self) -> None:
        """Write the pages that have changed."""
        for page in self.changed:
            page.write_text(self.texts[page], "utf-8")
        self.changed.clear()

    def folder_of(self, page: Path) -> str:
        """Return the folder of a page as a path below the site's; empty for the site's own."""
        if page not in self.folders:
            folder = page.relative_to(self.folder).parent.as_posix()
            self.folders[page] = "" if folder == "." else folder
        return self.folders[page]

    def locate(self, page: Path, address: str) -> Path | None:
        """Return the file that an address on a page means, if it is one of the site."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if not parts.path or (parts.netloc and parts.netloc != urlsplit(self.url).netloc):
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            if not path.startswith(self.root):
                return None
            path = path[len(self.root) :]
        else:
            path = posixpath.join(self.folder_of(page), path)
        path = posixpath.normpath(path)
        if path not in self.located:
            self.located[path] = self.find(path)
        return self.located[path]

    def named(self, pattern: re.Pattern[str]) -> list[Path]:
        """Return the files whose addresses a pattern finds in the pages, in their order."""
        found = (
            self.locate(page, address)
            for page in self.pages()
            for address in pattern.findall(self.texts[page])
        )
        return list(dict.fromkeys(file for file in found if file))

    def find(self, path: str) -> Path | None:
        """Return the file with this path below the site's folder, if there is one."""
        # The projects plugin moves the theme's files of all languages to the root; of the pages
        # that name them, it forgets those for wrong addresses.
        for place in (path, re.sub(r"^.*?/(?=assets/)", "", path)):
            file = self.folder / place
            inside = file.is_relative_to(self.folder) and not place.startswith("..")
            if inside and file.is_file():
                return file
        return None

    def link(self, page: Path, file: Path) -> str:
        """Return the address of a file as a page has to write it.

        A page for wrong addresses is shown at any depth, so it names files from the root.
        """
        path = file.relative_to(self.folder).as_posix()
        if page.name == "404.html":
            return self.root + path
        return posixpath.relpath(path, self.folder_of(page) or ".")
