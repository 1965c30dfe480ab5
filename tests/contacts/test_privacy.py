"""A reader's contacts stay on the device: nothing is asked, nothing is kept, nothing is run."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from conftest import PATIENCE, Host
from contacts.samples import CHINESE, card, people
from contacts.test_page import choose, file, open_check
from hosting import Patient, running
from playwright.sync_api import Browser, Page, expect

GOOD = people(CHINESE)

# Everything in which a page can keep something.
KEPT = """
async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  cookies: document.cookie,
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  address: location.href,
  title: document.title,
  history: history.length,
  state: history.state,
  name: window.name,
})
"""
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(2)</script>",
    '"><svg onload=alert(3)>',
    "javascript:alert(4)",
    "https://example.org/a.png",
    "__proto__",
    "constructor",
    "\u202e\u2066gpj.exe\u2069",
    "{names} {n} | {one}",
    "&lt;b&gt;",
]


class Counting(Host):
    """A host that remembers what was asked of it."""

    def send_head(self) -> IO[bytes] | None:
        """Answer, and remember."""
        self.server.asked.append(self.path)
        return super().send_head()


class Server(Patient):
    """The server of such a host."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing asked."""
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), functools.partial(Counting, directory=str(folder)))


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    server = Server(site)
    with running(server):
        yield server


def use_everything(page: Page) -> None:
    """Choose files and use whatever the result offers."""
    choose(page, GOOD)
    page.locator("[name=person]").fill(CHINESE[0])
    expect(page.locator('[data-part="found"] li')).to_have_count(1)
    page.locator("[name=phone]").fill("10")
    page.locator("#compare input[type=file]").set_input_files(file(GOOD + card("Z", "1")))
    expect(page.locator("#compare [data-finding=gone]")).to_be_visible()
    choose(page, people(["許功蓋"]).encode("big5"))
    page.locator("[data-finding=guessed] select").select_option("gb18030")
    page.locator("[name=names]").evaluate("(box) => box.click()")
    more = "PHOTO:https://example.org/me.jpg\nURL:https://example.org/\nLOGO:logo.png"
    choose(page, "".join(card(name, name, more=more) for name in HOSTILE))


def test_nothing_is_asked_from_the_moment_a_file_is_chosen(
    browser: Browser, server: Server, language: str
) -> None:
    context = browser.new_context(base_url=server.url)
    page = context.new_page()
    asked: list[str] = []
    page.clock.install()
    page.goto(f"/{language}/check/", wait_until="networkidle")
    assert any("check-reader" in path for path in server.asked)
    context.on("request", lambda request: asked.append(request.url))
    before = len(server.asked)
    use_everything(page)
    # Also not for the copy that opens without a network, which is made some seconds after a visit.
    page.clock.run_for(10_000)
    page.evaluate("navigator.serviceWorker.getRegistrations()")
    assert server.asked[before:] == []
    assert asked == []
    context.close()


def test_nothing_is_kept(page: Page, language: str) -> None:
    open_check(page, language)
    before = page.evaluate(KEPT)
    use_everything(page)
    assert page.evaluate(KEPT) == before


def keep(page: Page) -> None:
    """Leave a page as a browser does that keeps it, and come back; its worker ends meanwhile."""
    reader = next(worker for worker in page.workers if "check-reader" in worker.url)
    event = "dispatchEvent(new PageTransitionEvent('{}', {{ persisted: true }}))"
    with reader.expect_event("close"):
        page.evaluate(event.format("pagehide"))
    page.evaluate(event.format("pageshow"))


def test_the_result_is_gone_when_the_page_is_left(page: Page, language: str) -> None:
    open_check(page, language)
    for leave in (
        lambda: (page.goto(f"/{language}/"), page.go_back()),
        lambda: page.reload(),
        # A browser may keep the page as it is, for the way back.
        lambda: keep(page),
    ):
        use_everything(page)
        leave()
        expect(page.locator("#choose label")).to_be_visible()
        expect(page.locator("[data-contacts], [data-finding]")).to_have_count(0)
        text = page.locator("main").text_content() or ""
        assert not [name for name in (*CHINESE, *HOSTILE) if name in text]
        for control in page.locator("#choose input, #result input, #compare input").all():
            assert control.input_value() in ("", "on")
        assert page.locator('[data-part="copy"]').text_content()
        choose(page, GOOD)
        expect(page.locator("#result")).to_have_attribute("data-contacts", "3")


def test_names_are_text_and_nothing_else(page: Page, language: str) -> None:
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: opened.append(str(error)))
    page.on("console", lambda told: opened.append(told.text) if told.type == "error" else None)
    open_check(page, language)
    hostile = "".join(card(name, name) for name in HOSTILE)
    page.locator("#choose input").set_input_files(file(hostile, "<img src=x onerror=alert(5)>.vcf"))
    expect(page.locator("#result")).to_have_attribute("data-contacts", str(len(HOSTILE)))
    page.locator("#compare input").set_input_files(file(GOOD))
    expect(page.locator("#compare [data-finding=new]")).to_be_visible()
    for name in HOSTILE:
        shown = page.locator("#compare [data-finding=new] li bdi").filter(has_text=name)
        assert name in shown.all_text_contents()
    for section in ("#result", "#compare"):
        assert page.locator(f"{section} :is(img, script, svg, iframe, object, style)").count() == 0
        addresses = page.locator(f"{section} a[href]").evaluate_all(
            "(all) => all.map((one) => one.getAttribute('href'))"
        )
        assert all(address.startswith(("#", "../")) for address in addresses)
    # A file's own name is told, too, where it holds no contacts.
    page.locator("#choose input").set_input_files(file(b"", "<img src=x onerror=alert(6)>.vcf"))
    expect(page.locator("#result [data-finding=not-vcard] bdi")).to_contain_text("<img")
    for kept in page.locator("#result bdi, #compare bdi").all():
        assert kept.get_attribute("translate") == "no"
    assert not opened


def test_the_page_can_send_nothing_and_its_search_still_works(page: Page, language: str) -> None:
    open_check(page, language)
    failed = "fetch('/').then(() => 'sent', (error) => error.name)"
    assert page.evaluate(failed) == "TypeError"
    # It may be on its way.
    reader = [worker for worker in page.workers if "check-reader" in worker.url]
    worker = reader[0] if reader else page.wait_for_event("worker")
    ways = "[typeof fetch, typeof XMLHttpRequest, typeof WebSocket, typeof importScripts]"
    assert worker.evaluate(ways) == ["undefined"] * 4
    page.keyboard.press("/")
    page.locator(".search__input").fill("vcf")
    expect(page.locator(".results__link").first).to_be_visible(timeout=PATIENCE)
    page.goto(f"/{language}/")
    assert page.evaluate(failed) == "sent"


def test_it_works_without_a_network(browser: Browser, site_url: str, language: str) -> None:
    context = browser.new_context(base_url=site_url)
    page = context.new_page()
    page.goto(f"/{language}/check/")
    # The copy is made from the second page of a visit on.
    page.reload()
    page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    context.set_offline(True)
    page.reload()
    expect(page.locator("#choose label")).to_be_visible()
    use_everything(page)
    context.close()


def test_its_scripts_are_loaded_on_this_page_only(site: Path) -> None:
    for page in site.rglob("*.html"):
        is_check = page.parent.name == "check"
        assert ("javascripts/check" in page.read_text("utf-8")) == is_check, page
