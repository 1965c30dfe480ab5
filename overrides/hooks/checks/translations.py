"""Notice when a section changes in one language and the others do not follow.

Each page records, section by section, which text of its counterparts it was last compared with:
`translation` in its front matter, short hashes that `make translated` writes. No language is the
master: whichever changes, the others are behind there. The build names them to the author, and
the page leads its reader to the newer text. A hash is of words alone, so moving an id, a link or
a citation, which parity.py watches, does not count as a change.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from content.directives import expand
from content.fences import parts
from inputs.data import read_data
from inputs.front_matter import BLOCK, read_front_matter
from inputs.languages import ROOT, Language, read_languages
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

HEADING = re.compile(r"^##? .*\{[^{}]*#([a-z0-9-]+)[^{}]*\}\s*$")
# What does not count as words: citations, targets of links, attribute lists, tags.
MARKUP = re.compile(r" ?\[@[^\]]*\]|(?<=\])\([^)]*\)|\{:? ?[#.][^{}\n]*\}|<[^<>]+>")
RECORD = re.compile(r"^translation:\n(?:[ ]+.*\n)*", re.MULTILINE)
# What these write is the same in all languages, or is compared where all of it stands.
NOT_COMPARED = ("checked", "sources")
CHANGED, UNCOMPARED = "is behind", "was never compared with"
# The hash of each section of a page.
Sections = dict[str, str]


class Translations:
    """The pages of all languages, each file read once."""

    def __init__(self, languages: Sequence[Language], root: Path = ROOT) -> None:
        """Begin with nothing read. Pages are below `root`/docs/<language>/pages."""
        self.languages = {language.folder: language for language in languages}
        self.root = root
        self.sections = cache(self._sections)
        self.record = cache(self._record)

    def pages(self, folder: str) -> list[str]:
        """Return the names of a language's pages."""
        start = self.root / "docs" / folder / "pages"
        return sorted(file.relative_to(start).as_posix() for file in start.rglob("*.md"))

    def exists(self, folder: str, name: str) -> bool:
        """Tell whether a language has a page."""
        return (self.root / path(folder, name)).exists()

    def _sections(self, folder: str, name: str) -> Sections:
        """Return the hash of each section of a page, as its data make it; its lead is `top`."""
        where = path(folder, name)
        text = read_text(self.root / where, where)
        meta, data = read_front_matter(text, where), read_data(list(self.languages))
        words = {"top": f"{meta.title} {meta.description} "}
        at = "top"
        language = self.languages[folder]
        text, _ = expand(BLOCK.sub("", text), language, data, leave_out=NOT_COMPARED)
        for is_code, part in parts(text):
            for line in part.splitlines():
                heading = None if is_code else HEADING.match(line)
                if heading:
                    at = heading[1]
                    words.setdefault(at, "")
                words[at] += MARKUP.sub("", line) + " "
        return {section: digest(text) for section, text in words.items()}

    def _record(self, folder: str, name: str) -> dict[str, Sections]:
        """Return what a page's front matter says it was compared with, by language."""
        where = path(folder, name)
        return read_front_matter(read_text(self.root / where, where), where).translation

    def behind(self, name: str, here: str, there: str) -> dict[str, list[str]]:
        """Return the sections of a page whose text in `there` is not the one it was compared with.

        Sections are listed under CHANGED or UNCOMPARED; no section is named of a page never
        compared at all.
        """
        found: dict[str, list[str]] = {}
        if here == there or not self.exists(there, name):
            return found
        recorded = self.record(here, name).get(there)
        if not recorded:
            return {UNCOMPARED: []}
        for section, now in self.sections(there, name).items():
            if section not in recorded:
                found.setdefault(UNCOMPARED, []).append(section)
            elif recorded[section] != now:
                found.setdefault(CHANGED, []).append(section)
        return found

    def report(self, here: str) -> Iterator[str]:
        """Yield a message for each page that is behind another language's, or never compared."""
        for name in self.pages(here):
            for there in self.languages:
                for state, found in self.behind(name, here, there).items():
                    partly = 0 < len(found) < len(self.sections(there, name))
                    where = f" in {', '.join(found)}" if partly else ""
                    yield (
                        f"Translation: {path(here, name)} {state} {path(there, name)}{where}. "
                        f"When they say the same: make translated PAGE={name.removesuffix('.md')}"
                    )


def path(folder: str, name: str) -> str:
    """Return where a page is, seen from the project's root."""
    return f"docs/{folder}/pages/{name}"


def digest(words: str) -> str:
    """Return the short hash of a text; white space counts as one space."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]


# -----------------------------------------------------------------------------


def recorded(
    known: Translations, name: str, section: str, folders: Sequence[str]
) -> dict[Path, str]:
    """Return the sources of a page, by file, with the record that the languages say the same now.

    With a section, only that of it. Raises PluginError if there is no such section.
    """
    written = {}
    for here in folders:
        if not known.exists(here, name):
            continue
        record = dict(known.record(here, name))
        for there in folders:
            if there == here or not known.exists(there, name):
                continue
            now = known.sections(there, name)
            if section and section not in now:
                raise PluginError(f"{path(there, name)} has no section '{section}'")
            old = record.get(there) or {}
            record[there] = {
                key: hashed if section in ("", key) else old[key]
                for key, hashed in now.items()
                if section in ("", key) or key in old
            }
        file = known.root / path(here, name)
        written[file] = with_record(read_text(file, path(here, name)), record)
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

    Nothing is written before everything was understood, and each file in one step.
    """
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("page", nargs="?", default="", help="limits, limits#cloud-services, or all")
    parser.add_argument("--languages", help="the folders that were compared, such as 'zh en'")
    given = parser.parse_args()
    try:
        languages = read_languages()
        folders = (given.languages or "").split() or [language.folder for language in languages]
        known = Translations(languages)
        if given.page:
            written = asked(known, given.page, folders)
            replace_all(written)
            known = Translations(languages)
        left = [text for folder in folders for text in known.report(folder)]
    except PluginError as error:
        raise SystemExit(str(error)) from error
    print("\n".join(left) or "All translations are up to date.")
    if left and not given.page:
        print("Nothing was recorded. When you have compared them: make translated PAGE=…, or all")


def asked(known: Translations, words: str, folders: Sequence[str]) -> dict[Path, str]:
    """Return what to write for a page or a section, as the command line names it, or for all.

    Raises PluginError if there is none of that name.
    """
    page, _, section = words.partition("#")
    every = {name for folder in folders for name in known.pages(folder)}
    names = sorted(every) if page == "all" else [f"{page.removesuffix('.md').strip('/')}.md"]
    if not every.issuperset(names):
        raise PluginError(f"there is no {path(folders[0], names[0])}; give a page such as 'limits'")
    return {
        file: text
        for name in names
        for file, text in recorded(known, name, section, folders).items()
    }


def replace_all(written: Mapping[Path, str]) -> None:
    """Write all files, or none: each is written beside itself first."""
    new = {file: file.with_name(f".{file.name}.new") for file in written}
    try:
        for file, beside in new.items():
            beside.write_text(written[file], "utf-8")
        for file, beside in new.items():
            beside.replace(file)
    finally:
        for beside in new.values():
            beside.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
