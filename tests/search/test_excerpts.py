"""An excerpt shows the passage that answers, with whole words marked."""

from __future__ import annotations

from typing import Any

from search.conftest import Modules
from search_index import Section

PASSAGES = [
    "Begin with the phone.",
    "Operators delete records after months.",
    "“Contacts” that you deleted come back within 30 days.",
    "The end.",
]


def excerpt(modules: Modules, passages: list[str], words: list[str]) -> dict[str, Any]:
    """Return the excerpt of passages for words, each a part of the query."""
    found: dict[str, Any] = modules.run(
        f"""{modules.open(modules.index(Section("", "Home", "", "Home")))}
        const {{ excerpt }} = await import("/modules/excerpts.js");
        return excerpt(index, it.passages, new Map(it.words.map((word, at) => [word, at])));
        """,
        {"passages": passages, "words": words},
    )
    return found


def test_it_is_the_passage_with_most_of_the_query(modules: Modules) -> None:
    shown = excerpt(modules, PASSAGES, ["contact", "delet"])
    text = "".join(piece for piece, _ in shown["text"]).strip()
    assert text == "… “Contacts” that you deleted come back within 30 days. The end."
    assert [piece for piece, hit in shown["text"] if hit] == ["Contacts", "deleted"]


def test_it_begins_with_the_section_where_nothing_is_found(modules: Modules) -> None:
    shown = excerpt(modules, PASSAGES, ["nothing"])
    assert shown["text"][0][0] == "Begin with the phone."
    assert shown["forms"] == []


def test_no_part_of_a_word_is_marked(modules: Modules) -> None:
    shown = excerpt(modules, ["Login by BankID in a café, 通讯录同步。"], ["in", "caf", "通讯录"])
    assert [piece for piece, hit in shown["text"] if hit] == ["in", "café", "通讯录"]


def test_the_words_of_the_whole_section_are_told_for_its_page(modules: Modules) -> None:
    assert excerpt(modules, PASSAGES, ["delet"])["forms"] == ["delete", "deleted"]


def test_it_is_as_long_as_the_place_for_it(modules: Modules) -> None:
    shown = excerpt(modules, ["A short sentence. " * 5] * 9, ["nothing"])
    assert 90 < len("".join(piece for piece, _ in shown["text"])) <= 190
