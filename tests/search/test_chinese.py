"""What the index knows of Chinese words: their pinyin, and which are worth it."""

from __future__ import annotations

import pytest
from searching.chinese import OFTEN, pinyin, words
from searching.sections import Section


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("通讯录", ["tong", "xun", "lu"]),
        ("绿", ["lv"]),
        # A rare character that the dictionaries do not read: the word goes without pinyin.
        ("兡号", []),
    ],
)
def test_a_word_has_the_syllables_that_are_typed_for_it(word: str, syllables: list[str]) -> None:
    assert pinyin(word) == syllables


def test_words_are_those_of_a_dictionary_and_of_people_who_ask() -> None:
    text = "请把通讯录备份。"
    section = Section("", "a", "云", 2, passages=[text], questions=["口碑如何"])
    found, short = words([section], ["营运商", "carrier"])
    assert {"通讯录", "备份", "口碑", "营运商"} <= {*found}
    # Parts of words are none; single characters are where they stand in a title.
    assert {"讯录", "请", "carrier"}.isdisjoint(found)
    assert "云" in found
    # By initials only what is likely to be meant.
    assert {"云", "营运商"} <= {*short}
    assert {"通讯录", "口碑"}.isdisjoint(short)


@pytest.mark.parametrize(("times", "one"), [(OFTEN - 1, False), (OFTEN, True)])
def test_words_that_often_stand_together_are_one(times: int, one: bool) -> None:
    found, short = words(
        [Section("", "a", "卡", 2, passages=["云端的通讯录。云端数据"] * times)], []
    )
    assert ("云端数据" in found) is one
    assert ("云端数据" in short) is one
    # A particle keeps them apart.
    assert "云端通讯录" not in found
