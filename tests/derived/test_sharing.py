"""What search engines and other sites are told about a page is true, complete and derived."""

import base64
import json
import re
import struct
from collections import Counter
from pathlib import Path

from conftest import LANGUAGES, ROOT, SITE_URL, addresses
from content.text import parse
from derived.sharing import question
from inputs.languages import Language, Strings, read_languages
from lxml import etree, html
from lxml.html import HtmlElement
from playwright.sync_api import Browser

# The languages with their codes for other sites.
LOCALES = {it.folder: it.strings["sharing.locale"] for it in read_languages()}


def read(site: Path, address: str) -> HtmlElement:
    return html.parse(site / address.strip("/") / "index.html").getroot()


def content(page: HtmlElement, name: str) -> list[str]:
    return page.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")


def plain(text: str) -> str:
    return "".join(text.split())


def test_page_says_what_it_is(site: Path, address: str) -> None:
    page = read(site, address)
    (title,) = content(page, "og:title")
    (description,) = content(page, "description")
    assert content(page, "og:description") == [description]
    assert content(page, "og:url") == page.xpath("//link[@rel='canonical']/@href")
    assert content(page, "og:url") == [SITE_URL.rstrip("/") + address]
    assert page.findtext(".//title")
    language = address.split("/")[1]
    if language:
        for link in page.xpath("//h1/a"):
            link.drop_tree()
        assert plain(title) == plain(page.find(".//h1").text_content())
        assert content(page, "og:locale") == [LOCALES[language]]
        others = [locale for folder, locale in LOCALES.items() if folder != language]
        assert sorted(content(page, "og:locale:alternate")) == sorted(others)


def test_titles_and_descriptions_tell_pages_apart(site: Path) -> None:
    pages = [read(site, address) for address in addresses()]
    for what in ("og:title", "og:description"):
        twice = [
            text for text, times in Counter(content(p, what)[0] for p in pages).items() if times > 1
        ]
        assert not twice, f"several pages have the same {what}: {twice}"


def test_share_picture_is_where_every_page_says(site: Path, address: str) -> None:
    (picture,) = content(read(site, address), "og:image")
    data = (site / picture.removeprefix(SITE_URL)).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1200, 630)
    assert len(data) < 100_000


def test_question_and_answer_are_those_of_the_home_page(site: Path, address: str) -> None:
    page = read(site, address)
    found = page.xpath("//script[@type='application/ld+json']")
    if address.strip("/") not in LOCALES:
        assert not found
        return
    data = json.loads(found[0].text)
    question = data["mainEntity"]
    for extra in page.xpath("//article//*[@class='cite' or @class='aside' or @class='unseen']"):
        extra.drop_tree()
    text = plain(page.find(".//article").text_content())
    assert data["inLanguage"] == page.get("lang")
    assert plain(question["name"]) == plain(page.find(".//h1").text_content())
    answer = question["acceptedAnswer"]
    for line in answer["text"].splitlines():
        assert plain(line) in text
    assert len(answer["text"].splitlines()) > 1
    assert answer["url"] == f"{SITE_URL.rstrip('/')}{address}#answer"


def test_sitemaps_name_each_page_in_all_languages_and_agree(site: Path) -> None:
    entries: dict[str, dict[str, str]] = {}
    for language in LOCALES:
        for url in etree.parse(site / language / "sitemap.xml").iterfind(".//{*}url"):
            links = {link.get("hreflang"): link.get("href") for link in url.iterfind("{*}link")}
            entries[url.findtext("{*}loc")] = links
    assert entries
    for place, links in entries.items():
        assert set(links) == {*LANGUAGES.values(), "x-default"}, place
        assert place in links.values()
        for name, other in links.items():
            if name != "x-default":
                assert entries[other] == links, f"{place} and {other} do not name each other"
        # The landing page offers both languages, to those who have neither; other pages have
        # no such counterpart.
        path = place.removeprefix(SITE_URL).partition("/")[2]
        assert links["x-default"] == (f"{SITE_URL}en/{path}" if path else SITE_URL)


def test_search_engines_may_read_all_and_find_every_sitemap(site: Path) -> None:
    assert (site / "robots.txt").read_text("utf-8") == (
        f"User-agent: *\nAllow: /\n\nSitemap: {SITE_URL}sitemaps.xml\n"
    )
    named = etree.parse(site / "sitemaps.xml").findall(".//{*}loc")
    found = {file.relative_to(site).as_posix() for file in site.rglob("sitemap.xml")}
    assert {str(it.text).removeprefix(SITE_URL) for it in named} == found
    for name in ("robots.txt", "sitemaps.xml"):
        assert [*site.rglob(name)] == [site / name], f"{name} is asked for at the root alone"


def test_answer_cannot_end_the_script_that_holds_it() -> None:
    page = parse('<h1>Q</h1><h2 id="answer">A</h2><p>Type &lt;/script&gt; here.</p>')
    english = Language("en", "English", "en", Strings({}, ""))
    data = question(page, "https://example.org/en/", english)
    assert data
    assert "</" not in data
    assert json.loads(data)["mainEntity"]["acceptedAnswer"]["text"] == "A\nType </script> here."


# Which share of the colours of two pictures differs: edges, which each program smooths in its own
# way, make up a seventh of a hundredth.
DIFFERENCE = """async (files) => {
  const [one, two] = await Promise.all(files.map(async (file) => {
    const image = new Image();
    image.src = file;
    await image.decode();
    const canvas = new OffscreenCanvas(1200, 630).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, 1200, 630).data;
  }));
  return one.filter((value, at) => Math.abs(value - two[at]) > 4).length / one.length;
}"""


def test_picture_is_as_it_is_drawn(browser: Browser) -> None:
    files = {"svg+xml": "docs/share.svg", "png": "overrides/assets/images/share.png"}
    data = [
        f"data:image/{kind};base64,{base64.b64encode((ROOT / file).read_bytes()).decode()}"
        for kind, file in files.items()
    ]
    page = browser.new_page()
    assert page.evaluate(DIFFERENCE, data) < 0.002, "draw share.png anew from docs/share.svg"
    page.close()


def test_picture_has_colours_of_the_site() -> None:
    tokens = (ROOT / "overrides/assets/stylesheets/first/tokens.css").read_text("utf-8")
    drawn = set(re.findall(r"#[0-9a-f]{6}", (ROOT / "docs/share.svg").read_text("utf-8")))
    other = drawn - {"#ffffff", *re.findall(r"--light, (#[0-9a-f]{6})\)", tokens)}
    assert not other, f"docs/share.svg has other colours than tokens.css: {other}"
