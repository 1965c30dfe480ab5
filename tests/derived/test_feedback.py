"""With a repository, the foot of each page leads to its issues and its source; else not at all."""

from pathlib import Path

import pytest
from conftest import ROOT, SITE_URL, Built
from lxml import html
from mistakes import change

ASKED = "%E5%8D%A1%3A%20" + SITE_URL.replace(":", "%3A") + "zh/card/"
SOURCE = "docs/zh/pages/card.md"


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
def test_foot_leads_to_the_repository(
    repository: str, report: str, edit: str, tiny: Path, built: Built
) -> None:
    change(tiny, "mkdocs.yml", "# repo_url:", f"repo_url: {repository}")
    site = built(tiny)
    page = html.parse(site / "zh/card/index.html")
    assert page.xpath("//footer//a[contains(@href, '://')]/@href") == [report, edit]
    assert (ROOT / SOURCE).is_file()
    english = html.parse(site / "en/card/index.html")
    edits = english.xpath("//footer//a[contains(@href, '/edit/')]/@href")
    assert edits == [edit.replace("/zh/", "/en/")]


def test_without_a_repository_there_is_none(address: str, site: Path) -> None:
    page = html.parse(str(site / address.strip("/") / "index.html"))
    assert not page.xpath("//footer//a[contains(@href, '://')]")
