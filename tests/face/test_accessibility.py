"""What readers are promised who use a keyboard, a screen reader, large type or high contrast."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from conftest import LANGUAGES
from contacts.samples import SAMPLES
from playwright.sync_api import Browser, Page
from search.conftest import Box

FIRST = next(iter(LANGUAGES))
DEVICES = {"desktop": (1280, 900), "phone": (360, 780)}
# Every rule of WCAG 2.2 A and AA that axe knows, and its best practice. No rule is left out.
EVERY_RULE = [
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    "best-practice",
]
# The rules that look at colours: in the other colour scheme, nothing else can have changed.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
# The rules that look at sizes.
SIZE_RULES = ["target-size", "scrollable-region-focusable"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def view(browser: Browser, site_url: str) -> Iterator[Page]:
    """Return a page with axe in it."""
    context = browser.new_context(
        base_url=site_url,
        # Colours half-way between two states would be measured as faults.
        reduced_motion="reduce",
        service_workers="block",
    )
    context.add_init_script(AXE)
    yield context.new_page()
    context.close()


def show(page: Page, device: str) -> None:
    """Give the window the size of a device."""
    width, height = DEVICES[device]
    page.set_viewport_size({"width": width, "height": height})


def look(
    page: Page, state: str, scheme: str, rules: list[str], within: object = "html"
) -> list[str]:
    """Return what axe finds by some rules in a colour scheme: a line a rule, with one element."""
    page.emulate_media(color_scheme=scheme)
    # Nothing on these pages comes from elsewhere that would have to be loaded before looking.
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    result = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    return [
        f"{state}, {scheme}: {rule['id']}: {rule['help']}: "
        f"{rule['nodes'][0]['html'][:200]} ({rule['nodes'][0]['failureSummary']})"
        for rule in result["violations"]
    ]


def violations(page: Page, state: str, within: object = "html") -> list[str]:
    """Return what axe finds in light and in dark."""
    found = look(page, state, "light", EVERY_RULE, within)
    return found + look(page, state, "dark", COLOUR_RULES, within)


def test_axe_finds_nothing(address: str, view: Page) -> None:
    """All languages have a page in the same structure (checks/parity.py), and colours are its own.

    So the first is looked at whole on a desktop, the others on a phone; and each in both sizes by
    the rules that depend on how long words are.
    """
    view.goto(address)
    folder = address.split("/")[1]
    found = []
    for device, scheme, other in (("desktop", "light", "dark"), ("phone", "dark", "light")):
        show(view, device)
        state = f"{address} ({device})"
        if folder and (folder == FIRST) != (device == "desktop"):
            found += look(view, state, scheme, SIZE_RULES)
        else:
            found += look(view, state, scheme, EVERY_RULE)
            found += look(view, state, other, COLOUR_RULES)
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_the_open_search(language: str, view: Page) -> None:
    """The box is the same on all pages, and a screen reader has it alone."""
    view.goto(f"/{language}/")
    found = []
    for device in DEVICES:
        show(view, device)
        # Empty, with results, and with none.
        for words in ("", "iPhone", "zzzzzz"):
            view.keyboard.press("/")
            view.locator(".search__input:focus").wait_for()
            if words:
                Box(view).type(words)
            found += violations(view, f"'{words}' ({device})", ".search")
            view.keyboard.press("Escape")
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_the_result_of_a_check(language: str, view: Page) -> None:
    """Everything that a contacts file can bring up, and all that opens there is open."""
    view.goto(f"/{language}/check/")
    everything = b"".join(sample.content for sample in SAMPLES)
    for section in ("choose", "compare"):
        payload = {"name": "a.vcf", "mimeType": "text/vcard", "buffer": everything[:-200]}
        view.set_input_files(f"#{section} input[type=file]", payload)
        view.locator(f"#{section} [role=status]:not(:empty)").wait_for()
        everything = everything[: len(everything) // 2]
    view.locator("[name=person]").fill("a")
    view.locator("[name=phone]").fill("9999")
    view.locator("[data-finding=fewer-than-phone]").wait_for()
    view.evaluate("document.querySelectorAll('article details').forEach((one) => one.open = true)")
    assert view.locator("#result [data-finding]").count() > 10
    found = []
    for device in DEVICES:
        show(view, device)
        found += violations(view, f"result ({device})", "article")
    assert not found, "\n".join(found)


# All pages of a language stand in its document for printing, and each is looked at by itself.
BEGINNING = "document.querySelectorAll('.print-page').forEach((one, at) => at > 2 && one.remove())"


@pytest.mark.parametrize("path", ["/zh/nowhere/", "/nowhere/", "/zh/print/", "/en/print/"])
def test_axe_finds_nothing_off_the_sitemap(path: str, view: Page) -> None:
    view.goto(path)
    view.evaluate(BEGINNING)
    found = []
    for device in DEVICES:
        show(view, device)
        found += violations(view, f"{path} ({device})")
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_the_open_menu(view: Page) -> None:
    show(view, "phone")
    view.goto("/zh/lost/")
    view.click(".toggle-drawer")
    found = violations(view, "menu open")
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
    if (!text || !e.checkVisibility() || e.closest(".search, svg, .headerlink")) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 7) poor.add(`${e.tagName}.${e.className}: ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("path", ["/", "/zh/", "/en/limits/", "/zh/fact-check/", "/en/checklist/"])
def test_text_has_enhanced_contrast(path: str, view: Page) -> None:
    show(view, "desktop")
    view.goto(path)
    for scheme in ("light", "dark"):
        view.emulate_media(color_scheme=scheme)
        assert view.evaluate(CONTRAST) == [], f"{path} ({scheme})"


def test_forced_colours_keep_marks_visible(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, forced_colors="active")
    page = context.new_page()
    page.goto("/en/checklist/")
    box = page.locator(".checklist input").first
    box.check()
    assert box.evaluate("e => getComputedStyle(e).borderTopWidth") != "0px"
    assert box.evaluate("e => getComputedStyle(e, '::before').content") != "none"
    # In a heading a verdict has no frame, but its sign all the same.
    page.goto("/en/fact-check/")
    sign = page.locator("h3 > .verdict").first
    assert sign.evaluate("e => getComputedStyle(e, '::before').content") != "none"
    page.goto("/en/components/")
    badge = page.locator("td .verdict").first
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
