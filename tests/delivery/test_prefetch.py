"""A page is asked for once a reader means to open it, and never of a reader's scarce data."""

import functools
import queue
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from conftest import PATIENCE, Renewing
from hosting import Patient, running
from playwright.sync_api import Browser, BrowserContext, Page, expect
from search.conftest import Box

# What a browser says of a reader who saves data, or has little of it.
SPARE = {
    name: f"Object.defineProperty(NetworkInformation.prototype, {part}, {{ get: () => {value} }})"
    for name, part, value in (
        ("saves data", "'saveData'", "true"),
        ("on 2g", "'effectiveType'", "'2g'"),
    )
}
RULES = "script[type=speculationrules]"


class Counting(Renewing):
    """A host that remembers what was asked of it, and by whom."""

    def send_head(self) -> IO[bytes] | None:
        """Answer, and remember."""
        self.server.asked.put((self.path, self.headers.get("Sec-Purpose", "")))
        return super().send_head()


class Server(Patient):
    """The server of such a host."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing asked."""
        self.asked: queue.Queue[tuple[str, str]] = queue.Queue()
        super().__init__(("127.0.0.1", 0), functools.partial(Counting, directory=str(folder)))

    def pages(self) -> list[tuple[str, str]]:
        """Return the pages that were asked for since the last time."""
        seen = [self.asked.get() for _ in range(self.asked.qsize())]
        return [(path, by) for path, by in seen if path.endswith("/")]


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    server = Server(site)
    with running(server):
        yield server


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=server.url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


def wait_for(server: Server, path: str) -> str:
    """Return for what a page is asked, once it is; fail with what was asked instead."""
    seen = []
    while True:
        try:
            asked, purpose = server.asked.get(timeout=PATIENCE / 1000)
        except queue.Empty:
            raise AssertionError(f"{path} was not asked for, only {seen}") from None
        if asked == path:
            return purpose
        seen.append(asked)


def next_page(server: Server) -> tuple[str, str]:
    """Return the page that is asked for next, and for what."""
    while True:
        path, purpose = server.asked.get(timeout=PATIENCE / 1000)
        if path.endswith("/"):
            return path, purpose


def opened(context: BrowserContext, server: Server, path: str) -> Page:
    """Open a page and forget what it asked for."""
    page = context.new_page()
    page.goto(path, wait_until="networkidle")
    server.pages()
    return page


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("covered", [False, True], ids=["first visit", "with the copy"])
def test_a_page_that_is_pointed_at_is_asked_for_once(
    context: BrowserContext, server: Server, language: str, covered: bool
) -> None:
    page = opened(context, server, f"/{language}/limits/")
    if covered:
        page.reload()
        page.evaluate("navigator.serviceWorker.ready.then(() => {})")
        page.reload(wait_until="networkidle")
        server.pages()
    page.locator("#nav a[href*='lost/']").hover()
    assert wait_for(server, f"/{language}/lost/") == "prefetch"
    page.locator("#nav a[href*='lost/']").click()
    expect(page).to_have_url(f"{server.url}/{language}/lost/")
    page.wait_for_load_state("networkidle")
    assert server.pages() == []


def test_the_other_language_is_asked_for_once_at_the_section_being_read(
    context: BrowserContext, server: Server
) -> None:
    page = opened(context, server, "/zh/limits/#cloud-services")
    page.locator("a.language-switch__link").hover()
    assert wait_for(server, "/en/limits/") == "prefetch"
    page.locator("a.language-switch__link").click()
    page.wait_for_url("**/en/limits/#cloud-services")
    assert server.pages() == []


# Notes whether the results are still shown when the page is left.
LEAVING = """addEventListener("pagehide", () => {
  sessionStorage.shown = !document.querySelector(".search").hidden;
})"""


def test_a_result_that_is_pointed_at_is_asked_for_once(
    context: BrowserContext, server: Server
) -> None:
    """Its list is there until the page is: of links that are hidden, nothing is kept."""
    page = opened(context, server, "/en/")
    page.keyboard.press("/")
    page.keyboard.type("puk")
    result = page.locator(".results__link").first
    result.hover()
    path = result.evaluate("link => link.pathname")
    assert wait_for(server, path) == "prefetch"
    page.evaluate(LEAVING)
    result.click()
    page.wait_for_url(f"**{path}*")
    assert page.evaluate("sessionStorage.shown") == "true", (
        "the list of results is hidden before the page comes: a browser drops what it has of it"
    )
    assert server.pages() == []


