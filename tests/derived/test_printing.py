"""The document of all pages shows what each page shows."""

from pathlib import Path

from conftest import Built
from lxml import html
from mistakes import change, write_page


def test_pictures_of_pages_at_any_depth_are_found(tiny: Path, built: Built) -> None:
    for language, title in (("zh", "甲"), ("en", "Inside")):
        pages = tiny / f"docs/{language}/pages"
        write_page(pages / "more/inside.md", title)
        for page in ("index", "card", "more/inside"):
            picture = (pages / page).with_suffix(".png")
            picture.write_bytes(page.encode())
            with picture.with_suffix(".md").open("a", encoding="utf-8") as file:
                file.write(f"\n![{title}]({picture.name})\n")
    change(tiny, "docs/language.yml", "card.md,", "card.md, more/inside.md,")
    document = built(tiny) / "en/print/index.html"
    shown = html.parse(document).xpath("//section//img/@src")
    assert [(document.parent / address).read_text("utf-8") for address in shown] == [
        "index",
        "card",
        "more/inside",
    ]


def test_chapters_are_found_on_paper(tiny_site: Path) -> None:
    """By the numbers that the contents have; links inside of a chapter need none."""
    chapters = html.parse(tiny_site / "en/print/index.html").xpath("//*[@class='print-page']")
    numbers = {chapter.get("id"): number for number, chapter in enumerate(chapters, 1)}
    told = []
    for chapter in chapters:
        (title,) = chapter.xpath(".//h1")
        assert title.text_content().startswith(f"{numbers[chapter.get('id')]}. ")
        for link in chapter.xpath(".//a[starts-with(@href, '#')]"):
            other = link.get("href").removeprefix("#").partition("--")[0]
            arrow = link.text_content().partition(" (→ ")[2]
            alone = other == chapter.get("id") or link.get("class") in ("cite", "term")
            assert arrow == ("" if alone else f"{numbers[other]})")
            told += [arrow] * bool(arrow)
    assert told
