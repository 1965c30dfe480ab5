"""The site without a network, and with a new version published between two visits."""

import functools
import gzip
import json
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from conftest import PATIENCE, Built, Renewing, copy_anew
from delivery.site import digest
from hosting import Patient, running
from mistakes import change
from playwright.sync_api import Browser, BrowserContext, Page, expect


class Changing(Renewing):
    """A host whose folder can change, and that can be gone."""

    def send_head(self) -> IO[bytes] | None:
        """Answer from the folder of the moment, late or not at all."""
        self.server.slow.wait(15)
        if self.server.gone:
            self.close_connection = True
            return None
        self.directory = str(self.server.folder)
        return super().send_head()


class Server(Patient):
    """The server of a changing host."""

    folder: Path
    gone = False

    def __init__(self) -> None:
        """Begin as a quick host; clear `slow` to let readers wait."""
        self.slow = threading.Event()
        self.slow.set()
        super().__init__(("127.0.0.1", 0), functools.partial(Changing, directory="/nowhere"))


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    with running(server):
        yield server


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=server.url)
    yield context
    context.close()


def visit(context: BrowserContext, path: str) -> Page:
    """Open a page twice and wait until the copy of its language is complete and in use."""
    page = context.new_page()
    page.goto(path)
    page.reload()
    until(page, "navigator.serviceWorker.controller?.state === 'activated'")
    return page


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds (Playwright's own way is forbidden by the pages' policy)."""
    for _ in range(PATIENCE // 100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"not within {PATIENCE} ms: {expression}")


# What the worker has noted of its copy: when the network last gave the same.
NOTE = "caches.match('/?network=agreed')"


def copied(page: Page, copy: str) -> None:
    """Wait until the worker has the copy of a language (`zh`), or of its search (`zh/search`)."""
    until(page, f"caches.match(new URL('/?offline={copy}', location)).then((mark) => !!mark)")


def agreed(page: Page) -> None:
    """Wait until the worker has noted that the network gives what the copy has."""
    until(page, f"{NOTE}.then((note) => !!note)")


def agreed_before(page: Page, milliseconds: int) -> None:
    """Have the note say that this was so many milliseconds ago."""
    page.evaluate(
        """async (milliseconds) => {
          const [name] = await caches.keys();
          const then = new Response(String(Date.now() - milliseconds));
          await (await caches.open(name)).put("/?network=agreed", then);
        }""",
        milliseconds,
    )


def forget(page: Page) -> None:
    """Let the time pass for which the worker takes its copy to be of today."""
    agreed_before(page, 600_000)


def test_a_visited_language_opens_without_a_network(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/card/")
    server.gone = True
    page.goto("/zh/limits/#operator-services")
    expect(page.locator("#operator-services")).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.querySelector('header')).position") == "sticky"
    page.goto("/zh/workarounds/?from=afar")
    expect(page.locator("h1")).to_be_visible()
    page.goto("/")
    expect(page.locator("#zh")).to_be_visible()
    assert page.goto("/zh/card")
    assert page.url.endswith("/zh/card/")


def search(page: Page, words: str) -> None:
    """Search in the box until something is found."""
    page.keyboard.press("/")
    page.locator(".search__input").fill(words)
    expect(page.locator(".results__excerpt").first).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("Escape")


def test_who_has_searched_can_search_without_a_network(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/")
    search(page, "备份")
    copied(page, "zh/search")
    server.gone = True
    page.goto("/zh/card/")
    search(page, "手机丢了怎么办")


def test_who_has_not_searched_is_told_that_the_search_needs_a_network(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/en/")
    server.gone = True
    page.goto("/en/card/")
    page.keyboard.press("/")
    page.locator(".search__input").fill("backup")
    expect(page.locator(".search")).to_contain_text("Check your connection")


def test_the_first_page_of_a_visit_costs_no_copy(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = context.new_page()
    page.goto("/zh/", wait_until="networkidle")
    page.wait_for_timeout(3500)
    assert not page.evaluate("navigator.serviceWorker.getRegistration().then((one) => !!one)")
    page.goto("/zh/card/")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !!one)")


def test_who_saves_data_gets_no_copy(context: BrowserContext, server: Server, site: Path) -> None:
    server.folder = site
    context.add_init_script(
        "Object.defineProperty(NetworkInformation.prototype, 'saveData', {get: () => true})"
    )
    page = context.new_page()
    page.goto("/zh/")
    page.reload(wait_until="networkidle")
    page.wait_for_timeout(3500)
    assert not page.evaluate("navigator.serviceWorker.getRegistration().then((one) => !!one)")


def test_a_copy_is_small(site: Path, language: str) -> None:
    (copy,) = site.glob(f"assets/offline/{language}.*.json")
    size = len(gzip.compress(copy.read_bytes(), 9))
    assert size <= 130 * 1024, "readers load it unasked: leave out what they can do without"


# Of another language; one that no copy has; a wrong one.
@pytest.mark.parametrize("path", ["/en/card/", "/en/print/", "/en/nothing/"])
def test_a_page_that_is_not_in_the_copy_says_so(
    path: str, context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/" if path == "/en/card/" else "/en/")
    server.gone = True
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 503
    expect(page.get_by_role("heading", name="No network")).to_be_visible()
    expect(page.get_by_text("Go to the home page", exact=True)).to_be_visible()


def test_a_page_that_no_copy_has_is_waited_for(
    context: BrowserContext, server: Server, site: Path
) -> None:
    """The whole language on one page is large: a slow network is no reason to say it is gone."""
    server.folder = site
    page = visit(context, "/zh/")
    server.slow.clear()
    threading.Timer(3, server.slow.set).start()
    answer = page.goto("/zh/print/")
    assert answer is not None
    assert answer.status == 200
    expect(page.get_by_role("button", name="打印")).to_be_visible()


def test_the_other_language_is_copied_once_it_is_read(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/")
    page.goto("/en/card/")
    copied(page, "en")
    server.gone = True
    page.goto("/en/limits/")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_copy_takes_one_request_a_language(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    visit(context, "/zh/")
    copies = [url for url in asked if "/assets/offline/" in url]
    assert len(copies) == 1
    assert not [url for url in asked if "/zh/limits/" in url]


def test_the_copy_leaves_out_what_readers_can_do_without(site: Path, language: str) -> None:
    """The page for printing holds all others once more; authors have a network.

    Sources stand at the foot of each page. The search comes with its index, once it was used.
    """
    (file,) = site.glob(f"assets/offline/{language}.*.json")
    files = json.loads(file.read_text("utf-8"))["files"]
    assert f"{language}/limits/" in files
    assert not [path for path in files if re.search("print|components|sources|search", path)]


def rewrite(page: Path, text: str) -> None:
    """Write the text of a page with another title, as a release has it."""
    page.write_text(re.sub(r"(<h1[^>]*>)", r"\1Release ", text), "utf-8")


@pytest.fixture
def release(site: Path, tmp_path: Path) -> Path:
    """Return the next version of the site: other titles, another script, another copy."""
    folder = tmp_path / "release"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.gz", "*.br", "offline"))
    script = next(folder.glob("assets/javascripts/site.*.js"))
    content = script.read_text("utf-8") + "self.release = 2;"
    script.unlink()
    renamed = script.with_name(f"site.{digest(content.encode())}.js")
    renamed.write_text(content, "utf-8")
    for page in folder.rglob("*.html"):
        rewrite(page, page.read_text("utf-8").replace(script.name, renamed.name))
    copy_anew(folder)
    return folder


def test_a_new_version_is_there_at_the_next_visit_and_none_is_mixed(
    context: BrowserContext, server: Server, site: Path, release: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/")
    search(page, "备份")
    copied(page, "zh/search")
    expect(page.locator("h1")).not_to_contain_text("Release")

    server.folder = release
    forget(page)
    page.goto("/zh/card/")
    expect(page.locator("h1")).to_contain_text("Release")
    assert page.evaluate("self.release") == 2
    # A visit has the browser look for a new worker, and that replaces the whole copy.
    until(page, "caches.keys().then((names) => names.length === 2)")
    until(
        page,
        "navigator.serviceWorker.getRegistration().then((one) =>"
        " !one.installing && !one.waiting && one.active.state === 'activated')",
    )
    server.gone = True
    for path in ("/zh/", "/zh/card/", "/zh/fact-check/", "/"):
        page.goto(path)
        expect(page.locator("h1").first).to_contain_text("Release")
        assert page.evaluate("self.release") == 2
    page.goto("/zh/")
    search(page, "备份")


def test_an_update_that_breaks_off_leaves_the_whole_old_copy(
    context: BrowserContext, server: Server, site: Path, release: Path
) -> None:
    for copy in (release / "assets/offline").iterdir():
        copy.unlink()
    server.folder = site
    page = visit(context, "/zh/")
    server.folder = release
    page.goto("/zh/")
    update = "navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})"
    page.evaluate(update)
    page.wait_for_timeout(500)
    server.gone = True
    for path in ("/zh/", "/zh/card/"):
        page.goto(path)
        expect(page.locator("h1")).not_to_contain_text("Release")
        assert not page.evaluate("self.release")


def test_where_it_is_turned_off_a_worker_from_before_goes(
    context: BrowserContext, server: Server, site: Path, tiny: Path, built: Built
) -> None:
    change(tiny, "mkdocs.yml", "  offline: true", "  offline: false")
    off = built(tiny)
    assert not (off / "assets/offline").exists()

    server.folder = site
    page = visit(context, "/zh/")
    server.folder = off
    page.goto("/zh/")
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found?.update())")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")
    assert not page.evaluate("caches.keys()")
    page.goto("/zh/")
    page.wait_for_timeout(3500)
    assert not page.evaluate("navigator.serviceWorker.getRegistration()")


def test_a_slow_network_does_not_keep_a_reader_waiting(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/")
    server.slow.clear()
    page.goto("/zh/limits/", timeout=6000, wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    # Having waited once, it does not wait again.
    page.goto("/zh/card/", timeout=1500, wait_until="commit")
    server.slow.set()


def test_a_network_that_answered_in_time_is_not_taken_for_slow(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/")
    page.goto("/zh/limits/")
    # Longer than a reader waits: what was to happen then must not happen after an answer.
    page.wait_for_timeout(2500)
    agreed(page)
    forget(page)
    threading.Timer(0.5, server.slow.set).start()
    server.slow.clear()
    began = time.monotonic()
    page.goto("/zh/card/")
    assert time.monotonic() - began > 0.4, "the copy was shown at once, as if the network were slow"


def test_a_page_that_the_copy_is_known_to_have_as_it_is_today_needs_no_network(
    context: BrowserContext, server: Server, site: Path
) -> None:
    server.folder = site
    page = visit(context, "/zh/")
    page.goto("/zh/limits/")
    agreed(page)
    server.slow.clear()
    # Without that knowledge it would wait for two seconds.
    page.goto("/zh/card/", timeout=1500, wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    server.slow.set()


@pytest.fixture
def deployed(context: BrowserContext, server: Server, site: Path, tmp_path: Path) -> Page:
    """Return a page that is being read, with a copy known to be of today, as a release comes out.

    The release changes one page, and the worker is still the one before, as long as the new one has
    not all that it needs.
    """
    server.folder = site
    page = visit(context, "/zh/")
    page.goto("/zh/limits/")
    agreed(page)
    release = tmp_path / "one-page"
    shutil.copytree(site, release)
    rewrite(release / "zh/card/index.html", (site / "zh/card/index.html").read_text("utf-8"))
    server.folder = release
    return page


def test_a_new_version_is_there_after_one_more_page(deployed: Page) -> None:
    """And stays, though pages that have not changed are as the old copy has them."""
    deployed.goto("/zh/card/")
    until(deployed, f"{NOTE}.then((note) => note.text()).then((text) => text === 'never again')")
    for path in ("/zh/limits/", "/zh/lost/"):
        deployed.goto(path, wait_until="networkidle")
    deployed.goto("/zh/card/")
    expect(deployed.locator("h1")).to_contain_text("Release")


@pytest.mark.parametrize(
    ("start", "act"),
    [
        ("/zh/card/", "location.reload()"),
        ("/zh/limits/", "location.href = '/zh/card/?q=sim'"),
    ],
)
def test_who_asks_for_a_page_anew_gets_the_new_version(
    deployed: Page, start: str, act: str
) -> None:
    deployed.goto(start)
    until(deployed, "document.readyState === 'complete'")
    agreed_before(deployed, 0)
    deployed.evaluate(f"() => {{ {act} }}")
    expect(deployed.locator("h1")).to_contain_text("Release")
