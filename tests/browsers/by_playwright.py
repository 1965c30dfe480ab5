"""Steer Chromium and Firefox, by Playwright."""

from collections.abc import Iterator
from contextlib import contextmanager

import playwright.sync_api as playwright
from browsers.engines import Engine
from browsers.steering import PATIENCE, SIZES, Browser, BrowserError, Json, Reader, Window
from conftest import CHROMIUM_ARGS


class PlaywrightReader(Reader):
    """A reader of Chromium or Firefox."""

    def __init__(self, engine: Engine, url: str, page: playwright.Page) -> None:
        """Take a fresh page."""
        super().__init__(engine, url)
        self.page = page

    def _go(self, url: str) -> None:
        self.page.goto(url)

    def _evaluate(self, function: str, arguments: list[Json]) -> Json:
        try:
            return self.page.evaluate(f"(all) => ({function})(...all)", arguments)
        except playwright.Error as error:
            raise BrowserError(str(error)) from error

    def _press(self, x: float, y: float, *, finger: bool) -> None:
        if finger:
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def key(self, name: str) -> None:
        """Press a key."""
        self.page.keyboard.press(name)

    def paste(self) -> None:
        """Press Control and V."""
        self.page.keyboard.press("Control+V")

    def type(self, text: str) -> None:
        """Type a text."""
        self.page.keyboard.type(text)

    def back(self) -> None:
        """Go back."""
        # Playwright waits for a load, which a page that Firefox has kept does not have; and a page
        # has to answer before it goes.
        self.ask("() => void setTimeout(() => history.back())")


class PlaywrightBrowser(Browser):
    """Chromium or Firefox."""

    def __init__(self, engine: Engine, browser: playwright.Browser) -> None:
        """Take a running browser."""
        self.engine, self.browser, self.version = engine, browser, browser.version

    @contextmanager
    def tab(self, url: str, window: Window) -> Iterator[Reader]:
        """Open a tab in a context of its own."""
        width, height = SIZES[window]
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, has_touch=window == "phone"
        )
        context.set_default_timeout(PATIENCE * 1000)
        yield PlaywrightReader(self.engine, url, context.new_page())
        context.close()


@contextmanager
def start(engine: Engine, path: str) -> Iterator[Browser]:
    """Let the browser at `path` run for as long as the block does."""
    with playwright.sync_playwright() as starter:
        if engine.name == "firefox":
            browser = starter.firefox.launch(channel="moz-firefox", executable_path=path)
        else:
            arguments = [*CHROMIUM_ARGS, "--no-zygote"]
            browser = starter.chromium.launch(executable_path=path, args=arguments)
        yield PlaywrightBrowser(engine, browser)
        browser.close()
