"""Each verdict and each kind of source, a new one too, stands in every list of them.

What it is called in a language is looked at with the strings (ui_strings.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import get_args

from inputs.data import SourceKind, Verdict
from inputs.languages import Language

EVIDENCE = "overrides/assets/stylesheets/first/evidence.css"
NAME = re.compile(r"[\w-]+")


def problems(
    languages: Sequence[Language],
    root: Path,
    verdicts: Sequence[str] = get_args(Verdict),
    kinds: Sequence[str] = get_args(SourceKind),
) -> Iterator[str]:
    """Yield a message for each list below `root` that has some verdicts or kinds, but not all."""
    data = "name it in the comment at the head"
    yield from incomplete(root, "docs/data/claims.yml", {name: name for name in verdicts}, data)
    yield from incomplete(root, "docs/data/sources.yml", {name: name for name in kinds}, data)
    marks = {name: f'data-verdict="{name}"' for name in verdicts}
    yield from incomplete(root, EVIDENCE, marks, "give it a sign and a colour there")
    row = "add a row to the table of verdicts"
    line = "add a line that says what it means: '- **{}**: …'"
    lists = (("fact-check.md", "verdict", verdicts), ("sources.md", "source.kind", kinds))
    for language in languages:
        pages = f"docs/{language.folder}/pages"
        yield from incomplete(root, f"{pages}/components.md", marks, row)
        for page, key, names in lists:
            words = {name: called(f"{key}.{name}", language, languages) for name in names}
            bold = {name: f"**{word}**" for name, word in words.items() if word}
            yield from incomplete(root, f"{pages}/{page}", bold, line)


def called(key: str, language: Language, languages: Sequence[Language]) -> str:
    """Return the word for a verdict or a kind in a language.

    One that no language has a word for yet is called by its name. Where this language alone has no
    word, this one is empty: ui_strings.py tells that it is missing.
    """
    known = any(key in other.strings for other in languages)
    return language.strings.get(key, "" if known else key.rpartition(".")[2])


def incomplete(root: Path, file: str, marks: Mapping[str, str], mend: str) -> Iterator[str]:
    """Yield a message for each name whose mark a file lacks, if it has any of the others.

    In a data file the marks are names in the comment at its head. `mend` may have a place for the
    words of the mark.
    """
    path = root / file
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    head = takewhile(lambda line: line.startswith("#"), text.splitlines())
    there = NAME.findall(" ".join(head)) if path.suffix == ".yml" else text
    absent = [name for name, mark in marks.items() if mark not in there]
    if len(absent) < len(marks):
        for name in absent:
            yield f"{file}: '{name}' is missing; {mend.format(marks[name].strip('*'))}."