def search(page: Page, query: str) -> None:
    """Open the search and type, until the answer is there."""
    page.keyboard.press("/")
    Box(page).type(query)


@pytest.mark.parametrize(
    ("query", "asked"),
    [("puk", True), ("how do I cook rice", False)],
    ids=["an answer", "only perhaps"],
)
def test_the_first_result_is_asked_for_where_it_answers(
    context: BrowserContext, server: Server, query: str, asked: bool
) -> None:
    page = opened(context, server, "/en/")
    search(page, query)
    path = page.locator(".results__link").first.evaluate("link => link.pathname")
    if asked:
        assert wait_for(server, path) == "prefetch"
    page.wait_for_timeout(1500)
    assert server.pages() == []


def test_the_first_result_is_not_asked_for_once_something_else_is_typed(
    context: BrowserContext, server: Server
) -> None:
    page = opened(context, server, "/en/")
    search(page, "puk")
    page.route("**/words-*", lambda _: None)
    page.keyboard.type(" zanzibar")
    page.wait_for_timeout(1500)
    assert server.pages() == []


def test_a_first_result_on_the_same_page_is_not_asked_for(
    context: BrowserContext, server: Server
) -> None:
    page = opened(context, server, "/en/glossary/")
    search(page, "puk")
    path = page.locator(".results__link").first.evaluate("link => link.pathname")
    assert path == "/en/glossary/"
    page.wait_for_timeout(1500)
    assert server.pages() == []


# Presses a key some times, faster than anyone could.
DOWN = """(times) => {
  const down = () => new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true });
  for (let at = 0; at < times; at++) document.activeElement.dispatchEvent(down());
}"""


def test_a_result_that_keys_have_chosen_is_asked_for_and_none_that_they_pass(
    context: BrowserContext, server: Server
) -> None:
    page = opened(context, server, "/en/")
    search(page, "sim")
    links = page.locator(".results__link:visible")
    paths = links.evaluate_all("links => links.map((link) => link.pathname)")
    assert len(set(paths)) > 2, f"a query is needed that finds sections of some pages: {paths}"
    server.pages()
    page.evaluate(DOWN, len(paths))
    assert next_page(server) == (paths[-1], "prefetch")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{paths[-1]}*")
    assert server.pages() == []


@pytest.mark.parametrize("reader", SPARE)
def test_who_has_little_data_gets_no_page_before_it_is_opened(
    context: BrowserContext, server: Server, reader: str
) -> None:
    context.add_init_script(SPARE[reader])
    page = opened(context, server, "/zh/limits/")
    expect(page.locator(RULES)).to_have_count(0)
    page.locator("#nav a[href*='lost/']").hover()
    page.locator("#nav a[href*='lost/']").click()
    assert wait_for(server, "/zh/lost/") == ""


# Links by which nothing is asked for beforehand, as selectors on the page of a path.
LEFT_ALONE = {
    "a place on the same page": ("/zh/limits/", ".toc a"),
    "a whole language for printing": ("/zh/limits/", ".foot__more a[href$='print/']"),
    "another site": ("/zh/sources-norway/", "article a[href^='https:']"),
    "once a page is to be quiet": ("/zh/check/", "#nav a[href*='lost/']"),
}


@pytest.mark.parametrize("link", LEFT_ALONE)
def test_the_rules_leave_alone(context: BrowserContext, server: Server, link: str) -> None:
    path, selector = LEFT_ALONE[link]
    page = opened(context, server, path)
    if "quiet" in link:
        page.evaluate("document.documentElement.dataset.quiet = ''")
    assert page.locator(selector).count()
    rules = f"JSON.parse(document.querySelector('{RULES}').textContent).prefetch"
    matches = "(links, rule) => links.filter((link) => link.matches(rule)).length"
    for rule in page.evaluate(f"{rules}.map(({{ where }}) => where.selector_matches)"):
        assert page.locator(selector).evaluate_all(matches, rule) == 0
