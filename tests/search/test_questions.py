"""docs/data/questions.yml: what a wrong entry says, and that a right one finds its section."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from inputs.data import DATA
from inputs.yaml_files import parse
from mkdocs.exceptions import PluginError
from search.conftest import Box
from searching.postings import LENGTHS, lengths, postings
from searching.questions import ask
from searching.sections import Section
from searching.words import essential


def sections() -> list[Section]:
    """Return the two sections of a site."""
    return [
        Section("", "answer", "Answer", 2, passages=["It backs up nothing."]),
        Section("lost/", "phone", "The phone", 2, passages=["Call the operator."]),
    ]


def read(folder: Path, text: str) -> list[Section]:
    (folder / "questions.yml").write_text(text, "utf-8")
    found = sections()
    ask(found, "en", folder)
    return found


def test_a_question_leads_to_its_section_and_is_no_part_of_its_text(tmp_path: Path) -> None:
    found = read(tmp_path, "lost#phone: {en: [stolen on holiday, no], zh: [被偷]}\n")
    assert found[1].questions == ["stolen on holiday", "no"]
    assert "stolen" not in found[1].text
    # The first passage is the answer's, the second the phone's; then its questions, shortest first.
    assert postings(found)["holiday^"] == [3]


def test_the_lengths_of_all_questions_are_known() -> None:
    short, long = [f"word{at}" for at in range(90)], ["one two three four five six seven eight"]
    counts = [
        ord(it) - ord("0") for it in lengths(Section("", "a", "A", 2, questions=short + long))
    ]
    assert counts == [90, 0, 0, 1]
    # The engine counts passages with these numbers: one missing would shift all that follow.
    assert lengths(Section("", "a", "A", 2)) == ""


def test_the_engine_knows_as_many_lengths_as_the_index() -> None:
    engine = Path(__file__).parents[2] / "overrides/assets/javascripts/search-engine.js"
    known = re.search(r"const LENGTHS = \[(.*?)\];", engine.read_text("utf-8"))
    assert known
    assert len(known[1].split(",")) == len(LENGTHS)


def test_the_home_page_is_called_index(tmp_path: Path) -> None:
    assert read(tmp_path, "index#answer: {en: [is it safe]}\n")[0].questions == ["is it safe"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lost#phones: {en: [stolen]}\n", "lost#phones: there is no such section"),
        ("lost#phone: {zh: [被偷]}\n", "lost#phone: add a line 'en:"),
        ("lost#phone: {en: stolen}\n", "lost#phone: add a line 'en:"),
        ("lost#phone: [stolen]\n", "lost#phone: add a line 'en:"),
        (
            "lost#phone: {en: [stolen]}\nindex#answer: {en: [stolen]}\n",
            "index#answer: 'stolen' stands at lost#phone, too",
        ),
        ("- stolen\n", "begin each entry with its section"),
        ("lost#phone: [\n", "line [123]: not valid YAML"),
    ],
)
def test_a_wrong_entry_is_named_with_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PluginError, match=f"(?s)^docs/data/questions.yml[:,] .*{message}"):
        read(tmp_path, text)


def test_a_question_keeps_what_a_query_keeps() -> None:
    ignored = ["有没有", "怎么", "what", "is", "the"]
    assert essential("这张卡有没有备份", ignored) == "这张卡 备份"
    assert essential("What is the PUK?", ignored) == "puk"
    # Without a word left, all of them are looked for.
    assert essential("what is", ignored) == "what is"


@pytest.mark.parametrize(
    ("language", "asked", "section"),
    [
        # What the guides are asked has words that whole pages of the article are about.
        ("en", "is my xiaomi backed up", "no-google/#check"),
        ("en", "google recovery phone number", "android/#second-key"),
        ("zh", "向运营商要数据", "operator-data/#what-to-ask"),
        ("zh", "谷歌存储空间满", "android/#messages"),
    ],
)
def test_what_is_typed_as_it_stands_in_the_file_finds_its_section_first(
    boxes: Callable[[str], Box], language: str, asked: str, section: str
) -> None:
    phrases = parse((DATA / "questions.yml").read_text("utf-8"), "", as_text=True)[
        section.replace("/", "")
    ][language]
    assert asked in phrases, "write a phrase of questions.yml here"
    box = boxes(language)
    box.type(asked)
    assert box.results()[0] == section
