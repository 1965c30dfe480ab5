"""A change in one language is noticed in the others, whichever came first."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Build, Host
from hosting import served
from mistakes import change, told
from playwright.sync_api import Browser, expect

RECORD = re.compile(r"translation:\n(?: .*\n)+")
CARD = "docs/{}/pages/card.md"


def translated(sources: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run what `make translated` runs."""
    return subprocess.run(
        [sys.executable, "-m", "commands.translated", *arguments],
        cwd=sources,
        env={**os.environ, "PYTHONPATH": "overrides/hooks", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def recorded(tiny: Path) -> Path:
    """Return a small copy whose languages were compared just now."""
    result = translated(tiny, "all")
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "All translations are up to date."
    return tiny


@pytest.mark.parametrize(("leads", "follows"), [("zh", "en"), ("en", "zh")])
def test_change_is_told_by_name_until_it_is_recorded(
    leads: str, follows: str, recorded: Path
) -> None:
    change(recorded, CARD.format(leads), "2. ", "2. Really, ")
    told = translated(recorded, "index").stdout
    assert told.splitlines() == [
        f"Translation: {CARD.format(follows)} is behind {CARD.format(leads)} in definition. "
        "When they say the same: make translated PAGE=card"
    ]
    told = translated(recorded, "card#definition").stdout
    assert told.strip() == "All translations are up to date."


def test_author_and_reader_are_told_and_the_build_goes_on(
    recorded: Path, build: Build, tmp_path: Path, browser: Browser
) -> None:
    change(recorded, CARD.format("en"), "2. ", "2. Really, ")
    change(recorded, "docs/data/claims.yml", "en: The card only keeps", "en: It only keeps")
    # A record that is not there is the author's concern alone.
    index = recorded / "docs/en/pages/index.md"
    index.write_text(RECORD.sub("", index.read_text("utf-8")), "utf-8")
    result = build(recorded)
    assert result.returncode == 0, result.stderr
    text = told(result)
    assert "docs/zh/pages/card.md is behind docs/en/pages/card.md in definition." in text
    assert "docs/zh/pages/fact-check.md is behind docs/en/pages/fact-check.md in group-1." in text
    assert "docs/en/pages/index.md was never compared with docs/zh/pages/index.md." in text
    assert "docs/en/pages/card.md is behind" not in text
    with served(tmp_path / "site", Host) as url:
        page = browser.new_page()
        for same in ("en/card/", "en/"):
            page.goto(f"{url}/{same}")
            expect(page.locator(".translation-notice")).to_have_count(0)
        page.goto(f"{url}/zh/card/")
        notice = page.locator(".heading:has(#definition) + .translation-notice")
        expect(notice).to_contain_text("可能还没跟上")
        expect(notice.locator("a")).to_have_attribute("lang", "en")
        notice.locator("a").click()
        page.wait_for_url("**/en/card/#definition")
        page.close()


def test_only_words_count(recorded: Path) -> None:
    """Ids, links and citations are the same in all languages, or the build stops."""
    for language in ("zh", "en"):
        file = f"docs/{language}/pages/index.md"
        change(recorded, file, "[@n1]", "")
        change(recorded, file, "card.md#definition", "card.md#top")
        change(recorded, file, "\n## ", "\n\n\n## ")
    assert translated(recorded, "card").stdout.strip() == "All translations are up to date."


def test_description_and_data_count_as_words(recorded: Path) -> None:
    change(recorded, CARD.format("zh"), "title: 卡", "title: 保号卡")
    change(recorded, "docs/data/glossary.yml", "下载到芯片里的 SIM。", "装进芯片的 SIM。")
    told = translated(recorded, "index").stdout
    assert "docs/en/pages/card.md is behind docs/zh/pages/card.md in top." in told
    assert "docs/en/pages/fact-check.md is behind docs/zh/pages/fact-check.md in esim." in told


def test_recording_one_section_leaves_the_others(recorded: Path) -> None:
    change(recorded, CARD.format("zh"), "2. ", "2. 仔细")
    change(recorded, CARD.format("zh"), "title: 卡", "title: 保号卡")
    told = translated(recorded, "card#definition").stdout
    assert "in top." in told
    assert "definition" not in told


def test_recording_changes_nothing_but_the_record(recorded: Path) -> None:
    file = recorded / CARD.format("zh")
    before = file.read_text("utf-8")
    assert translated(recorded, "card").returncode == 0
    assert file.read_text("utf-8") == before
    without = RECORD.sub("", before)
    assert without == (Path(__file__).parents[1] / "fixtures/tiny/zh/pages/card.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("asked", "word"),
    [("cards", "docs/en/pages/cards.md"), ("card#definitions", "definitions")],
    ids=["an unknown page", "an unknown section"],
)
def test_wrong_name_is_told(asked: str, word: str, tiny: Path) -> None:
    result = translated(tiny, asked)
    assert result.returncode != 0
    assert word in result.stderr
    assert "Traceback" not in result.stderr


def test_broken_record_is_named(tiny: Path) -> None:
    change(tiny, CARD.format("zh"), "title: 卡", "title: 卡\ntranslation: [en]")
    result = translated(tiny)
    assert result.returncode != 0
    assert CARD.format("zh") in result.stderr
    assert "'translation'" in result.stderr
    assert "Traceback" not in result.stderr
