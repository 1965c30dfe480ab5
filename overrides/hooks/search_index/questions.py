"""What docs/data/questions.yml says that readers ask who want a certain section."""

from pathlib import Path

from inputs.yaml_files import parse, read_text
from mkdocs.exceptions import PluginError

from search_index.sections import Section

FILE = "questions.yml"


def ask(sections: list[Section], language: str, data: Path) -> None:
    """Give each section the questions that the file has for it in a language.

    `data` is the folder of data files. Raises PluginError that names the file, each wrong entry
    and what is wrong with it.
    """
    name = f"docs/data/{FILE}"
    content = parse(read_text(data / FILE, name), name, as_text=True) or {}
    if not isinstance(content, dict):
        raise PluginError(f"docs/data/{FILE}: begin each entry with its section: 'limits#top:'.")
    known = {section.address: section for section in sections}
    renamed = {it.at(old): it.address for it in sections for old in it.old_ids}
    wrong: list[str] = []
    seen: dict[str, str] = {}
    for address, lists in content.items():
        listed = lists.get(language) if isinstance(lists, dict) else None
        if address in renamed:
            wrong.append(f"{address}: this section is now {renamed[address]}; rename it here, too.")
        elif address not in known:
            wrong.append(f"{address}: there is no such section; rename or remove it here.")
        elif not isinstance(listed, list) or not all(isinstance(it, str) for it in listed):
            wrong.append(f"{address}: add a line '{language}: [words, more words]'.")
        else:
            for words in listed:
                if words in seen:
                    wrong.append(
                        f"{address}: '{words}' stands at {seen[words]}, too; keep it where it fits "
                        "best."
                    )
                seen[words] = address
            known[address].questions = listed
    if wrong:
        raise PluginError("\n".join(f"docs/data/{FILE}: {it}" for it in wrong))
