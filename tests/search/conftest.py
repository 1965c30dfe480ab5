"""A search box that is open, one a language, and what a person sees in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

INPUT, LINK, STATUS = ".search__input", ".results__link", ".results__count"


@dataclass
class Box:
    """The search box of a page."""

    page: Page

    def type(self, text: str) -> None:
        """Type into the empty box and wait for the answer, as a person does."""
        self.page.fill(INPUT, "")
        expect(self.page.locator(LINK)).to_have_count(0)
        before = self.page.inner_text(STATUS)
        self.page.locator(INPUT).press_sequentially(text)
        expect(self.page.locator(STATUS)).not_to_have_text(before)
        self.page.wait_for_function(
            "text => document.querySelector('.search').dataset.answered === text", arg=text
        )

    def results(self) -> list[str]:
        """Return the addresses of the results, best first, from the language's folder on."""
        return self.page.eval_on_selector_all(
            LINK, "all => all.map(it => (it.pathname + it.hash).replace(/^\\/(zh|en)\\//, ''))"
        )

    def marked(self, place: int = 0) -> list[str]:
        """Return the marked words of a result, once its excerpt is there."""
        item = self.page.locator(LINK).nth(place)
        expect(item.locator(".results__excerpt")).not_to_be_empty()
        return item.locator("mark").all_inner_texts()


@pytest.fixture(scope="module")
def boxes(browser: Browser, site_url: str) -> Iterator[Callable[[str], Box]]:
    """Return a function that gives the open search box of a language's home page."""
    context = browser.new_context(base_url=site_url, viewport={"width": 1280, "height": 900})
    pages: dict[str, Box] = {}

    def box(language: str) -> Box:
        if language not in pages:
            page = context.new_page()
            page.goto(f"/{language}/")
            page.keyboard.press("/")
            pages[language] = Box(page)
        return pages[language]

    yield box
    context.close()


@pytest.fixture
def open_box(page: Page) -> Callable[[str], Box]:
    """Return a function that opens a page and the search box on it."""

    def box(address: str) -> Box:
        page.goto(address)
        page.keyboard.press("/")
        return Box(page)

    return box
