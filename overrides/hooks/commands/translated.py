"""Record that the languages say the same: `make translated PAGE=limits#cloud-services`.

What is recorded, and what it is for, stands in checks/translations.py.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from checks.translations import Sections, Translations
from inputs.languages import ROOT, page_names, page_source, read_languages
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

RECORD = re.compile(r"^translation:\n(?:[ ]+.*\n)*", re.MULTILINE)


def recorded(known: Translations, name: str, section: str) -> dict[Path, str]:
    """Return the sources of a page, by file, with the record that the languages say the same now.

    With a section, only that of it. Raises PluginError if there is no such section.
    """
    written = {}
    having = [folder for folder in known.languages if known.exists(folder, name)]
    for here in having:
        record = dict(known.record(here, name))
        for there in having:
            now = known.sections(there, name)
            if section and section not in now:
                raise PluginError(f"{page_source(there, name)} has no section '{section}'")
            if there != here:
                kept = {**record.get(there, {}), section: now[section]} if section else now
                record[there] = {key: kept[key] for key in now if key in kept}
        file = ROOT / page_source(here, name)
        written[file] = with_record(read_text(file, page_source(here, name)), record)
    return written


def with_record(text: str, record: Mapping[str, Sections]) -> str:
    """Return the source of a page with the record in its front matter, and nothing else changed."""
    lines = ["translation:"]
    for folder, found in record.items():
        lines.append(f"  {folder}:")
        lines += [f'    {section}: "{hashed}"' for section, hashed in found.items()]
    start, front, rest = re.split(r"^---[ \t]*\n", text, maxsplit=2, flags=re.MULTILINE)
    front = RECORD.sub("", front) + "\n".join(lines) + "\n"
    return f"{start}---\n{front}---\n{rest}"


def main() -> None:
    """Record what the command line names: a page, a section of one, or all; else list what is due.

    Nothing is written before everything was understood.
    """
    page = " ".join(sys.argv[1:])
    try:
        languages = read_languages()
        if page:
            for file, text in asked(Translations(languages), page).items():
                file.write_text(text, "utf-8")
        known = Translations(languages)
        left = [text for folder in known.languages for text in known.report(folder)]
    except PluginError as error:
        raise SystemExit(str(error)) from error
    print("\n".join(left) or "All translations are up to date.")
    if left and not page:
        print("Nothing was recorded. When you have compared them: make translated PAGE=…, or all")


def asked(known: Translations, words: str) -> dict[Path, str]:
    """Return what to write for a page or a section, as the command line names it, or for all.

    Raises PluginError if there is none of that name.
    """
    page, _, section = words.partition("#")
    every = {name for folder in known.languages for name in page_names(folder)}
    names = sorted(every) if page == "all" else [f"{page.removesuffix('.md').strip('/')}.md"]
    if not every.issuperset(names):
        place = page_source(next(iter(known.languages)), names[0])
        raise PluginError(f"there is no {place}; give a page such as 'limits'")
    return {file: text for name in names for file, text in recorded(known, name, section).items()}


if __name__ == "__main__":
    main()
