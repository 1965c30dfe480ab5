"""A page or section that was renamed is still found at its old address."""

from pathlib import Path

from conftest import Built, Host
from content.text import parse
from derived.aliases import carry_old_ids
from hosting import served
from inputs.place import Place
from lxml import html
from mistakes import change
from playwright.sync_api import Browser, Page, expect

CARD = "docs/{}/pages/card.md"
RENAMED = "{ #definition }", '{ #definition data-alias="what meaning" }'
MOVED = "checked:", "aliases: [sim/, old/sim/]\nchecked:"


def test_old_addresses_last(tiny: Path, built: Built, browser: Browser) -> None:
    for language in ("zh", "en"):
        change(tiny, CARD.format(language), *RENAMED)
        change(tiny, CARD.format(language), *MOVED)
    site = built(tiny)
    search_engines_are_told(site)
    with served(site, Host) as url:
        lead_to_the_section(url, browser.new_page())
        need_no_script(url, browser.new_page(java_script_enabled=False))


def lead_to_the_section(url: str, page: Page) -> None:
    for old in ("sim/#definition", "old/sim/#definition"):
        page.goto(f"{url}/zh/{old}")
        page.wait_for_url("**/zh/card/#definition")
    # Both old names at once, and the language changed on the way.
    page.goto(f"{url}/zh/sim/#meaning")
    page.wait_for_url("**/zh/card/#meaning")
    assert at_the_heading(page)
    page.locator("a.language-switch__link").first.click()
    page.wait_for_url("**/en/card/#meaning")
    assert at_the_heading(page)
    # A link that is clicked, on the same page.
    page.evaluate("document.querySelector('article li').innerHTML = '<a href=#what>old</a>'")
    page.get_by_role("link", name="old", exact=True).click()
    page.wait_for_url("**/en/card/#what")
    assert at_the_heading(page)
    page.close()


def at_the_heading(page: Page) -> bool:
    return page.evaluate("document.querySelector(':target').closest('h2').id") == "definition"


def need_no_script(url: str, page: Page) -> None:
    page.goto(f"{url}/en/sim/")
    page.wait_for_url("**/en/card/")
    page.goto(f"{url}/en/card/#what")
    expect(page.locator("#what")).to_be_attached()
    expect(page.locator("h2#definition")).to_be_in_viewport()
    page.close()


def search_engines_are_told(site: Path) -> None:
    page = html.parse(site / "zh/old/sim/index.html")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/zh/card/"]
    assert "sim/" not in (site / "zh/sitemap.xml").read_text("utf-8")


def test_old_id_where_none_can_stand_is_named() -> None:
    tree = parse('<ul id="new" data-alias="old"></ul>')
    (told,) = carry_old_ids(tree, Place("card.md", ""))
    assert "data-alias=\"old\" stands at a 'ul'" in told
