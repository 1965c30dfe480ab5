"""docs/data/synonyms.yml: what a wrong entry says, and that a right one works."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError
from searching.synonyms import aliases, read_synonyms

TEXT = "back up your address book | contacts on the phone"


def read(folder: Path, text: str) -> object:
    (folder / "synonyms.yml").write_text(text, "utf-8")
    return read_synonyms(folder)


def test_words_of_an_entry_find_those_on_the_site(tmp_path: Path) -> None:
    synonyms = read(tmp_path, "synonyms:\n  - {zh: [通讯录], en: [address book, phonebook, no]}\n")
    found = aliases(synonyms, "en", TEXT)
    assert found["phonebook"] == found["通讯录"] == found["no"] == ["address book"]


def test_an_entry_that_matches_nothing_is_named(tmp_path: Path) -> None:
    synonyms = read(tmp_path, "synonyms:\n  - {en: [contacts]}\n  - {en: [fax, telex]}\n")
    with pytest.raises(PluginError, match=r"synonyms\.yml: entry 2: none of fax, telex occurs"):
        aliases(synonyms, "en", TEXT)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("synonyms:\n  - [a, b]\n", "entry 1: write a line for each language"),
        ("synonyms:\n  - {en: contacts}\n", "entry 1: write a line for each language"),
        ("ignore: {en: the}\n", "ignore: write a line for each language"),
        ("boost: {limits/#x: high}\n", "boost: 'limits/#x' needs a number from 0.1 to 1"),
        ("words: []\n", "has the parts synonyms, ignore, boost, and no others"),
        ("synonyms: [\n", "line [123]: not valid YAML"),
    ],
)
def test_a_wrong_line_is_named_with_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PluginError, match=f"(?s)^docs/data/synonyms.yml[:,] .*{message}"):
        read(tmp_path, text)
