"""Words are kept so that a query loads little."""

from __future__ import annotations

from collections import Counter

from searching.files import BYTES, MOST, keep, number, place, start


def test_a_word_is_kept_by_its_beginning() -> None:
    assert [start("通讯录"), start("contacts"), start("盘")] == ["通讯", "con", "盘"]
    assert place("通讯") != place("讯通")


def test_two_large_words_are_kept_apart() -> None:
    # Eight files would do, but then both words would be in the same one.
    count = number(Counter({3: 100, 11: 100}), each=25, most=90)
    assert count >= 8
    assert 3 % count != 11 % count


def test_there_are_no_more_files_than_a_large_site_needs() -> None:
    lines = {f"{at:05}": "x" * BYTES["latin"] for at in range(3 * MOST["latin"])}
    _, (latin, pairs, singles) = keep(lines, {})
    assert MOST["latin"] <= latin < MOST["latin"] + 100
    assert (pairs, singles) >= (1, 1)
