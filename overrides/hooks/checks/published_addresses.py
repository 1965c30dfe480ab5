"""Stop the build when an address that was once published leads nowhere any more.

docs/data/published.txt lists them all, sections included. It only grows: `make published` adds what
is new in the built site. It says how many it has, so that one that was lost by accident is missed.
A page that moved is looked for where its old path leads.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

from inputs.data import DATA
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

LIST = DATA / "published.txt"
NAME = "docs/data/published.txt"
COUNT = re.compile(r"^# (\d+) addresses", re.MULTILINE)
# The page for an old path (derived/aliases.py), and where it leads.
LEADS_TO = re.compile(r"""http-equiv=["']?refresh["']? content=["']0; url=([^"'>]+)""")
ID = re.compile(r"""\sid=["']?([^\s"'>]+)""")


def read_list(file: Path = LIST) -> list[str]:
    """Return the published addresses, such as /zh/limits/#operator-services."""
    return [line for line in read_text(file, NAME).splitlines() if line.startswith("/")]


def lost(file: Path = LIST) -> Iterator[str]:
    """Yield what is wrong with the list itself: it is gone, or shorter than it says."""
    try:
        listed, count = read_list(file), COUNT.search(read_text(file, NAME))
    except PluginError as error:
        yield f"{error} Restore it: its lines are only added."
        return
    if not count:
        yield (
            f"{NAME} no longer says how many addresses it has; restore it, or, if none is "
            f"missing, begin it with '# {len(listed)} addresses.'"
        )
    elif len(listed) < int(count[1]):
        yield (
            f"{NAME} has {len(listed)} addresses and says that it had {count[1]}: restore those "
            "that are missing. Other people link to them, so lines are only added."
        )


def gone(addresses: Iterable[str], site: Path) -> list[str]:
    """Return a message for each page that the built site does not have, and each lost section."""

    @cache
    def page(path: str) -> tuple[str, set[str]] | None:
        """Return where the page at a path is now, and its ids."""
        file = site / path.strip("/") / "index.html"
        if not file.is_file():
            return None
        text = file.read_text("utf-8")
        moved = LEADS_TO.search(text)
        return page(urljoin(path, moved[1])) if moved else (path, set(ID.findall(text)))

    found = []
    pages: Counter[str] = Counter()
    for address in addresses:
        path, _, name = address.partition("#")
        here = page(path)
        if here is None:
            pages[path] += bool(name)
        elif name and name not in here[1]:
            language, _, rest = here[0].strip("/").partition("/")
            file = f"docs/{language}/pages/{rest or 'index'}.md" if language else "docs/landing"
            found.append(
                f"{address}: {file} has no id '{name}'. Keep the old id beside the new one "
                f"or at the nearest heading: '{{ #new-id data-alias=\"{name}\" }}'."
            )
    for path, sections in pages.items():
        language, _, rest = path.strip("/").partition("/")
        also = f" and {sections} of its sections" if sections else ""
        found.append(
            f"{path}{also}: there is no such page. If it moved or was removed, add "
            f"'aliases: [{rest}/]' to the front matter of the page that takes its place below "
            f"docs/{language}/pages."
        )
    return found
