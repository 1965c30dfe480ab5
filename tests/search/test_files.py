"""Words are kept so that a query loads little."""

from __future__ import annotations

from collections import Counter

from searching.files import BYTES, MOST, keep, number, place, start
from searching.postings import lines_of, united


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


def test_a_word_says_where_its_synonyms_are() -> None:
    places = {
        "备份": [0, 2],
        "备份^": [0],
        "通讯": [1, 4],
        "讯录": [1, 3],
        "通讯^": [1],
        "sim": [5],
    }
    found = united(places, {"拷贝": ["备份"], "电话本": ["通讯录"], "芯片": ["sim"], "图": ["画"]})
    # Where all pairs of a synonym stand together, and where one begins a passage. Words in other
    # scripts have forms, which only the engine knows.
    assert found == {"~拷贝": [0, 2], "~拷贝^": [0], "~电话本": [1], "~电话本^": [1]}
    lines = lines_of(places | found)
    assert lines["~拷贝"].removeprefix("~拷贝") == lines["备份"].removeprefix("备份")
    # So both are in the file of the word itself.
    assert start("~拷贝") == start("拷贝")
