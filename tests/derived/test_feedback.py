"""With a repository, the foot of each page leads to its issues and its source; else not at all."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from conftest import ROOT, Build
from derived.feedback import addresses
from lxml import html
from mistakes import change

PAGE = SimpleNamespace(title="卡", canonical_url="https://example.org/zh/card/")
SOURCE = "docs/zh/pages/card.md"
ASKED = "%E5%8D%A1%3A%20https%3A%2F%2Fexample.org%2Fzh%2Fcard%2F"


@pytest.mark.parametrize(
    ("repository", "report", "edit"),
    [
        (
            "https://github.com/owner/name/",
            f"https://github.com/owner/name/issues/new?title={ASKED}",
            f"https://github.com/owner/name/edit/main/{SOURCE}",
        ),
        (
            "https://gitlab.com/owner/name",
            f"https://gitlab.com/owner/name/-/issues/new?issue[title]={ASKED}",
            f"https://gitlab.com/owner/name/-/edit/main/{SOURCE}",
        ),
    ],
)
def test_addresses_are_those_of_the_repository(repository: str, report: str, edit: str) -> None:
    assert addresses(repository, SOURCE, PAGE) == {"foot.report": report, "foot.edit": edit}


def test_foot_leads_there(tiny: Path, build: Build, tmp_path: Path) -> None:
    change(tiny, "mkdocs.yml", "# repo_url:", "repo_url: https://github.com/owner/name")
    result = build(tiny)
    assert result.returncode == 0, result.stdout + result.stderr
    for language in ("zh", "en"):
        page = html.parse(str(tmp_path / f"site/{language}/card/index.html"))
        links = page.xpath("//footer//a[starts-with(@href, 'https://github.com/owner/name/')]")
        assert [link.get("href").split("/")[5] for link in links] == ["issues", "edit"]
        assert links[1].get("href").endswith(f"/edit/main/docs/{language}/pages/card.md")
        assert (ROOT / f"docs/{language}/pages/card.md").is_file()


def test_without_a_repository_there_is_none(address: str, site: Path) -> None:
    page = html.parse(str(site / address.strip("/") / "index.html"))
    assert not page.xpath("//footer//a[contains(@href, '://')]")
