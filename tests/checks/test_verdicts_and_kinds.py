"""A verdict or a kind of source that is new is named wherever all of them stand."""

from dataclasses import replace
from typing import get_args

from checks import verdicts_and_kinds
from conftest import LANGUAGES
from inputs.data import SourceKind, Verdict
from inputs.languages import Strings, read_languages


def test_all_lists_are_complete() -> None:
    assert list(verdicts_and_kinds.problems(read_languages())) == []


def test_every_place_that_a_new_one_lacks_is_named() -> None:
    verdicts, sources = (*get_args(Verdict), "doubtful"), (*get_args(SourceKind), "hearsay")
    new = {"verdict.doubtful": "Doubtful", "source.kind.hearsay": "hearsay"}
    languages = [
        replace(language, strings=Strings({**language.strings, **new}, "mkdocs.yml"))
        for language in read_languages()
    ]
    told = list(verdicts_and_kinds.problems(languages, verdicts, sources))
    assert [line.partition(";")[0] for line in told] == [
        "docs/data/claims.yml: doubtful is missing",
        "docs/data/sources.yml: hearsay is missing",
        f'{verdicts_and_kinds.EVIDENCE}: data-verdict="doubtful" is missing',
        *(
            line
            for language in LANGUAGES
            for line in (
                f'docs/{language}/pages/components.md: data-verdict="doubtful" is missing',
                f"docs/{language}/pages/fact-check.md: **Doubtful** is missing",
                f"docs/{language}/pages/sources.md: **hearsay** is missing",
            )
        ),
    ]


def test_missing_word_accuses_no_page() -> None:
    english, *others = read_languages()
    strings = Strings(english.strings, "mkdocs.yml")
    strings.pop("verdict.wrong")
    languages = [replace(english, strings=strings), *others]
    assert list(verdicts_and_kinds.problems(languages)) == []
