"""The parts of a page that a reader works with: checklists, letters, tables, the printed form."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from checked import on_page_markdown
from conftest import Build
from lxml import html
from mkdocs.exceptions import PluginError
from playwright.sync_api import Page, expect


def test_ticks_stay_and_are_shared_by_the_languages(page: Page) -> None:
    page.goto("/zh/checklist/")
    boxes = page.locator(".checklist input")
    expect(boxes.first).to_be_enabled()
    page.locator("#puk label").click(position={"x": 10, "y": 15})
    expect(page.locator("#puk input")).to_be_checked()
    page.goto("/en/checklist/")
    expect(page.locator("#puk input")).to_be_checked()
    page.goto("/en/print/")
    expect(page.locator("#checklist--puk input")).to_be_checked()
    page.goto("/en/checklist/")
    page.locator(".checklist-tools button").first.click()
    expect(page.locator(".checklist input:checked")).to_have_count(0)
    expect(page.locator(".checklist-tools [role=status]").first).not_to_be_empty()
    page.reload()
    expect(page.locator(".checklist input:checked")).to_have_count(0)


def test_ticking_sends_nothing(page: Page) -> None:
    page.goto("/en/checklist/", wait_until="networkidle")
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    page.locator(".checklist input").first.check()
    page.wait_for_timeout(200)
    assert sent == []


def test_each_box_has_its_text_as_name(page: Page) -> None:
    page.goto("/en/checklist/")
    name = page.locator("#puk label").inner_text().split(".")[0]
    expect(page.get_by_role("checkbox", name=name)).to_have_count(1)


def test_a_letter_is_copied_whole(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/en/operator-data/")
    button = page.locator("button.copy").first
    button.click()
    expect(page.locator(".copy + [role=status]").first).not_to_be_empty()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.strip() == page.locator("pre code").first.inner_text().strip()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_verdict_keeps_its_sign(language: str, site: Path) -> None:
    document = html.parse(str(site / language / "fact-check" / "index.html"))
    badges = document.xpath("//span[@class='verdict']")
    assert len(badges) >= 50
    assert [badge.text for badge in badges if not badge.get("data-verdict")] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rows_and_regions_are_named(language: str, site: Path) -> None:
    for name in ("compare", "limits", "lost", "no-google"):
        document = html.parse(str(site / language / name / "index.html"))
        for row in document.iterfind(".//tbody/tr"):
            assert row[0].tag == "th"
            assert row[0].get("scope") == "row"
        for region in document.xpath("//*[@class='scroll']"):
            assert region.get("aria-label")
            assert region.get("tabindex") == "0"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_printed_document_holds_every_page(language: str, site: Path) -> None:
    document = html.parse(str(site / language / "print" / "index.html")).getroot()
    identifiers = Counter(document.xpath("//@id"))
    assert [name for name, times in identifiers.items() if times > 1] == []
    inside = [link[1:] for link in document.xpath("//a/@href") if link.startswith("#")]
    assert set(inside) <= set(identifiers)
    pages = {file.parent.name for file in (site / language).glob("*/index.html")} - {"print"}
    # The page for authors is no part of what readers print.
    assert pages - set(identifiers) == {"components"}
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_paper_shows_text_and_no_chrome(page: Page) -> None:
    page.goto("/zh/sources/")
    page.emulate_media(media="print", color_scheme="dark")
    for chrome in (".md-header", ".nav", ".toc", ".foot", ".headerlink"):
        expect(page.locator(chrome).first).not_to_be_visible()
    expect(page.locator(".address")).to_be_visible()
    after = "e => getComputedStyle(e, '::after').content"
    assert "http" in page.locator("article a[href^=http]").first.evaluate(after)
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def set_checked(sources: Path, value: str) -> Path:
    """Give the page `card` of one language another day of its last check."""
    page = sources / "docs/zh/pages/card.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("checked: 2026-11-23", value), "utf-8")
    return page


def test_an_old_check_is_told_on_the_page(tiny: Path, build: Build, tmp_path: Path) -> None:
    set_checked(tiny, f"checked: {date.today() - timedelta(days=400)}")
    result = build(tiny)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "more than a year ago" in result.stdout + result.stderr
    old = html.parse(str(tmp_path / "site/zh/card/index.html"))
    assert old.xpath("//*[contains(@class, 'outdated')]")
    fresh = html.parse(str(tmp_path / "site/en/card/index.html"))
    assert not fresh.xpath("//*[contains(@class, 'outdated')]")


def test_a_page_checked_in_the_future_stops_the_build(tiny: Path, build: Build) -> None:
    page = set_checked(tiny, "checked: 2999-01-01")
    result = build(tiny)
    assert result.returncode != 0
    assert str(page.relative_to(tiny)) in result.stdout + result.stderr


@pytest.mark.parametrize("value", [None, "soon", datetime(2026, 11, 23, 12)])
def test_a_page_without_a_day_of_its_check_is_an_error(value: object) -> None:
    file = SimpleNamespace(abs_src_path="docs/zh/pages/card.md")
    page = SimpleNamespace(meta={"checked": value}, file=file)
    with pytest.raises(PluginError, match=r"docs/zh/pages/card\.md: the front matter needs"):
        on_page_markdown("", page, None, None)


def test_long_chinese_headings_keep_words_whole(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/zh/android/")
    words = page.locator("h1 span, h2 span")
    assert words.count() > 2
    lines = words.evaluate_all("all => all.map(word => word.getClientRects().length)")
    assert set(lines) == {1}
