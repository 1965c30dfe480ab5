"""What the tests share: the site built once, a server on loopback, a browser, copies to break."""

import compileall
import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import find_chromium
from delivery.offline import WORKER, write_copies
from delivery.site import Site
from hosting import Quiet, served
from inputs.data import read_data
from inputs.languages import page_names, page_path, read_languages
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
SOURCES = ("mkdocs.yml", "docs", "overrides")
# The languages there are, by their folders, with their codes for browsers.
LANGUAGES = {language.folder: language.hreflang for language in read_languages()}
# The address the tests build for; nothing is ever asked of it.
SITE_URL = "https://example.org/"
# Without these, Chromium itself looks for updates and the like in the background.
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# How long a test waits for something to happen in the browser, in milliseconds.
PATIENCE = 10_000

Build = Callable[..., subprocess.CompletedProcess[str]]
Built = Callable[..., Path]


def build_environment() -> dict[str, str]:
    """Return the environment in which the tests build."""
    return {
        "SITE_URL": SITE_URL,
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def run_build(sources: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the sources below a folder into `site` with plain `mkdocs build`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)],
        cwd=sources,
        env=build_environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def pytest_configure(config: pytest.Config) -> None:
    """Compile the hooks once; each copy takes the result along, and its builds need not do it."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(ROOT / "overrides/hooks", quiet=2)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run one test more than there are cores, for some only wait; single files need no helpers."""
    named = [argument.partition("::")[0] for argument in config.args]
    return 0 if all(name.endswith(".py") for name in named) else (os.cpu_count() or 1) + 1


def addresses() -> list[str]:
    """Return the path of every page of the site, by its source."""
    return ["/", *(f"/{it}/{page_path(name)}" for it in LANGUAGES for name in page_names(it))]


def out_of_the_menu() -> tuple[str, ...]:
    """Return the ends of the addresses that readers' menu leaves out."""
    return tuple(page_path(name) for name in read_languages()[0].out_of_menu)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `address` or `language` once for each that there is.

    So new pages and languages are covered unnamed. A test that goes with some languages alone
    names them itself.
    """
    own = {str(mark.args[0]) for mark in metafunc.definition.iter_markers("parametrize")}
    own |= {str(name) for names in own if "(" in names for name in re.findall(r"\w+", names)}
    for name, all_there_are in (("address", addresses()), ("language", list(LANGUAGES))):
        if name in metafunc.fixturenames and name not in own:
            metafunc.parametrize(name, all_there_are)


def other_than(language: str) -> str:
    """Return another language: the next, or after the last the first."""
    folders = list(LANGUAGES)
    return folders[(folders.index(language) + 1) % len(folders)]


def link_to(language: str) -> str:
    """Return the selector of the link that leads to this page in a language."""
    return f"a.language-switch__link[hreflang='{LANGUAGES[language]}']"


def term(name: str, language: str) -> str:
    """Return what the glossary calls something: a word that finds pages of a language."""
    terms = {it.id: it.term for it in read_data(list(LANGUAGES)).terms}
    return terms[name][language]


BuildOnce = Callable[[str, Callable[[Path], Path]], Path]


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuildOnce:
    """Return a function that builds a site once a run, for the first test that wants it.

    It takes a name, and what gives the sources; a folder is there for a copy of them.
    """
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        # The workers of a parallel run have folders of their own inside that of the run.
        folder = folder.parent

    def run(name: str, sources: Callable[[Path], Path]) -> Path:
        site = folder / name
        with (folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not site.exists():
                result = run_build(sources(folder / f"{name}-sources"), site)
                if result.returncode:
                    pytest.exit(f"The {name} does not build:\n{result.stdout}{result.stderr}", 1)
        return site

    return run


@pytest.fixture(scope="session")
def site(build_once: BuildOnce) -> Path:
    """Return the folder of the site."""
    return build_once("site", lambda _: ROOT)


@pytest.fixture(scope="session")
def tiny_site(build_once: BuildOnce) -> Path:
    """Return the folder of the site that a small copy of the project becomes."""
    return build_once("small site", small_copy)


class Host(Quiet):
    """A static host: folders show their index, a wrong address the nearest 404.html."""

    def list_directory(self, path: str) -> None:
        """Show no folder's contents."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with the page of the site for it."""
        folder = Path(self.translate_path(self.path))
        page = next(
            (
                parent / "404.html"
                for parent in folder.parents
                if parent.is_relative_to(self.directory) and (parent / "404.html").exists()
            ),
            None,
        )
        if code != 404 or not page:
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


