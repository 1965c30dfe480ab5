"""The languages of the site: every folder docs/<folder> with an mkdocs.yml is one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from mkdocs.exceptions import PluginError

from inputs.shape import Line, Shape, form, shaped
from inputs.yaml_files import parse, read_text

ROOT = Path(__file__).parents[3]
SHARED = "docs/language.yml"


class About(Shape):
    """What `extra.language` of a language says: its own name, and its code for browsers."""

    name: Line
    hreflang: Annotated[str, form(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", "a code such as en or zh-Hans")]


class Strings(dict[str, str]):
    """The strings of the interface in a language; one that is missing is told by its name."""

    def __init__(self, strings: Mapping[str, str], file: str) -> None:
        """Take the strings of a language; `file` is where they stand."""
        super().__init__(strings)
        self.file = file

    def __missing__(self, key: str) -> str:
        """Raise PluginError that names the file and the key."""
        raise PluginError(self.lacks(key))

    def lacks(self, key: str) -> str:
        """Return what to tell of a key without a text."""
        return (
            f"{self.file}: extra.strings has no text for '{key}'; add it there, or mend its name "
            "where overrides/ or the menu shows it."
        )


@dataclass(frozen=True)
class Language:
    """One language of the site: its folder (also its path), name, hreflang, strings and menu."""

    folder: str
    name: str
    hreflang: str
    strings: Strings
    menu: list[Any] = field(default_factory=list)
    # Pages that are at their addresses, but not in the menu.
    out_of_menu: tuple[str, ...] = ()


def read_languages(root: Path = ROOT) -> list[Language]:
    """Return the languages below `root`/docs, ordered as their folders' names.

    Raises PluginError that names each key that is missing or has the wrong shape.
    """
    found, wrong = [], []
    try:
        shared = read_config(root, SHARED)
    except PluginError as error:
        shared, wrong = {}, [str(error)]
    for file in sorted((root / "docs").glob("*/mkdocs.yml")):
        name = file.relative_to(root).as_posix()
        try:
            config = read_config(root, name)
            extra = config.get("extra") or {}
            about = shaped(About, extra.get("language") or {}, f"{name}: extra.language")
            strings = shaped(dict[str, str], extra.get("strings") or {}, f"{name}: extra.strings")
        except PluginError as error:
            wrong.append(str(error))
            continue
        menu = config.get("nav", shared.get("nav", []))
        left_out = str(config.get("not_in_nav", shared.get("not_in_nav")) or "").split()
        found.append(
            Language(
                file.parent.name,
                about.name,
                about.hreflang,
                Strings(strings, name),
                menu,
                tuple(path.removeprefix("/") for path in left_out),
            )
        )
    if wrong:
        raise PluginError("\n".join(wrong))
    return found


def page_names(folder: str) -> list[str]:
    """Return the names of a language's pages, in order, seen from the folder of its pages."""
    pages = ROOT / "docs" / folder / "pages"
    return sorted(file.relative_to(pages).as_posix() for file in pages.rglob("*.md"))


def page_source(folder: str, name: str) -> str:
    """Return where the page of a name is in a language, seen from the project's root."""
    return f"docs/{folder}/pages/{name}"


def page_path(name: str) -> str:
    """Return the path of the page of a name, seen from the home page of its language."""
    *folders, stem = name.removesuffix(".md").split("/")
    return "".join(f"{part}/" for part in (folders if stem == "index" else [*folders, stem]))


def read_config(root: Path, name: str) -> dict[str, Any]:
    """Return what a configuration file says by itself, without what it inherits.

    Raises PluginError if it is no YAML, no mapping, or names a key twice.
    """
    config = parse(read_text(root / name, name), name) or {}
    if not isinstance(config, dict) or not isinstance(config.get("extra") or {}, dict):
        raise PluginError(f"{name}: must hold keys, such as 'extra:' with more below it.")
    return config
