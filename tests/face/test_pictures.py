"""The main pages and states as they are seen: measured, and where asked for, in pictures.

A layout that overflows, overlaps or cuts text fails by the boxes of its elements, which fonts do
not change, not by comparing pictures. Those are for a person to look at: `make pictures`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

# Where pictures go; without it none are made, for they take as long as all that is measured.
FOLDER = os.environ.get("PICTURES")
WIDTHS = {320: 640, 390: 844, 768: 1024, 1280: 900}
PAGES = ["", "limits", "compare", "lost", "checklist", "operator-data", "fact-check", "voices"]

OVERFLOW = """() => {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > width) found.push('wider than the window');
  for (const e of document.querySelectorAll('article *, .landing *')) {
    if (!e.checkVisibility() || e.closest('.scroll, thead, svg, .unseen')) continue;
    const box = e.getBoundingClientRect();
    if (box.right > width + 1 || box.left < -1) found.push('outside: ' + e.outerHTML.slice(0, 90));
  }
  return found.slice(0, 5);
}"""

CUT = """() => [...document.querySelectorAll(
    'button, summary, label, .brand, .verdict, .nav a, .toc a, h1, h2, th')]
  .filter((e) => e.checkVisibility() && !e.closest('.search, thead'))
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
  .map((e) => 'cut: ' + e.outerHTML.slice(0, 90))"""

OVERLAP = """() => {
  const parts = [...document.querySelectorAll('.bar__inner > *')]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().width);
  const found = [];
  for (const [i, one] of parts.entries()) {
    for (const two of parts.slice(i + 1)) {
      const [a, b] = [one.getBoundingClientRect(), two.getBoundingClientRect()];
      if (a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top && b.bottom > a.top) {
        found.push(`${one.className} overlaps ${two.className}`);
      }
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def window(browser: Browser, site_url: str) -> Iterator[Page]:
    """Return one page for all tests here; a new one for each would take longer than the look."""
    context = browser.new_context(base_url=site_url, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def show(page: Page, path: str, width: int, scheme: str = "light") -> None:
    """Open a page in a window of a width."""
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.emulate_media(color_scheme=scheme, media="screen")
    page.goto(path)


def keep(page: Page, name: str, *, whole: bool = False) -> None:
    """Write a picture, if pictures are asked for."""
    if FOLDER:
        page.screenshot(path=Path(FOLDER, f"{name}.png"), full_page=whole)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_overflows_overlaps_or_is_cut(language: str, name: str, window: Page) -> None:
    found = []
    show(window, f"/{language}/{name}/" if name else f"/{language}/", 320)
    for width, height in WIDTHS.items():
        window.set_viewport_size({"width": width, "height": height})
        for measure in (OVERFLOW, CUT, OVERLAP):
            found += [f"{width}: {text}" for text in window.evaluate(measure)]
        if width in (390, 1280):
            keep(window, f"{name or 'home'}-{language}-{width}-light", whole=True)
    show(window, f"/{language}/{name}/" if name else f"/{language}/", 390, "dark")
    keep(window, f"{name or 'home'}-{language}-390-dark")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_landing_page_fits(scheme: str, window: Page) -> None:
    for width in WIDTHS:
        show(window, "/", width, scheme)
        assert window.evaluate(OVERFLOW) == []
        keep(window, f"landing-{width}-{scheme}", whole=True)


@pytest.mark.parametrize(("width", "scheme"), [*product([390, 1280], ["light", "dark"])])
def test_states(width: int, scheme: str, window: Page) -> None:
    query = {"zh": "换手机", "en": "lost phone"}
    for language, words in query.items():
        show(window, f"/{language}/", width, scheme)
        window.keyboard.press("/")
        window.keyboard.type(words)
        window.locator(".results__link").first.wait_for()
        keep(window, f"search-{language}-{width}-{scheme}")
        assert window.evaluate(OVERFLOW) == []
    show(window, "/en/lost/", width, scheme)
    window.locator("a.term").first.focus()
    box = window.get_by_role("tooltip").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    keep(window, f"term-en-{width}-{scheme}")
    if width == 390:
        show(window, "/zh/lost/", width, scheme)
        window.click(".toggle-drawer")
        keep(window, f"menu-zh-{width}-{scheme}")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_paper(language: str, window: Page) -> None:
    for name in ("checklist", "limits"):
        show(window, f"/{language}/{name}/", 768)
        window.emulate_media(media="print")
        keep(window, f"paper-{language}-{name}", whole=True)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_zoom_asks_for_one_direction_of_scrolling(language: str, window: Page) -> None:
    """A window of 1280 at 400 % is one of 320, measured above; here the letters alone grow."""
    show(window, f"/{language}/limits/", 768)
    window.evaluate("() => { document.documentElement.style.fontSize = '250%' }")
    assert window.evaluate("() => document.scrollingElement.scrollWidth") <= 768
