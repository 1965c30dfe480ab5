"""What every page promises: its address, its sections, its links and its language are right."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from conftest import LANGUAGES, SITE_URL, addresses, out_of_the_menu
from lxml import html


@cache
def parsed(file: Path) -> html.HtmlElement:
    return html.parse(str(file)).getroot()


@cache
def ids(file: Path) -> frozenset[str]:
    return frozenset(parsed(file).xpath("//@id"))


def file_of(site: Path, address: str) -> Path:
    """Return the file that a host shows for a path of the site."""
    path = site / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def test_landing_page_shows_each_language(site: Path) -> None:
    landing = parsed(file_of(site, "/"))
    for language, tag in LANGUAGES.items():
        [section] = landing.xpath(f"//*[@id='{language}']")
        assert section.get("lang") == tag
        assert f"{language}/" in section.xpath(".//a/@href"), f"no way into {language}"


def test_every_page_is_in_a_sitemap(site: Path) -> None:
    built = {
        "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("index.html")
        if "noindex" not in "".join(parsed(file).xpath("//meta[@name='robots']/@content"))
    }
    assert built == set(addresses())


def test_language_of_the_page_is_declared(address: str, site: Path) -> None:
    folder = address.split("/")[1]
    if folder in LANGUAGES:
        assert parsed(file_of(site, address)).get("lang") == LANGUAGES[folder]


def test_links_lead_somewhere(address: str, site: Path) -> None:
    page = parsed(file_of(site, address))
    for href in page.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //*/@src"):
        target, fragment = urldefrag(urljoin(SITE_URL + address.lstrip("/"), href))
        if not target.startswith(SITE_URL) or href.startswith("data:"):
            continue
        file = file_of(site, urlsplit(target).path)
        assert file.is_file(), f"{address} links to {href}, which does not exist"
        if fragment:
            assert unquote(fragment) in ids(file), f"{address} links to {href}: no such section"


def test_page_tree_marks_the_page_it_stands_on(address: str, site: Path) -> None:
    marked = parsed(file_of(site, address)).xpath("//nav[@id='nav']//a[@aria-current]/@href")
    here = SITE_URL + address.lstrip("/")
    own = [] if address == "/" or address.endswith(out_of_the_menu()) else [here]
    assert [urljoin(here, href) for href in marked] == own, f"{address} marks {marked} in its tree"


def test_ids_are_ascii_and_unique(address: str, site: Path) -> None:
    found = parsed(file_of(site, address)).xpath("//@id")
    doubled = {identifier for identifier in found if found.count(identifier) > 1}
    assert not doubled, f"{address} has these ids more than once: {doubled}"
    odd = [item for item in found if not re.fullmatch(r"[A-Za-z_][\w-]*", item, re.ASCII)]
    assert not odd, f"{address}: ids that are hard to link to: {odd}"


def test_names_tell_sections_apart(language: str, site: Path) -> None:
    """Where a search finds one or a reader passes it on, its name stands alone."""
    seen: dict[str, str] = {}
    for address in addresses():
        # Those are lists of names; one to look up in the glossary may head a section, too.
        if not address.startswith(f"/{language}/") or re.search("glossary|sources|print", address):
            continue
        article = "//article//header[@class='heading' and not(../@class='page-sources')]"
        for heading in parsed(file_of(site, address)).xpath(article):
            name = heading.text_content().strip()
            other = seen.setdefault(name, address)
            assert other == address, f"{address} and {other} both have a section '{name}'"
    assert len(seen) > 100, "no headings are found: has their box another name?"


def test_advertisement_of_the_article_is_not_carried(address: str, site: Path) -> None:
    text = parsed(file_of(site, address)).text_content()
    assert not re.search(r"t\.me/|telegram\.|@\w+_?bot|微信号", text, re.IGNORECASE)
