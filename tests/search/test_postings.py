"""Where words stand is written short, and read back as it was."""

import random

from search.conftest import Modules
from search_index import Section
from search_index.postings import MOST, TITLE, count, line, postings


def test_a_character_inside_a_word_is_not_that_character() -> None:
    assert count("卡丢了，保号卡还在", {"卡", "保号卡", "丢"}) == {
        "卡": 1,
        "保号卡": 1,
        "丢": 1,
    }


def test_a_phrase_and_its_words_both_count() -> None:
    assert count("A second number, numbers", {"number", "second number"}) == {
        "number": 2,
        "second number": 1,
    }


def test_sections_count_how_often_and_questions_whether() -> None:
    sections = [
        Section("a/", "A", "", "A", passages=["sim", "SIM " * 9]),
        Section("b/", "B", "", "B", passages=["no"], questions=["a sim, a SIM", "sim"]),
        Section("b/", "B", "c", "The SIM", passages=["a sim"]),
        Section("b/", "B", "sim", "Nothing"),
    ]
    assert postings(sections, {"sim"}, set()) == {
        "sim": ({0: MOST, 2: TITLE + 1, 3: TITLE}, {0: 1, 1: 1})
    }


def test_the_number_of_a_claim_is_no_word() -> None:
    claim = Section("a/", "A", "claim-4-6", "Six months", passages=["4 in all"])
    found = postings([claim], {"4", "6", "claim", "month"}, set())
    assert found.keys() == {"4", "claim", "month"}
    assert found["4"] == ({0: 1}, {})


def test_what_is_written_is_read_back(modules: Modules) -> None:
    chance = random.Random(2)  # noqa: S311, nothing is kept secret
    places = [
        (
            {it: chance.randint(1, MOST + TITLE) for it in sorted(chance.sample(range(600), size))},
            dict.fromkeys(sorted(chance.sample(range(9000), 2 * size)), 1),
        )
        for size in range(1, 200)
    ]
    found = modules.run(
        f"""{modules.open(modules.index(Section("", "Home", "", "Home", passages=["text"])))}
        const pair = ({{ sections, questions }}) => [sections, questions];
        return it.map((line) => pair(index.read(line)));
        """,
        [line(it) for it in places],
    )
    assert found == [[list(map(list, one.items())) for one in some] for some in places]


def test_a_word_is_no_part_of_one_with_a_meaning_of_its_own() -> None:
    words = {"验证", "验证码", "通讯", "通讯录"}
    assert count("验证验证码，通讯录", words, {"验证码"}) == {
        "验证": 1,
        "验证码": 1,
        "通讯": 1,
        "通讯录": 1,
    }