class Renewing(Host):
    """A host that has browsers ask whether what they have has changed, as it is published."""

    def end_headers(self) -> None:
        """Say so of every answer."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def copy_anew(site: Path) -> None:
    """Write the copies for times without a network anew, of a built site that was changed."""
    shutil.rmtree(site / "assets/offline", ignore_errors=True)
    worker = (ROOT / "overrides" / WORKER).read_text("utf-8")
    write_copies(Site(site, SITE_URL), worker, wanted=True)


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Return the address, without a slash at the end, at which the built site is served."""
    with served(site, Host) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser; the run ends with a clear word where there is none."""
    path = find_chromium()
    if not path:
        pytest.exit("No Chromium or Chrome was found: install one, or set CHROMIUM.", returncode=1)
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Return a headless Chromium."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """Return a fresh page of a desktop browser; addresses may be given as paths of the site."""
    context = browser.new_context(base_url=site_url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def tab(browser: Browser, site_url: str) -> Iterator[Page]:
    """Return one page for all tests of a file: for those that open each address and only look.

    A fresh page costs more than the look. No service worker stands between it and the host.
    """
    context = browser.new_context(
        base_url=site_url, viewport={"width": 1280, "height": 900}, service_workers="block"
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def full_copy(folder: Path) -> Path:
    """Copy the project's sources into a new folder and return it."""
    folder.mkdir()
    ignore = shutil.ignore_patterns("site")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignore)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def small_copy(folder: Path) -> Path:
    """Copy the sources, with the few short pages of fixtures/tiny in place of ours."""
    docs = full_copy(folder) / "docs"
    fixture = ROOT / "tests/fixtures/tiny"
    for language in LANGUAGES:
        # One that the few pages do not have is not among the languages of the copy.
        shutil.rmtree(docs / language / ("pages" if (fixture / language).is_dir() else ""))
    shutil.rmtree(docs / "data")
    shutil.copytree(fixture, docs, dirs_exist_ok=True)
    config = docs / "language.yml"
    shared, _, _ = config.read_text("utf-8").partition("nav:\n")
    config.write_text(shared + "nav: [index.md, card.md, fact-check.md]\n", "utf-8")
    # The templates lead to pages that there are.
    for template in (folder / "overrides").glob("*.html"):
        text = template.read_text("utf-8")
        text = re.sub(r'"(?:limits|workarounds)/#[a-z-]+"', '"fact-check/#top"', text)
        text = re.sub(r"""(?<=["'/])(?:workarounds|lost|about)/(?=["'])""", "fact-check/", text)
        template.write_text(text, "utf-8")
    # A menu without groups needs no names of any.
    groups = re.compile(r"^    nav\.(?!label:).*\n", re.MULTILINE)
    for config in docs.glob("*/mkdocs.yml"):
        config.write_text(groups.sub("", config.read_text("utf-8")), "utf-8")
    # For a few short pages, a second process costs more than it saves.
    config = folder / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("concurrency: 2", "concurrency: 1"), "utf-8"
    )
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a copy of the project's sources that a test may break."""
    return full_copy(tmp_path / "sources")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Return a small copy of the project that a test may break."""
    return small_copy(tmp_path / "sources")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that builds sources and gives the finished process, site and all."""

    def run(sources: Path, site: Path = tmp_path / "site") -> subprocess.CompletedProcess[str]:
        return run_build(sources, site)

    return run


@pytest.fixture
def built(build: Build, tmp_path: Path) -> Built:
    """Return a function that builds sources and gives the folder of the site, for what must build.

    It is `site` in the folder of the test, if the test names no other.
    """

    def run(sources: Path, site: Path = tmp_path / "site") -> Path:
        result = build(sources, site)
        assert result.returncode == 0, result.stdout + result.stderr
        return site

    return run
