"""Read the files of docs/data: by the fast parser, and once for all hooks that want a file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import PluginError

DATA = Path(__file__).parents[2] / "docs" / "data"
# The parser in C, where PyYAML has it: it is some thirty times as fast.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The same for words: every one as it is written, for to YAML "no" and "2" are none.
WORDS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_data(name: str) -> Any:  # noqa: ANN401
    """Return what the file `name` of docs/data holds; treat it as read-only, others share it.

    Raises PluginError that names the file, and the line, if it is missing or is not YAML.
    """
    file = DATA / name
    if not file.is_file():
        raise PluginError(f"docs/data/{name} is missing; the build needs it.")
    return parse(file, file.stat().st_mtime_ns)


@lru_cache
def parse(file: Path, _changed: int) -> Any:  # noqa: ANN401
    """Parse a file as it was at its last change."""
    try:
        return yaml.load(file.read_text("utf-8"), LOADER)  # noqa: S506, a safe loader
    except yaml.YAMLError as error:
        raise PluginError(f"docs/data/{file.name} is not valid YAML: {error}") from error


def read_words(file: Path) -> Any:  # noqa: ANN401
    """Return what a file of words holds, all of it as strings; nothing if there is no such file.

    Raises PluginError that names the file, and the line, if it is not YAML.
    """
    if not file.is_file():
        return {}
    try:
        return yaml.load(file.read_text("utf-8"), WORDS) or {}  # noqa: S506, it makes strings only
    except yaml.YAMLError as error:
        raise PluginError(f"docs/data/{file.name}: cannot be read: {error}") from error
