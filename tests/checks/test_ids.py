"""Whatever readers may want to link to has an id of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks.ids import problems
from conftest import ROOT
from content.text import parse
from inputs.place import Place
from lxml import html
from mkdocs.utils.yaml import yaml_load

DATA = ("claims", "glossary", "sources")

BAD = {
    "<h2>Cloud storage</h2>": ["heading", "'Cloud storage'", "{ #cloud-storage }"],
    '<h2 id="_1">Storage{ #storage }</h2>': ["heading", "put a space before the brace"],
    "<figure><blockquote>So it is</blockquote></figure>": ["figure", "So it is"],
    "<blockquote><p>So it is</p></blockquote>": ["quotation", "So it is"],
    '<h2 id="云">Cloud</h2>': ["'云'", "lower-case letters"],
    '<h2 id="Cloud_Storage">Cloud</h2>': ["'Cloud_Storage'", "lower-case letters"],
    '<h2 id="a">A</h2><p id="a">B</p>': ["'a'", "2 times"],
}
GOOD = (
    '<h2 id="cloud-storage">Cloud</h2><figure id="quote-1"><blockquote>A</blockquote></figure>'
    '<figure id="drawing"><svg><title id="Drawing_Title">A</title></svg></figure>'
)


def found_in(content: str) -> list[str]:
    return list(problems(parse(content), Place("docs/en/pages/card.md", "")))


@pytest.mark.parametrize("content", BAD)
def test_problem_is_named(content: str) -> None:
    (message,) = found_in(content)
    for word in BAD[content]:
        assert word in message, message


def test_page_without_problems() -> None:
    assert found_in(GOOD) == []


def test_claims_terms_and_sources_have_ids(site: Path) -> None:
    data = {name: yaml_load((ROOT / f"docs/data/{name}.yml").read_text("utf-8")) for name in DATA}
    claims = [claim["id"] for group in data["claims"] for claim in group["claims"]]
    wanted = {f"claim-{number.replace('.', '-')}" for number in claims}
    wanted |= {term["id"] for term in data["glossary"]} | set(data["sources"]["sources"])
    for language in ("zh", "en"):
        found = {
            name
            for page in (site / language).glob("*/index.html")
            if page.parent.name.startswith(("fact-check", "glossary", "sources"))
            for name in html.parse(page).xpath("//article//@id")
        }
        assert wanted <= found, f"without an id in {language}: {sorted(wanted - found)}"
