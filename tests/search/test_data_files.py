"""questions.yml and synonyms.yml: what they say reaches the search, and a mistake is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError
from search_index import Section
from search_index.questions import ask
from search_index.synonyms import check, read_synonyms


def folder(tmp_path: Path, **files: str) -> Path:
    """Return a folder of data files, those that are not given empty."""
    for name in ("questions", "synonyms", "glossary"):
        (tmp_path / f"{name}.yml").write_text(files.get(name, ""), "utf-8")
    return tmp_path


def section(**fields: str) -> Section:
    return Section(**{"url": "card/", "page": "Card", "id": "top", "title": "Top", **fields})


def test_a_section_gets_its_questions_in_each_language(tmp_path: Path) -> None:
    data = folder(tmp_path, questions="card#top:\n  zh: [一问]\n  en: [no, 'a: b']\n")
    one = section()
    ask([one], "en", data)
    assert one.questions == ["no", "a: b"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n", "begin each entry with its section"),
        ("card#gone:\n  zh: [a]\n  en: [a]\n", "card#gone: there is no such section"),
        ("card#old:\n  zh: [a]\n", "card#old: this section is now card#top; rename it here, too"),
        ("card#top:\n  en: [a]\n", "card#top: add a line 'zh: [words, more words]'"),
        ("card#top:\n  zh: words\n", "card#top: add a line 'zh: [words, more words]'"),
        ("card#top:\n  zh: [a, a]\n", "card#top: 'a' stands at card#top, too"),
    ],
)
def test_a_mistake_in_the_questions_is_told_with_its_place(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(PluginError) as error:
        ask([replace(section(), old_ids=["old"])], "zh", folder(tmp_path, questions=text))
    assert "docs/data/questions.yml: " in str(error.value)
    assert told in str(error.value)


def test_words_that_mean_the_same_stand_together_in_each_language(tmp_path: Path) -> None:
    said = read_synonyms(
        "en",
        folder(
            tmp_path,
            synonyms="synonyms:\n  - zh: [通讯录]\n    en: [Contacts, address book]\n"
            "ignore:\n  zh: [吗]\n  en: [my]\n",
            glossary="- id: a\n  term: {zh: 云盘, en: cloud disk}\n  meaning: {zh: b, en: b}\n"
            "  forbidden:\n    en: [netdisk]\n",
        ),
    )
    assert said.groups == [["contact", "address book"], ["cloud disk", "netdisk"]]
    assert said.others == [["通讯录"], ["云盘"]]
    assert said.ignored == ["my"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("words: []\n", "has the parts synonyms, ignore, and no others"),
        ("synonyms:\n  - [a, b]\n", "entry 1: write a line for each language"),
        ("synonyms:\n  - en: a\n", "entry 1: write a line for each language"),
        ("ignore: [a]\n", "ignore: write a line for each language"),
    ],
)
def test_a_mistake_in_the_synonyms_is_told_with_its_place(
    tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(PluginError, match=r"docs/data/synonyms\.yml: ") as error:
        read_synonyms("en", folder(tmp_path, synonyms=text))
    assert told in str(error.value)


def test_an_entry_without_a_word_of_the_pages_stops_the_build(tmp_path: Path) -> None:
    data = folder(tmp_path, synonyms="synonyms:\n  - en: [contacts, people]\n  - en: [a, b]\n")
    check("en", data, {"contact", "a"})
    with pytest.raises(PluginError, match="entry 1: none of contacts, people occurs"):
        check("en", data, {"a"})
