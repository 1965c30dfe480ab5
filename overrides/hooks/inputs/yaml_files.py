"""Read a YAML file so that every mistake in it is told with its place.

PyYAML alone lets the second of two equal keys win, and ends in a traceback where a file is not
UTF-8.
"""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import PluginError


class Strict:
    """Refuses, in a loader, a key that stands twice, and one that is no word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the mapping that a node stands for; YAMLError if one of its keys is refused."""
        refuse_keys(node)
        return super().construct_mapping(node, deep)  # type: ignore[misc, no-any-return]


# By the parser in C where PyYAML has it: it is some thirty times as fast.
class Loader(Strict, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads values as YAML means them."""


class TextLoader(Strict, getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Reads every value as it is written: to YAML, "no" and "2" are no words."""


# What the parser's words mean to an author.
HINTS = {
    "mapping values": "write ': ' after a key, and put a text that has a colon in quotes",
    "end of stream": "a quote or a bracket is opened and never closed",
    "cannot start any token": "indent by spaces, not by a tab, and put a text that begins with a "
    "sign in quotes",
    "expected <block end>": "indent the keys that belong together alike",
    "expected key": "indent the keys that belong together alike, and write ': ' after each",
    "out of range": "there is no such day",
    "must be in": "there is no such day",
}


def read_text(file: Path, name: str) -> str:
    """Return the text of a file, without the byte-order mark and carriage returns of some editors.

    `name` is what messages call the file. Raises PluginError if it is missing or is not UTF-8.
    """
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError as error:
        raise PluginError(f"{name} is missing; the build needs it.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise PluginError(
            f"{name}, line {line}: not UTF-8; save the file in the encoding UTF-8."
        ) from error


def parse(text: str, name: str, *, first_line: int = 1, as_text: bool = False) -> Any:  # noqa: ANN401
    """Return what YAML holds; with `as_text`, every value as a string.

    `first_line` is the number of the text's first line in the file `name`. Raises PluginError
    that names the file and the line of the first mistake.
    """
    try:
        return yaml.load(text, TextLoader if as_text else Loader)  # noqa: S506, both load data only
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + first_line
        raise PluginError(
            f"{name}, line {line}: not valid YAML: {hinted(error.problem or error.context or '')}."
        ) from error
    except (yaml.YAMLError, ValueError) as error:
        raise PluginError(f"{name}: not valid YAML: {hinted(str(error))}.") from error


def hinted(problem: str) -> str:
    """Return the parser's words, with ours where they are hard to understand."""
    hint = next((hint for words, hint in HINTS.items() if words in problem), "")
    return f"{problem}; {hint}" if hint else problem


def refuse_keys(node: yaml.MappingNode) -> None:
    """Raise YAMLError if a key stands twice, for the second would silently win, or is no word."""
    seen: set[str] = set()
    for key, _ in node.value:
        wrong = ""
        if not isinstance(key, yaml.ScalarNode):
            wrong = "a key must be a word; put a text that begins with '{' or '[' in quotes"
        elif key.value in seen:
            wrong = f"the key '{key.value}' stands twice"
        if wrong:
            raise yaml.MarkedYAMLError(problem=wrong, problem_mark=key.start_mark)
        seen.add(key.value)
