"""How the search box behaves: keyboard, input methods, links, the way back, weight, failure."""

import gzip
import re
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Request, Route, expect
from search.conftest import INPUT, LINK, STATUS, Box

# Bytes, as browsers get them, and files that may be loaded before the first result; of the first
# query with the script, and of one after it. Headers come to these (`make search-report`).
FIRST, NEXT = (25 * 1024, 8), (6 * 1024, 5)
# What Chinese typed in Latin letters needs besides: how words sound, and words of other languages.
SPELLED = 1_280
# The script of box and engine, loaded when a reader turns to the search, and its bytes.
SCRIPT, SCRIPT_BYTES = "**/javascripts/search.*.js", 8_832

Open = Callable[[str], Box]


def asked(page: Page) -> list[str]:
    """Return a list that fills with the paths the page asks for."""
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    return paths


def sent(file: Path) -> int:
    """Return how many bytes of a file go over the wire: a server compresses a small one itself."""
    copy = file.with_name(f"{file.name}.br")
    return copy.stat().st_size if copy.exists() else len(gzip.compress(file.read_bytes(), 1))


# ---------------------------------------------------------------------------
# What is loaded


def test_nothing_is_loaded_before_a_reader_turns_to_the_box(page: Page) -> None:
    paths = asked(page)
    page.goto("/zh/limits/", wait_until="networkidle")
    assert not [path for path in paths if "search" in path]
    with page.expect_request(SCRIPT):
        page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()


def test_a_screen_reader_has_the_open_box_alone(page: Page) -> None:
    """It covers the page on a phone: who goes on to what is behind it would not see that."""
    page.goto("/zh/lost/")
    expect(page.get_by_role("main")).to_have_count(1)
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(0)
    page.keyboard.press("Escape")
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)


def test_each_answer_is_read_out_also_where_it_counts_as_many(page: Page) -> None:
    page.goto("/zh/")
    page.keyboard.press("/")
    Box(page).paste("iPhone")
    page.evaluate(
        """(status) => new MutationObserver(() => (self.said = true))
          .observe(document.querySelector(status), { childList: true })""",
        STATUS,
    )
    page.keyboard.press("Space")
    page.wait_for_function("() => self.said")


@pytest.mark.parametrize("turn", ["hover", "focus"])
def test_who_comes_near_the_button_has_the_box_ready(page: Page, turn: str) -> None:
    page.goto("/zh/limits/", wait_until="networkidle")
    with page.expect_request(SCRIPT):
        getattr(page.locator("button.toggle-search"), turn)()
    expect(page.locator(".search")).to_be_hidden()
    with page.expect_worker():
        page.keyboard.press("/")
    Box(page).paste("通讯录")


def test_nothing_is_loaded_by_coming_near_once_a_page_is_to_be_quiet(page: Page) -> None:
    page.goto("/zh/check/", wait_until="networkidle")
    page.evaluate("document.documentElement.dataset.quiet = ''")
    paths = asked(page)
    page.locator("button.toggle-search").hover()
    page.locator("button.toggle-search").focus()
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
    assert paths == []


def test_what_is_typed_before_the_box_can_answer_is_not_lost(page: Page) -> None:
    held: list[Route] = []
    # Not what its worker asks for, nor the page of a result.
    page.route(SCRIPT, lambda route: held.append(route), times=1)
    page.goto("/en/lost/")
    with page.expect_request(SCRIPT):
        page.locator("button.toggle-search").click()
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("cloud ")
    expect(page.locator(STATUS)).to_have_text("Searching …")
    held[0].continue_()
    Box(page).answered("cloud")
    page.keyboard.type("copy")
    Box(page).answered("cloud copy")


def test_enter_before_the_box_can_answer_opens_the_first_result(page: Page) -> None:
    held: list[Route] = []
    # Not what its worker asks for, nor the page of a result.
    page.route(SCRIPT, lambda route: held.append(route), times=1)
    page.goto("/en/lost/")
    with page.expect_request(SCRIPT):
        page.keyboard.press("/")
    page.keyboard.type("cloud")
    page.keyboard.press("Enter")
    held[0].continue_()
    page.wait_for_url("**/en/**#*")
    expect(page.locator("mark.found").first).to_be_visible()


