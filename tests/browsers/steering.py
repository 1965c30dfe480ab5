"""Steer a browser as a reader does: by keys, a pointer or a finger, looking at what happens.

Two ways, one face: by_playwright.py for Chromium and Firefox, by_webdriver.py for WebKit. A page is
asked by small functions in JavaScript; they are written for the oldest engine.
"""

import time
from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Any, Literal

import pytest
from browsers.engines import Engine

# How long a reader waits for something to happen, in seconds: old engines on a busy machine.
PATIENCE = 20.0

# What a page can answer: whatever JSON can say.
Json = Any
Window = Literal["phone", "desktop"]
SIZES: dict[Window, tuple[int, int]] = {"phone": (390, 844), "desktop": (1280, 900)}

# Where to press an element: the middle of its first line once it neither moves nor is covered.
PLACE = """(selector) => {
  const shown = (e) => e.getClientRects().length && getComputedStyle(e).visibility === "visible";
  const element = [...document.querySelectorAll(selector)].find(shown);
  if (!element) return "is not shown";
  let box = element.getClientRects()[0];
  const bar = document.querySelector(".bar");
  const covered = bar && !bar.contains(element) ? bar.offsetHeight : 0;
  if (box.top < covered || box.bottom > innerHeight) {
    element.scrollIntoView({ block: "center", behavior: "auto" });
    box = element.getClientRects()[0];
  }
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  if (!hit) return `is outside the window, at ${x}, ${y}`;
  const label = hit.closest("label") || {};
  const own = element.contains(hit) || hit.contains(element) || label.control === element;
  return own ? [x, y] : `is covered by ${hit.outerHTML.slice(0, 80)}`;
}"""


class BrowserError(Exception):
    """What a browser answers in place of a result."""


class Reader(ABC):
    """A reader with one tab of an engine's browser in front of them."""

    def __init__(self, engine: Engine, url: str) -> None:
        """Begin at the site that is served at `url`, without a slash at the end."""
        self.engine = engine
        self.base = url

    @abstractmethod
    def _go(self, url: str) -> None: ...

    @abstractmethod
    def _evaluate(self, function: str, arguments: list[Json]) -> Json: ...

    @abstractmethod
    def _press(self, x: float, y: float, *, finger: bool) -> None: ...

    @abstractmethod
    def key(self, name: str) -> None:
        """Press a key: a letter, or the name of a key as JavaScript has it."""

    @abstractmethod
    def paste(self) -> None:
        """Press Control and V."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type a text."""

    @abstractmethod
    def back(self) -> None:
        """Go back to where one was before."""

    def need(self, what: str) -> None:
        """Skip the test, with the reason, where the engine does not have what it needs."""
        if what in self.engine.lacks:
            pytest.skip(f"{self.engine.name} has no {what} here: {self.engine.lacks[what]}")

    def open(self, path: str) -> None:
        """Open an address: a path of the site, or a whole address."""
        self._go(path if ":" in path else self.base + path)

    def ask(self, function: str, *arguments: Json) -> Json:
        """Return what a function in JavaScript gives on the page."""
        return self._evaluate(function, list(arguments))

    def until(self, function: str, *arguments: Json) -> Json:
        """Wait until a function gives something true; return it. Fails when patience ends."""
        end = time.monotonic() + PATIENCE
        answer: Json = None
        while time.monotonic() < end:
            try:
                answer = self.ask(function, *arguments)
            except BrowserError as error:
                # Between two pages there is none to ask.
                answer = str(error)
            else:
                if answer:
                    return answer
            time.sleep(0.05)
        raise AssertionError(
            f"{self.engine.name}: not within {PATIENCE:.0f} s, on {self.address()}: "
            f"{function} {arguments or ''}: {answer!r}"
        )

    def address(self) -> str:
        """Return the address of the page, as a path of the site where it is one."""
        return str(self.ask("() => location.href")).removeprefix(self.base)

    def arrive(self, path: str) -> None:
        """Wait until the address of the page, loaded whole, ends with `path`."""
        self.until(
            "(path) => location.href.endsWith(path) && document.readyState === 'complete'", path
        )

    def see(self, selector: str) -> None:
        """Wait until something is shown."""
        shown = "e.getClientRects().length && getComputedStyle(e).visibility === 'visible'"
        self.until(f"(s) => [...document.querySelectorAll(s)].some((e) => {shown})", selector)

    def press(self, selector: str) -> None:
        """Press something with the pointer, as soon as it stands still and can be reached."""
        self._press(*self._place(selector), finger=False)

    def tap(self, selector: str) -> None:
        """Press something with a finger; where the driver has none, with the pointer."""
        self._press(*self._place(selector), finger="touch" not in self.engine.lacks)

    def _place(self, selector: str) -> tuple[float, float]:
        end = time.monotonic() + PATIENCE
        before = None
        while time.monotonic() < end:
            try:
                place = self.ask(PLACE, selector)
            except BrowserError as error:
                place = str(error)
            if isinstance(place, list) and place == before:
                return place[0], place[1]
            before = place
            time.sleep(0.05)
        raise AssertionError(f"{self.engine.name}: on {self.address()}, {selector} {before}")


class Browser(ABC):
    """A running browser."""

    version: str

    @abstractmethod
    def tab(self, url: str, window: Window) -> AbstractContextManager[Reader]:
        """Open a tab for a site; it knows nothing of the tabs before it."""
