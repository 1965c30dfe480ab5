"""The report on the search gives the same sections to other engines as to ours."""

from pathlib import Path

import pytest
from conftest import ROOT


def test_others_get_the_sections_of_the_index(
    language: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Reports find each other beside themselves.
    monkeypatch.syspath_prepend(ROOT / "tests/reports")
    from search_peers import published

    sections = {it["url"]: it for it in published(site, language)}
    assert "/lost/#phone" in sections, "the report reads the files of the index as they were once"
    phone = sections["/lost/#phone"]
    assert phone["page"] == sections["/lost/"]["title"] != phone["title"]
    assert "iCloud.com/find" in phone["text"]
