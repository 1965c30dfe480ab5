"""A query is understood from itself and the index alone."""

import pytest
from search.conftest import Modules
from search_index import Section

SYNONYMS = """
synonyms:
  - zh: [检查, 验证]
    en: [check, verify]
  - zh: [验证码, 校验码]
    en: [codes, verification code]
  - zh: [通讯录, 联系人, 电话簿]
    en: [contacts, address book]
ignore:
  zh: [怎么, 的]
  en: [how, do, I, my]
"""
PAGES = {
    "zh": [
        "通讯录在云端",
        "检查备份：检查两次",
        "银行发来验证码",
        "附加服务",
        "备份",
        "附加",
        "adresses",
        "坐的士去",
    ],
    "en": [
        "Contacts live in the cloud",
        "Check a backup",
        "Codes come by SMS",
        "Extra services in a list",
    ],
}
# By pinyin, and by one of its characters, a word is found that more than two sections have.
OTHERS = ["这里还有很多别的话，也提到附加，也提到备份"] * 3


@pytest.fixture(scope="module")
def indexes(modules: Modules) -> dict[str, str]:
    """Return the addresses of an index of these pages, and of others, in each language."""
    return {
        language: modules.index(
            *(
                Section(f"{at}/", f"{at}", "", f"{at}", [text])
                for at, text in enumerate([*texts, *OTHERS])
            ),
            language=language,
            synonyms=SYNONYMS,
        )
        for language, texts in PAGES.items()
    }


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        pytest.param("en", "how do I check my backups", 1, id="forms, and words to do without"),
        pytest.param("en", "address book", 0, id="a synonym of two words"),
        pytest.param("en", "verify backup", 1, id="a synonym beside a word"),
        pytest.param("en", "conta", 0, id="only begun"),
        pytest.param("en", "bakcup", 1, id="two letters swapped"),
        pytest.param("en", "bcakup", 1, id="a letter moved"),
        pytest.param("en", "lsit", 3, id="a mistake in a short word"),
        pytest.param("en", "400 contacts", 0, id="an amount that stands nowhere"),
        pytest.param("en", "con tacts", 0, id="one word typed as two"),
        pytest.param("en", "addressbook", 0, id="a synonym of two words typed as one"),
        pytest.param("en", "adress book", 0, id="a mistake in one of two words"),
        pytest.param("en", "verificaton code", 2, id="a mistake in a synonym"),
        pytest.param("en", "通讯录", 0, id="Chinese"),
        pytest.param("en", "通訊錄", 0, id="traditional Chinese"),
        pytest.param("en", "怎么验证的", 1, id="a whole question in Chinese"),
        pytest.param("en", "tongxunlu", 0, id="pinyin"),
        pytest.param("zh", "通訊錄", 0, id="traditional"),
        pytest.param("zh", "电话簿", 0, id="a synonym that no page has"),
        pytest.param("zh", "tongxunlu", 0, id="pinyin"),
        pytest.param("zh", "tong xun lu", 0, id="pinyin in syllables"),
        pytest.param("zh", "zenme jiancha beifen", 1, id="pinyin with words to do without"),
        pytest.param("zh", "txl", 0, id="initials"),
        pytest.param("zh", "怎么检查备粉", 1, id="characters that sound alike"),
        pytest.param("zh", "contacts", 0, id="English"),
        pytest.param("zh", "address book", 0, id="English that is nearly another word of the site"),
        pytest.param("zh", "how do I check", 1, id="a whole question in English"),
        pytest.param("zh", "附", 3, id="one character of a word"),
        pytest.param("zh", "讯录", 0, id="two characters inside a word"),
        pytest.param("zh", "的士", 7, id="a word that begins with one to do without"),
        pytest.param("zh", "ｃｏｎｔａｃｔｓ", 0, id="full width"),
    ],
)
def test_a_word_is_found_however_it_is_spelled(
    modules: Modules, indexes: dict[str, str], language: str, typed: str, wanted: int
) -> None:
    assert modules.find(indexes[language], typed)[:1] == [str(wanted)]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("備份", True), ("到期後", True), ("签证", False), ("鼹鼠", False), ("contacts", False)],
)
def test_only_traditional_characters_ask_for_their_list(
    modules: Modules, indexes: dict[str, str], typed: str, asked: bool
) -> None:
    assert asked == modules.understood(indexes["zh"], typed, 'index.files.asked.has("fold")')


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("addressbook", ["contact"]),
        ("checkcontacts", ["check", "contact"]),
        # Neither of these two has a meaning that other words have, too.
        ("livelist", []),
    ],
)
def test_two_words_may_be_typed_as_one(
    modules: Modules, indexes: dict[str, str], typed: str, read: list[str]
) -> None:
    wanted = "parts.flatMap((part) => part.words.slice(0, 1))"
    assert modules.understood(indexes["en"], typed, wanted) == read


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        # Mistyped, for no such word is said elsewhere.
        ("lsit", ["3"]),
        ("contazts", ["0"]),
        # A word that the site lacks: "list", "live", "cloud", "contacts" were not meant.
        ("lost", []),
        ("love", []),
        ("clouded", ["0"]),
        ("proud", []),
        # It only begins like a short one.
        ("listeria", []),
        ("contracts", []),
    ],
)
def test_a_word_that_is_said_elsewhere_is_not_mistyped(
    modules: Modules, indexes: dict[str, str], typed: str, wanted: list[str]
) -> None:
    assert modules.find(indexes["en"], typed) == wanted


