"""What `mkdocs serve` promises an author: both languages, renewed after each change."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
from looks import in_sight
from mistakes import TERMINAL, change, must_stop_and_tell
from playwright.sync_api import Page

# A machine may be busy: how long something that will happen may take, in seconds.
PATIENCE = 120


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(sources: Path) -> Iterator[str]:
    """Serve sources with live reload for as long as the block runs."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=sources,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


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


def hear(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    """Wait until the server has told the author some words; return all that it has told."""
    told, begin = "", time.monotonic()
    while missing := [word for word in words if word not in told]:
        assert time.monotonic() - begin < PATIENCE, f"the author is not told {missing}: {told}"
        time.sleep(0.2)
        told += " ".join(TERMINAL.sub("", "".join(capfd.readouterr())).split()) + " "
    return told


def test_pages_and_data_are_served_and_renewed(tiny: Path) -> None:
    with serving(tiny) as url:
        wait_for(f"{url}/", 'href="zh/"')
        wait_for(f"{url}/zh/card/", "打开设置")
        wait_for(f"{url}/en/card/", "Open the settings")
        for language, old, new in (
            ("zh", "打开设置", "打开系统设置"),
            ("en", "Open the settings", "Open the system settings"),
        ):
            page = f"docs/{language}/pages/card.md"
            change(tiny, page, old, new)
            wait_for(f"{url}/{language}/card/", new)
        wait_for(f"{url}/en/fact-check/", "only keeps the number")
        change(tiny, "docs/data/claims.yml", "only keeps", "keeps just")
        wait_for(f"{url}/en/fact-check/", "keeps just the number")


def test_mistake_is_told_and_serving_goes_on(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Once it is mended, every language is renewed again."""
    with serving(tiny) as url:
        wait_for(f"{url}/zh/card/", "打开设置")
        page = tiny / "docs/zh/pages/card.md"
        good = page.read_text("utf-8")
        page.write_text(good + "\n{{ nothing }}\n", "utf-8")
        hear(capfd, "unknown directive '{{ nothing }}'", "docs/zh/pages/card.md")
        page.write_text(good.replace("{ #top }", ""), "utf-8")
        hear(capfd, "docs/zh/pages/card.md, line 6: every heading needs an id")
        page.write_text(good.replace("打开设置", "打开系统设置"), "utf-8")
        change(tiny, "docs/en/pages/card.md", "Open the settings", "Open all settings")
        wait_for(f"{url}/en/card/", "Open all settings")
        wait_for(f"{url}/zh/card/", "打开系统设置")


def test_quick_checks_tell_and_the_page_is_shown_all_the_same(
    tiny: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tiny) as url:
        wait_for(f"{url}/en/card/", "Choose the operator.")
        card = "docs/en/pages/card.md"
        change(tiny, card, "{ #definition }", "{ #meaning }")
        change(tiny, card, "2. Choose the operator.", "2. Choose it.\n3. Done.")
        change(tiny, "docs/en/pages/index.md", "#definition", "#meaning")
        published = tiny / "docs/data/published.txt"
        published.write_text("# 1 addresses.\n/en/card/#definition\n", "utf-8")
        wait_for(f"{url}/en/card/", "Choose it.")
        told = hear(
            capfd,
            "docs/en/pages/card.md and docs/zh/pages/card.md",
            "/en/card/#definition: docs/en/pages/card.md has no id 'definition'",
            "Translation: docs/zh/pages/card.md",
        )
    assert "Traceback" not in told


PAGE = '---\ntitle: "{0}"\ndescription: "{0}."\nchecked: 2026-11-23\n---\n# {0} {{ #top }}\n'


def test_page_is_added_and_removed_step_by_step(
    tiny: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The order in which an author does it: files, then the menu; no step stops the server."""
    new = {it: tiny / f"docs/{it}/pages/lost.md" for it in ("zh", "en")}
    left = tiny / "docs/zh/site/old/index.html"
    left.parent.mkdir(parents=True)
    left.write_text("old", "utf-8")
    with serving(tiny) as url:
        wait_for(f"{url}/zh/card/", "打开设置")
        assert not read(f"{url}/zh/old/"), "a page of an earlier run is served"
        for language, file in new.items():
            file.write_text(PAGE.format(f"Lost in {language}"), "utf-8")
            wait_for(f"{url}/{language}/lost/", f"Lost in {language}")
        told = hear(capfd, "docs/zh/pages/lost.md is not in the menu; add lost.md to 'nav'")
        change(tiny, "docs/language.yml", "card.md,", "card.md, lost.md,")
        for language in new:
            wait_for(f"{url}/{language}/card/", f"Lost in {language}")
        for file in new.values():
            file.unlink()
        change(tiny, "docs/language.yml", "lost.md,", "")
        wait_for(f"{url}/en/card/", "Choose the operator.")
        begin = time.monotonic()
        while read(f"{url}/en/lost/") or "Lost in" in read(f"{url}/zh/card/"):
            assert time.monotonic() - begin < PATIENCE, "a page that was removed is still served"
            time.sleep(0.2)
        told += "".join(capfd.readouterr())
    assert "will appear stuck" not in told


def test_port_in_use_is_told_before_the_build(tiny: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=tiny,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    must_stop_and_tell(result, [f"127.0.0.1:{port} cannot be served from", "make serve PORT="])
    assert "Building documentation to" not in result.stderr


# Pages that together show every component, at rest.
LOOKS = ["/", "/zh/", "/en/components/", "/zh/compare/", "/en/limits/", "/zh/checklist/"]


# The contents mark the section being read some frames after the page has come.
CONTENTS_MARKED = """
!document.querySelector(".toc a") || document.querySelector(".toc [aria-current]")
"""


def at_rest(page: Page, address: str) -> list[str]:
    """Return how a page looks once its scripts have done what they do by themselves."""
    page.goto(address, wait_until="load")
    page.wait_for_function(CONTENTS_MARKED)
    return in_sight(page)


def test_what_is_served_looks_like_what_is_published(
    sources: Path, page: Page, site_url: str
) -> None:
    """An author sees a page as readers will: no rule is there for one of them alone."""
    different = []
    with serving(sources) as url:
        wait_for(f"{url}/en/", "</html>")
        for width, path in product((390, 1280), LOOKS):
            # So high that all of the page is in the window.
            page.set_viewport_size({"width": width, "height": 12_000})
            published, served = (at_rest(page, host + path) for host in (site_url, url))
            assert len(published) > 20
            different += [f"{path} at {width}: {one}" for one in set(published) ^ set(served)]
    assert not different, "\n".join(sorted(different)[:10])
