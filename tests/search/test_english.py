"""English words are told from misspellings of the site's words."""

import pytest
from search_index.english import lookalikes


@pytest.mark.parametrize(
    ("word", "listed"),
    [
        ("widow", True),
        ("fal", True),
        # Alike without their endings: "residence", "resident"; "expense", "extension".
        ("residenc", True),
        ("expens", True),
        # Another word, and no longer form: "citizens".
        ("citizenship", True),
        ("residents", False),
        # Words of the site: as they stand there, without an ending, in a phrase.
        ("window", False),
        ("fail", False),
        ("contact", False),
        # None, or a rare one: rather a misspelling.
        ("contatc", False),
        ("windo", False),
        # Like none of them.
        ("elephant", False),
    ],
)
def test_a_word_that_looks_like_one_of_the_site_is_known(word: str, listed: bool) -> None:
    words = {"window", "fail", "fals", "contact list", "resident", "extens", "citizen"}
    forms = {"windows", "failed", "false", "contact list", "residents", "extension", "citizens"}
    assert (word in lookalikes(words, forms, set())) == listed


def test_a_word_that_two_with_a_meaning_make_is_known() -> None:
    words = {"con", "text", "sim", "card"}
    assert "context" in lookalikes(words, words, words)
    assert "context" not in lookalikes(words, words, {"text"})
    assert "simcard" not in lookalikes(words, words, words)
