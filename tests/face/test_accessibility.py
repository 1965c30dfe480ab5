"""What readers are promised who use a keyboard, a screen reader, large type or high contrast."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page

DEVICES = {"desktop": (1280, 900), "phone": (360, 780)}
# Every rule of WCAG 2.2 A and AA that axe knows, and its best practice. No rule is left out.
EVERY_RULE = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    "best-practice",
]
# The rules that look at colours: in the other colour scheme, nothing else can have changed.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def views(browser: Browser, site_url: str) -> Iterator[dict[str, Page]]:
    """Return a page for each device, with axe in it."""
    contexts = {
        device: browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": height},
            # Colours half-way between two states would be measured as faults.
            reduced_motion="reduce",
            service_workers="block",
        )
        for device, (width, height) in DEVICES.items()
    }
    for context in contexts.values():
        context.add_init_script(AXE)
    yield {name: context.new_page() for name, context in contexts.items()}
    for context in contexts.values():
        context.close()


def violations(page: Page, state: str, within: str = "html") -> list[str]:
    """Return what axe finds in light and in dark, a line a rule with the first element."""
    found = []
    for scheme, rules in (("light", EVERY_RULE), ("dark", COLOUR_RULES)):
        page.emulate_media(color_scheme=scheme)
        # Nothing on these pages comes from elsewhere that would have to be loaded before looking.
        options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
        result = page.evaluate("([where, options]) => axe.run(where, options)", [within, options])
        found += [
            f"{state}, {scheme}: {rule['id']}: {rule['help']}: "
            f"{rule['nodes'][0]['html'][:200]} ({rule['nodes'][0]['failureSummary']})"
            for rule in result["violations"]
        ]
    return found


def test_axe_finds_nothing(address: str, views: dict[str, Page]) -> None:
    found = []
    for name, page in views.items():
        page.goto(address)
        found += violations(page, f"{address} ({name})")
        if page.locator(".md-search").count():
            page.keyboard.press("/")
            page.locator(".md-search__input:focus").wait_for()
            # The page behind has not changed since.
            found += violations(page, f"{address} ({name}, search open)", ".md-header")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/zh/nowhere/", "/nowhere/"])
def test_axe_finds_nothing_off_the_sitemap(path: str, views: dict[str, Page]) -> None:
    found = []
    for name, page in views.items():
        page.goto(path)
        found += violations(page, f"{path} ({name})")
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_the_open_menu(views: dict[str, Page]) -> None:
    page = views["phone"]
    page.goto("/zh/lost/")
    page.click(".toggle-drawer")
    found = violations(page, "menu open")
    page.keyboard.press("Escape")
    assert not found, "\n".join(found)


# Text that has to be read at length keeps a contrast of 7 to 1, more than axe asks for.
CONTRAST = """() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = parse(color).map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = getComputedStyle(e).backgroundColor;
      const [, , , alpha = 1] = parse(color);
      if (alpha === 1) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const poor = new Set();
  for (const e of document.querySelectorAll("main *, header *, footer *")) {
    const text = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!text || !e.checkVisibility() || e.closest(".md-search, svg, .headerlink")) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 7) poor.add(`${e.tagName}.${e.className}: ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("path", ["/", "/zh/", "/en/limits/", "/zh/fact-check/", "/en/checklist/"])
def test_text_has_enhanced_contrast(path: str, views: dict[str, Page]) -> None:
    page = views["desktop"]
    page.goto(path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(CONTRAST) == [], f"{path} ({scheme})"


def test_forced_colours_keep_marks_visible(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, forced_colors="active")
    page = context.new_page()
    page.goto("/en/checklist/")
    box = page.locator(".checklist input").first
    box.check()
    assert box.evaluate("e => getComputedStyle(e).borderTopWidth") != "0px"
    assert box.evaluate("e => getComputedStyle(e, '::before').content") != "none"
    page.goto("/en/fact-check/")
    badge = page.locator(".verdict").first
    assert badge.evaluate("e => getComputedStyle(e).borderTopStyle") != "none"
    context.close()


def test_reduced_motion_moves_nothing(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, reduced_motion="reduce")
    page = context.new_page()
    page.goto("/en/lost/")
    moving = page.evaluate(
        "() => [...document.querySelectorAll('*')].filter(e => {"
        " const s = getComputedStyle(e);"
        " return s.transitionDuration.split(',').some(d => parseFloat(d) > 0)"
        " && s.transitionProperty !== 'none' })"
        ".map(e => e.tagName + '.' + e.className)"
    )
    assert moving == []
    context.close()