def test_the_box_closes_before_it_can_answer(page: Page) -> None:
    page.route(SCRIPT, lambda route: None)
    page.goto("/en/lost/")
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.get_by_role("button", name="Close the search").click(),
    ):
        page.keyboard.press("/")
        expect(page.locator(INPUT)).to_be_focused()
        close()
        expect(page.locator(".search")).to_be_hidden()


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
        if not request.service_worker and "/texts-" not in request.url:
            paths.append(urlsplit(request.url).path)

    page.goto(f"/{language}/", wait_until="networkidle")
    page.context.on("request", note)
    for query, (most_bytes, most_files) in ((typed, FIRST), ("sim pin", NEXT)):
        paths.clear()
        page.keyboard.press("/")
        Box(page).paste(query)
        sizes = {it: sent(site / it.strip("/")) for it in paths}
        assert not [it for it in paths if fnmatch(it, SCRIPT) and sizes[it] > SCRIPT_BYTES]
        assert sum(sizes.values()) <= most_bytes + SPELLED * (query == "txl"), sizes
        assert len(sizes) <= most_files, sizes


def test_an_index_has_few_files(site: Path, language: str) -> None:
    assert len(list((site / language / "search").rglob("*.js"))) <= 200


# ---------------------------------------------------------------------------
# Keys


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_keys_open_the_box(page: Page, key: str) -> None:
    page.goto("/en/")
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_have_value("")


def test_tab_goes_past_the_closed_box(page: Page) -> None:
    page.goto("/en/limits/")
    button = page.get_by_role("button", name="Search", exact=True)
    button.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".search")).to_be_hidden()
    button.press("Enter")
    expect(page.locator(INPUT)).to_be_focused()


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
    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator(INPUT)).not_to_be_focused()


def test_focus_returns_to_where_it_was(page: Page) -> None:
    page.goto("/en/limits/")
    link = page.locator("article a[href]:visible").first
    link.focus()
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_the_key_opens_the_box_again_at_once(page: Page) -> None:
    page.goto("/en/limits/")
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    # All in one moment, before the browser has drawn the closed box.
    page.evaluate(
        "for (const key of ['Escape', '/']) document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', { key, bubbles: true }))"
    )
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_be_visible()


def test_enter_opens_the_first_result_with_the_words_marked(open_box: Open) -> None:
    box = open_box("/zh/")
    box.type("yunpan")
    page = box.page
    target = page.locator(LINK).first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(target))
    expect(page.locator("mark.found").filter(has_text=re.compile("云盘")).first).to_be_visible()
    assert "?" not in page.url


def test_enter_waits_for_the_answer_to_what_is_typed_now(page: Page) -> None:
    held: list[Route] = []
    holding = True

    def hold(route: Route) -> None:
        if holding:
            held.append(route)
        else:
            route.continue_()

    page.goto("/zh/limits/")
    page.keyboard.press("/")
    Box(page).type("卡")
    page.context.route("**/words-*.js", hold)
    page.locator(INPUT).press_sequentially("丢了怎么办")
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert page.url.endswith("/zh/limits/"), "the result of an earlier query was opened"
    assert held
    holding = False
    for route in held:
        route.continue_()
    page.wait_for_url("**/zh/lost/**")


def test_a_result_on_the_same_page_is_marked_too(open_box: Open) -> None:
    box = open_box("/en/limits/")
    box.type("specified invoice")
    page = box.page
    result = page.locator(f'{LINK}[href$="/limits/#operator-services"]')
    # The words as the section has them come with its excerpt.
    expect(result.locator(".results__excerpt")).not_to_be_empty()
    result.click()
    page.wait_for_url("**/limits/#operator-services")
    expect(page.locator("mark.found").first).to_have_text(re.compile("invoice|bill", re.I))
    expect(page.locator("#operator-services")).to_be_in_viewport()


# ---------------------------------------------------------------------------
# Input methods


@pytest.fixture
def composing(page: Page) -> Callable[[str], CDPSession]:
    """Return a function that opens the box of a language; what it returns composes there."""

    def start(language: str) -> CDPSession:
        page.goto(f"/{language}/")
        page.keyboard.press("/")
        page.wait_for_load_state("networkidle")
        return page.context.new_cdp_session(page)

    return start


def compose(devtools: CDPSession, text: str) -> None:
    """Put a text that is being composed into the field."""
    place = {"selectionStart": len(text), "selectionEnd": len(text)}
    devtools.send("Input.imeSetComposition", {"text": text, **place})


