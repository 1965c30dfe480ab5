"""Texts and queries are compared by the same rules, in Python and in the engine."""

import random
import unicodedata

import pytest
from search.conftest import Modules
from search_index.tokens import ENDINGS, LETTERS, key, phrases, simplified, units

MANY = 4000
# What the rules are about: letters, digits, accents, full-width forms, Han, apostrophes, the rest.
ALPHABETS = (
    "abcdefgilmnorstuyz",
    "ABCÆØÅÉŞİıſﬁ",
    "0123456789０９",
    "ａｂｃＩＰ",
    "通讯录備份㐀鿿",
    "'’ -_.,:;!?()/\u00a0\u3000\u0301",
    "кириллицаΣς한글ひらカ",
)


def strings() -> list[str]:
    """Return strings of all kinds, the same in every run."""
    chance = random.Random(1)  # noqa: S311, nothing is kept secret
    words = ["".join(chance.choices(ALPHABETS[0], k=chance.randint(1, 12))) for _ in range(MANY)]
    mixed = [
        "".join(chance.choice(chance.choice(ALPHABETS)) for _ in range(chance.randint(1, 20)))
        for _ in range(MANY)
    ]
    found = (chr(chance.randrange(0x20, 0x2FA20)) for _ in range(MANY * 20))
    known = [it for it in found if unicodedata.category(it)[0] in "LMNPSZ"]
    odd = ["".join(known[at : at + 8]) for at in range(0, len(known), 8)]
    return [*words, *mixed, *odd, "Øystein's phone", "e\u0301te\u0301", "the students’ SIMs"]


def test_both_make_the_same_of_thousands_of_strings(modules: Modules) -> None:
    texts = strings()
    found = modules.run(
        """
        const { key, units } = await import("/modules/words.js");
        const rules = {
          letters: Object.entries(it.letters).map(([a, b]) => [new RegExp(a, "g"), b]),
          endings: it.endings.map(([a, b]) => [new RegExp(a), b]),
        };
        const all = (some) => [some, key(some)];
        return it.texts.map((text) => all(units(text, rules)));
        """,
        {"texts": texts, "letters": LETTERS, "endings": ENDINGS},
    )
    fold = simplified()
    for text, (some, word) in zip(texts, found, strict=True):
        # Python folds the texts of the site; the engine folds a query by a file of the index.
        folded = [unit.translate(fold) for unit in some]
        assert folded == units(text), ascii(text)
        assert word.translate(fold) == key(folded)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("contacts", "contact"),
        ("copies", "copy"),
        ("boxes", "box"),
        ("applied", "apply"),
        ("cancelled", "cancel"),
        ("activation", "activated"),
        ("creation", "creating"),
        ("phone's", "phones"),
        ("SIM’s", "sim"),
        ("ｉＰｈｏｎｅ", "iPhone"),
        ("Operatør", "operator"),
        ("通訊錄備份", "通讯录备份"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert units(one) == units(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("operating", "operator"),
        ("is", "i"),
        ("SMS", "SM"),
        ("station", "state"),
        ("mention", "meant"),
    ],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert units(one) != units(other)


def test_a_phrase_has_spaces_but_between_han_characters() -> None:
    assert key(units("虚拟SIM卡")) == "虚拟 sim 卡"


def test_words_are_found_where_they_stand_also_inside_of_longer_ones() -> None:
    words = {"sim", "卡", "sim 卡", "虚拟 sim 卡", "sim 卡 号"}
    assert list(phrases(units("SIM 卡，SIM"), words)) == [
        (0, 1, "sim"),
        (0, 2, "sim 卡"),
        (1, 2, "卡"),
        (2, 3, "sim"),
    ]
