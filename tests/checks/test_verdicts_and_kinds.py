"""A verdict or a kind of source that is new is named wherever all of them stand."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from checks import verdicts_and_kinds
from conftest import LANGUAGES, ROOT
from inputs.data import SourceKind, Verdict
from inputs.languages import Strings, read_languages


def test_all_lists_are_complete() -> None:
    assert list(verdicts_and_kinds.problems(read_languages(), ROOT)) == []


def test_every_place_that_a_new_one_lacks_is_named() -> None:
    verdicts, sources = (*get_args(Verdict), "doubtful"), (*get_args(SourceKind), "hearsay")
    told = list(verdicts_and_kinds.problems(read_languages(), ROOT, verdicts, sources))
    assert [line.partition(";")[0] for line in told] == [
        "docs/data/claims.yml: 'doubtful' is missing",
        "docs/data/sources.yml: 'hearsay' is missing",
        f"{verdicts_and_kinds.EVIDENCE}: 'doubtful' is missing",
        *(
            line
            for language in LANGUAGES
            for line in (
                f"docs/{language}/pages/components.md: 'doubtful' is missing",
                f"docs/{language}/pages/fact-check.md: 'doubtful' is missing",
                f"docs/{language}/pages/sources.md: 'hearsay' is missing",
            )
        ),
    ]
    assert "add a line that says what it means: '- **doubtful**: …'." in "\n".join(told)


def test_line_has_the_word_of_its_language() -> None:
    languages = read_languages()
    strings = Strings({**languages[0].strings, "verdict.wrong": "Untrue"}, "mkdocs.yml")
    renamed = [replace(languages[0], strings=strings), *languages[1:]]
    (told,) = verdicts_and_kinds.problems(renamed, ROOT)
    assert told.endswith(
        "/pages/fact-check.md: 'wrong' is missing; add a line that says what it "
        "means: '- **Untrue**: …'."
    )


def test_missing_word_accuses_no_page() -> None:
    languages = read_languages()
    strings = Strings(languages[0].strings, "mkdocs.yml")
    strings.pop("verdict.wrong")
    assert (
        list(
            verdicts_and_kinds.problems(
                [replace(languages[0], strings=strings), *languages[1:]], ROOT
            )
        )
        == []
    )
