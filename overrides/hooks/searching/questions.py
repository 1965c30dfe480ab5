"""What docs/data/questions.yml says that readers type who want a certain section."""

from __future__ import annotations

from pathlib import Path

from inputs.data import DATA
from inputs.yaml_files import parse, read_text
from mkdocs.exceptions import PluginError

from searching.sections import Section

QUESTIONS = "docs/data/questions.yml"


def ask(sections: list[Section], language: str, data: Path = DATA) -> None:
    """Give each section the questions that the file has for it in a language.

    Raises PluginError that names the file, the entry and what is wrong with it.
    """
    content = parse(read_text(data / "questions.yml", QUESTIONS), QUESTIONS, as_text=True)
    if not isinstance(content, dict):
        raise PluginError(f"{QUESTIONS}: begin each entry with its section: 'limits#top:'.")
    known = {f"{section.page.strip('/') or 'index'}#{section.id}": section for section in sections}
    wrong, seen = [], {}
    for address, lists in content.items():
        listed = lists.get(language) if isinstance(lists, dict) else None
        if address not in known:
            wrong.append(f"{address}: there is no such section; mend the entry or remove it.")
        elif not isinstance(listed, list) or not all(isinstance(it, str) for it in listed):
            wrong.append(f"{address}: add a line '{language}: [words, more words]'.")
        else:
            wrong += [
                f"{address}: '{words}' stands at {seen[words]}, too; keep it where it fits best."
                for words in listed
                if words in seen
            ]
            seen |= dict.fromkeys(listed, address)
            known[address].questions = listed
    if wrong:
        raise PluginError("\n".join(f"{QUESTIONS}: {it}" for it in wrong))
