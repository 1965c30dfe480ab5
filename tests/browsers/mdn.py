"""Look up in MDN's data since when browsers have a name: all of it, out of its npm package."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from browsers.engines import CACHE, file_from_npm
from bundling.oldest_browsers import OLDEST

PACKAGE = "@mdn/browser-compat-data@8.1.9"
SHA256 = "c99eff2b2ebf5ead405de12ed3bd7f40534bcb9966ca4a7679b01335146b472c"
FILE = CACHE / "mdn.json"
# As MDN calls the browsers that browserslist calls otherwise.
NAMES = {"ios_saf": "safari_ios"}

Tree = dict[str, Any]


def get() -> None:
    """Get the data, if it is not there. Raises MissingError."""
    file_from_npm(PACKAGE, SHA256, "data.json", FILE)


@cache
def data() -> Tree:
    """Return all of it."""
    tree: Tree = json.loads(FILE.read_text("utf-8"))
    return tree


def number(version: str) -> float:
    """Return a version such as 15.4 or ≤72 as a number that can be compared."""
    major, _, minor = version.lstrip("≤").partition(".")
    return int(major) + int(minor.partition(".")[0] or 0) / 100


def lacking(compat: Tree) -> dict[str, str]:
    """Return which of the oldest browsers do not have a thing, and the first version that does."""
    found = {}
    for name, oldest in OLDEST.items():
        first = "no version"
        statements = compat["support"].get(NAMES.get(name, name), [])
        for it in statements if isinstance(statements, list) else [statements]:
            added = it["version_added"]
            other = {"flags", "prefix", "alternative_name", "version_removed"} & set(it)
            if not isinstance(added, str) or added == "preview" or other:
                continue
            if number(added) <= oldest:
                break
            first = added
        else:
            found[name] = first
    return found


def members(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Yield every name in a part of the data, with what is said of it."""
    for name, below in tree.items():
        if name == "__compat" or not isinstance(below, dict):
            continue
        if "__compat" in below:
            yield name, below["__compat"]
        yield from members(below)


@cache
def newer_names() -> dict[str, dict[str, str]]:
    """Return the names that no object of the oldest browsers has, and who has them since when.

    A name that one object has long had and another only lately cannot be told apart.
    """
    known: set[str] = set()
    newer: dict[str, dict[str, str]] = {}
    tree = data()
    for part in (tree["api"], tree["javascript"]["builtins"]):
        for name, compat in members(part):
            missing = lacking(compat)
            if missing:
                newer.setdefault(name, missing)
            else:
                known.add(name)
    return {name: missing for name, missing in newer.items() if name not in known}


def newer_properties(names: set[str]) -> dict[str, dict[str, str]]:
    """Return those properties of styles that some of the oldest browsers do not have."""
    all_of_them = data()["css"]["properties"]
    missing = {name: lacking(all_of_them[name]["__compat"]) for name in names & set(all_of_them)}
    return {name: browsers for name, browsers in missing.items() if browsers}
