"""How the steps read and write the built site."""

import hashlib
import os
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
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

    @cached_property
    def texts(self) -> dict[Path, str]:
        """The pages as the steps have left them: read once, written when all are done."""
        pages = (file for file in self.files() if file.suffix == ".html")
        return {page: page.read_text("utf-8") for page in pages}

    @property
    def root(self) -> str:
        """Return the path of the site on its host, with a slash at both ends."""
        return urlsplit(self.url).path.rstrip("/") + "/"

    def languages(self) -> list[str]:
        """Return the folders of the languages: each has a page of its own for wrong addresses."""
        return sorted(page.parent.name for page in self.folder.glob("*/404.html"))

    def files(self) -> Iterator[Path]:
        """Yield all files, pages among them, in an order that is always the same."""
        # Not by Path.rglob, which takes ten times as long for thousands of files.
        for folder, folders, names in os.walk(self.folder):
            folders.sort()
            yield from map(Path(folder).joinpath, sorted(names))

    def rewrite(self, change: Callable[[Path, str], str]) -> None:
        """Give every page what `change` makes of its path and text."""
        for page, text in self.texts.items():
            self.texts[page] = change(page, text)

    def save(self) -> None:
        """Write all pages as the steps have left them."""
        for page, text in self.texts.items():
            page.write_text(text, "utf-8")

    def folder_of(self, page: Path) -> str:
        """Return the folder of a page as a path below the site's; a dot for the site's own."""
        return page.relative_to(self.folder).parent.as_posix()

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
        file = self.folder / path
        inside = self.folder in file.parents and not path.startswith("..")
        return file if inside and file.is_file() else None
