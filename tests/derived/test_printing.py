"""The document of all pages shows what each page shows."""

from __future__ import annotations

from pathlib import Path

from conftest import Build
from lxml import html
from mistakes import change


def test_pictures_of_pages_at_any_depth_are_found(tiny: Path, build: Build, tmp_path: Path) -> None:
    for language, title in (("zh", "甲"), ("en", "Inside")):
        pages = tiny / f"docs/{language}/pages"
        (pages / "more").mkdir()
        head = f"---\ntitle: {title}\ndescription: {title}.\nchecked: 2026-11-23\n---\n"
        (pages / "more/inside.md").write_text(f"{head}# {title} {{ #top }}\n", "utf-8")
        for page in ("index", "card", "more/inside"):
            picture = (pages / page).with_suffix(".png")
            picture.write_bytes(page.encode())
            with picture.with_suffix(".md").open("a", encoding="utf-8") as file:
                file.write(f"\n![{title}]({picture.name})\n")
    change(tiny, "docs/language.yml", "card.md,", "card.md, more/inside.md,")
    result = build(tiny)
    assert result.returncode == 0, result.stderr
    document = tmp_path / "site/en/print/index.html"
    shown = html.parse(document).xpath("//section//img/@src")
    assert [(document.parent / address).read_text("utf-8") for address in shown] == [
        "index",
        "card",
        "more/inside",
    ]
