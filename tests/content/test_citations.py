"""A citation is one small number, wherever it stands, that leads to what is behind it."""

from dataclasses import replace

import pytest
from content import citations
from content.text import parse
from inputs.data import Data
from inputs.languages import Language
from inputs.place import Place
from lxml import html

PLACE = Place("card.md", "")
LISTS = {"norway": "../sources/"}


def numbered(content: str, english: Language, data: Data) -> html.HtmlElement:
    page = parse(content)
    groups, wrong = citations.number(page, PLACE, english, data, LISTS)
    assert not wrong
    citations.list_at_foot(page, groups, english, data, LISTS)
    return page


def test_citation_is_a_number_that_leads_to_its_sources(english: Language, data: Data) -> None:
    page = numbered("<p>It does. [@n1] Really.</p>", english, data)
    (link,) = page.xpath("//a[@class='cite']")
    assert page[0].text_content() == "It does.1 Really."
    assert link.get("role") == "doc-noteref"
    assert "data-search-exclude" in link.attrib
    (item,) = page.xpath("//section[@class='page-sources']//li")
    assert link.get("href") == f"#{item.get('id')}"


def test_list_says_what_a_source_is_and_leads_to_it_and_its_entry(
    english: Language, data: Data
) -> None:
    page = numbered("<p>It does. [@n1]</p>", english, data)
    (item,) = page.xpath("//li")
    assert item.text_content() == (
        "N1 Vilkår (first-party source, older version, Norwegian, seen 2026-11-23)"
    )
    assert item.xpath(".//a/@href") == ["../sources/#n1", "https://example.org/vilkar"]
    assert item.xpath(".//a[2]/@lang") == ["nb"]


def test_numbers_follow_the_text_and_the_same_sources_keep_theirs(
    english: Language, data: Data
) -> None:
    two = data.sources | {"n2": data.sources["n1"]}
    data = replace(data, sources=two)
    content = "<p>A [@n2]</p><ul><li>B [@n1; @n2]</li></ul><p>C [@n2; @n1] D [@n2]</p>"
    page = numbered(content, english, data)
    assert [link.text for link in page.xpath("//a[@class='cite']")] == ["1", "2", "2", "1"]
    assert page.xpath("//li/@id") == ["source-1", "source-2"]
    assert [len(item) for item in page.xpath("//section//li")] == [1, 2]


def test_our_own_view_is_a_word_and_no_link(english: Language, data: Data) -> None:
    page = numbered("<p>So. [@n1; @advice] Do. [@unconfirmed]</p>", english, data)
    assert page[0].text_content() == "So.1 (our view) Do. (no source confirms this)"
    assert len(page.xpath("//p/a")) == 1 + len(page.xpath("//li//a"))
    assert len(page.xpath("//*[@class='aside'][@data-search-exclude]")) == 2


def test_page_that_cites_nothing_has_no_list(english: Language, data: Data) -> None:
    assert len(numbered("<p>So. [@advice]</p>", english, data)) == 1


@pytest.mark.parametrize("content", ["<p><code>[@n1]</code></p>", "<pre><code>[@n1]</code></pre>"])
def test_what_looks_like_a_citation_in_code_is_code(
    content: str, english: Language, data: Data
) -> None:
    assert "[@n1]" in numbered(content, english, data).text_content()


def test_source_that_no_page_lists_is_told(english: Language, data: Data) -> None:
    page = parse("<p>A. [@n1]</p>")
    groups, (told,) = citations.number(page, PLACE, english, data, {})
    assert "no page lists the group 'norway'" in told
    # The page is made all the same, for an author who is being served.
    citations.list_at_foot(page, groups, english, data, {})
    assert groups == []


def test_source_that_nothing_cites_is_found(data: Data) -> None:
    assert citations.uncited(data, []) == []
    lonely = replace(data, claims=[], terms=[])
    assert citations.uncited(lonely, ["Text [@advice]"]) == ["n1"]
    assert citations.uncited(lonely, ["Text [@advice; @n1]"]) == []
