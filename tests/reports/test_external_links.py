"""The command that lists links to other hosts finds them, and tells good from broken."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, Host
from hosting import served

COMMAND = ROOT / "tests/reports/external_links.py"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, COMMAND, *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture
def other_host(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "here.html").write_text("here", "utf-8")
    with served(folder, Host) as url:
        yield url


def test_links_are_listed_and_checked(tmp_path: Path, other_host: str) -> None:
    page = tmp_path / "site/zh/card/index.html"
    page.parent.mkdir(parents=True)
    good, broken = f"{other_host}/here.html", f"{other_host}/gone.html"
    page.write_text(
        f"<a href='https://example.org/'>not the page's text</a><article><a href='../'>own</a>"
        f"<a href='{good}'>1</a><a href='{broken}'>2</a><a href='{good}'>3</a></article>",
        "utf-8",
    )
    listed = run(tmp_path / "site")
    assert listed.returncode == 0, listed.stderr
    assert listed.stdout.splitlines() == [f"{broken}\t/zh/card/", f"{good}\t/zh/card/"]
    checked = run(tmp_path / "site", "--check")
    assert checked.returncode == 1
    assert checked.stdout.splitlines() == [
        f"broken\t404\t{broken}\t/zh/card/",
        f"good\t200\t{good}\t/zh/card/",
    ]
    assert "2 links, 1 broken" in checked.stderr


def test_sources_are_among_the_links(site: Path) -> None:
    listed = run(site).stdout
    assert listed.count("\n") > 50
    assert "/zh/sources/" in listed
