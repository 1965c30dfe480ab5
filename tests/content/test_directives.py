"""A directive becomes what it asks for; one that cannot is told with its line."""

import re
from dataclasses import replace

import pytest
from content import glossary
from content.directives import DIRECTIVES, expand, uses
from inputs.data import Data
from inputs.languages import Language, read_languages


def test_claims_stand_under_their_verdict_and_id(english: Language, data: Data) -> None:
    text, _ = expand("# Facts { #top }\n\n{{ claims }}\n", "card.md", english, data)
    assert "## The card { #group-1 }\n\nIt makes no backup.\n{ data-search-exclude }\n\n###" in text
    heading = next(line for line in text.splitlines() if "{ #claim-1-1 }" in line)
    # What is wrong never stands alone: not in the heading, nor where the heading is repeated.
    assert re.sub("<.*?>", "", heading) == "### Wrong: The card backs up data { #claim-1-1 }"
    assert 'data-verdict="wrong"' in heading
    assert "The card only keeps the number. [@n1]" in text


def test_line_leads_to_claims_with_their_verdicts(english: Language, data: Data) -> None:
    text, _ = expand("{{ checked 1.1 }}", "card.md", english, data)
    assert "[1.1&nbsp;Wrong](/fact-check.md#claim-1-1)" in text
    assert ".checked-claims" in text


def test_reason_for_a_verdict_may_say_it_all(english: Language, data: Data) -> None:
    text, _ = expand("{{ claims }}", "card.md", english, data)
    assert "**It backs up nothing.** The card only keeps the number. [@n1]" in text
    (group,) = data.claims
    short = group.claims[0].model_copy(update={"truth": None})
    claims = [group.model_copy(update={"claims": [short]})]
    text, _ = expand("{{ claims }}", "card.md", english, replace(data, claims=claims))
    assert "**It backs up nothing.** [@n1]" in text


def test_no_space_stands_between_chinese_sentences(data: Data) -> None:
    chinese = next(it for it in read_languages() if it.folder == "zh")
    text, _ = expand("{{ claims }}", "card.md", chinese, data)
    reason, _, truth = next(it for it in text.splitlines() if "**" in it).rpartition("**")
    assert reason.endswith("。")
    assert not truth.startswith(" ")


def test_sources_of_a_group_are_listed_with_their_ids(english: Language, data: Data) -> None:
    text, _ = expand("{{ sources norway }}", "card.md", english, data)
    assert "## Norway { #norway }" in text
    assert '<li id="n1"><strong>N1</strong> <a lang="nb" href="https://example.org/vilkar"' in text
    assert "(first-party source, older version, Norwegian, seen 2026-11-23)" in text


def test_title_of_a_source_may_hold_any_character(english: Language, data: Data) -> None:
    odd = data.sources["n1"].model_copy(update={"title": "a_b_ *c* [d] <e>"})
    text, _ = expand("{{ sources norway }}", "card.md", english, replace(data, sources={"n1": odd}))
    assert ">a_b_ *c* [d] &lt;e&gt;</a>" in text


def test_terms_are_listed_with_their_other_names(
    english: Language, data: Data, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = [it for it in read_languages() if it.folder in data.terms[0].term]
    monkeypatch.setattr(glossary, "read_languages", lambda: small)
    text, _ = expand("{{ glossary }}", "card.md", english, data)
    assert "## eSIM { #esim }" in text
    names = '<span data-language="中文"><span lang="zh-Hans">eSIM</span></span>'
    assert f"{names}\n{{ .term-names data-search-exclude=yes }}" in text, (
        "results of the search would show words of another language"
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{ cliams }}", "unknown directive '{{ cliams }}'; there are claims,"),
        ("{{ glossary all }}", "'glossary' has all of them"),
        ("{{ claims 1.2 }}", "'claims' has all of them"),
        ("{{ }}", "unknown directive '{{ }}'"),
        ("{{ checked 1.1 9.9 }}", "there is no claim '9.9'"),
        ("{{ checked }}", "words are missing; write it like {{ checked 1.2 3.1 }}"),
        ("{{ sources }}", "words are missing; write it like {{ sources sim apple }}"),
        ("{{ figure }}", "words are missing; write it like {{ figure what-lives-where }}"),
        ("{{ sources sweden }}", "no group 'sweden'"),
        ("{{ figure nowhere }}", "there is no overrides/partials/figures/nowhere.html"),
        ("{{ figure what-lives-where }}", "docs/data/figures.yml has no words for it in 'en'"),
    ],
)
def test_what_cannot_be_written_is_told(
    line: str, message: str, english: Language, data: Data
) -> None:
    _, [told] = expand(f"Text.\n\n{line}\n", "card.md", english, data)
    assert told.startswith("card.md, line 3: ")
    assert message in told


def test_a_directive_that_needs_more_words_says_so(
    english: Language, data: Data, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever adds one may well forget to ask for them."""
    monkeypatch.setitem(DIRECTIVES, "two", (lambda words, *_: words[1], "{{ two a b }}"))
    _, [told] = expand("{{ two a }}", "card.md", english, data)
    assert told == "card.md, line 1: '{{ two a }}': words are missing; write it like {{ two a b }}."


def test_a_slip_takes_nothing_from_the_others(english: Language, data: Data) -> None:
    text, wrong = expand(
        "{{ cliams }}\n\n{{ checked 9.9 }}\n\n{{ claims }}\n", "card.md", english, data
    )
    assert [told.partition(":")[0] for told in wrong] == ["card.md, line 1", "card.md, line 3"]
    assert "{ #claim-1-1 }" in text
    assert "{{" not in text


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
def test_in_code_it_is_shown(fence: str, english: Language, data: Data) -> None:
    page = f"{fence} markdown\n{{{{ cliams }}}}\n{fence}\n"
    assert expand(page, "card.md", english, data) == (page, [])


def test_what_a_page_uses_is_known_before_it_is_built() -> None:
    page = "{{ sources sim apple }}\n\n```\n{{ glossary }}\n```\n"
    assert list(uses(page)) == [("sources", ["sim", "apple"])]
