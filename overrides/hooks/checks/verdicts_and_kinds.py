"""Each verdict and each kind of source, a new one too, stands in every list of them.

What it is called in a language is looked at with the strings (ui_strings.py).
"""

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from inputs.data import SourceKind, Verdict
from inputs.languages import ROOT, Language

EVIDENCE = "overrides/assets/stylesheets/first/evidence.css"
# The comment with which a data file begins.
HEAD = re.compile(r"\A(?:#.*\n)+")


def problems(
    languages: Sequence[Language],
    verdicts: Sequence[str] = get_args(Verdict),
    kinds: Sequence[str] = get_args(SourceKind),
) -> Iterator[str]:
    """Yield a message for each list that has some verdicts or kinds, but not all."""
    head = "name it in the comment at the head"
    yield from incomplete("docs/data/claims.yml", verdicts, head)
    yield from incomplete("docs/data/sources.yml", kinds, head)
    marks = [f'data-verdict="{name}"' for name in verdicts]
    yield from incomplete(EVIDENCE, marks, "give it a sign and a colour there")
    line = "add a line that says what it means: '- **Word**: …'"
    lists = (("fact-check.md", "verdict", verdicts), ("sources.md", "source.kind", kinds))
    for language in languages:
        pages = f"docs/{language.folder}/pages"
        yield from incomplete(f"{pages}/components.md", marks, "add it to the table there")
        for page, key, names in lists:
            # One without a word yet is told by ui_strings.py.
            keys = [f"{key}.{name}" for name in names]
            words = [f"**{language.strings[key]}**" for key in keys if key in language.strings]
            yield from incomplete(f"{pages}/{page}", words, line)


def incomplete(file: str, marks: Sequence[str], mend: str) -> Iterator[str]:
    """Yield a message for each of these marks that a file lacks, if it has any of the others.

    In a data file they are looked for in the comment at its head.
    """
    path = ROOT / file
    text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
    if path.suffix == ".yml":
        text = "".join(HEAD.findall(text))
    absent = [mark for mark in marks if mark not in text]
    if len(absent) < len(marks):
        for mark in absent:
            yield f"{file}: {mark} is missing; {mend}."
