"""The site as it is served to each engine, and a reader in front of each."""

import functools
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import unquote

import pytest
from browsers import by_playwright, by_webdriver
from browsers.engines import ENGINES, Engine
from browsers.steering import Browser, Reader, Window
from conftest import Renewing, copy_anew
from hosting import Patient, running

STEERED = {"playwright": by_playwright.start, "webdriver": by_webdriver.start}

# Tells the host of every error and of all that the policy forbids. It stands before all else in a
# page, so it hears of scripts that do not start, too.
LISTENER = """
(function () {
  // A picture: the page that checks contacts files may send nothing else.
  function tell(text) {
    new Image().src = "/told?" + encodeURIComponent(location.pathname + ": " + text);
  }
  addEventListener("error", function (event) {
    var of = event.target;
    var at = [event.filename, event.lineno, event.colno].join(":");
    tell(event.message ? event.message + " " + at : "not loaded: " + (of.src || of.href));
  }, true);
  addEventListener("unhandledrejection", function (event) { tell("rejected: " + event.reason); });
  document.addEventListener("securitypolicyviolation", function (event) {
    tell("forbidden by the policy: " + event.violatedDirective + " " + event.blockedURI);
  });
})();
"""
POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"? content="[^"]*">')


class Watched(Renewing):
    """A host that hears of all that goes wrong on its pages, and that can be gone."""

    def parse_request(self) -> bool:
        """Hang up on every request where the host is gone."""
        if self.server.gone:
            self.close_connection = True
            return False
        return super().parse_request()

    def do_GET(self) -> None:  # noqa: N802 - the name that the class above looks for
        """Take what the listener tells; else answer from the folder."""
        path, _, words = self.path.partition("?")
        if path == "/told":
            self.server.told.append(unquote(words))
        if body := self.server.altered.get(path):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            super().do_GET()


class Server(Patient):
    """The server of the site."""

    gone = False

    def __init__(self, folder: Path) -> None:
        """Serve a folder on a free port."""
        self.told: list[str] = []
        # Pages that a later release has changed, by their paths.
        self.altered: dict[str, bytes] = {}
        super().__init__(("127.0.0.1", 0), functools.partial(Watched, directory=str(folder)))


@pytest.fixture(scope="session")
def listening(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the built site whose pages tell what goes wrong on them."""
    folder = tmp_path_factory.mktemp("listening") / "site"
    shutil.copytree(site, folder)
    (folder / "listener.js").write_text(LISTENER, "utf-8")
    for page in folder.rglob("*.html"):
        text, times = POLICY.subn(r'\g<0><script src="/listener.js"></script>', page.read_text())
        assert times == 1, f"{page} names no policy"
        page.write_text(text, "utf-8")
    # The copy for times without a network has the same pages.
    copy_anew(folder)
    return folder


@pytest.fixture
def server(listening: Path) -> Iterator[Server]:
    """Return a host of the site."""
    server = Server(listening)
    with running(server):
        yield server


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have each test run in each engine; those of one engine run one after the other."""
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize(
            "engine",
            [
                pytest.param(it, id=it.name, marks=pytest.mark.xdist_group(it.name))
                for it in ENGINES
            ],
            scope="session",
        )


@pytest.fixture(scope="session")
def browser_of(engine: Engine) -> Iterator[Browser]:
    """Return the running browser of an engine.

    Where there is none, its tests fail; with MISSING=tell they are skipped, and the run says so.
    """
    path = engine.find()
    if not path:
        text = f"{engine.name} is not on this machine: nothing tells of {engine.readers}"
        (pytest.skip if os.environ.get("MISSING") == "tell" else pytest.fail)(text)
    with STEERED[engine.steered](engine, path) as browser:
        yield browser


@pytest.fixture
def read(
    browser_of: Browser, server: Server, record_property: Callable[[str, object], None]
) -> Iterator[Callable[[Window], Reader]]:
    """Return a function that gives a reader a window, of a phone or a desktop.

    After the test, nothing may have gone wrong on any page.
    """
    record_property("engine", f"{browser_of.engine.name} {browser_of.version}")
    with ExitStack() as stack:
        yield lambda window: stack.enter_context(browser_of.tab(server.url, window))
    assert not server.told, "\n".join(server.told)
