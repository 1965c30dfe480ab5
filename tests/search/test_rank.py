"""The best answer comes first, and what does not answer is not shown."""

from search.conftest import Modules
from search_index import Section

FILLER = [
    Section(f"{at}/", f"Other {at}", "", f"Other {at}", ["Nothing of it."]) for at in range(9)
]

TOP = Section("a/", "Guide", "", "Guide", ["Begin here."])


def section(title: str, *passages: str, url: str = "a/", **fields: object) -> Section:
    return Section(url, "Page", title.lower().replace(" ", "-"), title, [*passages], **fields)  # type: ignore[arg-type]


def test_a_word_of_the_title_counts_more_than_one_of_the_text(modules: Modules) -> None:
    index = modules.index(
        TOP, section("Messages", "They mention an invoice."), section("Invoice", "A bill."), *FILLER
    )
    assert [it for it in modules.find(index, "invoice") if it != "Guide"] == ["Invoice", "Messages"]


def test_a_phrase_that_only_readers_use_leads_where_they_ask_for_it(modules: Modules) -> None:
    index = modules.index(
        TOP,
        section("One", "A transfer tool."),
        section("Two", "It copies all."),
        *FILLER,
        questions="a#two:\n  en: [smart switch]\n",
        synonyms="synonyms:\n  - en: [transfer tool, Smart Switch]\n",
    )
    assert modules.find(index, "smart switch")[0] == "Two"


def test_a_title_that_is_the_query_comes_first(modules: Modules) -> None:
    index = modules.index(
        section("Core functions and all that the card does besides", "core functions"),
        section("Core functions", "They are two.", url="b/"),
        *FILLER,
    )
    assert modules.find(index, "core functions")[0] == "Core functions"


def test_all_words_come_before_some(modules: Modules) -> None:
    index = modules.index(
        TOP, section("One", "huawei huawei huawei"), section("Two", "huawei, restore"), *FILLER
    )
    assert modules.find(index, "restore huawei")[0] == "Two"


def test_a_question_that_is_the_query_outdoes_many_that_are_a_little_like_it(
    modules: Modules,
) -> None:
    index = modules.index(
        TOP,
        section("One", "text"),
        section("Two", "text"),
        *FILLER,
        questions="""a#one:
  en: [invoice by post, invoice on paper, invoice as pdf, total sum, total price, total cost]
a#two:
  en: [invoice total]
""",
    )
    assert modules.find(index, "invoice total")[0] == "Two"


def test_a_question_in_the_words_of_the_query_outdoes_one_in_others(modules: Modules) -> None:
    index = modules.index(
        TOP,
        section("One", *["A stolen number."] * 5),
        section("Two", "text"),
        *FILLER,
        questions="a#one:\n  en: [lost number]\na#two:\n  en: [stolen number]\n",
        synonyms="synonyms:\n  - en: [lost, stolen]\n",
    )
    assert modules.find(index, "stolen number")[0] == "Two"


def test_of_a_story_the_question_in_it_is_answered(modules: Modules) -> None:
    index = modules.index(
        TOP,
        section("One", "house, garden"),
        section("Two", "text"),
        *FILLER,
        questions="a#two:\n  en: [invoice total]\n",
    )
    story = "house garden invoice total"
    assert modules.find(index, story)[0] == "Two"


def test_a_question_that_is_the_query_comes_first(modules: Modules) -> None:
    index = modules.index(
        TOP,
        section("One", "sim phone sim phone"),
        section("Two", "text"),
        section("Three", "sim"),
        *FILLER,
        questions="a#two:\n  en: [sim in a new phone]\n",
    )
    assert modules.find(index, "sim in a new phone")[0] == "Two"


def test_the_top_of_a_page_stands_for_what_all_its_sections_have(modules: Modules) -> None:
    index = modules.index(TOP, section("One", "restore"), section("Two", "restore"), *FILLER)
    assert "Guide" in modules.find(index, "restore")


def test_the_top_of_a_page_does_not_hold_a_query_of_which_each_section_has_a_word(
    modules: Modules,
) -> None:
    words = ["restore", "invoice", "umbrella", "rucksack"]
    index = modules.index(
        TOP,
        *(section(word.title(), word) for word in words),
        section("All", " ".join(words), url="b/"),
        *FILLER,
    )
    found = modules.find(index, " ".join(words))
    assert found[0] == "All"
    assert "Guide" not in found


def test_the_word_that_was_typed_counts_more_than_one_that_means_the_same(modules: Modules) -> None:
    index = modules.index(
        section("One", "An image."),
        section("Two", "A photo.", url="b/"),
        *FILLER,
        synonyms="synonyms:\n  - en: [photo, image]\n",
    )
    assert modules.find(index, "photo") == ["Two", "One"]
    assert modules.find(index, "image") == ["One", "Two"]


def test_what_shares_one_word_of_many_is_not_shown(modules: Modules) -> None:
    many = [section(f"Phone {at}", "phone", url=f"p{at}/") for at in range(8)]
    lost = section("Lost", "a phone that was lost in a taxi", url="lost/")
    index = modules.index(*many, lost, *FILLER)
    found = modules.find(index, "phone lost in a taxi")
    assert found[0] == "Lost"
    assert len(found) <= 5


def test_a_query_mostly_of_unknown_words_finds_nothing(modules: Modules) -> None:
    index = modules.index(TOP, section("One", "log in with a code"), *FILLER)
    assert modules.find(index, "netflix log") == []


def test_one_unknown_word_beside_many_known_ones_does_no_harm(modules: Modules) -> None:
    texts = ["lost phone contacts", "a backup"] * 5
    common = [section(f"Page {at}", text, url=f"p{at}/") for at, text in enumerate(texts)]
    backup = section("Backup", "lost phone contacts backup", url="b/")
    index = modules.index(backup, *common, *FILLER)
    assert modules.find(index, "lost phone contacts backup reykjavik")[0] == "Backup"
    assert modules.find(index, "lost reykjavik") == []


def test_a_section_gains_from_others_about_the_same(modules: Modules) -> None:
    alone = section("Alone", "invoice umbrella", url="alone/")
    alike = [section(f"Alike {at}", "invoice rucksack", url=f"b{at}/") for at in range(8)]
    index = modules.index(alone, *alike, *FILLER)
    assert modules.find(index, "invoice")[0].startswith("Alike")
