"""The copy that opens from disk: reading, changing the language, searching, all without a host."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands.package import package
from conftest import PATIENCE, link_to, term
from lxml.html import document_fromstring
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    with zipfile.ZipFile(package(site, folder)) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"norwegian-sim-data"}
        archive.extractall(folder)
    return folder / "norwegian-sim-data"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    broken: list[str] = []
    page.on("console", lambda told: broken.append(told.text) if told.type == "error" else None)
    yield page
    context.close()
    assert not broken
    assert all(url.startswith(("file:", "data:", "blob:")) for url in asked)


def test_reading_from_disk(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "index.html").as_uri())
    page.locator("#zh a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.locator('a[href*="limits"]:visible').first.click()
    assert page.url.split("#")[0].endswith("/zh/limits/index.html")
    header = "getComputedStyle(document.querySelector('header')).position"
    assert page.evaluate(header) == "sticky"


def test_changing_the_language_keeps_page_and_section(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "zh/limits/index.html").as_uri() + "#operator-services")
    page.locator(link_to("en")).click()
    page.wait_for_url("**/en/limits/index.html#operator-services")
    expect(page.locator("#operator-services")).to_be_in_viewport()


def test_searching_from_disk(page: Page, unpacked: Path, language: str) -> None:
    page.goto((unpacked / language / "index.html").as_uri())
    page.keyboard.press("/")
    page.locator(".search__input").fill(term("contacts", language))
    first = page.locator(".results__link").first
    expect(first).to_be_visible(timeout=PATIENCE)
    address = first.get_attribute("href") or ""
    first.click()
    page.wait_for_url(address)
    expect(page.locator("h1")).to_be_visible()


def test_every_link_leads_to_a_file(unpacked: Path) -> None:
    for file in unpacked.rglob("*.html"):
        for element in document_fromstring(file.read_text("utf-8")).iter(
            "a", "link", "script", "img"
        ):
            address = element.get("href") or element.get("src") or ""
            if ":" in address or address.startswith("#") or not address:
                continue
            target = (file.parent / address.split("#")[0].split("?")[0]).resolve()
            assert target.is_file(), (file, address)


def test_it_holds_nothing_for_hosts_and_is_the_same_each_time(
    unpacked: Path, site: Path, tmp_path: Path
) -> None:
    names = {file.name for file in unpacked.rglob("*")}
    assert not names & {"_headers", "_nginx.conf", "service-worker.js", "404.html", "sitemap.xml"}
    assert not [name for name in names if name.endswith((".gz", ".br"))]
    one, two = (package(site, tmp_path / name).read_bytes() for name in "ab")
    assert one == two
