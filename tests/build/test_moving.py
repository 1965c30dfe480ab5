"""A page is renamed, moved or removed as README.md says, and no link to it or its sections ends."""

import re
from pathlib import Path

from checks.menu import entries
from conftest import Build, Built, Host
from hosting import served
from inputs.languages import read_languages
from lxml import html
from mistakes import change, last_words, must_stop_and_tell, write_page
from playwright.sync_api import Browser

NEW = "another-name"


def rename(sources: Path, old: str) -> None:
    """Rename a page: its files with their old path, the menu, links to it, what readers ask."""
    for file in sources.glob(f"docs/*/pages/{old}.md"):
        text = file.read_text("utf-8")
        new = file.with_name(f"{NEW}.md")
        new.write_text(text.replace("checked:", f"aliases: [{old}/]\nchecked:", 1), "utf-8")
        file.unlink()
    for file in [*sources.glob("docs/*/pages/*.md"), *sources.glob("docs/**/*.yml")]:
        text = file.read_text("utf-8")
        text = re.sub(rf"(?<![\w/-]){old}\.md", f"{NEW}.md", text)
        if file.name in ("questions.yml", "synonyms.yml"):
            text = re.sub(rf"(?m)^(\s*){old}(/?#|:$)", rf"\g<1>{NEW}\g<2>", text)
        file.write_text(text, "utf-8")


def test_renamed_page_keeps_every_address(sources: Path, built: Built, browser: Browser) -> None:
    """One real page of the real site, with all that leads to it."""
    menu = read_languages()[0].menu
    _, page, *_ = (name for kind, name in entries(menu) if kind == "page")
    old = page.removesuffix(".md")
    listed = (sources / "docs/data/published.txt").read_text("utf-8")
    section = next(re.finditer(rf"^/zh/{old}/#(.+)$", listed, re.MULTILINE))[1]
    rename(sources, old)
    site = built(sources)
    tab = browser.new_page()
    with served(site, Host) as url:
        tab.goto(f"{url}/zh/{old}/#{section}")
        tab.wait_for_url(f"**/zh/{NEW}/#{section}")
    tab.close()


def test_section_lost_on_the_way_is_looked_for_in_the_new_page(tiny: Path, build: Build) -> None:
    for language in ("zh", "en"):
        change(tiny, f"docs/{language}/pages/card.md", "#definition", "#meaning")
        change(tiny, f"docs/{language}/pages/index.md", "#definition", "#meaning")
    rename(tiny, "card")
    must_stop_and_tell(
        build(tiny),
        [f"/zh/card/#definition: docs/zh/pages/{NEW}.md has no id 'definition'"],
    )


def test_stale_question_is_told_first_and_once(tiny: Path, build: Build) -> None:
    """Before the links to the section and its published address, which it can be mended with."""
    asked = "{card#definition: {zh: [这是什么], en: [what is it]}}\n"
    (tiny / "docs/data/questions.yml").write_text(asked, "utf-8")
    for language in ("zh", "en"):
        change(tiny, f"docs/{language}/pages/card.md", "#definition", "#meaning")
    result = build(tiny)
    must_stop_and_tell(
        result, ["docs/en/pages/index.md, line 10: 'card/#definition' leads to a section"]
    )
    told = last_words(result).splitlines()
    stale = (
        "docs/data/questions.yml: card#definition: there is no such section; rename or remove it"
    )
    assert told[0].startswith(stale), told
    assert sum(line.startswith(stale) for line in told) == 1, told


def test_removed_page_leads_to_the_one_that_took_its_place(tiny: Path, built: Built) -> None:
    for language in ("zh", "en"):
        (tiny / f"docs/{language}/pages/card.md").unlink()
        index = f"docs/{language}/pages/index.md"
        change(tiny, index, "checked:", "aliases: [card/]\nchecked:")
        change(tiny, index, "{ #answer }", '{ #answer data-alias="definition" }')
        change(tiny, index, "(card.md#definition)", "(#answer)")
    change(tiny, "docs/language.yml", "card.md, ", "")
    built(tiny)


def test_page_may_stand_in_a_folder(tiny: Path, built: Built) -> None:
    for language, title in (("zh", "甲"), ("en", "Inside")):
        text = "\nCard: eSIM. [@n1]\n\n{{ checked 1.1 }}\n\n- [ ] PUK { #puk }\n"
        write_page(tiny / f"docs/{language}/pages/more/inside.md", title, text)
    change(tiny, "docs/language.yml", "card.md,", "card.md, more/inside.md,")
    inside = html.parse(built(tiny) / "en/more/inside/index.html")
    [claim] = inside.xpath("//p[@class='checked-claims']/a/@href")
    [term] = inside.xpath("//a[@class='term']/@href")
    [ticked] = inside.xpath("//ul[@class='checklist']/@data-list")
    [source] = inside.xpath("//section[@class='page-sources']//li//a[not(@rel)]/@href")
    assert [claim, term, source] == [
        "../../fact-check/#claim-1-1",
        "../../fact-check/#esim",
        "../../fact-check/#n1",
    ]
    assert ticked == "more/inside", "its ticks would be those of another page of that name"
