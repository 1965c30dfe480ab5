"""A title that is too long for the list of results is cut where a reader would pause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from search.conftest import Box
from searching.sections import Section


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Back up your contacts", "Back up your contacts"),
        (
            "The number is kept for people who work abroad, and for nobody else",
            "The number is kept for people who work abroad…",
        ),
        (
            "First, the number that is kept for many people who work somewhere abroad",
            "First, the number that is kept for many people who work…",
        ),
        ("定期备份通讯录", "定期备份通讯录"),
        (
            "换手机以后，登录同一个云账号就行，里面的数据全部都能恢复",
            "换手机以后，登录同一个云账号就行…",
        ),
        (
            "它是为了长期在挪威居住或者工作的外国人设计出来的服务",
            "它是为了长期在挪威居住或者工作的外国人设计出来的…",
        ),
    ],
)
def test_a_title_ends_at_a_pause_or_a_word(title: str, shown: str) -> None:
    section = Section("card/", "a", title, 2)
    section.shorten()
    assert section.title == shown
    assert section.questions == ([] if shown == title else [title])


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("en", "as a mere SIM service it cannot touch the operating system", "claim-3-3"),
        ("zh", "原文说自由职业者的数据靠手机自己的备份", "claim-4-6"),
    ],
)
def test_what_was_cut_from_a_title_finds_it(
    boxes: Callable[[str], Box], language: str, typed: str, wanted: str
) -> None:
    box = boxes(language)
    box.type(typed)
    assert f"fact-check/#{wanted}" in box.results()[:3]