def test_half_composed_chinese_is_not_searched(
    page: Page, composing: Callable[[str], CDPSession]
) -> None:
    devtools = composing("zh")
    paths = asked(page)
    compose(devtools, "tong'xun")
    expect(page.locator(INPUT)).to_have_value("tong'xun")
    # Enter during composition chooses a candidate: never a result.
    page.locator(INPUT).dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    page.wait_for_timeout(200)
    assert page.locator(LINK).count() == 0
    assert not paths
    devtools.send("Input.insertText", {"text": "通讯录"})
    expect(page.locator(LINK).first).to_be_visible()
    assert page.url.endswith("/zh/")


def test_a_desktop_keyboard_composes_unsearched(
    page: Page, composing: Callable[[str], CDPSession]
) -> None:
    devtools = composing("zh")
    page.locator(INPUT).dispatch_event("keydown", {"code": "KeyT", "keyCode": 229})
    compose(devtools, "beifen")
    page.wait_for_timeout(200)
    assert page.locator(LINK).count() == 0


def test_what_a_phone_composes_letter_by_letter_is_searched(
    page: Page, composing: Callable[[str], CDPSession]
) -> None:
    """Android keyboards compose every Latin word; only its space would end that."""
    devtools = composing("en")
    for text in ("c", "co", "contacts"):
        page.locator(INPUT).dispatch_event("keydown", {"code": "", "keyCode": 229})
        compose(devtools, text)
    expect(page.locator(LINK).first).to_be_visible()


# ---------------------------------------------------------------------------
# What is said


def test_the_number_of_results_is_announced(open_box: Open) -> None:
    box = open_box("/en/")
    expect(box.page.get_by_role("dialog", name="Search")).to_be_visible()
    box.type("invoice")
    status = box.page.get_by_role("dialog").get_by_role("status")
    shown = box.page.locator(LINK).count()
    expect(status).to_have_text(f"The {shown} best results")


def test_the_count_is_that_of_the_results_shown_and_those_behind_more(open_box: Open) -> None:
    box = open_box("/zh/")
    box.type("备份")
    told = re.search(r"\d+", box.page.inner_text(STATUS))
    assert told
    assert box.page.locator(LINK).count() == int(told[0])
    hidden = box.page.locator(".results__more a")
    label = box.page.locator(".results__more summary")
    assert not hidden.count() or str(hidden.count()) in label.inner_text()


def test_a_result_shows_section_page_and_excerpt(open_box: Open) -> None:
    box = open_box("/en/")
    box.type("carrier")
    assert {"operator", "operators"} & {word.lower() for word in box.marked()}
    item = box.page.locator(".results__item").first
    # First the page, for many a title says little without it. The three belong together: the space
    # is around them, not between.
    lines = item.locator("p").evaluate_all("all => all.map(it => it.className)")
    assert lines == [f"results__{part}" for part in ("page", "title", "excerpt")]
    for part in ("title", "page", "excerpt"):
        assert item.locator(f".results__{part}").inner_text()
        expect(item.locator(f".results__{part}")).to_have_css("margin-top", "0px")


def test_where_nothing_is_found_the_box_says_so_and_offers_pages(open_box: Open) -> None:
    box = open_box("/en/")
    box.type("qqxzz")
    expect(box.page.locator(STATUS)).to_have_text("Nothing found")
    for way in ("Home", "How to back up", "When something is lost"):
        expect(box.page.locator(".results__help").get_by_role("link", name=way)).to_be_visible()


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "lost phone contacts backup narvik", "(none with “narvik”)"),
        ("zh", "三星手机在哈尔滨丢了", "（没有提到“哈尔滨”）"),
        ("zh", "挪威银行汇款到国内", "（没有提到“汇款”）"),
        ("en", "lost my phone", "results"),
        # What readers ask for, and no page says.
        ("en", "old nokia", "(none with “nokia”)"),
    ],
)
def test_the_count_says_which_word_stands_nowhere(
    open_box: Open, language: str, typed: str, said: str
) -> None:
    box = open_box(f"/{language}/")
    box.paste(typed)
    expect(box.page.locator(STATUS)).to_have_text(re.compile(rf"{re.escape(said)}$"))


