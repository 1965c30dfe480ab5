"""The document of all pages shows what each page shows."""

from __future__ import annotations

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
