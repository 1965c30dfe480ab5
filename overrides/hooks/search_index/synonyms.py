"""Words that mean the same: docs/data/synonyms.yml, and the names of terms in glossary.yml."""

import functools
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inputs.yaml_files import parse, read_text
from mkdocs.exceptions import PluginError

from search_index.tokens import key, units

FILE = "synonyms.yml"
PARTS = ("synonyms", "ignore")


@dataclass
class Synonyms:
    """What one language needs of the file; every word as the index keeps it.

    `groups` are the words of the language that mean the same, `others` those of the other
    languages, in the same order, `ignored` what a query can do without, `others_ignored` what one
    in another language can; `written` are the words of `groups` as they are written.
    """

    groups: list[list[str]]
    others: list[list[str]]
    ignored: list[str]
    others_ignored: list[str]
    written: list[str]

    @functools.cached_property
    def meant(self) -> set[str]:
        """All words of `groups`."""
        return {word for group in self.groups for word in group}


def read_synonyms(language: str, data: Path) -> Synonyms:
    """Read what the files in the folder `data` say about the words of a language.

    Raises PluginError that names the file, each wrong entry and what is wrong with it.
    """
    content = read(data / FILE)
    if not isinstance(content, dict) or not set(content) <= set(PARTS):
        raise PluginError(f"docs/data/{FILE}: has the parts {', '.join(PARTS)}, and no others.")
    groups, ignore = content.get("synonyms") or [], content.get("ignore") or {}
    wrong = [
        f"docs/data/{FILE}: {place}: write a line for each language, with its words in brackets, "
        "such as 'zh: [通讯录, 电话簿]'."
        for place, lists in [
            *((f"entry {at}", it) for at, it in enumerate(groups, 1)),
            ("ignore", ignore),
        ]
        if not (isinstance(lists, dict) and all(isinstance(it, list) for it in lists.values()))
        or not all(isinstance(word, str) for listed in lists.values() for word in listed)
    ]
    if wrong:
        raise PluginError("\n".join(wrong))
    entries = [*groups, *(names(term) for term in read(data / "glossary.yml"))]
    entries = [entry for entry in entries if entry.get(language)]
    return Synonyms(
        [keys(entry[language]) for entry in entries],
        [others(language, entry) for entry in entries],
        keys(ignore.get(language, [])),
        others(language, ignore),
        [word for entry in entries for word in entry[language]],
    )


def read(file: Path) -> Any:  # noqa: ANN401
    """Return what a data file holds, every value as text."""
    name = f"docs/data/{file.name}"
    return parse(read_text(file, name), name, as_text=True) or {}


def names(term: dict[str, Any]) -> dict[str, list[str]]:
    """Return all names of a term of the glossary in each language, also those we do not use."""
    kinds = [term.get(kind) or {} for kind in ("aliases", "forbidden")]
    return {
        language: [name, *(it for kind in kinds for it in kind.get(language) or [])]
        for language, name in term["term"].items()
    }


def others(language: str, entry: dict[str, list[str]]) -> list[str]:
    """Return the words of an entry in all languages but one, as the index keeps them."""
    return keys(word for name, words in entry.items() if name != language for word in words)


def keys(words: Iterable[str]) -> list[str]:
    """Return words as the index keeps them, each once."""
    return [word for word in dict.fromkeys(key(units(word)) for word in words) if word]


def check(language: str, data: Path, on_pages: Set[str]) -> None:
    """Stop the build where no word of an entry stands on the pages: `on_pages` are those that do.

    Raises PluginError that names the file and each such entry.
    """
    entries = read(data / FILE).get("synonyms") or []
    wrong = [
        f"docs/data/{FILE}: entry {number}: none of {', '.join(entry[language])} occurs on the "
        f"pages in '{language}'; add a word that the pages use, or remove the entry."
        for number, entry in enumerate(entries, 1)
        if entry.get(language) and on_pages.isdisjoint(keys(entry[language]))
    ]
    if wrong:
        raise PluginError("\n".join(wrong))