def test_what_answers_only_a_part_is_offered_as_such(open_box: Open) -> None:
    box = open_box("/en/")
    box.type("change my netflix password")
    expect(box.page.locator(STATUS)).to_contain_text("Perhaps")
    assert 0 < box.page.locator(LINK).count() <= 3


def test_a_first_letter_is_no_failure(open_box: Open) -> None:
    box = open_box("/en/")
    box.type("q")
    expect(box.page.locator(STATUS)).to_have_text("Type a question or a few words")


def test_what_is_read_into_a_query_is_said(open_box: Open) -> None:
    box = open_box("/en/")
    box.type("contcats")
    expect(box.page.locator(STATUS)).to_contain_text("contacts")


def test_an_empty_box_offers_ways_on(open_box: Open) -> None:
    box = open_box("/zh/")
    expect(box.page.locator(".results__help a").nth(3)).to_be_visible()
    box.type("备份")
    box.page.get_by_role("button", name="清空").click()
    expect(box.page.locator(INPUT)).to_be_focused()
    expect(box.page.locator(".results__help a").nth(3)).to_be_visible()
    assert box.page.locator(LINK).count() == 0


def test_fast_typing_shows_the_last_query_only(open_box: Open) -> None:
    box = open_box("/en/")
    box.page.locator(INPUT).press_sequentially("operator inv", delay=5)
    box.type("student")
    assert box.results()[0].endswith("#student")


# ---------------------------------------------------------------------------
# Links and the way back


