"""A data file with the wrong shape is told with file, entry, key and mend, all mistakes at once."""

import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from inputs.data import read_data
from inputs.shape import FEW
from inputs.yaml_files import parse, read_text
from mistakes import change
from mkdocs.exceptions import PluginError

LANGUAGES = ["en", "zh"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with the small data of the tests, to make a mistake in."""
    return Path(shutil.copytree(ROOT / "tests/fixtures/tiny/data", tmp_path / "data"))


# What is replaced in which file by what, and what the message must say.
MISTAKES: dict[str, tuple[tuple[str, str, str], str]] = {
    "a misspelt key": (
        ("claims.yml", "  title: {zh: 卡", "  titel: {zh: 卡"),
        "docs/data/claims.yml: entry '1': unknown key 'titel'; did you mean 'title'?",
    ),
    "a missing key": (
        ("glossary.yml", "- id: esim\n", "- ident: esim\n"),
        "docs/data/glossary.yml: entry 1: 'id' is missing",
    ),
    "a source that could not be cited": (
        ("sources.yml", "  n1:", "  n-1:"),
        "docs/data/sources.yml: sources 'n-1'",
    ),
    "an unknown key": (
        ("glossary.yml", "- id: esim\n", "- id: esim\n  everday: true\n"),
        "docs/data/glossary.yml: entry 'esim': unknown key 'everday'",
    ),
    "a text in one language only": (
        ("claims.yml", "title: {zh: 卡, en: The card}", "title: {zh: 卡}"),
        "docs/data/claims.yml: entry '1': 'title' has no text in 'en'",
    ),
    "a text in a language that the site lacks": (
        ("claims.yml", "title: {zh: 卡, en: The card}", "title: {zh: 卡, en: It, nb: Kortet}"),
        "'title' names 'nb', which is no language of this site",
    ),
    "Markdown in a text that a note shows": (
        ("glossary.yml", "en: A SIM that", "en: A **SIM** that"),
        "docs/data/glossary.yml: entry 'esim': 'meaning.en' is 'A **SIM** that is downloaded to a "
        "chip.'; it must be plain text, without * ` < [ or ]",
    ),
    "an empty text": (
        ("claims.yml", "en: The card}", "en: ''}"),
        "docs/data/claims.yml: entry '1': 'title.en' is empty",
    ),
    "a number where a text is meant": (
        ("claims.yml", '- id: "1.1"', "- id: 1.1"),
        "entry '1.1': 'id' must be text; put it in quotes",
    ),
    "words that are no list": (
        ("glossary.yml", "- id: esim\n", "- id: esim\n  aliases: {zh: 卡, en: [e]}\n"),
        "entry 'esim': 'aliases.zh' must be a list",
    ),
    "an unknown verdict": (("claims.yml", "verdict: wrong", "verdict: false"), "'verdict'"),
    "a verdict without a reason": (
        ("claims.yml", "      sources: [n1]\n", ""),
        "entry '1.1': this needs 'sources', or 'advice: true'",
    ),
    "a claim's source that does not exist": (
        ("claims.yml", "[n1]", "[n1, n99]"),
        "docs/data/claims.yml: entry '1.1': the source 'n99' is not in docs/data/sources.yml",
    ),
    "two entries with one id": (
        (
            "glossary.yml",
            "- id: esim\n",
            "- id: esim\n  term: {zh: 甲, en: A}\n  meaning: {zh: 乙, en: B}\n- id: esim\n",
        ),
        "docs/data/glossary.yml: 2 entries have the id 'esim'; give each its own",
    ),
    "two claims with one id, in two groups": (
        (
            "claims.yml",
            '- id: "1"\n',
            "- id: '2'\n  title: {zh: 甲, en: A}\n  claims: [{id: '1.1', claim: {zh: 甲, en: A}, "
            'verdict: opinion, reason: {zh: 乙, en: B}}]\n- id: "1"\n',
        ),
        "docs/data/claims.yml: 2 entries have the id '1.1'; give each its own",
    ),
    "three groups of claims with one id": (
        (
            "claims.yml",
            '- id: "1"\n',
            "- {id: '1', title: {zh: 甲, en: A}, claims: []}\n"
            "- title: {zh: 乙, en: B}\n  id: '1'\n  claims: []\n- id: \"1\"\n",
        ),
        "docs/data/claims.yml: 3 entries have the id '1'; give each its own",
    ),
    "a source's key that stands twice": (
        ("sources.yml", "  n1:\n", "  n1: {}\n  n1:\n"),
        "docs/data/sources.yml, line 7: not valid YAML: the key 'n1' stands twice",
    ),
    "a source in an unknown language": (
        ("sources.yml", "language: nb", "language: norsk bokmål"),
        "sources 'n1': 'language' is 'norsk bokmål'; it must be a code",
    ),
    "a source whose address is a script": (
        ("sources.yml", "https://example.org/vilkar", "'javascript:alert(1)'"),
        "sources 'n1': 'url' is 'javascript:alert(1)'; it must be an address",
    ),
    "a source without an address": (
        ("sources.yml", "    url: https://example.org/vilkar\n", ""),
        "sources 'n1': this needs a 'url', or a 'note'",
    ),
    "a source seen on a day that is none": (
        ("sources.yml", "seen: 2026-11-23", "seen: 2026-11-31"),
        "there is no such day",
    ),
    "a source in an unknown group": (
        ("sources.yml", "group: norway", "group: sweden"),
        "sources 'n1': the group 'sweden' is unknown; use one of norway",
    ),
    "a source in a language without a name": (
        ("sources.yml", "language: nb", "language: de"),
        "sources 'n1': the language 'de' has no name; add it under 'languages'",
    ),
    "two fields of letters with one id": (
        (
            "letters.yml",
            "[]",
            "- {id: a, placeholders: [X], label: {zh: 甲, en: A}}\n"
            "- {id: a, placeholders: [Y], label: {zh: 乙, en: B}}",
        ),
        "docs/data/letters.yml: 2 entries have the id 'a'; give each its own",
    ),
    "a placeholder of two fields": (
        (
            "letters.yml",
            "[]",
            "- {id: a, placeholders: [X], label: {zh: 甲, en: A}}\n"
            "- {id: b, placeholders: [X], label: {zh: 乙, en: B}}",
        ),
        "docs/data/letters.yml: entries 'a' and 'b' have the placeholder 'X'; leave it in one",
    ),
    "a misspelt key of a source": (
        ("sources.yml", "    seen:", "    publised: '2026'\n    seen:"),
        "sources 'n1': unknown key 'publised'",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_told_with_its_place(name: str, data: Path) -> None:
    mistake, words = MISTAKES[name]
    change(data, *mistake)
    with pytest.raises(PluginError) as told:
        read_data(LANGUAGES, data)
    assert words in str(told.value)


def without_english(data: Path, times: int) -> list[str]:
    """Return what is told of a glossary in which so many terms lack their name in English."""
    entry = "- {{id: a{}, term: {{zh: 甲}}, meaning: {{zh: 乙, en: B}}}}\n"
    (data / "glossary.yml").write_text("".join(map(entry.format, range(times))), "utf-8")
    with pytest.raises(PluginError) as told:
        read_data(LANGUAGES, data)
    return str(told.value).splitlines()


def test_language_that_a_file_lacks_is_told_in_one_line(data: Path) -> None:
    assert without_english(data, FEW + 1) == [
        f"docs/data/glossary.yml: {FEW + 1} texts have no 'en', the first is entry 'a0': 'term'; "
        "add them."
    ]


def test_few_texts_that_lack_a_language_are_each_named(data: Path) -> None:
    told = without_english(data, FEW)
    assert told == [
        f"docs/data/glossary.yml: entry 'a{at}': 'term' has no text in 'en'." for at in range(FEW)
    ]


def test_mistakes_of_all_files_are_told_at_once(data: Path) -> None:
    for name in ("an unknown key", "a text in one language only", "a misspelt key of a source"):
        change(data, *MISTAKES[name][0])
    with pytest.raises(PluginError) as told:
        read_data(LANGUAGES, data)
    for file in ("claims.yml", "glossary.yml", "sources.yml"):
        assert f"docs/data/{file}: " in str(told.value)


@pytest.mark.parametrize(
    "name",
    ["claims.yml", "sources.yml", "glossary.yml", "figures.yml", "linebreaks.yml", "letters.yml"],
)
def test_file_that_is_gone_or_empty_is_told(name: str, data: Path) -> None:
    (data / name).write_text("# nothing\n", "utf-8")
    with pytest.raises(PluginError, match=rf"docs/data/{name}: this must"):
        read_data(LANGUAGES, data)
    (data / name).unlink()
    with pytest.raises(PluginError, match=rf"docs/data/{name} is missing"):
        read_data(LANGUAGES, data)


def test_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "claims.yml"
    file.write_bytes("- id: a\n  title: 卡\n".encode("gbk"))
    with pytest.raises(PluginError, match=r"claims\.yml, line 2: not UTF-8"):
        read_text(file, "claims.yml")


def test_what_editors_add_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "claims.yml"
    file.write_bytes("\ufeffid: a\r\n".encode())
    assert read_text(file, "claims.yml") == "id: a\n"


def test_file_that_is_not_yaml_is_told_with_its_line() -> None:
    with pytest.raises(PluginError, match=r"claims\.yml, line 3: not valid YAML"):
        parse("id: a\ntitle: [b\n", "claims.yml")
