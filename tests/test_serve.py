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
from pathlib import Path

import pytest

PATIENCE = 30  # seconds


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


def wait_for(address: str, words: str) -> None:
    """Read an address until its page has the words."""
    deadline = time.monotonic() + PATIENCE
    text = ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310
                text = response.read().decode()
        except OSError:
            text = "no answer"
        if words in text:
            return
        time.sleep(0.2)
    raise AssertionError(f"{address} does not show '{words}' within {PATIENCE} s: {text[:300]}")


def test_both_languages_are_served_and_renewed(tiny: Path) -> None:
    with serving(tiny) as url:
        wait_for(f"{url}/", 'href="zh/"')
        wait_for(f"{url}/zh/card/", "打开设置")
        wait_for(f"{url}/en/card/", "Open the settings")
        for language, old, new in (
            ("zh", "打开设置", "打开系统设置"),
            ("en", "Open the settings", "Open the system settings"),
        ):
            page = tiny / f"docs/{language}/pages/card.md"
            page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
            wait_for(f"{url}/{language}/card/", new)


def test_change_of_a_data_file_is_shown(tiny: Path) -> None:
    with serving(tiny) as url:
        wait_for(f"{url}/en/", "only keeps the number")
        data = tiny / "docs/data/claims.yml"
        data.write_text(data.read_text("utf-8").replace("only keeps", "keeps just"), "utf-8")
        wait_for(f"{url}/en/", "keeps just the number")


def test_mistake_is_told_and_serving_goes_on_when_it_is_mended(
    tiny: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tiny) as url:
        wait_for(f"{url}/zh/card/", "打开设置")
        page = tiny / "docs/zh/pages/card.md"
        good = page.read_text("utf-8")
        page.write_text(good + "\n{{ nothing }}\n", "utf-8")
        told, deadline = "", time.monotonic() + PATIENCE
        while "unknown directive '{{ nothing }}'" not in told:
            assert time.monotonic() < deadline, f"the author is not told of the mistake: {told}"
            time.sleep(0.2)
            told += "".join(capfd.readouterr())
        assert "docs/zh/pages/card.md" in told
        page.write_text(good.replace("打开设置", "打开系统设置"), "utf-8")
        wait_for(f"{url}/zh/card/", "打开系统设置")
