"""What a reader may type: each kind of query, and what is seen on top."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect
from search.conftest import Box

CONTACTS = "workarounds/#contacts"


@pytest.mark.parametrize(
    ("language", "typed", "wanted", "marked"),
    [
        pytest.param("zh", "通讯录", CONTACTS, "通讯录", id="word"),
        pytest.param("zh", "运营商附加服务", "limits/#operator-services", "运营商", id="phrase"),
        pytest.param("zh", "谁适合用保号卡？", "card/#who-it-is-for", "适合", id="question"),
        pytest.param("zh", "附加", "limits/#operator-services", "附加", id="inside a word"),
        pytest.param("zh", "盘", "workarounds/#cloud-storage", "盘", id="one character"),
        pytest.param("zh", "通訊錄", CONTACTS, "通讯录", id="traditional"),
        pytest.param("zh", "備份之後", "backup/#definition", "备份", id="traditional, all"),
        pytest.param("zh", "聯絡人", CONTACTS, "联系人", id="word of Taiwan"),
        pytest.param(
            "zh", "資料完整性", "workarounds/#integrity-check", "完整", id="part of Taiwan"
        ),
        pytest.param("zh", "tongxunlu", CONTACTS, "通讯录", id="pinyin"),
        pytest.param("zh", "tong xun lu", CONTACTS, "通讯录", id="pinyin with spaces"),
        pytest.param("zh", "tongxunl", CONTACTS, "通讯录", id="pinyin while typing"),
        pytest.param("zh", "beifentongxunlu", CONTACTS, "备份通讯录", id="two words in pinyin"),
        pytest.param("zh", "diule", "lost/#both", "丢", id="pinyin with a particle"),
        pytest.param("zh", "txl", CONTACTS, "通讯录", id="initials"),
        pytest.param("zh", "电话簿", CONTACTS, "通讯录", id="synonym"),
        pytest.param("zh", "iphone通讯录", "workarounds/#contacts-iphone", "iPhone", id="mixed"),
        pytest.param(
            "zh", "ｉｐｈｏｎｅ　通讯录", "workarounds/#contacts-iphone", "iPhone", id="wide"
        ),
        pytest.param("zh", "contacts", CONTACTS, "通讯录", id="English word"),
        pytest.param("en", "contacts", CONTACTS, "contacts", id="English"),
        pytest.param("en", "backing up contacts", CONTACTS, "contacts", id="inflection"),
        pytest.param("en", "moved away", "card/#before-you-leave-norway", "moves", id="past tense"),
        pytest.param("en", "flexibility", "card/#advantages", "Flexible", id="noun of adjective"),
        pytest.param("en", "freelancers", "voices/#freelancer", "Freelancer", id="plural"),
        pytest.param("en", "integ", "workarounds/#integrity-check", "", id="prefix"),
        pytest.param("en", "co", CONTACTS, "contacts", id="two letters"),
        pytest.param("en", "kontacts", CONTACTS, "contacts", id="another first letter"),
        pytest.param("en", "ontacts", CONTACTS, "contacts", id="first letter missing"),
        pytest.param("en", "contcats", CONTACTS, "contacts", id="letters swapped"),
        pytest.param("en", "studnt", "voices/#student", "Student", id="letter missing"),
        pytest.param(
            "en", "operater", "limits/#operator-services", "operators", id="mistake like a form"
        ),
        pytest.param("en", "phonebook", CONTACTS, "contacts", id="English synonym"),
        pytest.param("en", "phone book", CONTACTS, "contacts", id="synonym of two words"),
        pytest.param("en", "carrier", "limits/#operator-services", "operators", id="other word"),
        pytest.param("en", "cloudstorage", "workarounds/#cloud-storage", "Cloud", id="no space"),
        pytest.param("en", "通讯录", CONTACTS, "contacts", id="Chinese word"),
    ],
)
def test_the_wanted_section_comes_first(
    boxes: Callable[[str], Box], language: str, typed: str, wanted: str, marked: str
) -> None:
    box = boxes(language)
    box.type(typed)
    found = [address for address in box.results() if "#" in address]
    assert found[0] == wanted, found[:4]
    if marked:
        assert marked in box.marked(box.results().index(wanted))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_result_is_of_the_other_language(boxes: Callable[[str], Box], language: str) -> None:
    box = boxes(language)
    for typed in ("iPhone", "通讯录", "backup"):
        box.type(typed)
        addresses = box.page.eval_on_selector_all(
            ".results__link", "all => all.map(it => it.pathname)"
        )
        assert addresses
        assert all(address.startswith(f"/{language}/") for address in addresses)


def test_a_result_shows_section_page_and_excerpt(boxes: Callable[[str], Box]) -> None:
    box = boxes("en")
    box.type("carrier")
    item = box.page.locator(".results__item").first
    assert item.locator(".results__title").inner_text() == "Extra services of operators"
    assert item.locator(".results__page").inner_text()
    # The three belong together: the space is around them, not between.
    for part in ("page", "excerpt"):
        expect(item.locator(f".results__{part}")).to_have_css("margin-top", "0px")
    assert "operators" in box.marked()
    assert len(item.locator(".results__excerpt").inner_text()) > 40


def test_an_excerpt_begins_and_ends_with_whole_words(
    boxes: Callable[[str], Box], site: Path
) -> None:
    box = boxes("en")
    box.type("will my contacts come back")
    box.marked()
    found = box.page.locator(".results__excerpt").all_inner_texts()
    known: set[str] = set()
    for page in site.glob("en/**/index.html"):
        known.update(re.findall(r"\w+", " ".join(html.parse(page).getroot().itertext())))
    excerpts = [words for text in found if (words := re.findall(r"\w+", text))]
    assert len(excerpts) > 3
    assert not {word for words in excerpts for word in (words[0], words[-1])} - known


def test_all_words_before_some(boxes: Callable[[str], Box]) -> None:
    box = boxes("zh")
    box.type("华为 恢复")
    found = box.results()
    # The same heading on both pages; only one of them is about this maker.
    assert found.index("no-google/#restore") < found.index("iphone/#restore")


def test_words_of_one_root_and_another_sense_are_kept_apart(boxes: Callable[[str], Box]) -> None:
    box = boxes("en")
    box.type("operating system")
    places = range(min(5, len(box.results())))
    marked = {word.lower() for at in places for word in box.marked(at)}
    assert "operating" in marked
    assert marked.isdisjoint({"operator", "operators"})


def test_a_question_that_one_section_answers_best_still_shows_others(
    boxes: Callable[[str], Box],
) -> None:
    box = boxes("zh")
    box.type("新买的三星怎么把老三星里的东西弄回来")
    assert box.results()[0] == "android/#restore"
    assert len(box.results()) >= 3
