"""Store every file the pages need once, under a name that says its content; drop the others.

A browser may then keep such a file for ever: another content has another name. So no page can
ever be shown with the styles, scripts or search index of another version of the site.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import defaultdict
from pathlib import Path

from delivery.site import Site, digest

# Any attribute may name a file: src and href, content of a share picture, data-* for a script.
VALUE = re.compile(r'="([^"<>\s]+\.[a-z0-9]+(?:[?#][^"<>\s]*)?)"')
# What hosts, search engines and browsers ask for by this name.
FIXED = re.compile(r"(^|/)(\.[^/]+|_[^/]+|[^/]+\.(html|xml|txt|gz)|service-worker\.js)$")
HASH = re.compile(r"[0-9a-f]{8}")
# What may name a file or a folder of files.
WORD = re.compile(r"[\w.-]+")
TEXT = (".js", ".css", ".json", ".svg", ".txt", ".xml", ".webmanifest")


def store(site: Site) -> dict[Path, Path]:
    """Copy what the pages name to where it is stored, remove the rest, and return what is where."""
    named = {
        file
        for page in site.pages()
        for address in VALUE.findall(site.texts[page])
        if (file := site.locate(page, address)) and not FIXED.search(file.name)
    }
    stored = {file: place(file) for file in sorted(named)}
    for file, target in stored.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    remove(site, set(stored.values()))
    return stored


def rename(site: Site, stored: dict[Path, Path]) -> None:
    """Let the pages name files where they are stored; what they name now, the site remembers."""

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


def remove(site: Site, used: set[Path]) -> None:
    """Remove the files that nothing names.

    A script names files, too; an index names the folder of its parts.
    """
    left = {file for file in site.files() if file not in used and not FIXED.search(file.name)}
    named: dict[str, list[Path]] = defaultdict(list)
    for file in left:
        named[file.name].append(file)
        if is_part(file):
            named[file.parent.name].append(file)
    queue = [*used]
    while queue:
        file = queue.pop()
        if file.suffix in TEXT and not is_part(file):
            for word in named.keys() & set(WORD.findall(file.read_text("utf-8"))):
                queue += (found := left.intersection(named[word]))
                left -= found
    for file in left:
        file.unlink()
    for folder, _, _ in os.walk(site.folder, topdown=False):
        if not os.listdir(folder):
            os.rmdir(folder)


def is_part(file: Path) -> bool:
    """Tell whether a file is one of the hundreds of parts of a search index: they name nothing."""
    return file.parent.parent.name == "search" and bool(HASH.fullmatch(file.parent.name))
