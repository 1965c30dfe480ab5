"""What readers type is known in every language, or the search of one finds less than the others'.

Whether the words fit the pages is looked at where the index is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from inputs.data import DATA
from inputs.yaml_files import parse, read_text
from mkdocs.exceptions import PluginError

QUESTIONS, SYNONYMS = "questions.yml", "synonyms.yml"


def problems(languages: Sequence[str], data: Path = DATA) -> Iterator[str]:
    """Yield what the two files lack: one line a language and file, however many entries."""
    for name in (QUESTIONS, SYNONYMS):
        where = f"docs/data/{name}"
        try:
            content = parse(read_text(data / name, where), where, as_text=True)
        except PluginError as error:
            yield str(error)
            continue
        if not isinstance(content, dict):
            yield f"{where} is empty; restore it, or write {{}} where there is nothing to say."
            continue
        for language in languages:
            yield from lacking(where, content, language)


def lacking(where: str, content: dict[str, Any], language: str) -> Iterator[str]:
    """Yield what a file lacks in a language."""
    if where.endswith(QUESTIONS):
        entries = list(content.items())
    else:
        groups = content.get("synonyms") or []
        entries = [(f"entry {at}", group) for at, group in enumerate(groups, 1)]
        # Words of one language alone are fine, but not that a language has none at all.
        if any(isinstance(group, dict) and language in group for _, group in entries):
            return
    without = [
        name for name, entry in entries if not (isinstance(entry, dict) and language in entry)
    ]
    if without:
        yield (
            f"{where}: {len(without)} entries have no line '{language}: [words, more words]', "
            f"the first is {without[0]}; add it there."
        )
