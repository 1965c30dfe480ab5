"""A language is a folder: with one more, all that joins the languages works for three."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import SITE_URL, Build, Built, Host
from hosting import served
from lxml import etree, html
from mistakes import change, must_stop_and_tell, told
from playwright.sync_api import Browser, expect

HREFLANG = {"en": "en", "nb": "nb", "zh": "zh-Hans"}
PAGES = ("", "card/", "fact-check/")
# What the folder says of itself, and a word that only it has.
CONFIG = {
    "site_name: ": "site_name: Norsk ",
    "site_description: ": "site_description: På norsk ",
    "    name: English\n    hreflang: en\n": "    name: Norsk\n    hreflang: nb\n",
    "    sharing.locale: en_GB\n": "    sharing.locale: nb_NO\n",
    '    check.locale: "en-GB"\n': '    check.locale: "nb-NO"\n',
}
WORDS = {"The card backs up nothing.": "Kortet sikkerhetskopierer ingenting."}


@pytest.fixture
def three(tiny: Path) -> Path:
    """Return a small copy with a third language: a folder, and a text in each entry of data."""
    docs = tiny / "docs"
    shutil.copytree(docs / "en", docs / "nb", ignore=shutil.ignore_patterns("site"))
    for file, changes in (("mkdocs.yml", CONFIG), ("pages/index.md", WORDS)):
        for old, new in changes.items():
            change(docs / "nb", file, old, new)
    for file in (docs / "data").glob("*.yml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"\ben: ([^,}\n]+)(?=})", r"en: \1, nb: \1", text), "utf-8")
    for file in (docs / "nb/pages").glob("*.md"):
        file.write_text(
            file.read_text("utf-8").replace("description: ", "description: På norsk "), "utf-8"
        )
    config = docs / "nb/mkdocs.yml"
    head, strings, texts = config.read_text("utf-8").partition("  strings:\n")
    # A text of words is translated; a name of a place or a mark of punctuation need not be.
    texts = re.sub(r'(?m)^( +[\w.-]+: "?)(?=[^"\n]*\w[^"\n]* )', r"\1Norsk ", texts)
    config.write_text(head + strings + texts, "utf-8")
    return tiny


def test_third_language_joins_the_others(three: Path, built: Built, browser: Browser) -> None:
    site = built(three)
    sitemaps_name_all(site)
    landing = html.parse(site / "index.html")
    for folder, hreflang in HREFLANG.items():
        (section,) = landing.xpath(f"//*[@id='{folder}']")
        assert section.get("lang") == hreflang
    with served(site, Host) as url:
        switch_joins_all(browser, url)
        search_finds_its_own(browser, url)


def sitemaps_name_all(site: Path) -> None:
    for folder in HREFLANG:
        entries = etree.parse(site / folder / "sitemap.xml").findall(".//{*}url")
        found = {
            entry.findtext("{*}loc"): {
                link.get("hreflang"): link.get("href") for link in entry.iterfind("{*}link")
            }
            for entry in entries
        }
        for page in PAGES:
            links = found[f"{SITE_URL}{folder}/{page}"]
            links.pop("x-default")
            assert links == {code: f"{SITE_URL}{name}/{page}" for name, code in HREFLANG.items()}


def switch_joins_all(browser: Browser, url: str) -> None:
    page = browser.new_page()
    for here in HREFLANG:
        for there in HREFLANG:
            if here == there:
                continue
            page.goto(f"{url}/{here}/card/#definition")
            page.locator(f"a.language-switch__link[hreflang='{HREFLANG[there]}']").click()
            page.wait_for_url(f"**/{there}/card/#definition")
            expect(page.locator("html")).to_have_attribute("lang", HREFLANG[there])
    page.close()


def search_finds_its_own(browser: Browser, url: str) -> None:
    page = browser.new_page()
    for folder, query in {"nb": "sikkerhetskopierer", "en": "nothing", "zh": "不备份"}.items():
        page.goto(f"{url}/{folder}/?q={query}")
        links = page.locator(".results__link")
        expect(links.first).to_be_visible()
        for href in links.evaluate_all("all => all.map(link => link.href)"):
            assert href.startswith(f"{url}/{folder}/"), f"{query} in {folder} finds {href}"
    page.close()


def test_all_that_a_new_language_lacks_is_told_at_once(tiny: Path, build: Build) -> None:
    docs = tiny / "docs"
    shutil.copytree(docs / "en", docs / "nb", ignore=shutil.ignore_patterns("site"))
    (docs / "nb/pages/card.md").unlink()
    change(tiny, "docs/nb/mkdocs.yml", "    toc: ", "    tok: ")
    change(tiny, "docs/data/questions.yml", "{}", "card#top: {zh: [甲], en: [a]}")
    change(tiny, "docs/data/synonyms.yml", "{}", "synonyms: [{zh: [号码], en: [number]}]")
    must_stop_and_tell(
        build(tiny),
        [
            "docs/nb/mkdocs.yml: extra.strings has no text for 'toc'",
            "docs/data/claims.yml: entry '1.1': 'claim' has no text in 'nb'",
            "docs/data/glossary.yml: entry 'esim': 'meaning' has no text in 'nb'",
            "docs/data/questions.yml: 1 entries have no line 'nb: [",
            "docs/data/synonyms.yml: 1 entries have no line 'nb: [",
            "there is no docs/nb/pages/card.md",
        ],
    )


def test_copy_that_was_not_translated_is_told(three: Path, build: Build) -> None:
    docs = three / "docs"
    shutil.copy(docs / "en/mkdocs.yml", docs / "nb/mkdocs.yml")
    shutil.copy(docs / "en/pages/card.md", docs / "nb/pages/card.md")
    result = build(three)
    must_stop_and_tell(
        result,
        [
            "docs/en/mkdocs.yml and docs/nb/mkdocs.yml: ",
            "texts are the same, such as 'site_name', 'site_description', 'name', 'hreflang', "
            "'switch.label', 'link.failed', 'sharing.locale', 'translation.behind', ",
            "; translate those of the new one.",
            "docs/nb/pages/card.md: front matter: the description 'Card.' is that of docs/en",
        ],
    )
    assert "docs/zh/mkdocs.yml" not in told(result)


def test_text_that_was_left_in_another_language_is_told(three: Path, build: Build) -> None:
    english = (three / "docs/en/mkdocs.yml").read_text("utf-8")
    (sentence,) = re.findall(r"(?m)^    page\.outdated: .*$", english)
    change(three, "docs/nb/mkdocs.yml", sentence.replace(": ", ": Norsk "), sentence)
    must_stop_and_tell(build(three), ["1 texts are the same, such as 'page.outdated'; translate"])


def test_third_language_is_held_to_the_same(three: Path, build: Build) -> None:
    change(three, "docs/nb/pages/card.md", "2. Choose the operator.\n", "")
    must_stop_and_tell(
        build(three),
        ["docs/nb/pages/card.md", "docs/en/pages/card.md", "section 'definition'", "ol of"],
    )
