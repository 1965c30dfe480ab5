"""What readers type is known in every language, or the search of one finds less than the others'.

Whether the words fit the pages is looked at where the index is made.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

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
        if name == SYNONYMS:
            groups = content.get("synonyms") or []
            content = {f"entry {at}": group for at, group in enumerate(groups, 1)}
        for language in languages:
            without = [
                entry
                for entry, words in content.items()
                if not (isinstance(words, dict) and language in words)
            ]
            # Words that mean the same in one language alone are fine, but not that it has none.
            if without and (name == QUESTIONS or len(without) == len(content)):
                yield (
                    f"{where}: {len(without)} entries have no line '{language}: [words, more "
                    f"words]', the first is {without[0]}; add it there."
                )
