"""What `mkdocs serve` promises an author: both languages, renewed after each change."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from conftest import build_environment, small_copy
from looks import in_sight
from mistakes import TERMINAL, change, must_stop_and_tell, write_page
from playwright.sync_api import Page, expect

# A machine may be busy: how long something that will happen may take, in seconds.
PATIENCE = 120


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass(frozen=True)
class Server:
    """The site as it is served to its author: its address, its sources, what the author is told."""

    url: str
    sources: Path
    told: Path

    def hears(self, *words: str, after: int = 0) -> None:
        """Wait until the author has been told some words, after the first `after` letters."""
        begin = time.monotonic()
        while missing := [word for word in words if word not in (told := self.said()[after:])]:
            assert time.monotonic() - begin < PATIENCE, f"the author is not told {missing}: {told}"
            time.sleep(0.2)

    def said(self) -> str:
        """Return all that the author has been told, without colours and line breaks."""
        return " ".join(TERMINAL.sub("", self.told.read_text("utf-8")).split())


@contextmanager
def serving(sources: Path) -> Iterator[Server]:
    """Serve sources with live reload for as long as the block runs."""
    port = free_port()
    told = sources.with_suffix(".told")
    with told.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=sources,
            env={**build_environment(), "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
        )
        try:
            yield Server(f"http://127.0.0.1:{port}", sources, told)
        finally:
            process.terminate()
            process.wait(PATIENCE)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a server of the small copy; a test leaves its sources without a mistake.

    What it changes in them has all languages built anew, so several changes are best made at once.
    """
    sources = small_copy(tmp_path_factory.mktemp("served") / "sources")
    # What an earlier run has left.
    left = sources / "docs/zh/site/old/index.html"
    left.parent.mkdir(parents=True)
    left.write_text("old", "utf-8")
    with serving(sources) as server:
        wait_for(f"{server.url}/zh/card/", "</html>")
        yield server
    assert "Traceback" not in server.said()


def read(address: str) -> str:
    """Return a page, or nothing while there is no answer."""
    try:
        with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310
            return response.read().decode()
    except OSError:
        return ""


def wait_for(address: str, words: str) -> None:
    """Read an address until its page has the words."""
    begin = time.monotonic()
    while words not in (text := read(address)):
        assert time.monotonic() - begin < PATIENCE, (
            f"{address} does not show '{words}': {text[:300]}"
        )
        time.sleep(0.2)


def test_pages_and_data_are_served_and_renewed(server: Server) -> None:
    wait_for(f"{server.url}/", 'href="zh/"')
    changes = (
        ("zh/card/", "docs/zh/pages/card.md", "打开设置", "打开系统设置"),
        ("en/card/", "docs/en/pages/card.md", "Open the settings", "Open the system settings"),
        ("en/fact-check/", "docs/data/claims.yml", "only keeps", "keeps just"),
    )
    for address, _, old, _ in changes:
        wait_for(f"{server.url}/{address}", old)
    for _, file, old, new in changes:
        change(server.sources, file, old, new)
    for address, _, _, new in changes:
        wait_for(f"{server.url}/{address}", new)


def test_page_of_an_earlier_run_is_gone(server: Server) -> None:
    assert not read(f"{server.url}/zh/old/")


def test_mistake_is_told_and_serving_goes_on_when_it_is_mended(server: Server) -> None:
    page = server.sources / "docs/zh/pages/card.md"
    good = page.read_text("utf-8")
    page.write_text(good + "\n{{ nothing }}\n", "utf-8")
    server.hears("unknown directive '{{ nothing }}'", "docs/zh/pages/card.md")
    page.write_text(good + "\n改好了。\n", "utf-8")
    wait_for(f"{server.url}/zh/card/", "改好了")


def test_mistake_of_one_language_does_not_hold_the_other(server: Server) -> None:
    page, other = "docs/zh/pages/card.md", "docs/en/pages/card.md"
    change(server.sources, page, "# 卡 ", "#卡 ")
    server.hears(f"{page}, line 6: write headings as '## Heading {{ #id }}', with a space")
    change(server.sources, page, "#卡 ", "# 卡 ")
    change(server.sources, other, "Before you go", "Before you leave")
    wait_for(f"{server.url}/en/card/", "Before you leave")


