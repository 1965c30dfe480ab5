"""What a page weighs: it is read on phones, on slow networks, far from its server."""

import gzip
import re
from pathlib import Path

import pytest
from lxml.html import document_fromstring
from playwright.sync_api import Browser, Request

pytest_plugins = ("nginx",)

KB = 1024
# A page with all it asks for, fields of the answers and all.
WHOLE, REQUESTS = 30 * KB, 8


def pages(site: Path) -> list[Path]:
    """Return all pages but those that hold a whole language for printing."""
    return [page for page in site.rglob("*.html") if page.parent.name != "print"]


def test_no_request_stands_before_the_first_paint(site: Path) -> None:
    for page in pages(site):
        root = document_fromstring(page.read_text("utf-8"))
        assert not root.xpath("//head//link[@rel='stylesheet']"), page
        assert not root.xpath("//script[@src and not(@defer)]"), page


@pytest.mark.parametrize(
    "path", ["/", "/zh/", "/zh/fact-check/", "/en/limits/", "/zh/check/", "/zh/nothing/"]
)
def test_a_page_in_all(browser: Browser, nginx_url: str, path: str) -> None:
    context = browser.new_context(base_url=nginx_url, viewport={"width": 412, "height": 823})
    page = context.new_page()
    sizes: dict[str, int] = {}

    def finished(request: Request) -> None:
        size = request.sizes()
        sizes[request.url] = size["responseBodySize"] + size["responseHeadersSize"]

    page.on("requestfinished", finished)
    page.goto(path, wait_until="networkidle")
    context.close()
    assert all(url.startswith(nginx_url) for url in sizes)
    assert len(sizes) <= REQUESTS
    assert sum(sizes.values()) <= WHOLE, sizes


def test_every_file_is_stored_once_and_named_after_its_content(site: Path) -> None:
    contents: dict[bytes, Path] = {}
    for file in site.rglob("*"):
        if not file.is_file() or file.suffix in (".html", ".gz", ".br", ".xml", ".txt"):
            continue
        content = file.read_bytes()
        assert content not in contents, (file, contents[content])
        contents[content] = file
        path = file.relative_to(site).as_posix()
        if path not in ("_headers", "_nginx.conf", "service-worker.js"):
            assert re.search(r"[./][0-9a-f]{8}[./]", path), path


def test_nothing_of_the_theme_is_published_that_no_page_uses(site: Path) -> None:
    names = {file.name for file in site.rglob("*") if file.is_file()}
    assert not {name for name in names if re.search(r"bundle|lunr|\.map$|worker|palette", name)} - {
        "service-worker.js",
        "service-worker.js.gz",
        "service-worker.js.br",
    }


def test_compressed_copies_are_those_of_the_files(site: Path) -> None:
    copies = list(site.rglob("*.gz"))
    assert len(copies) > 40
    for copy in copies:
        assert gzip.decompress(copy.read_bytes()) == copy.with_suffix("").read_bytes()