def test_a_search_can_be_shared(open_box: Open, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = open_box("/en/limits/#cloud-services")
    box.type("cloud storage")
    first = box.results()[0]
    page.get_by_role("button", name="Copy the link to this search").click()
    expect(page.locator(STATUS)).to_have_text("Link copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.endswith("/en/limits/?q=cloud+storage")
    page.goto(address)
    Box(page).answered("cloud storage")
    assert Box(page).results()[0] == first


@pytest.mark.parametrize("start", ["/zh/lost/", "/zh/card/"])
def test_the_way_back_brings_the_query_and_its_results(open_box: Open, start: str) -> None:
    """From a section of the same page, and from another page."""
    box = open_box(start)
    box.type("手机丢了")
    found = box.results()
    box.page.locator(LINK, has_text="手机").first.click()
    expect(box.page.locator(".search")).to_be_hidden()
    box.page.go_back()
    expect(box.page.locator(INPUT)).to_have_value("手机丢了")
    box.answered("手机丢了")
    assert box.results() == found
    box.page.keyboard.press("Escape")
    box.page.reload()
    expect(box.page.locator(".search")).to_be_hidden()


@pytest.mark.parametrize("start", ["/en/limits/", "/en/card/"])
@pytest.mark.parametrize("at", [6, 8])
def test_the_way_back_leads_to_where_one_was_in_the_list(
    browser: Browser, site_url: str, start: str, at: int
) -> None:
    """From a result on a phone: of the first ones, or of those behind “more”."""
    context = browser.new_context(base_url=site_url, viewport={"width": 390, "height": 700})
    page = context.new_page()
    page.goto(start)
    page.locator("button.toggle-search").click()
    box = Box(page)
    box.type("phone")
    if at >= 8:
        page.locator(".results__more summary").click()
    link = page.locator(LINK).nth(at)
    # Each that comes makes the list longer.
    for excerpt in page.locator(".results__excerpt:visible").all():
        expect(excerpt).not_to_be_empty()
    link.evaluate("e => e.scrollIntoView({ block: 'center' })")
    left, there = link.bounding_box(), link.get_attribute("href")
    link.click()
    page.wait_for_url(str(there))
    page.go_back()
    box.answered("phone")
    for excerpt in page.locator(".results__excerpt:visible").all():
        expect(excerpt).not_to_be_empty()
    expect(link).to_be_in_viewport()
    come = link.bounding_box()
    assert left
    assert come
    assert abs(come["y"] - left["y"]) <= 2, "the list stands elsewhere than it was left"
    context.close()


def test_a_new_query_is_shown_from_its_top_after_the_way_back(page: Page) -> None:
    """Also one whose results have the section that was followed, on the page one was on."""
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto("/en/workarounds/")
    page.locator("button.toggle-search").click()
    box = Box(page)
    box.type("backup")
    here = page.locator(f"{LINK}[href*='workarounds/#']").last
    here.evaluate("e => e.scrollIntoView({ block: 'end' })")
    here.click()
    expect(page.locator(".search")).to_be_hidden()
    page.go_back()
    box.answered("backup")
    assert page.locator(".search__output").evaluate("e => e.scrollTop") > 0
    page.locator(INPUT).fill("back up")
    box.answered("back up")
    assert page.locator(".search__output").evaluate("e => e.scrollTop") == 0


def test_a_query_typed_on_the_way_back_is_shown_from_its_top(page: Page) -> None:
    """Before the one that was left is answered: the place in its list is none in another."""
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto("/en/limits/")
    page.locator("button.toggle-search").click()
    box = Box(page)
    box.type("backup")
    link = page.locator(LINK).nth(5)
    link.evaluate("e => e.scrollIntoView({ block: 'end' })")
    there = link.get_attribute("href")
    link.click()
    page.wait_for_url(str(there))
    held: list[Route] = []
    page.context.route("**/search/index.*.js", lambda route: held.append(route))
    with page.context.expect_event("request", lambda it: "/search/index." in it.url):
        page.go_back()
    page.locator(INPUT).fill("back up")
    for route in held:
        route.continue_()
    box.answered("back up")
    assert page.locator(".search__output").evaluate("e => e.scrollTop") == 0


def test_what_failed_to_load_is_tried_again_when_the_box_is_opened(page: Page) -> None:
    page.goto("/en/")
    page.route("**/search.*.js", lambda route: route.abort())
    page.locator("button.toggle-search").click()
    page.locator(INPUT).fill("puk")
    expect(page.locator(".results .button")).to_be_visible()
    page.unroute("**/search.*.js")
    page.keyboard.press("Escape")
    page.locator("button.toggle-search").click()
    expect(page.locator(f"ol > li > {LINK}").first).to_be_visible()
    expect(page.locator(".results .button")).to_have_count(0)


# ---------------------------------------------------------------------------
# Networks


def test_a_mistake_is_read_without_the_list_of_words_that_are_none(page: Page) -> None:
    page.goto("/en/")
    page.context.route("**/english.js", lambda route: route.abort())
    page.keyboard.press("/")
    box = Box(page)
    box.paste("bakcup")
    assert box.results()


def failing(context: BrowserContext, pattern: str, times: int) -> list[str]:
    """Let the first requests for files fail; return the list that fills with what was asked."""
    seen: list[str] = []

    def answer(route: Route) -> None:
        seen.append(route.request.url)
        if len(seen) <= times:
            route.fulfill(status=503)
        else:
            route.continue_()

    context.route(pattern, answer)
    return seen


@pytest.mark.parametrize("pattern", ["**/search/index.*.js", "**/words-*.js", "**/texts-*.js"])
def test_a_file_that_fails_once_is_asked_for_again(
    open_box: Open, page: Page, pattern: str
) -> None:
    seen = failing(page.context, pattern, 1)
    box = open_box("/zh/")
    box.type("手机丢了")
    assert box.marked()
    assert len(seen) > 1


def test_an_excerpt_that_fails_costs_nothing_else(open_box: Open, page: Page) -> None:
    failing(page.context, "**/texts-*.js", 1000)
    box = open_box("/zh/")
    box.type("手机丢了")
    assert len(box.results()) > 3
    expect(page.locator(STATUS)).to_contain_text("个结果")


def test_a_lost_connection_is_said_and_mended(page: Page) -> None:
    page.goto("/en/")
    page.context.set_offline(True)
    page.keyboard.press("/")
    page.fill(INPUT, "cloud")
    expect(page.locator(STATUS)).to_contain_text("did not load")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(LINK).first).to_be_visible()


def test_a_search_under_way_says_so(page: Page) -> None:
    page.route("**/search/index.*.js", lambda route: None)
    page.goto("/en/")
    page.keyboard.press("/")
    page.fill(INPUT, "cloud")
    expect(page.locator(STATUS)).to_have_text("Searching …")


# Notes each time that the line for it is given a text, also one that it has.
SAID = """() => {
  self.said = [];
  const line = '[role=status]';
  new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
    for (const node of addedNodes) {
      const own = target.matches(line) || (node.matches && node.matches(line));
      if (own) self.said.push(node.textContent);
    }
  })).observe(document.querySelector('.search'), { childList: true, subtree: true });
}"""


def test_a_search_under_way_says_so_once(page: Page) -> None:
    """Whatever is still to come: the script, then the index."""
    held: list[Route] = []
    page.route(SCRIPT, lambda route: held.append(route), times=1)
    index: list[Route] = []
    page.context.route("**/search/index.*.js", lambda route: index.append(route))
    page.goto("/en/")
    page.evaluate(SAID)
    with page.expect_request(SCRIPT):
        page.keyboard.press("/")
    page.keyboard.type("cloud")
    with page.context.expect_event("request", lambda it: "/search/index." in it.url):
        held[0].continue_()
    page.keyboard.type(" copy")
    page.wait_for_timeout(400)  # twice as long as an answer may take unsaid
    for route in index:
        route.continue_()
    Box(page).answered("cloud copy")
    said = page.evaluate("self.said")
    assert said[-1].endswith("results")
    assert said.count("Searching …") == 1, f"a screen reader says it each time: {said}"


@pytest.mark.parametrize("gone", ["**/search/index.*.js", "**/words-*.js"])
def test_a_tab_of_an_older_version_is_loaded_anew(page: Page, gone: str) -> None:
    page.context.route(gone, lambda route: route.fulfill(status=404))
    page.goto("/en/limits/")
    page.keyboard.press("/")
    with page.expect_navigation():
        page.fill(INPUT, "cloud")
    # If that was no help, it is a failure like any other, and no reason to go on so.
    expect(page.locator(STATUS)).to_contain_text("did not load")
    expect(page.locator(INPUT)).to_have_value("cloud")
    page.context.unroute(gone)
    page.get_by_role("button", name="Try again").click()
    Box(page).answered("cloud")
    expect(page.locator(INPUT)).to_have_value("cloud")


def test_a_worker_whose_script_is_gone_is_of_an_older_version(page: Page) -> None:
    """The page has the script, but the browser has kept no copy for its worker."""
    seen: list[Route] = []

    def answer(route: Route) -> None:
        seen.append(route)
        if len(seen) == 1:
            route.continue_()
        else:
            route.fulfill(status=404)

    page.context.route(SCRIPT, answer)
    page.goto("/en/limits/")
    page.keyboard.press("/")
    with page.expect_navigation():
        page.fill(INPUT, "cloud")
    expect(page.locator(INPUT)).to_have_value("cloud")


def test_a_box_that_cannot_be_had_is_said_and_got_with_the_page_of_today(page: Page) -> None:
    # Before the page is there: a page that is open gets new rules a moment later only.
    page.context.route(SCRIPT, lambda route: route.fulfill(status=404))
    page.goto("/en/limits/")
    page.keyboard.press("/")
    page.fill(INPUT, "cloud & sim")
    expect(page.locator(STATUS)).to_contain_text("did not load")
    page.context.unroute(SCRIPT)
    page.get_by_role("button", name="Try again").click()
    Box(page).answered("cloud & sim")
    expect(page.locator(INPUT)).to_have_value("cloud & sim")


def test_it_works_from_disk(page: Page, site: Path) -> None:
    page.goto((site / "zh/limits/index.html").as_uri())
    page.keyboard.press("/")
    box = Box(page)
    box.type("txl")
    assert "通讯录" in box.marked()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/**/index.html#*")
    expect(page.locator("mark.found").first).to_be_visible()


# ---------------------------------------------------------------------------
# Looks


def test_on_a_phone_the_box_covers_the_page(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto("/zh/card/")
    page.locator(".toggle-search").click()
    expect(page.locator(INPUT)).to_be_focused()
    Box(page).type("iphone")
    assert page.locator(".search__panel").bounding_box() == {
        "x": 0,
        "y": 0,
        "width": 390,
        "height": 800,
    }
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="关闭搜索").click()
    expect(page.locator(".search")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_long_query_does_not_run_under_the_buttons(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("/en/")
    page.keyboard.press("/")
    page.fill(INPUT, "what happens to all of my contacts and messages when the phone is lost " * 2)
    field = page.locator(INPUT).bounding_box()
    assert field
    for button in page.locator(".search__button").all():
        box = button.bounding_box()
        assert box
        assert box["x"] >= field["x"] + field["width"] or box["x"] + box["width"] <= field["x"]
