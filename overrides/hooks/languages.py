"""Tell every template which languages the site has.

A language is a folder: every docs/<folder>/mkdocs.yml is one. Its `extra.language` gives the
name and the hreflang, its `extra.strings` the words of the interface. Templates find all of
them in `config.extra.languages`, and their own in `config.extra.locale` (none on the landing site).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Language:
    """One language of the site: its folder (also its path), name, hreflang and strings."""

    folder: str
    name: str
    hreflang: str
    strings: dict[str, str]


def read_languages(root: Path = ROOT) -> list[Language]:
    """Return the languages below `root`/docs, ordered as their folders' names.

    Raises PluginError if a language does not say its name or hreflang.
    """
    found = []
    for file in sorted((root / "docs").glob("*/mkdocs.yml")):
        with file.open("rb") as source:
            extra = yaml_load(source).get("extra") or {}
        about = extra.get("language") or {}
        for key in ("name", "hreflang"):
            if not about.get(key):
                raise PluginError(
                    f"{file.relative_to(root)}: extra.language.{key} is missing; "
                    "give the language's own name and its hreflang, as the other languages do."
                )
        strings = extra.get("strings") or {}
        found.append(Language(file.parent.name, about["name"], about["hreflang"], strings))
    return found


def on_config(config: MkDocsConfig) -> None:
    """Put the languages, and the one this site is in, where templates can read them."""
    languages = read_languages()
    folder = Path(config.config_file_path).parent.name
    config.extra["languages"] = languages
    config.extra["locale"] = next((item for item in languages if item.folder == folder), None)
