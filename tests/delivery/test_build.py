"""The steps after the build: what they promise to authors of styles, scripts and pages."""

from pathlib import Path

from conftest import Built
from delivery import fingerprint
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


def test_only_the_name_of_a_file_gets_its_hash(tmp_path: Path) -> None:
    site = Site(tmp_path, "https://example.org/")
    (tmp_path / "zh").mkdir()
    (tmp_path / "a.js").write_text("1", "utf-8")
    addresses = ("../a.js", "/a.js", "https://example.org/a.js", "../a.js?b=/c.js#d", "../b.js")
    page = tmp_path / "zh/index.html"
    page.write_text("".join(f'<p data-a="{address}">' for address in addresses), "utf-8")
    fingerprint.rename(site)
    (hashed,) = tmp_path.glob("a.*.js")
    expected = [address.replace("a.js", hashed.name) for address in addresses]
    assert site.texts[page] == "".join(f'<p data-a="{address}">' for address in expected)


def test_the_same_sources_give_the_same_site(
    tiny: Path, tiny_site: Path, built: Built, tmp_path: Path
) -> None:
    """Wherever they are, and whatever was published before."""
    one, two = tiny_site, tmp_path / "site"
    stray = two / "zh/stray/index.html"
    stray.parent.mkdir(parents=True)
    stray.write_text("an older build's page", "utf-8")
    built(tiny)
    assert not stray.exists(), "a page that has no source any more is still published"
    files = {file.relative_to(one) for file in one.rglob("*") if file.is_file()}
    assert files == {file.relative_to(two) for file in two.rglob("*") if file.is_file()}
    assert not [file for file in files if (one / file).read_bytes() != (two / file).read_bytes()]


def test_what_the_build_marks_for_itself_is_not_published(site: Path) -> None:
    """What the search leaves out is marked until the search has read the page."""
    pages = [
        page for page in site.rglob("*.html") if "data-search-exclude" in page.read_text("utf-8")
    ]
    assert not pages, f"{pages[0]}: delivery/markup.py takes the marks off"


def test_site_may_be_a_link_to_where_it_is_served_from(
    tiny: Path, tiny_site: Path, built: Built, tmp_path: Path
) -> None:
    served = tmp_path / "server/www"
    served.mkdir(parents=True)
    (tmp_path / "site").symlink_to(served)
    built(tiny)
    assert (served / "index.html").read_bytes() == (tiny_site / "index.html").read_bytes()
    assert [entry.name for entry in served.parent.iterdir()] == ["www"]
    assert (tmp_path / "site").is_symlink()
