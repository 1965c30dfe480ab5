"""The parts of a page that a reader works with: checklists, letters, tables, the printed form."""

from collections import Counter
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from conftest import LANGUAGES, Build
from lxml import html
from mistakes import change, told
from playwright.sync_api import Page, expect


def test_ticks_stay_and_are_shared_by_the_languages(page: Page) -> None:
    page.goto("/zh/checklist/")
    boxes = page.locator(".checklist input")
    expect(boxes.first).to_be_enabled()
    page.locator("#puk label").click(position={"x": 10, "y": 15})
    expect(page.locator("#puk input")).to_be_checked()
    page.goto("/en/checklist/")
    expect(page.locator("#puk input")).to_be_checked()
    page.goto("/en/print/")
    expect(page.locator("#checklist--puk input")).to_be_checked()
    page.goto("/en/checklist/")
    page.locator(".checklist-tools button").first.click()
    expect(page.locator(".checklist input:checked")).to_have_count(0)
    expect(page.locator(".checklist-tools [role=status]").first).not_to_be_empty()
    page.reload()
    expect(page.locator(".checklist input:checked")).to_have_count(0)


def test_ticking_sends_nothing(page: Page) -> None:
    page.goto("/en/checklist/", wait_until="networkidle")
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.locator(".checklist input").first.check()
    page.wait_for_timeout(200)
    assert sent == []


def test_each_box_has_its_text_as_name(page: Page) -> None:
    page.goto("/en/checklist/")
    name = page.locator("#puk label").inner_text().split(".")[0]
    expect(page.get_by_role("checkbox", name=name)).to_have_count(1)


