"""The steps after the build: what they promise to authors of styles, scripts and pages."""

from __future__ import annotations

from pathlib import Path

from conftest import Build
from delivery.site import Site


def test_no_address_leads_out_of_the_site(tmp_path: Path) -> None:
    site = Site(tmp_path / "site", "https://example.org/")
    page, outside = site.folder / "index.html", tmp_path / "outside.txt"
    site.folder.mkdir()
    for file in (page, outside):
        file.write_text("", "utf-8")
    assert site.locate(page, "index.html") == page
    whole = f"/%2F{outside.relative_to(outside.anchor).as_posix()}"
    for address in ("../outside.txt", "..%2Foutside.txt", "/../outside.txt", whole):
        assert site.locate(page, address) is None, address


def test_the_same_sources_give_the_same_site(tiny: Path, build: Build, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        done = build(tiny, folder)
        assert done.returncode == 0, done.stderr
    files = {file.relative_to(one) for file in one.rglob("*") if file.is_file()}
    assert files == {file.relative_to(two) for file in two.rglob("*") if file.is_file()}
    assert not [file for file in files if (one / file).read_bytes() != (two / file).read_bytes()]