@pytest.mark.parametrize(("typed", "unknown"), [("坐标", ["坐标"]), ("坐", []), ("坐云端", [])])
def test_a_character_of_an_unknown_word_is_not_a_word(
    modules: Modules, indexes: dict[str, str], typed: str, unknown: list[str]
) -> None:
    wanted = "parts.flatMap((part) => part.unknown || [])"
    assert modules.understood(indexes["zh"], typed, wanted) == unknown


@pytest.mark.parametrize("typed", ["license", "responses"])
def test_a_synonym_that_no_page_has_may_end_like_a_form(modules: Modules, typed: str) -> None:
    index = modules.index(
        Section("", "Home", "", "Home", ["A licence.", "An answer."]),
        synonyms="synonyms:\n  - en: [licence, license]\n  - en: [answer, response]\n",
    )
    guessed = modules.understood(index, typed, "query.read")
    assert modules.find(index, typed) == ["Home"]
    assert not guessed


def test_a_rare_word_is_found_that_is_a_part_of_a_synonym(modules: Modules) -> None:
    """Its file is asked for, though the query seems to be understood without."""
    many = [Section(f"{at}/", f"{at}", "", f"{at}", ["很多网站提到云盘"]) for at in range(12)]
    index = modules.index(
        *many,
        Section("here/", "Here", "", "Here", ["没有网络，也能备份"]),
        language="zh",
        synonyms="synonyms:\n  - zh: [云盘, 网络硬盘]\n",
    )
    assert modules.find(index, "网络")[:1] == ["Here"]


def test_a_synonym_that_stands_only_inside_of_words_is_one_that_readers_use(
    modules: Modules,
) -> None:
    """Else the page is asked for it, and found to lack what the index says it has."""
    index = modules.index(
        Section("", "Home", "", "Home", ["船上的网络，游轮"]),
        language="zh",
        synonyms="synonyms:\n  - zh: [游轮, 船]\n",
    )
    assert modules.understood(index, "船", "parts.map(({ words }) => words)") == [["游轮"]]
    assert modules.find(index, "船") == ["Home"]


@pytest.mark.parametrize(
    ("ignored", "known"), [([], [False, False, False]), (["不"], [True, True, True])]
)
def test_three_characters_are_a_word_that_the_site_lacks_unless_they_are_grammar(
    modules: Modules, ignored: list[str], known: list[bool]
) -> None:
    """How something is done is no matter: 不出去."""
    found = modules.run(
        """const { uncut } = await import("/modules/pieces.js");
        const pieces = [..."不出去"].map((word) => ({ word, known: true }));
        return uncut(pieces, new Set(it)).map(({ known }) => known);""",
        ignored,
    )
    assert found == known


def test_a_synonym_cuts_no_word_in_two(modules: Modules, indexes: dict[str, str]) -> None:
    """验证 and 检查 mean the same; 验证码 has nothing to do with either."""
    assert modules.find(indexes["zh"], "验证码") == ["2"]
    assert modules.find(indexes["zh"], "验证") == ["1"]


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "netflix"),
        ("en", "bitcoin wallet"),
        ("en", "constructor"),
        ("en", "__proto__"),
        ("en", "(.*"),
        # Like a word of the site, but another: its first letter or one of few letters differs.
        ("en", "acheck"),
        ("en", "lisk"),
        # Another word that begins like one: "marketplace" is no form of "market".
        ("en", "extradition"),
        # A character of an unknown word is not that of a known one.
        ("zh", "签证"),
        ("zh", "，"),
    ],
)
def test_what_the_site_does_not_know_finds_nothing(
    modules: Modules, indexes: dict[str, str], language: str, typed: str
) -> None:
    assert modules.answers(indexes[language], typed) == {"results": [], "perhaps": []}
