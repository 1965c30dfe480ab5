"""A citation leads to its source, wherever it stands in a text, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from content.sources import link_citations, refuse_in_headings, uncited
from inputs.data import Data
from inputs.languages import Language
from lxml import html
from mkdocs.exceptions import PluginError

Tree = Callable[[str], html.HtmlElement]
LISTS = {"norway": "../sources/"}


def linked(content: str, tree: Tree, english: Language, data: Data) -> html.HtmlElement:
    page = tree(content)
    link_citations(page, "card.md", english, data, LISTS)
    return page


def test_citation_becomes_a_link_to_its_entry(tree: Tree, english: Language, data: Data) -> None:
    page = linked("<p>It does. [@n1] Really.</p>", tree, english, data)
    (link,) = page.xpath("//a[@class='cite']")
    assert link.get("href") == "../sources/#n1"
    # A first-party source of an older version says so.
    assert link.text == "N1 old"
    assert page.text_content() == "It does. N1 old Really."


def test_several_and_notes_stand_side_by_side(tree: Tree, english: Language, data: Data) -> None:
    page = linked("<p>So. [@n1; @advice]</p>", tree, english, data)
    assert [mark.tag for mark in page.xpath("//*[@class='cite']")] == ["a", "span"]
    assert all("data-search-exclude" in mark.attrib for mark in page.xpath("//*[@class='cite']"))


@pytest.mark.parametrize("content", ["<p><code>[@n1]</code></p>", "<pre><code>[@n1]</code></pre>"])
def test_what_looks_like_a_citation_in_code_is_code(
    content: str, tree: Tree, english: Language, data: Data
) -> None:
    assert "[@n1]" in linked(content, tree, english, data).text_content()


def test_unknown_sources_are_told_together(tree: Tree, english: Language, data: Data) -> None:
    with pytest.raises(PluginError) as told:
        linked("<p>A. [@n7]</p><p>B. [@n8]</p>", tree, english, data)
    assert str(told.value).splitlines() == [
        "card.md: cites 'n7', which is not in docs/data/sources.yml.",
        "card.md: cites 'n8', which is not in docs/data/sources.yml.",
    ]


def test_source_that_no_page_lists_is_told(tree: Tree, english: Language, data: Data) -> None:
    with pytest.raises(PluginError, match="no page lists the group 'norway'"):
        link_citations(tree("<p>A. [@n1]</p>"), "card.md", english, data, {})


def test_citation_in_a_heading_is_refused() -> None:
    with pytest.raises(PluginError, match=r"card\.md.*not in the heading: ## A \[@n1\]"):
        refuse_in_headings("Text [@n1]\n\n## A [@n1] { #a }\n", "card.md")
    refuse_in_headings("Text [@n1]\n", "card.md")


def test_source_that_nothing_cites_is_found(data: Data) -> None:
    assert uncited(data, []) == []
    lonely = replace(data, claims=[], terms=[])
    assert uncited(lonely, ["Text [@advice]"]) == ["n1"]
    assert uncited(lonely, ["Text [@advice; @n1]"]) == []
