"""How the search box behaves: keyboard, input methods, links, weight, failure."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect
from search.conftest import INPUT, LINK, STATUS, Box

# Bytes, compressed, that may be loaded before the first result, the page itself not counted.
BYTES = 15 * 1024

Open = Callable[[str], Box]


def asked(page: Page) -> list[str]:
    """Return a list that fills with the paths the page asks for."""
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    return paths


def test_nothing_is_loaded_before_a_reader_turns_to_the_box(page: Page) -> None:
    paths = asked(page)
    page.goto("/zh/limits/", wait_until="networkidle")
    assert not [path for path in paths if "search" in path]
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert [path for path in paths if "search-engine" in path]


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("zh", "通讯录"),
        ("zh", "云端备份"),
        ("zh", "txl"),
        # Whole questions, pasted; a traditional word; a mistake where a word begins.
        ("zh", "手机丢了联系人还能找回来吗"),
        ("zh", "华为手机用不了谷歌怎么备份通讯录"),
        ("zh", "安卓手機怎麼同步聯絡人"),
        ("zh", "通訊錄備份"),
        ("en", "does google back up my call history"),
        ("en", "kontacts"),
        ("en", "contacts"),
        ("en", "cloud storage"),
    ],
)
def test_the_first_result_costs_little(page: Page, site: Path, language: str, typed: str) -> None:
    paths: list[str] = []

    def note(request: Request) -> None:
        if not request.service_worker:
            paths.append(urlsplit(request.url).path)

    page.goto(f"/{language}/", wait_until="networkidle")
    page.context.on("request", note)
    page.keyboard.press("/")
    page.fill(INPUT, typed)
    expect(page.locator(LINK).first).to_be_visible()
    # Excerpts come after the results they belong to.
    before = [path for path in dict.fromkeys(paths) if not re.search(r"/t\d+\.js", path)]
    sizes = {path: len(gzip.compress((site / path.strip("/")).read_bytes(), 9)) for path in before}
    assert sizes
    assert sum(sizes.values()) <= BYTES, sizes


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_keys_open_the_box(page: Page, key: str) -> None:
    page.goto("/en/")
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_have_value("")


def test_arrows_go_through_the_results_and_escape_goes_back(open_box: Open) -> None:
    box = open_box("/en/limits/")
    box.type("backup")
    page, links = box.page, box.page.locator(LINK)
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("#search-open")).not_to_be_checked()
    expect(page.locator(INPUT)).not_to_be_focused()


def test_focus_returns_to_where_it_was(page: Page) -> None:
    page.goto("/en/limits/")
    link = page.locator("article a[href]:visible").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_enter_opens_the_first_result_with_the_words_marked(open_box: Open) -> None:
    box = open_box("/zh/")
    box.type("yunpan")
    page = box.page
    target = box.results()[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zh/{target}")
    marks = page.locator("mark.found")
    expect(marks.filter(has_text=re.compile("^云盘$")).first).to_be_visible()
    assert "?" not in page.url


def test_a_result_on_the_same_page_is_marked_too(open_box: Open) -> None:
    box = open_box("/en/limits/")
    box.type("invoice")
    page = box.page
    page.locator(f'{LINK}[href$="/limits/#operator-services"]').click()
    page.wait_for_url("**/limits/#operator-services")
    expect(page.locator("mark.found").first).to_have_text(re.compile("invoice", re.I))
    expect(page.locator("#operator-services")).to_be_in_viewport()


def test_half_composed_text_is_not_searched(page: Page) -> None:
    page.goto("/zh/")
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    paths = asked(page)
    devtools = page.context.new_cdp_session(page)
    devtools.send(
        "Input.imeSetComposition", {"text": "tong'xun", "selectionStart": 8, "selectionEnd": 8}
    )
    expect(page.locator(INPUT)).to_have_value("tong'xun")
    # Enter during composition chooses a candidate: never a result.
    page.locator(INPUT).dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    page.wait_for_timeout(200)
    assert page.locator(LINK).count() == 0
    assert not paths
    devtools.send("Input.insertText", {"text": "通讯录"})
    expect(page.locator(LINK).first).to_be_visible()
    assert page.url.endswith("/zh/")


def test_the_number_of_results_is_announced(open_box: Open) -> None:
    box = open_box("/en/")
    expect(box.page.get_by_role("dialog", name="Search")).to_be_visible()
    box.type("invoice")
    status = box.page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text(re.compile(r"^\d+ matching document"))


def test_where_nothing_is_found_the_box_helps(open_box: Open) -> None:
    box = open_box("/en/")
    page = box.page
    box.type("qqxcontactzz")
    expect(page.locator(STATUS)).to_have_text("No matching documents")
    pages = page.locator(".results__help a")
    assert pages.count() >= 4
    word = page.locator(".results__suggestion")
    assert "contact" in word.inner_text()
    word.click()
    expect(page.locator(LINK).first).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_that_a_script_knows_are_words_like_others(open_box: Open, language: str) -> None:
    box = open_box(f"/{language}/")
    for word in ("constructor", "valueOf", "__proto__"):
        box.type(word)
        expect(box.page.locator(STATUS)).not_to_have_text(re.compile("did not load|没有载入"))


def test_a_search_can_be_shared(open_box: Open, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = open_box("/en/limits/#cloud-services")
    box.type("cloud storage")
    first = box.results()[0]
    page.locator(".search__share").click()
    expect(page.locator(STATUS)).to_have_text("Link copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith("/en/limits/?q=cloud+storage")
    page.goto(address)
    expect(page.locator(LINK).first).to_be_visible()
    assert Box(page).results()[0] == first


def test_on_a_phone_the_box_covers_the_page(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto("/zh/card/")
    page.locator(".toggle-search").click()
    expect(page.locator(INPUT)).to_be_focused()
    Box(page).type("iphone")
    assert round(page.locator(".search__panel").bounding_box()["width"]) == 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_long_query_does_not_run_under_the_buttons(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/en/")
    page.keyboard.press("/")
    page.fill(INPUT, "what happens to all of my contacts and messages when the phone is lost " * 2)
    # The theme widens the end of the box bit by bit as it opens.
    page.evaluate("Promise.all(document.getAnimations().map(({ finished }) => finished))")
    end = page.locator(INPUT).evaluate(
        "it => it.getBoundingClientRect().right - parseFloat(getComputedStyle(it).paddingRight)"
    )
    for button in page.locator(".search__options button").all():
        box = button.bounding_box()
        assert box
        assert box["x"] >= end, "the words of the query show through a button"


def test_it_works_from_disk(page: Page, site: Path) -> None:
    page.goto((site / "zh/limits/index.html").as_uri())
    page.keyboard.press("/")
    box = Box(page)
    box.type("txl")
    assert "通讯录" in box.marked()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/workarounds/index.html#contacts")
    expect(page.locator("mark.found").first).to_be_visible()


def test_a_lost_connection_is_said_and_mended(page: Page) -> None:
    page.goto("/en/")
    page.context.set_offline(True)
    page.keyboard.press("/")
    page.fill(INPUT, "cloud")
    expect(page.locator(STATUS)).to_contain_text("did not load")
    page.context.set_offline(False)
    page.fill(INPUT, "clouds")
    expect(page.locator(LINK).first).to_be_visible()


def test_fast_typing_shows_the_last_query_only(open_box: Open) -> None:
    box = open_box("/en/")
    box.page.locator(INPUT).press_sequentially("operator inv", delay=5)
    box.type("student")
    assert box.results()[0] == "voices/#student"