def test_quick_checks_tell_and_the_page_is_shown_all_the_same(server: Server) -> None:
    card = "docs/en/pages/card.md"
    files = [server.sources / f"docs/{it}" for it in ("en/pages/card.md", "en/pages/index.md")]
    files.append(server.sources / "docs/data/published.txt")
    good = [file.read_text("utf-8") for file in files]
    before = len(server.said())
    change(server.sources, card, "{ #definition }", "{ #meaning }")
    change(server.sources, card, "2. Choose the operator.", "2. Choose it.\n3. Done.")
    change(server.sources, "docs/en/pages/index.md", "#definition", "#meaning")
    files[-1].write_text("# 1 addresses.\n/en/card/#definition\n", "utf-8")
    wait_for(f"{server.url}/en/card/", "Choose it.")
    server.hears(
        "docs/en/pages/card.md and docs/zh/pages/card.md",
        "/en/card/#definition: docs/en/pages/card.md has no id 'definition'",
        "Translation: docs/zh/pages/card.md",
        after=before,
    )
    for file, text in zip(files, good, strict=True):
        file.write_text(text, "utf-8")
    wait_for(f"{server.url}/en/card/", "Choose the operator.")


def test_page_is_added_and_removed_step_by_step(server: Server) -> None:
    """The order in which an author does it: files, then the menu; no step stops the server."""
    new = {it: server.sources / f"docs/{it}/pages/lost.md" for it in ("zh", "en")}
    before = len(server.said())
    for language, file in new.items():
        write_page(file, f"Lost in {language}")
        wait_for(f"{server.url}/{language}/lost/", f"Lost in {language}")
    server.hears("docs/zh/pages/lost.md is not in the menu; add lost.md to 'nav'")
    change(server.sources, "docs/language.yml", "card.md,", "card.md, lost.md,")
    for language in new:
        wait_for(f"{server.url}/{language}/card/", f"Lost in {language}")
    for file in new.values():
        file.unlink()
    change(server.sources, "docs/language.yml", "lost.md,", "")
    wait_for(f"{server.url}/en/card/", "Choose the operator.")
    begin = time.monotonic()
    while read(f"{server.url}/en/lost/") or "Lost in" in read(f"{server.url}/zh/card/"):
        assert time.monotonic() - begin < PATIENCE, "a page that was removed is still served"
        time.sleep(0.2)
    assert "will appear stuck" not in server.said()[before:]


def test_port_in_use_is_told_before_the_build(tiny: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=tiny,
            env=build_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    must_stop_and_tell(result, [f"127.0.0.1:{port} cannot be served from", "make serve PORT="])
    assert "Building documentation to" not in result.stderr


# Pages that together show every component, at rest.
LOOKS = ["/", "/zh/", "/en/components/", "/zh/compare/", "/en/limits/", "/zh/checklist/"]


def at_rest(page: Page, address: str) -> list[str]:
    """Return how a page looks once its scripts have done what they do by themselves."""
    page.goto(address, wait_until="load")
    if page.locator(".toc a").count():
        # The contents mark the section being read some frames after the page has come.
        expect(page.locator(".toc [aria-current]")).not_to_have_count(0)
    return in_sight(page)


def test_what_is_served_looks_like_what_is_published(
    sources: Path, page: Page, site_url: str
) -> None:
    """An author sees a page as readers will: no rule is there for one of them alone."""
    different = []
    with serving(sources) as server:
        wait_for(f"{server.url}/en/", "</html>")
        for width, path in product((390, 1280), LOOKS):
            # So high that all of the page is in the window.
            page.set_viewport_size({"width": width, "height": 12_000})
            published, served = (at_rest(page, host + path) for host in (site_url, server.url))
            assert len(published) > 20
            different += [f"{path} at {width}: {one}" for one in set(published) ^ set(served)]
    assert not different, "\n".join(sorted(different)[:10])
