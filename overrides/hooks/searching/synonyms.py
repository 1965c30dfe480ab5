"""What docs/data/synonyms.yml and the glossary say about words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from inputs.data import DATA
from inputs.yaml_files import parse, read_text
from mkdocs.exceptions import PluginError

from searching.words import HAN, PARTICLES, phrase

SYNONYMS = "docs/data/synonyms.yml"
PARTS = ("synonyms", "ignore", "boost")


@dataclass
class Synonyms:
    """What the file says, and the terms of the glossary; the first `own` groups are the file's."""

    groups: list[dict[str, list[str]]]
    ignore: dict[str, list[str]]
    boost: dict[str, float]
    own: int


def read_synonyms(data: Path = DATA) -> Synonyms:
    """Read and check the synonyms, and add the terms of the glossary with their rivals.

    Raises PluginError that names the file, the entry and what is wrong with it.
    """
    content = parse(read_text(data / "synonyms.yml", SYNONYMS), SYNONYMS, as_text=True)
    if not isinstance(content, dict) or not set(content) <= set(PARTS):
        raise PluginError(f"{SYNONYMS}: has the parts {', '.join(PARTS)}, and no others.")
    groups, ignore = content.get("synonyms") or [], content.get("ignore") or {}
    wrong = [
        f"{SYNONYMS}: {place}: write a line for each language, with its words in brackets, "
        "such as 'zh: [通讯录, 电话簿]'."
        for place, lists in [
            *((f"entry {at}", it) for at, it in enumerate(groups, 1)),
            ("ignore", ignore),
        ]
        if not (isinstance(lists, dict) and all(isinstance(it, list) for it in lists.values()))
        or not all(isinstance(word, str) for listed in lists.values() for word in listed)
    ]
    boost = {}
    for address, value in (content.get("boost") or {}).items():
        if re.fullmatch(r"0\.\d+|1", str(value)):
            boost[address] = float(value)
        else:
            wrong.append(f"{SYNONYMS}: boost: '{address}' needs a number from 0.1 to 1.")
    if wrong:
        raise PluginError("\n".join(wrong))
    glossary = data / "glossary.yml"
    entries = parse(glossary.read_text("utf-8"), glossary.name) if glossary.is_file() else []
    listed = [
        {
            language: [name, *names(term, "aliases", language), *names(term, "forbidden", language)]
            for language, name in term["term"].items()
        }
        for term in entries
    ]
    return Synonyms([*groups, *listed], ignore, boost, len(groups))


def names(term: dict[str, dict], key: str, language: str) -> list[str]:
    """Return the other names of a term of the glossary."""
    return list((term.get(key) or {}).get(language) or [])


def aliases(synonyms: Synonyms, language: str, text: str) -> dict[str, list[str]]:
    """Return, for each word a reader may type, the words of the site that mean the same.

    `text` is the whole site, as `phrase` makes it. Raises PluginError that names each entry of
    the file without a word that occurs on the site.
    """
    spaced = f" {text} "
    found: dict[str, list[str]] = defaultdict(list)
    wrong = []
    for number, group in enumerate(synonyms.groups, 1):
        words = {
            name: [phrase(PARTICLES.sub("", word) or word) for word in listed]
            for name, listed in group.items()
        }
        here = [
            word
            for word in words.get(language, [])
            if word and (word in text if HAN.match(word) else f" {word} " in spaced)
        ]
        if language in group and not here and number <= synonyms.own:
            wrong.append(
                f"{SYNONYMS}: entry {number}: none of {', '.join(group[language])} occurs on the "
                f"pages in '{language}'; add a word that the pages use, or remove the entry."
            )
        for word in (word for listed in words.values() for word in listed if word):
            if HAN.search(word) and not HAN.fullmatch(word):
                continue
            # A longer phrase with the word in it is found by the word itself.
            found[word] += [
                other
                for other in here
                if other not in found[word]
                and not (word in other if HAN.match(word) else f" {word} " in f" {other} ")
            ]
    if wrong:
        raise PluginError("\n".join(wrong))
    # Several words are kept as if they were written as one, as someone may.
    for word in [word for word in found if " " in word]:
        others = ([word] if f" {word} " in spaced else []) + found.pop(word)
        joined = word.replace(" ", "")
        found[joined] += [other for other in others if other not in found[joined]]
    return {word: others for word, others in found.items() if others}