def test_a_letter_is_copied_whole(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/en/operator-data/")
    button = page.locator("button.copy").first
    button.click()
    expect(page.locator(".copy + [role=status]").first).not_to_be_empty()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.strip() == page.locator("pre code").first.inner_text().strip()


def test_every_verdict_is_told_by_a_word_and_a_sign(language: str, page: Page) -> None:
    """Colour alone would tell nothing to many; the sign of an unknown verdict is “?”."""
    page.goto(f"/{language}/fact-check/")
    verdicts = page.locator(".verdict").evaluate_all(
        "all => all.map(e => [e.dataset.verdict, e.textContent.trim(), "
        "getComputedStyle(e, '::before').content.split('\"')[1]])"
    )
    assert len(verdicts) >= 50
    signs = {kind: (word, sign) for kind, word, sign in verdicts}
    assert len(set(signs.values())) == len(signs), f"two verdicts look the same: {signs}"
    for kind, (word, sign) in signs.items():
        assert word, f"the verdict '{kind}' has no word"
        assert sign, f"the verdict '{kind}' has no sign"
        assert sign != "?" or kind == "unverifiable", f"the verdict '{kind}' has no sign of its own"


def test_rows_are_named(language: str, site: Path) -> None:
    for name in ("compare", "limits", "lost", "no-google"):
        document = html.parse(str(site / language / name / "index.html"))
        for row in document.iterfind(".//tbody/tr"):
            assert row[0].tag == "th"
            assert row[0].get("scope") == "row"


def test_no_column_is_out_of_sight_on_a_phone(language: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("compare", "components"):
        page.goto(f"/{language}/{path}/")
        cells = page.locator("tbody :is(th, td)")
        assert cells.count() > 20
        for box in (cells.nth(at).bounding_box() for at in range(cells.count())):
            assert box
            assert box["x"] >= 0, f"{path}: a cell begins left of the window"
            assert box["x"] + box["width"] <= 390, f"{path}: a cell is out of sight"


def test_the_printed_document_holds_every_page(language: str, site: Path) -> None:
    document = html.parse(str(site / language / "print" / "index.html")).getroot()
    identifiers = Counter(document.xpath("//@id"))
    assert [name for name, times in identifiers.items() if times > 1] == []
    inside = [link[1:] for link in document.xpath("//a/@href") if link.startswith("#")]
    assert set(inside) <= set(identifiers)
    pages = {file.parent.name for file in (site / language).glob("*/index.html")} - {"print"}
    # The page for authors is no part of what readers print.
    assert pages - set(identifiers) == {"components"}
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_document_for_printing_offers_to_print(page: Page) -> None:
    page.add_init_script("self.printed = 0; self.print = () => self.printed++;")
    page.goto("/en/print/")
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("self.printed") == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Print", exact=True)).not_to_be_visible()


def test_the_languages_stand_in_line_on_the_landing_page(page: Page) -> None:
    page.goto("/")
    # Two stand side by side; those after them stand below.
    begin = "e => Math.round(e.getBoundingClientRect().top)"
    languages = page.locator(".landing__language").all()
    rows = [languages[at : at + 2] for at in range(0, len(languages), 2)]
    for row, part in product(rows, ("h2", "strong", ".button[hreflang]", ".ways", ".search-form")):
        tops = [language.locator(part).evaluate(begin) for language in row]
        assert max(tops) - min(tops) <= 4, f"{part} at {tops}"
    page.locator("#en input").fill("backup")
    page.locator("#en .search-form button").click()
    expect(page.locator(".results__link").first).to_be_visible()


def test_long_pages_lead_back_to_their_top(page: Page) -> None:
    page.goto("/en/lost/")
    page.get_by_role("link", name="Back to the top").click()
    expect(page.locator("h1")).to_be_in_viewport()


BREAK_INSIDE = "e => getComputedStyle(e).breakInside"


def test_paper_divides_no_box_and_no_row(page: Page) -> None:
    page.emulate_media(media="print")
    for path, boxes in (
        ("/en/limits/", "tr, .figure"),
        ("/en/components/", ".quotation, .expect, pre, .admonition"),
    ):
        page.goto(path)
        for name in boxes.split(", "):
            assert page.locator(name).first.evaluate(BREAK_INSIDE) == "avoid", f"{path}: {name}"


def test_paper_shows_text_and_no_chrome(page: Page) -> None:
    page.goto("/zh/sources/")
    page.emulate_media(media="print", color_scheme="dark")
    for chrome in (".bar", ".nav", ".toc", ".foot", ".headerlink"):
        expect(page.locator(chrome).first).not_to_be_visible()
    expect(page.locator(".address")).to_be_visible()
    assert page.locator("article li").first.evaluate(BREAK_INSIDE) == "avoid"
    after = "e => getComputedStyle(e, '::after').content"
    assert "http" in page.locator("article a[href^=http]").first.evaluate(after)
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_an_old_check_is_told_to_the_author_and_on_the_page(
    tiny: Path, build: Build, tmp_path: Path
) -> None:
    old = f"checked: {date.today() - timedelta(days=400)}"
    change(tiny, "docs/zh/pages/card.md", "checked: 2026-11-23", old)
    assert "more than a year ago" in told(build(tiny))
    pages = [html.parse(tmp_path / f"site/{it}/card/index.html") for it in ("zh", "en")]
    assert [len(page.xpath("//*[contains(@class, 'outdated')]")) for page in pages] == [1, 0]


# The words of Latin letters in tables that stand on more than one line.
BROKEN_WORDS = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll(".data :is(th, td)")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      for (const { 0: word, index } of node.data.matchAll(/[A-Za-z0-9]{2,}/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1) broken.push(word);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("path", ["limits", "compare", "components", "workarounds"])
def test_tables_keep_words_whole(path: str, width: int, language: str, tab: Page) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"/{language}/{path}/")
    assert tab.evaluate(BROKEN_WORDS) == []


# The telephone numbers that stand on more lines than one.
IN_TWO = """() => [...document.querySelectorAll("article [href^=tel]")].filter((link) => {
  const words = document.createRange();
  words.selectNodeContents(link);
  return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
}).map((link) => link.textContent)"""


def test_a_telephone_number_stands_in_one_line(language: str, tab: Page) -> None:
    found: set[str] = set()
    tab.goto(f"/{language}/operators/")
    assert tab.locator("article [href^=tel]").count() > 2
    for width in range(340, 480, 10):
        tab.set_viewport_size({"width": width, "height": 900})
        found |= {f"{number} at {width}" for number in tab.evaluate(IN_TWO)}
    assert not found


# How wide and high each number of a source is for a finger, and what else its place takes part of.
# What is right above or below it is no matter of its width; nor are one or two pixels.
PLACES = """() => {
  const others = [...document.querySelectorAll('article :is(a, button, input, label, summary)')];
  const rows = others.flatMap((e) => [...e.getClientRects()].map((box) => [e, box]));
  const numbers = [...document.querySelectorAll('.cite')].filter((e) => e.checkVisibility());
  if (numbers.some((e) => e.getClientRects().length > 1)) return [[0, 0, ['a line ends in it']]];
  return numbers.map((e) => {
    const { left, right, top, bottom } = e.getBoundingClientRect();
    const { width, height } = getComputedStyle(e, '::after');
    const half = Math.max(parseFloat(width), right - left) / 2;
    const middle = (left + right) / 2;
    const taken = rows.filter(([other, box]) => other !== e && !other.contains(e)
      && (box.left >= right || box.right <= left)
      && box.right > middle - half + 2 && box.left < middle + half - 2
      && box.bottom > top + 2 && box.top < bottom - 2);
    return [half * 2, parseFloat(height), taken.map(([other]) => other.textContent)];
  });
}"""


def test_a_number_of_a_source_is_large_enough_for_a_finger(address: str, tab: Page) -> None:
    tab.goto(address)
    for width in (320, 390, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        for wide, high, taken in tab.evaluate(PLACES):
            assert wide >= 24
            assert high >= 24
            assert not taken, f"it lies over what is beside it, at {width} px"
        assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


def test_only_what_looks_like_a_link_is_one(page: Page) -> None:
    """The bar is empty between the name of the site and the tools: a press there does nothing."""
    for path in [*(f"/{language}/lost/" for language in LANGUAGES), "/zh/nowhere/"]:
        page.goto(path)
        name = page.locator(".brand span").bounding_box()
        assert name
        x, y = name["x"] + name["width"] + 60, name["y"] + name["height"] / 2
        pressed = (
            "([x, y]) => document.elementFromPoint(x, y).closest('a, button, label')?.outerHTML"
        )
        assert page.evaluate(pressed, [x, y]) is None


def test_chinese_punctuation_keeps_its_width(page: Page) -> None:
    """Settings of a font's features, as the theme has them, make half of it."""
    page.goto("/zh/limits/")
    settings = "all => [...new Set(all.map(e => getComputedStyle(e).fontFeatureSettings))]"
    assert page.locator("body, body *").evaluate_all(settings) == ["normal"]


def test_long_chinese_headings_keep_words_whole(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/zh/android/")
    words = page.locator("h1 span, h2 span")
    assert words.count() > 2
    lines = words.evaluate_all("all => all.map(word => word.getClientRects().length)")
    assert set(lines) == {1}
