"""The main pages and states as they are seen: measured, and where asked for, in pictures.

A state that overflows fails by the boxes of its elements, which fonts do not change. Pictures are
for a person to look at: `make pictures`. All pages in all sizes: test_sizes.py.
"""

import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from conftest import CHROMIUM_ARGS, LANGUAGES, term
from inputs.data import read_data
from looks import LINES
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
    if (!e.checkVisibility() || e.closest('thead, svg, .unseen')) continue;
    const box = e.getBoundingClientRect();
    if (box.right > width + 1 || box.left < -1) found.push('outside: ' + e.outerHTML.slice(0, 90));
  }
  return found.slice(0, 5);
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
def test_main_pages_fit(language: str, name: str, window: Page) -> None:
    found = []
    show(window, f"/{language}/{name}/" if name else f"/{language}/", 320)
    for width, height in WIDTHS.items():
        window.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {text}" for text in window.evaluate(OVERFLOW)]
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
    for language in LANGUAGES:
        show(window, f"/{language}/", width, scheme)
        window.keyboard.press("/")
        window.keyboard.type(term("contacts", language))
        window.locator(".results__link").first.wait_for()
        keep(window, f"search-{language}-{width}-{scheme}")
        assert window.evaluate(OVERFLOW) == []
    show(window, "/en/limits/", width, scheme)
    window.locator("a.term").first.focus()
    box = window.get_by_role("tooltip").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    keep(window, f"term-en-{width}-{scheme}")
    if width == 390:
        show(window, "/zh/lost/", width, scheme)
        window.click(".toggle-drawer")
        keep(window, f"menu-zh-{width}-{scheme}")


def test_paper(language: str, window: Page) -> None:
    for name in ("checklist", "limits"):
        show(window, f"/{language}/{name}/", 768)
        window.emulate_media(media="print")
        keep(window, f"paper-{language}-{name}", whole=True)


@pytest.fixture(scope="module", params=[24, 32], ids=["150%", "200%"])
def large(
    request: pytest.FixtureRequest, browser: Browser, chromium: str, site_url: str
) -> Iterator[Page]:
    """Return a page of a phone whose owner has set large letters in the browser."""
    letters = f"--blink-settings=defaultFontSize={request.param}"
    other = browser.browser_type.launch(executable_path=chromium, args=[*CHROMIUM_ARGS, letters])
    page = other.new_page(base_url=site_url, viewport={"width": 360, "height": 780})
    yield page
    other.close()


# Letters a line of what stands in the bar, and how much of the window the bar covers when scrolled.
BAR = """() => {
  scrollTo(0, 500);
  const name = document.querySelector('.brand span');
  const range = document.createRange();
  range.selectNodeContents(name);
  const lines = new Set([...range.getClientRects()].map(({ top }) => top)).size;
  const bar = document.querySelector('.bar').getBoundingClientRect();
  const covered = Math.max(0, bar.bottom) / innerHeight;
  return { lines, letters: name.textContent.length, covered };
}"""


def test_the_bar_leaves_large_letters_their_room(language: str, large: Page) -> None:
    large.goto(f"/{language}/lost/")
    bar = large.evaluate(BAR)
    assert bar["letters"] / bar["lines"] >= 5, f"the name of the site is cut to pieces: {bar}"
    assert bar["covered"] < 0.12, f"the bar takes the window from the text: {bar}"


def test_the_figure_grows_with_the_letters(language: str, large: Page) -> None:
    large.goto(f"/{language}/limits/")
    drawn = large.locator(".figure-text").first.bounding_box()
    assert drawn
    size = large.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    # Three fifths of the text around it are 10 px where the letters are 16.
    assert drawn["height"] > 0.6 * size
    # What the SIM is for, the number, is in sight, also where the window cuts the rest.
    number = read_data(list(LANGUAGES)).figures["what-lives-where"][language]["number"]
    words = large.locator(".figure").get_by_text(str(number), exact=True).all()
    assert words
    for word in words:
        place = word.bounding_box()
        assert place
        assert place["x"] + place["width"] < large.evaluate("innerWidth")


# The size of the letters in a drawing, in px, and of a cut: whatever reaches beyond its box.
DRAWN = """drawing => {
  const unit = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  const boxes = [...drawing.querySelectorAll('.figure-box')].map(e => e.getBBox());
  const texts = [...drawing.querySelectorAll('text')];
  const [left, right] = [boxes[0].x, boxes[0].x + boxes[0].width];
  const out = texts.filter(e => e.getBBox().x < left || e.getBBox().x + e.getBBox().width > right);
  const sizes = texts.map(e => parseFloat(getComputedStyle(e).fontSize) * unit);
  return [Math.min(...sizes), out.map(e => e.textContent)];
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_words_of_the_figure_can_be_read(language: str, width: int, window: Page) -> None:
    show(window, f"/{language}/limits/", width)
    size, out = window.locator(".figure").evaluate(DRAWN)
    assert size >= 12, "letters in the figure are too small"
    assert not out, "longer than its box: shorten it in docs/data/figures.yml"
    assert window.locator(".frame").evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("width", [300, 320, 340, 360, 375, 390, 412, 430, 480, 560, 768, 1280])
def test_the_answer_breaks_between_words(width: int, window: Page) -> None:
    window.set_viewport_size({"width": width, "height": 800})
    window.goto("/zh/")
    check_answer(window)


def test_the_answer_breaks_between_words_in_large_letters(large: Page) -> None:
    large.goto("/zh/")
    check_answer(large)


def check_answer(page: Page) -> None:
    """Fail if a line of the Chinese answer ends anywhere but at a mark of punctuation."""
    answer = page.locator(".answer")
    # Browsers that do not balance the lines of headings are still around.
    for balance in ("balance", "wrap"):
        answer.evaluate("(e, balance) => { e.style.textWrap = balance }", balance)
        lines = answer.evaluate(LINES)
        assert all(line.strip()[-1] in "：，。" for line in lines[:-1]), lines
