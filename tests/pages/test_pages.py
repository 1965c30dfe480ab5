"""What every page promises: its address, its sections, its links and its language are right."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from conftest import LANGUAGES, SITE_URL, addresses, out_of_the_menu
from inputs.data import SourceKind, Verdict
from inputs.languages import read_languages
from lxml import html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What Markdown or a hook failed to turn into HTML.
RAW = re.compile(r"\{\{|\}\}|\[@|\{ ?[#.:]|^\s*(?:///|!!!|:::)", re.MULTILINE)


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


def test_nothing_is_left_unrendered(address: str, site: Path) -> None:
    text = "\n".join(
        parsed(file_of(site, address)).xpath(
            "//main//text()[not(ancestor::pre or ancestor::code or ancestor::script)]"
        )
    )
    left = RAW.search(text)
    assert not left, f"{address} shows '{text[left.start() - 20 : left.end() + 40]}'"


def test_headings_start_at_one_and_skip_no_level(address: str, site: Path) -> None:
    levels = [
        int(item.tag[1])
        for item in parsed(file_of(site, address)).xpath(
            "//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]"
        )
    ]
    assert levels[:1] == [1], f"{address} does not begin with its title"
    for above, below in pairwise(levels):
        assert below <= above + 1, f"{address} goes from h{above} to h{below}"


def test_titles_and_descriptions_tell_pages_apart(site: Path) -> None:
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for address in addresses():
            if not address.startswith(f"/{language}/"):
                continue
            head = parsed(file_of(site, address)).find("head")
            [description] = head.xpath("meta[@name='description']/@content")
            for text in (head.findtext("title"), description):
                other = seen.setdefault(text, address)
                assert other == address, f"{address} and {other} both say '{text}'"


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


@pytest.mark.parametrize(
    ("page", "beginning", "kinds"),
    [
        ("fact-check", "verdict.", get_args(Verdict)),
        ("sources", "source.kind.", get_args(SourceKind)),
    ],
)
def test_legend_has_every_word(
    language: str, page: str, beginning: str, kinds: tuple[str, ...], site: Path
) -> None:
    """It is written by hand, and readers look up there what a verdict or a source is called."""
    strings = next(it.strings for it in read_languages() if it.folder == language)
    tree = parsed(file_of(site, f"/{language}/{page}/"))
    explained = {word.text_content() for word in tree.xpath("//article//li[not(@id)]/strong")}
    missing = [word for kind in kinds if (word := strings[beginning + kind]) not in explained]
    assert not missing, f"docs/{language}/pages/{page}.md: say in its list what {missing} mean"


def test_authors_are_shown_every_verdict(language: str, site: Path) -> None:
    shown = parsed(file_of(site, f"/{language}/components/")).xpath("//td//@data-verdict")
    assert set(shown) == set(get_args(Verdict)), f"docs/{language}/pages/components.md: a row each"


def test_advertisement_of_the_article_is_not_carried(address: str, site: Path) -> None:
    text = parsed(file_of(site, address)).text_content()
    assert not re.search(r"t\.me/|telegram\.|@\w+_?bot|微信号", text, re.IGNORECASE)
