"""The site on a real server: what it says about each file, and what it refuses."""

import gzip
import shutil
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from conftest import Built
from delivery.compression import SMALL, is_hashed
from delivery.nginx import configuration
from lxml import html
from mistakes import change
from playwright.sync_api import Browser, Request
from search.conftest import Box

pytest_plugins = ("nginx",)

ByNginx = Callable[..., AbstractContextManager[str]]

NEVER_CHANGES = "public, max-age=31536000, immutable"


class Answer:
    """An answer with its body read."""

    def __init__(self, response: HTTPResponse) -> None:
        """Read the body."""
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


def ask(url: str, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=10)
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=fields)
    answer = Answer(connection.getresponse())
    connection.close()
    return answer


def raw(url: str, line: bytes) -> bytes:
    """Send a request line as it stands and return the answer's first line."""
    host = urlsplit(url)
    with socket.create_connection((host.hostname, host.port), timeout=10) as connection:
        connection.sendall(line + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return connection.makefile("rb").readline()


def hashed(site: Path, pattern: str) -> str:
    """Return the address of a file that has its hash in its name."""
    return "/" + next(site.glob(pattern)).relative_to(site).as_posix()


@pytest.mark.parametrize(
    "path", ["/", "/zh/limits/", "/zh/nothing/", "/_headers", "later.css", "site.js"]
)
def test_every_answer_carries_the_policy(nginx_url: str, site: Path, path: str) -> None:
    name, _, kind = path.partition(".")
    address = hashed(site, f"assets/*/{name}.*.{kind}") if kind else path
    headers = ask(nginx_url, address).headers
    policy = headers["Content-Security-Policy"]
    assert ("'sha256-" in policy) != bool(kind), "hashes are of what stands in pages"
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "max-age=" in headers["Strict-Transport-Security"]
    assert headers["Server"] == "nginx"


def test_header_arrives_as_it_is_written(by_nginx: ByNginx, tmp_path: Path) -> None:
    """Whatever signs a value has that mean something to nginx in its own files."""
    values = {"A": '"cache", "cookies"', "B": r"a\tb \\ \"", "C": "'x'; {y} #z %s"}
    (tmp_path / "_nginx.conf").write_text(
        configuration("default-src 'none'", values, [], "/"), "utf-8"
    )
    (tmp_path / "index.html").write_text("<!doctype html>", "utf-8")
    with by_nginx(tmp_path) as url:
        answer = ask(url, "/")
    assert {name: answer.headers[name] for name in values} == values


def test_files_of_the_search_carry_short_headers(nginx_url: str, site: Path) -> None:
    for pattern in ("zh/search/index.*.js", "zh/search/*/words-*.js"):
        answer = ask(nginx_url, hashed(site, pattern), Accept_Encoding="gzip")
        assert answer.status == 200
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert len(str(answer.headers)) < 600, "each search asks for several of these"
    gone = ask(nginx_url, "/zh/search/index.00000000.js")
    assert (gone.status, gone.headers["Cache-Control"]) == (404, "no-cache")
    assert "default-src 'none'" in gone.headers["Content-Security-Policy"]


def test_box_and_engine_of_the_search_come_over_the_wire_once(
    browser: Browser, nginx_url: str
) -> None:
    """They are one script: the worker starts from what the browser has kept of it for the page."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{nginx_url}/en/", wait_until="networkidle")
    requests: list[Request] = []
    context.on("requestfinished", lambda request: requests.append(request))
    page.keyboard.press("/")
    Box(page).paste("contacts")
    sizes = [it.sizes() for it in requests if "/javascripts/search." in it.url]
    received = [it["responseHeadersSize"] + it["responseBodySize"] for it in sizes]
    context.close()
    assert len(received) == 2, "the page asks for it, and its worker"
    assert sorted(map(bool, received)) == [False, True]


def test_texts_are_sent_compressed_as_built(nginx_url: str, site: Path, has_brotli: bool) -> None:
    for path, file in (
        ("/zh/", site / "zh/index.html"),
        (script := hashed(site, "assets/javascripts/site.*.js"), site / script[1:]),
    ):
        plain = ask(nginx_url, path)
        assert plain.body == file.read_bytes()
        assert "Content-Encoding" not in plain.headers
        packed = ask(nginx_url, path, Accept_Encoding="gzip")
        assert packed.headers["Content-Encoding"] == "gzip"
        assert packed.body == Path(f"{file}.gz").read_bytes()
        assert gzip.decompress(packed.body) == plain.body
        assert packed.headers["Vary"] == "Accept-Encoding"
        if has_brotli:
            smaller = ask(nginx_url, path, Accept_Encoding="gzip, br")
            assert smaller.headers["Content-Encoding"] == "br"
            assert brotli.decompress(smaller.body) == plain.body


def test_files_too_small_for_a_copy_are_sent_compressed_too(nginx_url: str, site: Path) -> None:
    sizes = {file: file.stat().st_size for file in site.glob("zh/search/*/*.js")}
    files = sorted((file for file, size in sizes.items() if size < SMALL), key=sizes.get)
    assert not [file for file in files if Path(f"{file}.gz").exists()]
    for file in (files[-1], files[len(files) // 2]):
        packed = ask(nginx_url, f"/{file.relative_to(site)}", Accept_Encoding="gzip")
        assert packed.headers["Content-Encoding"] == "gzip", file
        assert gzip.decompress(packed.body) == file.read_bytes()


def test_only_files_named_after_their_content_are_kept(nginx_url: str, site: Path) -> None:
    never_change = [
        "assets/stylesheets/later.*.css",
        "assets/javascripts/*.js",
        "assets/images/*.svg",
        "zh/search/*.js",
        "zh/search/*/*.js",
    ]
    for pattern in never_change:
        answer = ask(nginx_url, hashed(site, pattern))
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == NEVER_CHANGES
    for path in (
        "/",
        "/zh/",
        "/zh/limits/",
        "/service-worker.js",
        "/zh/sitemap.xml",
        "/zh/nothing/",
    ):
        assert ask(nginx_url, path).headers["Cache-Control"] == "no-cache"
    gone = ask(nginx_url, "/assets/javascripts/site.00000000.js")
    assert (gone.status, gone.headers["Cache-Control"]) == (404, "no-cache")


def test_types_and_character_sets(nginx_url: str, site: Path) -> None:
    for path, kind in (
        ("/zh/", "text/html; charset=utf-8"),
        (hashed(site, "assets/stylesheets/later.*.css"), "text/css; charset=utf-8"),
        (hashed(site, "assets/javascripts/site.*.js"), "application/javascript; charset=utf-8"),
        (hashed(site, "assets/images/favicon.*.svg"), "image/svg+xml; charset=utf-8"),
    ):
        assert ask(nginx_url, path).headers["Content-Type"] == kind


def test_conditional_requests_and_parts(nginx_url: str) -> None:
    whole = ask(nginx_url, "/zh/limits/")
    same = ask(nginx_url, "/zh/limits/", If_None_Match=whole.headers["ETag"])
    assert (same.status, same.body) == (304, b"")
    unchanged = ask(nginx_url, "/zh/limits/", If_Modified_Since=whole.headers["Last-Modified"])
    assert unchanged.status == 304
    part = ask(nginx_url, "/zh/limits/", Range="bytes=10-19")
    assert (part.status, part.body) == (206, whole.body[10:20])
    assert ask(nginx_url, "/zh/limits/", Range="bytes=99999999-").status == 416
    head = ask(nginx_url, "/zh/limits/", method="HEAD")
    assert (head.status, head.body) == (200, b"")


def test_wrong_addresses_are_answered_in_their_language(nginx_url: str, site: Path) -> None:
    for path, page in (
        ("/zh/nothing", "zh/404.html"),
        ("/en/limits/nothing/", "en/404.html"),
        ("/nothing", "404.html"),
        ("/en/search/", "en/404.html"),
        ("/assets/", "404.html"),
    ):
        answer = ask(nginx_url, path)
        assert answer.status == 404, path
        assert answer.body == (site / page).read_bytes(), path


def test_a_folder_without_its_slash_is_found_on_any_host(nginx_url: str) -> None:
    answer = ask(nginx_url, "/zh/limits")
    assert (answer.status, answer.headers["Location"]) == (301, "/zh/limits/")


@pytest.mark.parametrize(
    "path", ["/_nginx.conf", "/_headers", "/.git/config", "/zh/.hidden", "/.well-known/x"]
)
def test_nothing_hidden_is_shown(nginx_url: str, path: str) -> None:
    assert ask(nginx_url, path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_changed(nginx_url: str, method: str) -> None:
    assert ask(nginx_url, "/zh/", method=method).status == 405


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"GET /../../etc/passwd HTTP/1.1", b"400"),
        (b"GET /zh/../../etc/passwd HTTP/1.1", b"400"),
        (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1", b"400"),
        (b"GET /zh/..%2f..%2f..%2fetc/passwd HTTP/1.1", b"400"),
        (b"GET /%c0%ae%c0%ae/etc/passwd HTTP/1.1", b"404"),
        (b"GET /..\\..\\etc\\passwd HTTP/1.1", b"404"),
        (b"GET /%zz HTTP/1.1", b"400"),
        (b"GET /%00 HTTP/1.1", b"400"),
        (b"GET /\x00 HTTP/1.1", b"400"),
        (b"GET /zh%0d%0aSet-Cookie:%20a=b HTTP/1.1", b"404"),
        (b"GET /" + b"a" * 20_000 + b" HTTP/1.1", b"414"),
        (b"NONSENSE", b"400"),
    ],
    ids=lambda value: value[:30].decode("latin-1") if isinstance(value, bytes) else value,
)
def test_hostile_addresses_are_refused(nginx_url: str, line: bytes, status: bytes) -> None:
    assert raw(nginx_url, line).split(b" ")[1] == status
    assert ask(nginx_url, "/zh/").status == 200


def test_other_sites_may_show_the_picture_alone(nginx_url: str, site: Path) -> None:
    name = "Cross-Origin-Resource-Policy"
    picture = ask(nginx_url, hashed(site, "assets/images/share.*.png"))
    assert (picture.headers[name], picture.headers["Cache-Control"]) == (
        "cross-origin",
        NEVER_CHANGES,
    )
    for path in ("/zh/", hashed(site, "assets/javascripts/site.*.js"), "/zh/nothing/"):
        assert ask(nginx_url, path).headers[name] == "same-origin"


def test_every_file_has_its_copies_unless_its_name_says_its_content(site: Path) -> None:
    for pattern in ("*.html", "*/index.html", "*.txt", "*.xml", "*.js"):
        for file in site.glob(pattern):
            assert Path(f"{file}.gz").exists() or is_hashed(file), f"{file} has no copy"
            assert Path(f"{file}.br").exists() or is_hashed(file), f"{file} has no copy"


def test_new_site_copied_over_an_old_one_is_the_one_that_is_served(
    by_nginx: ByNginx, tiny: Path, tiny_site: Path, built: Built
) -> None:
    """Pages and lists that grow smaller leave no larger copy behind."""
    change(
        tiny, "docs/en/pages/card.md", "Open the settings.", "Open the settings. " + "Long. " * 999
    )
    published = built(tiny)
    shutil.copytree(tiny_site, published, dirs_exist_ok=True)
    with by_nginx(published) as url:
        for file in tiny_site.rglob("*"):
            if file.is_file() and file.suffix in (".html", ".txt", ".xml", ".js"):
                path = file.relative_to(tiny_site).as_posix().removesuffix("index.html")
                if not path.startswith("_"):
                    packed = ask(url, f"/{path}", Accept_Encoding="gzip")
                    assert packed.headers["Content-Encoding"] == "gzip" or len(packed.body) < 100
                    body = packed.body
                    if packed.headers["Content-Encoding"]:
                        body = gzip.decompress(body)
                    assert body == file.read_bytes(), f"{path} is an older one"


def test_under_a_path_wrong_addresses_and_languages_work(
    by_nginx: ByNginx, tiny: Path, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/project/")
    site = built(tiny, tmp_path / "www/project")
    with by_nginx(site, root=site.parent) as url:
        for path, page in (
            ("/project/nothing", "404.html"),
            ("/project/zh/nothing/", "zh/404.html"),
            ("/project/en/card", "en/card/"),
        ):
            answer = ask(url, path)
            if answer.status == 301:
                assert answer.headers["Location"] == f"/project/{page}"
            else:
                assert (answer.status, answer.body) == (404, (site / page).read_bytes())
        for folder in ("", "zh/"):
            page = html.parse(site / f"{folder}404.html")
            for href in page.xpath("//a/@href | //link[@rel='stylesheet']/@href | //script/@src"):
                target = urljoin(f"{url}/project/{folder}nothing/at/all", href)
                path = target.removeprefix(url)
                assert path.startswith("/project/"), f"{href} leaves the site"
                assert ask(url, path).status == 200, f"{folder}404.html: {href}"
