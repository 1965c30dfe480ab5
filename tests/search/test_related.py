"""Sections about the same are known as such."""

from search_index.related import MANY, NEAREST, related


def test_sections_are_related_that_share_their_rare_words() -> None:
    apart = 2 * NEAREST
    places = [
        ({0: 1, 1: 1}, {}),
        *(({at: 1, at + 1: 1}, {}) for at in range(2, apart + 1)),
    ]
    assert 0 in related(places, [], apart + 2)[1]
    assert 0 not in related(places, [], apart + 2)[apart]


def test_what_readers_ask_makes_sections_related() -> None:
    places = [
        *(({at: 3, at % 7 + 20: 1}, {}) for at in range(2, 20)),
        ({}, {0: 1, 1: 1}),
    ]
    assert 0 in related(places, [0, 1], 27)[1]


def test_an_empty_section_hinders_nothing() -> None:
    assert len(related([({0: 1}, {})], [], 3)) == 3


def test_words_of_many_sections_are_not_looked_at() -> None:
    """They say little, and would cost a large site time by the square of its sections."""
    shared = [(dict.fromkeys(range(MANY + 1), 1), {})]
    rarer = [(dict.fromkeys(range(MANY), 1), {})]
    assert not any(related(shared, [], 9 * MANY))
    assert any(related(rarer, [], 9 * MANY))
