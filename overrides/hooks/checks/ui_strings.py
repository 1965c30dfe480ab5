"""Every language has a text of its own for each string of the interface, shown somewhere."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import get_args

from content.citations import NOTES
from content.text import HAN
from inputs.data import SourceKind, Verdict
from inputs.languages import ROOT, Language, read_config

from checks import menu

# What names strings, by their whole keys: templates, hooks and scripts.
ENDINGS = {".html", ".py", ".js", ".xml"}
WORD = re.compile(r"[\w.-]+")
# The keys of what data and pages may name.
NAMES = {f"verdict.{name}" for name in get_args(Verdict)}
NAMES |= {f"source.kind.{name}" for name in get_args(SourceKind)}
NAMES |= {f"cite.{name}" for name in NOTES}
# The strings that check.html gives to the scripts of the check of contacts files, which name them
# without this: "first", or `label.${finding}` where the findings stand in quotes, too.
CHECK = "check."
QUOTED = re.compile(r"""["'`]([\w.-]+)["'`]""")
BEGINNING = re.compile(r"`([\w-]+\.)\$\{")
# What two languages have never in common, however short; and how many texts a message names.
NEVER_ALIKE = re.compile(r"site_name|site_description|name|hreflang|.*\.locale")
MOST_NAMED = 9


def problems(languages: Sequence[Language]) -> Iterator[str]:
    """Yield a message for each key that a language lacks or leaves empty, or that nothing shows."""
    keys = {key for language in languages for key in language.strings} | NAMES
    for language in languages:
        for key in sorted(keys):
            if not language.strings.get(key):
                yield language.strings.lacks(key)
    entries = (entry for language in languages for entry in menu.entries(language.menu))
    groups = {name for kind, name in entries if kind == "group"}
    used = shown() | NAMES | groups
    for key in sorted(keys - used):
        mend = "mend its name, show it in overrides/, or remove it from every language"
        yield f"docs/*/mkdocs.yml: extra.strings: nothing shows '{key}'; {mend}."


def copied(languages: Sequence[Language]) -> Iterator[str]:
    """Yield a message for each two languages that have texts in common: one is still a copy."""
    for one, other in combinations(languages, 2):
        first, second = own_texts(one), own_texts(other)
        same = [
            key
            for key, text in first.items()
            if second.get(key) == text and (NEVER_ALIKE.fullmatch(key) or is_sentence(text))
        ]
        if same:
            some = ", ".join(f"'{key}'" for key in same[:MOST_NAMED])
            yield (
                f"docs/{one.folder}/mkdocs.yml and docs/{other.folder}/mkdocs.yml: {len(same)} "
                f"texts are the same, such as {some}; translate those of the new one."
            )


def own_texts(language: Language) -> dict[str, str]:
    """Return the texts in the configuration of a language by their keys: its own, then strings."""
    config = read_config(ROOT, f"docs/{language.folder}/mkdocs.yml")
    names = {"name": language.name, "hreflang": language.hreflang}
    texts = {**config, **names, **language.strings}
    return {key: text for key, text in texts.items() if isinstance(text, str)}


def is_sentence(text: str) -> bool:
    """Tell whether a text has many words: languages near to each other share some, but not so."""
    return len(text.split()) > 4 or len(HAN.findall(text)) > 9


def shown() -> set[str]:
    """Return the words in the project's templates, hooks and scripts: keys are among them."""
    overrides = ROOT / "overrides"
    files = [file for file in overrides.rglob("*") if file.suffix in ENDINGS]
    found = {word for file in files for word in WORD.findall(file.read_text("utf-8"))}
    scripts = (overrides / "assets/javascripts/contacts").glob("*.js")
    texts = [file.read_text("utf-8") for file in scripts]
    quoted = {word for text in texts for word in QUOTED.findall(text)}
    beginnings = {"", *(beginning for text in texts for beginning in BEGINNING.findall(text))}
    return found | {CHECK + beginning + word for beginning in beginnings for word in quoted}
