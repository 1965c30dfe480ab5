"""An excerpt shows the passage that answers, with whole words marked."""

from typing import Any

import pytest
from search.conftest import Modules
from search_index import Section

PASSAGES = [
    f"Begin with the phone{', and go on' * 12}.",
    "Operators delete records after months.",
    "“Contacts” that you deleted come back within 30 days.",
    "The end.",
]


def excerpt(
    modules: Modules, passages: list[str], words: list[str], title: str = "Home"
) -> dict[str, Any]:
    """Return the excerpt of passages for words, each a part of the query."""
    found: dict[str, Any] = modules.run(
        f"""{modules.open(modules.index(Section("", "Home", "", "Home")))}
        const {{ excerpt }} = await import("/modules/excerpts.js");
        const words = new Map(it.words.map((word, at) => [word, at]));
        return excerpt(index, it.title, it.passages, words);
        """,
        {"title": title, "passages": passages, "words": words},
    )
    return found


def test_it_is_the_passage_with_most_of_the_query(modules: Modules) -> None:
    shown = excerpt(modules, PASSAGES, ["contact", "delet"])
    text = "".join(piece for piece, _ in shown["text"]).strip()
    assert text == (
        "… Operators delete records after months. "
        "“Contacts” that you deleted come back within 30 days. The end."
    )
    assert [piece for piece, hit in shown["text"] if hit] == ["delete", "Contacts", "deleted"]


def test_a_word_that_few_passages_have_counts_more(modules: Modules) -> None:
    often = f"Back up the phone{', and go on' * 12}."
    once = f"No space left{', and go on' * 12}."
    shown = excerpt(modules, [often, often, once], ["phon", "spac"])
    assert [piece for piece, hit in shown["text"] if hit] == ["space"]


def test_it_begins_with_the_section_where_nothing_is_found(modules: Modules) -> None:
    shown = excerpt(modules, PASSAGES, ["nothing"])
    assert shown["text"][0][0].startswith("Begin with the phone")
    assert shown["forms"] == []


def test_no_part_of_a_word_is_marked(modules: Modules) -> None:
    shown = excerpt(modules, ["Login by BankID in a café, 通讯录同步。"], ["in", "caf", "通讯录"])
    assert [piece for piece, hit in shown["text"] if hit] == ["in", "café", "通讯录"]


def test_no_character_is_marked_inside_of_a_chinese_word(modules: Modules) -> None:
    shown = excerpt(modules, ["这些都很常见，你见到的是全部。"], ["见", "部"])
    assert "".join(piece for piece, hit in shown["text"] if hit) in ("", "见")


def test_what_the_title_says_needs_no_showing(modules: Modules) -> None:
    """Its first sentence answers it; a later one may only repeat its words."""
    answer = f"Hang up{', and hang up' * 11}."
    passages = [answer, f"A code{', and a code' * 12}.", f"The bank{' of it' * 25}."]
    first = excerpt(modules, passages, ["cod"], "Asked for a code")["text"][0][0]
    assert first == answer
    shown = excerpt(modules, passages, ["cod", "bank"], "Asked for a code")["text"]
    assert [piece for piece, hit in shown if hit] == ["bank"]


def test_the_words_of_the_whole_section_are_told_for_its_page(modules: Modules) -> None:
    assert excerpt(modules, PASSAGES, ["delet"])["forms"] == ["delete", "deleted"]
    assert excerpt(modules, PASSAGES, ["puk"], "The PUK")["forms"] == ["PUK"]


def test_it_shows_what_is_before_the_words_where_there_is_room(modules: Modules) -> None:
    shown = excerpt(modules, ["The code that unlocks a SIM.", "PUK"], ["puk"])
    assert (
        "".join(piece for piece, _ in shown["text"]).strip() == "The code that unlocks a SIM. PUK"
    )


def test_what_is_before_the_words_comes_before_what_is_after(modules: Modules) -> None:
    """Who asks for an operator wants its number, which stands before its address."""
    rule = "A rule. " * 19
    shown = excerpt(modules, ["Call: 915 09000.", "Log in: telenor.no.", rule], ["telenor"])
    assert "".join(piece for piece, _ in shown["text"]).startswith("Call: 915 09000. Log in: ")


def test_a_few_words_alone_are_no_excerpt(modules: Modules) -> None:
    shown = excerpt(modules, ["Lock the phone:", "A long sentence. " * 10, "Another."], ["nothing"])
    assert "A long sentence." in shown["text"][2][0]


def test_no_space_stands_between_chinese_passages(modules: Modules) -> None:
    shown = excerpt(modules, ["卡里没有短信。", "短信在手机里。", "The end."], ["短信"])
    assert "".join(piece for piece, _ in shown["text"]).strip() == (
        "卡里没有短信。短信在手机里。The end."
    )


def test_it_is_as_long_as_the_place_for_it(modules: Modules) -> None:
    shown = excerpt(modules, ["A short sentence. " * 5] * 9, ["nothing"])
    assert 90 < len("".join(piece for piece, _ in shown["text"])) <= 190


@pytest.mark.parametrize("beneath", ["b/", "a/"])
def test_of_a_heading_alone_it_is_what_stands_beneath_it(modules: Modules, beneath: str) -> None:
    index = modules.index(
        Section("a/", "Page", "", "Page", ["What the page says."]),
        Section("a/", "Page", "group", "Group"),
        Section(beneath, "Page", "one", "One", ["What stands beneath."]),
    )
    texts = modules.run(
        f"""{modules.open(index)}
        return index.files.load("texts-0");
        """
    )
    assert texts[1] == ["What stands beneath." if beneath == "a/" else "What the page says."]
