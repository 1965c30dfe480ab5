"""The styles inside a page show it as it stays: nothing moves when the others arrive."""

import re
import zlib
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from looks import in_sight
from playwright.sync_api import Browser, Page, Route

pytest_plugins = ("nginx",)

# What one round trip brings on a new connection: ten packets of 1,460 bytes, less some for TLS.
FIRST_ROUND_TRIP = 14 * 1024

PAGES = ["/", "/zh/", "/en/card/", "/zh/limits/", "/zh/fact-check/#claim-6-5", "/en/checklist/"]


def seen(page: Page, address: str, late: bool) -> list[str]:
    """Return what is in sight with and without the styles that come late; scripts wait for them."""
    page.unroute_all()
    page.route("**/site.*.js", lambda route: route.abort())
    if not late:
        page.route("**/later.*.css", lambda route: route.abort())
    page.goto("about:blank")  # else an address with a section would only scroll
    page.goto(address, wait_until="load")
    return in_sight(page)


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (800, "light"), (1280, "dark")])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_changes_when_the_late_styles_arrive(
    tab: Page, path: str, width: int, scheme: str
) -> None:
    tab.set_viewport_size({"width": width, "height": 850})
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    first, last = (seen(tab, path, late) for late in (False, True))
    tab.unroute_all()
    assert len(first) > 8
    assert sorted(set(first) - set(last)) == sorted(set(last) - set(first)) == []


SHIFTS = """
self.shifts = [];
new PerformanceObserver((list) => self.shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/zh/", "/zh/compare/", "/en/limits/#operator-services"])
def test_nothing_moves_while_a_page_loads(
    browser: Browser, site_url: str, path: str, width: int
) -> None:
    context = browser.new_context(base_url=site_url, viewport={"width": width, "height": 850})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    # The styles and scripts come so late that the page has been painted without them.
    page.route(
        re.compile(r"/(site|later)\.[^/]+$"),
        lambda route: (page.wait_for_timeout(300), route.continue_()),
    )
    page.goto(path, wait_until="load")
    page.wait_for_timeout(300)
    shifts = page.evaluate("self.shifts")
    context.close()
    assert not shifts


# Where each tool of the bar stands, as far as the page has come.
TOOLS = """() => [...document.querySelectorAll('.bar a, .bar button, .bar label')].filter(
  (e) => e.checkVisibility({ visibilityProperty: true })
).map((e) => {
  const { left, top, width, height } = e.getBoundingClientRect();
  return [e.className, Math.round(left), Math.round(top), Math.round(width), Math.round(height)];
})"""


def tools(page: Page, width: int) -> list[list[str | int]]:
    """Return where each tool of the bar stands in a window so wide."""
    page.set_viewport_size({"width": width, "height": 850})
    places: list[list[str | int]] = page.evaluate(TOOLS)
    return places


def test_no_tool_moves_while_a_page_comes_in_pieces(tab: Page, site: Path, language: str) -> None:
    """On a slow network the bar may be painted before all of it has come, and before its script."""
    path = f"/{language}/limits/"
    tab.goto(path, wait_until="load")
    whole = {width: tools(tab, width) for width in (320, 390, 800, 1280)}
    assert all(len(some) > 3 for some in whole.values())
    text = (site / path.strip("/") / "index.html").read_text("utf-8")
    bar = range(text.index("<header"), text.index("</header>"))
    tab.route(re.compile(r"[.](css|js)$"), lambda route: route.abort())
    for end in (at for at in bar if text[at] == "<"):
        tab.route(f"**{path}", answer_with(text[:end].encode()))
        tab.goto(path, wait_until="load")
        tab.unroute(f"**{path}")
        for width, there in whole.items():
            moved = [it for it in tools(tab, width) if it not in there and "brand" not in it]
            assert not moved, f"{moved} at {width} px where the page ends with {text[:end][-60:]}"
    tab.unroute_all()


def beginning(url: str, path: str) -> bytes:
    """Return what the first round trip brings of a page: its head, of fields and of text."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    assert answer.headers["Content-Encoding"] == "gzip"
    fields = len(str(answer.headers).encode()) + len("HTTP/1.1 200 OK\r\n")
    body = answer.read()
    connection.close()
    return zlib.decompressobj(wbits=31).decompress(body[: FIRST_ROUND_TRIP - fields])


def answer_with(part: bytes) -> Callable[[Route], None]:
    """Return what answers every request with a page."""
    return lambda route: route.fulfill(body=part, content_type="text/html; charset=utf-8")


def long_pages(site: Path) -> Iterator[str]:
    """Yield the addresses of pages that take more than the first round trip; the longest first."""
    packed = sorted(site.rglob("index.html.gz"), key=lambda file: -file.stat().st_size)
    for file in packed:
        # The fields of an answer take less than one KB more.
        if file.stat().st_size > FIRST_ROUND_TRIP - 1024:
            yield f"/{file.parent.relative_to(site)}/"


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
def test_the_first_round_trip_brings_the_first_screen(
    tab: Page, nginx_url: str, site: Path, width: int, height: int
) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(color_scheme="light", reduced_motion="reduce")
    paths = list(long_pages(site))
    assert len(paths) > 2, (
        "not even the pages for printing are long: does this look at the right files?"
    )
    for path in paths:
        whole = seen(tab, path, late=False)
        part = beginning(nginx_url, path)

        tab.route(f"**{path}", answer_with(part))
        tab.goto("about:blank")
        tab.goto(path, wait_until="load")
        first = in_sight(tab)
        tab.unroute_all()
        missing = sorted(set(whole) - set(first))
        assert not missing, f"{path}: not in the first 14 KB: {missing[:5]}"
