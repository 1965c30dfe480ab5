"""What the index knows of Chinese words: their pinyin, and which are worth it."""

from __future__ import annotations

import pytest
from searching.chinese import frequent, pinyin
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


def test_words_are_runs_that_stand_beside_different_neighbours() -> None:
    text = "备份通讯录。导出通讯录吗。看看通讯录在不在。把通讯录存好。"
    found = frequent([Section("", "a", "通讯录", 2, passages=[text])], ["导出", "不在这里"])
    assert "通讯录" in found
    # Part of one longer word only; and a known word, but for one that the texts do not have.
    assert "讯录" not in found
    assert "导出" in found
    assert "不在这里" not in found
