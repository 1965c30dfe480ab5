"""What stands behind a number: a note in place, or the list at the foot, on screen and on paper."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

LIMITS = "/en/limits/"


def note_of(page: Page) -> str:
    """Return the words of the item in the list that the first number of a page leads to."""
    href = page.locator("a.cite").first.get_attribute("href")
    return page.locator(f"{href} p").first.evaluate("e => e.textContent")


def test_pressing_a_number_shows_its_sources_in_place(page: Page) -> None:
    page.goto(LIMITS)
    number = page.locator("a.cite").first
    number.click()
    note = page.get_by_role("dialog", name="Sources of this page 1")
    expect(note).to_be_focused()
    expect(note).to_contain_text(note_of(page))
    assert "#" not in page.url, "the page has moved"
    number.click()
    expect(note).to_have_count(0)
    number.click()
    page.mouse.click(600, 400)
    expect(note).to_have_count(0)


def test_a_finger_opens_and_closes_the_note(browser: Browser, site_url: str) -> None:
    context = browser.new_context(
        base_url=site_url, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(LIMITS)
    page.locator("a.cite").first.tap()
    note = page.locator("#note[role=dialog]")
    expect(note).to_be_in_viewport(ratio=1)
    page.locator("h2").first.tap()
    expect(note).to_have_count(0)
    context.close()


def test_the_pointer_shows_the_note_and_can_go_into_it(page: Page) -> None:
    page.goto(LIMITS)
    page.locator("a.cite").first.hover()
    note = page.locator("#note[role=dialog]")
    expect(note).to_be_visible()
    note.hover()
    page.wait_for_timeout(400)
    expect(note).to_be_visible()
    page.mouse.move(5, 5)
    expect(note).to_have_count(0)


def test_the_keyboard_opens_reads_and_leaves_the_note(page: Page) -> None:
    page.goto(LIMITS)
    number = page.locator("a.cite").first
    number.focus()
    note = page.locator("#note[role=dialog]")
    expect(note).to_have_count(0)
    page.keyboard.press("Enter")
    expect(note).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(number).to_be_focused()

    page.keyboard.press("Enter")
    links = note.locator("a")
    for at in range(links.count()):
        page.keyboard.press("Tab")
        expect(links.nth(at)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(links.nth(links.count() - 2)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    # On behind the number, as if the note had stood there.
    expect(note).to_have_count(0)
    follows = """() => {
      const stops = [...document.querySelectorAll("article a")];
      const at = stops.indexOf(document.activeElement);
      return at > 0 && stops[at - 1].matches(".cite");
    }"""
    assert page.evaluate(follows), page.evaluate("document.activeElement.outerHTML")

    number.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(number).to_be_focused()
    expect(note).to_have_count(0)


def test_a_note_stays_in_the_window(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto("/zh/fact-check/")
    for at in (0, 5, 20):
        page.locator("a.cite").nth(at).click()
        expect(page.locator("#note[role=dialog]")).to_be_in_viewport(ratio=0.99)
        page.keyboard.press("Escape")


def test_the_list_is_folded_and_opens(page: Page) -> None:
    page.goto(LIMITS)
    listing, button = page.locator(".page-sources ol"), page.locator(".page-sources button")
    expect(listing).not_to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(listing).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.emulate_media(media="print")
    button.evaluate("e => e.click()")
    expect(listing).to_be_visible()


def test_a_link_into_the_list_opens_it(page: Page) -> None:
    page.goto(LIMITS)
    href = page.locator("a.cite").last.get_attribute("href")
    page.goto("about:blank")
    page.goto(LIMITS + str(href))
    expect(page.locator(str(href))).to_be_in_viewport()


def test_without_a_script_a_number_leads_to_the_list(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(LIMITS)
    number = page.locator("a.cite").first
    number.click()
    expect(page.locator(str(number.get_attribute("href")))).to_be_in_viewport()
    context.close()


def test_the_printed_language_has_the_list_of_each_page(language: str, site: Path) -> None:
    document = html.parse(str(site / language / "print/index.html"))
    assert len(document.xpath("//section[@class='page-sources']")) > 10
    ids = set(document.xpath("//section[@class='page-sources']//li/@id"))
    assert {href[1:] for href in document.xpath("//a[@class='cite']/@href")} == ids


# On 25 November 2026 the page had 70 links to sources, which drowned the 9 that lead on.
MOST_NUMBERS = 35
# The page had 60 tab stops for sources, terms and headings, and may have half of them: 23 numbers,
# 6 headings and the list. A number stands behind a whole step, where it is nearest.
MOST_STOPS = 30
# All that the keyboard stops at, by the width of the window. A wide one shows the menu and the
# contents, 27 links; 50 are those of the table and the steps, which take a reader to what they say.
ALL_STOPS = {390: 91, 1280: 116}
STOPS = """() => [...document.querySelectorAll("article :is(a, button)")]
  .filter((e) => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }))
  .filter((e) => e.matches(".cite, .term, .headerlink, .page-sources *")).length"""


def test_sources_stay_quiet(language: str, page: Page) -> None:
    page.goto(f"/{language}/limits/")
    numbers = page.locator("article a.cite").count()
    assert 10 < numbers <= MOST_NUMBERS, "cite once for a sentence or a group of sentences"
    page.goto(f"/{language}/lost/")
    stops = page.evaluate(STOPS)
    assert 10 < stops <= MOST_STOPS, "too many stops for the keyboard beside the text's own links"


@pytest.mark.parametrize("width", ALL_STOPS)
def test_the_keyboard_is_not_stopped_for_nothing(language: str, width: int, page: Page) -> None:
    """Where it is urgent, each stop is one that a reader needs: none twice, none without use."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/{language}/lost/")
    stops = []
    while len(stops) <= ALL_STOPS[width]:
        page.keyboard.press("Tab")
        stop = page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        if stop.startswith("<body"):
            break
        stops.append(stop)
    assert len(stops) > 40, "the keyboard came to an end too early"
    assert len(stops) <= ALL_STOPS[width], "one stop more: which can go without a reader's loss?"
    assert not [it for it in stops if width > 1000 and it.startswith("<summary")], "opens nothing"
