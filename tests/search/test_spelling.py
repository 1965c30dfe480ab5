"""However a reader spells it, the same words find the same section."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from search.conftest import Box


@pytest.mark.parametrize(
    ("language", "usual", "typed"),
    [
        # In pinyin, whatever the word: of a text, of a question, a synonym; with its synonyms.
        ("zh", "功能", "gongneng"),
        ("zh", "优势", "youshi"),
        ("zh", "完整性", "wanzhengxing"),
        ("zh", "联系人", "lianxiren"),
        ("zh", "口碑", "kou bei"),
        ("zh", "核心功能", "hexingongneng"),
        # In traditional characters that stand in no text, but in what readers ask.
        ("zh", "评价", "評價"),
        ("zh", "习惯", "習慣"),
        ("zh", "备份失败", "備份失敗"),
        # In words of other places, of which a part is known.
        ("zh", "数据完整性", "資料完整性"),
        # With one mistake: everywhere, in one of two words that mean one thing, beside other words.
        ("en", "backup", "bakcup"),
        ("en", "address book", "adress book"),
        ("en", "mobile operator", "mobile opeeator"),
        ("en", "phone company", "phne company"),
        ("en", "back up contacts", "back up contcats"),
        ("en", "add credit", "add crdeit"),
        ("en", "chinese phone", "chinese pone"),
        # In another form.
        ("en", "transfer", "transferred"),
        ("en", "cancel", "cancelled"),
        ("en", "apply", "applied"),
        ("en", "remember", "remembered"),
        ("en", "erase", "erases"),
        # In a form that no rule makes.
        ("en", "steal", "stole"),
        ("en", "choose", "chosen"),
        ("en", "keep my number", "kept my number"),
        ("en", "broken phone", "my phone broke"),
        # In a word that a question can do without.
        ("en", "who should get it", "who shoudl get it"),
        # A synonym is no mistake, though it is like another word.
        ("en", "police", "cops"),
        # Both could have been meant.
        ("en", "clouds", "couds"),
    ],
)
def test_another_spelling_finds_the_same(
    boxes: Callable[[str], Box], language: str, usual: str, typed: str
) -> None:
    box = boxes(language)
    box.type(usual)
    wanted = box.results()[0]
    box.type(typed)
    assert wanted in box.results()[:1], f"'{typed}' should find first what '{usual}' does"
