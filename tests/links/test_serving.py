"""While an author writes, the quick checks speak up and the page is shown all the same."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, words: str) -> None:
    """Wait until a page has some words."""
    until = time.monotonic() + SECONDS
    text = ""
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5) as response:  # noqa: S310
                text = response.read().decode()
        except (URLError, OSError):
            text = ""
        if words in text:
            return
        time.sleep(0.2)
    raise AssertionError(f"{address} never said '{words}'")


def test_serving_tells_and_goes_on(tiny: Path, tmp_path: Path) -> None:
    port = free_port()
    heard = tmp_path / "heard.txt"
    with heard.open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=tiny,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/en/card/", "Choose the operator.")
        file = tiny / "docs/en/pages/card.md"
        text = file.read_text("utf-8").replace("{ #definition }", "{ #meaning }")
        file.write_text(text.replace("2. Choose the operator.", "2. Choose it.\n3. Done."), "utf-8")
        index = tiny / "docs/en/pages/index.md"
        index.write_text(index.read_text("utf-8").replace("#definition", "#meaning"), "utf-8")
        published = tiny / "docs/data/published.txt"
        published.write_text("/en/card/#definition\n", "utf-8")
        wait_for(f"http://127.0.0.1:{port}/en/card/", "Choose it.")
    finally:
        server.terminate()
        server.wait(SECONDS)
    told = heard.read_text("utf-8")
    assert "docs/en/pages/card.md and docs/zh/pages/card.md" in told
    assert "/en/card/#definition: docs/en/pages/card.md has no id 'definition'" in told
    assert "Translation: docs/zh/pages/card.md" in told
    assert "Traceback" not in told
