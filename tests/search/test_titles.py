"""A title that is too long for the list of results is cut where a reader would pause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from search.conftest import LINK, Box
from searching.sections import Section


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Back up your contacts", "Back up your contacts"),
        # A few letters more are no reason to cut.
        (
            "Backing up contacts, call history or SMS with the card is quite impossible",
            "Backing up contacts, call history or SMS with the card is quite impossible",
        ),
        (
            "The number is kept for people who work far abroad, and for nobody else in the world",
            "The number is kept for people who work far abroad…",
        ),
        (
            "First, the number that is kept for many people who all work far abroad, or who do not",
            "First, the number that is kept for many people who all work far…",
        ),
        # No pause is inside a number, and letters beyond ASCII are letters.
        (
            "The plan that you keep the number with for years costs 1,200 kroner and more a year",
            "The plan that you keep the number with for years costs 1,200…",
        ),
        (
            "The shop where such a card was bought is in the north in Tromsø municipality, Norway",
            "The shop where such a card was bought is in the north in Tromsø…",
        ),
        ("定期备份通讯录", "定期备份通讯录"),
        (
            "用 Google Drive 备份安卓手机里的通讯录 Contacts",
            "用 Google Drive 备份安卓手机里的通讯录 Contacts",
        ),
        (
            "换手机以后，登录同一个云账号就行，里面的数据全部都能恢复，一条也不会少，真的不会",
            "换手机以后，登录同一个云账号就行，里面的数据全部都能恢复…",
        ),
        (
            "它是为了长期在挪威居住或者工作的外国人而且只是为了他们才设计出来的一种卡和服务",
            "它是为了长期在挪威居住或者工作的外国人而且只是为了他们才设计出来…",
        ),
        ("x" * 90, "x" * 65 + "…"),
    ],
)
def test_a_title_ends_at_a_pause_or_a_word(title: str, shown: str) -> None:
    section = Section("card/", "a", title, 2)
    section.shorten()
    assert section.title == shown
    assert section.questions == ([] if shown == title else [title])


def test_a_cut_title_is_shown_so_and_found_by_the_rest(boxes: Callable[[str], Box]) -> None:
    box = boxes("en")
    box.type("suits students expatriates frequent travellers")
    place = box.results()[:2].index("fact-check/#claim-1-3")
    shown = box.page.locator(LINK).nth(place).inner_text()
    assert "Cannot be verified: It keeps the number after you leave…" in shown
