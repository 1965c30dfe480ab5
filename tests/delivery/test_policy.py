"""The policy of the pages: it allows what is there, and using the site breaks it nowhere."""

import base64
import hashlib
import html
import re
from pathlib import Path

import pytest
from conftest import PATIENCE
from lxml.html import HtmlElement, document_fromstring
from playwright.sync_api import Browser, expect

pytest_plugins = ("nginx",)

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INTERACTIVE = "button, summary, label[for], input, [tabindex]"
# Use whatever a page offers: press it, point at it, reach it by keyboard.
USE = """
(selector) => {
  for (const element of document.querySelectorAll(`${selector}, a[href]`)) {
    for (const type of ["pointerenter", "mouseenter", "mouseover", "focusin"]) {
      element.dispatchEvent(new Event(type, { bubbles: type !== "mouseenter" }));
    }
    element.focus();
    if (element.localName !== "a") element.click();
  }
}
"""


INLINE = ("script-src", "style-src")
# What a page may do besides running the scripts and showing the styles that stand in it.
ALLOWED = {
    "default-src": ["'none'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "child-src": ["'self'"],
    "frame-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
}


def parts_of(policy: str) -> dict[str, list[str]]:
    """Return the directives of a policy with their values."""
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


def policy_of(page: Path) -> dict[str, list[str]]:
    found = META.search(page.read_text("utf-8"))
    assert found, page
    return parts_of(html.unescape(found[1]))


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_every_page_allows_just_what_stands_in_it(site: Path) -> None:
    for page in site.rglob("*.html"):
        policy = policy_of(page)
        root = document_fromstring(page.read_text("utf-8"))
        scripts = [
            script.text
            for script in root.iter("script")
            if not script.get("src") and not (script.get("type") or "").endswith("json")
        ]
        styles = [style.text for style in root.iter("style")]
        rest = {name: values for name, values in policy.items() if name not in INLINE}
        # The page that reads a reader's own file can send nothing.
        own = {"connect-src": ["'none'"]} if page.parent.name == "check" else {}
        assert rest == {**ALLOWED, **own}, f"{page} allows something else than it should"
        assert policy["script-src"][0] == "'self'"
        assert set(policy["script-src"][1:]) == set(map(digest, scripts)), page
        assert set(policy["style-src"][1:]) == set(map(digest, styles)), page
        assert "unsafe" not in str(policy)


def test_no_page_needs_what_the_policy_forbids(site: Path) -> None:
    for page in site.rglob("*.html"):
        for element in document_fromstring(page.read_text("utf-8")).iter():
            if not isinstance(element, HtmlElement):
                continue
            assert not element.get("style"), page
            assert not [name for name in element.attrib if name.startswith("on")], page
            assert not (element.get("href") or "").startswith("javascript:"), page
            loaded = element.get("src") or (element.get("href") if element.tag == "link" else "")
            if loaded and element.get("rel") not in ("canonical", "alternate"):
                assert not re.match(r"https?:|//", loaded), (page, loaded)


def test_headers_for_other_hosts_keep_to_their_limits(site: Path) -> None:
    lines = (site / "_headers").read_text("utf-8").splitlines()
    assert max(map(len, lines)) < 2000
    # It comes with every answer: the script and the rules of what is asked for beforehand, the
    # style of the languages, that of the landing site, and that of the check of contacts files.
    assert lines[1].count("'sha256-") == 5
    assert len(lines[1]) < 510
    assert len([line for line in lines if line.startswith("/")]) < 100
    policy = parts_of(lines[1].partition("Content-Security-Policy: ")[2])
    rest = {name: values for name, values in policy.items() if name not in INLINE}
    assert rest == {**ALLOWED, "frame-ancestors": ["'none'"]}
    assert lines[0] == "/*"
    # Both hosts join what several rules say: only one may speak of caching for any address.
    cached = [line for line in lines if "Cache-Control" in line]
    assert lines.count("/*") == 1
    assert len(cached) == len([line for line in lines if line.startswith("/")]) - 1
    assert set(cached) == {"  Cache-Control: public, max-age=31536000, immutable"}


def pages_with_all_parts(site: Path) -> list[str]:
    """Return pages that together have every kind of interactive element."""
    seen: set[str] = set()
    chosen = []
    for page in sorted(site.rglob("index.html")):
        root = document_fromstring(page.read_text("utf-8"))
        kinds = {
            f"{element.tag}.{element.get('class')}"
            for element in root.xpath(
                "//button|//summary|//label|//input|//*[@tabindex]|//pre|//a[@class]"
            )
        }
        if kinds - seen:
            seen |= kinds
            chosen.append(f"/{page.relative_to(site).parent.as_posix()}/".replace("/./", "/"))
    return chosen


@pytest.mark.parametrize("width", [390, 1280])
def test_using_the_site_breaks_no_policy(
    browser: Browser, nginx_url: str, site: Path, width: int
) -> None:
    context = browser.new_context(base_url=nginx_url, viewport={"width": width, "height": 800})
    page = context.new_page()
    broken: list[str] = []
    page.on(
        "console", lambda message: broken.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: broken.append(str(error)))
    for address in pages_with_all_parts(site):
        page.goto(address)
        page.evaluate(USE, INTERACTIVE)
        page.keyboard.press("Escape")
    page.goto("/zh/")
    page.keyboard.press("/")
    page.locator(".search__input").fill("备份")
    expect(page.locator(".results__link").first).to_be_visible(timeout=PATIENCE)
    context.close()
    assert not broken


def test_a_page_cannot_be_framed(browser: Browser, nginx_url: str) -> None:
    page = browser.new_page()
    page.goto(nginx_url)
    page.goto("about:blank")
    page.set_content(f'<iframe src="{nginx_url}/zh/"></iframe>')
    page.wait_for_timeout(500)
    assert page.frames[1].url.startswith("chrome-error:")
    page.close()


def test_other_sites_can_show_the_picture_and_nothing_else(site: Path) -> None:
    rules = (site / "_headers").read_text("utf-8").split("\n/")
    kept = [rule.split("\n")[0] for rule in rules if "Cross-Origin-Resource-Policy" in rule]
    assert "assets/images/*" not in kept
    assert {"assets/javascripts/*", "zh/search/*"} <= set(kept)


def test_browsers_know_every_feature_that_is_refused(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """A browser logs each name that it does not know, on every page."""
    headers = (site / "_headers").read_text("utf-8")
    policy = re.search(r"Permissions-Policy: (.*)", headers)
    assert policy
    page, said = browser.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.route(
        "**/*",
        lambda route: route.fulfill(
            body="<!doctype html>",
            content_type="text/html",
            headers={"permissions-policy": policy[1]},
        ),
    )
    page.goto("http://127.0.0.1:1/")
    page.close()
    assert said == []
