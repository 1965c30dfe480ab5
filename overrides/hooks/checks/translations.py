"""Notice when a section changes in one language and the others do not follow.

Each page records, section by section, which text of its counterparts it was last compared with:
`translation` in its front matter, short hashes that `make translated` writes. No language is the
master: whichever changes, the others are behind there. The build names them to the author, and
the page leads its reader to the newer text. A hash is of words alone, so moving an id, a link or
a citation, which parity.py watches, does not count as a change.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache

from content.directives import expand
from content.fences import parts
from inputs.data import read_data
from inputs.front_matter import body_of, read_front_matter
from inputs.languages import ROOT, Language, page_names, page_source
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

HEADING = re.compile(r"^##? .*\{[^{}]*#([a-z0-9-]+)[^{}]*\}\s*$")
# What does not count as words: citations, targets of links, attribute lists, tags.
MARKUP = re.compile(r" ?\[@[^\]]*\]|(?<=\])\([^)]*\)|\{:? ?[#.][^{}\n]*\}|<[^<>]+>")
# Directives whose text is left out of the comparison: claims are compared on the page that has all
# of them, and the titles of sources are the same in every language.
NOT_COMPARED = ("checked", "sources")
CHANGED, UNCOMPARED = "is behind", "was never compared with"
# The hash of each section of a page.
Sections = dict[str, str]


class Translations:
    """The pages of all languages, each file read once."""

    def __init__(self, languages: Sequence[Language]) -> None:
        """Begin with nothing read."""
        self.languages = {language.folder: language for language in languages}
        self.sections = cache(self._sections)
        self.record = cache(self._record)

    def exists(self, folder: str, name: str) -> bool:
        """Tell whether a language has a page."""
        return (ROOT / page_source(folder, name)).exists()

    def _sections(self, folder: str, name: str) -> Sections:
        """Return the hash of each section of a page, as its data make it; its lead is `top`.

        Raises PluginError that names what its directives lack.
        """
        where = page_source(folder, name)
        text = read_text(ROOT / where, where)
        meta, data = read_front_matter(text, where), read_data(list(self.languages))
        words = {"top": f"{meta.title} {meta.description} "}
        at = "top"
        language = self.languages[folder]
        text, wrong = expand(text, where, language, data, leave_out=NOT_COMPARED)
        if wrong:
            raise PluginError("\n".join(wrong))
        for is_code, part in parts(body_of(text)[1]):
            for line in part.splitlines():
                heading = None if is_code else HEADING.match(line)
                if heading:
                    at = heading[1]
                    words.setdefault(at, "")
                words[at] += MARKUP.sub("", line) + " "
        return {section: digest(text) for section, text in words.items()}

    def _record(self, folder: str, name: str) -> dict[str, Sections]:
        """Return what a page's front matter says it was compared with, by language."""
        where = page_source(folder, name)
        return read_front_matter(read_text(ROOT / where, where), where).translation

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
        for name in page_names(here):
            source = page_source(here, name)
            for there in self.languages:
                other = page_source(there, name)
                for state, found in self.behind(name, here, there).items():
                    partly = 0 < len(found) < len(self.sections(there, name))
                    where = f" in {', '.join(found)}" if partly else ""
                    yield (
                        f"Translation: {source} {state} {other}{where}. When they say the same: "
                        f"make translated PAGE={name.removesuffix('.md')}"
                    )


def digest(words: str) -> str:
    """Return the short hash of a text; white space counts as one space."""
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]
