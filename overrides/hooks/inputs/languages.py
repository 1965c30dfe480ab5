"""The languages of the site: every folder docs/<folder> with an mkdocs.yml is one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from mkdocs.exceptions import PluginError

from inputs.shape import Line, Shape, form, shaped
from inputs.yaml_files import parse, read_text

ROOT = Path(__file__).parents[3]


class About(Shape):
    """What `extra.language` of a language says: its own name, and its code for browsers."""

    name: Line
    hreflang: Annotated[str, form(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", "a code such as en or zh-Hans")]


@dataclass(frozen=True)
class Language:
    """One language of the site: its folder (also its path), name, hreflang and strings."""

    folder: str
    name: str
    hreflang: str
    strings: dict[str, str]


def read_languages(root: Path = ROOT) -> list[Language]:
    """Return the languages below `root`/docs, ordered as their folders' names.

    Raises PluginError that names each key of `extra` that is missing or has the wrong shape.
    """
    found, wrong = [], []
    for file in sorted((root / "docs").glob("*/mkdocs.yml")):
        name = file.relative_to(root).as_posix()
        try:
            extra = (parse(read_text(file, name), name) or {}).get("extra") or {}
            about = shaped(About, extra.get("language") or {}, f"{name}: extra.language")
            strings = shaped(dict[str, str], extra.get("strings") or {}, f"{name}: extra.strings")
            found.append(Language(file.parent.name, about.name, about.hreflang, strings))
        except PluginError as error:
            wrong.append(str(error))
    if wrong:
        raise PluginError("\n".join(wrong))
    return found
