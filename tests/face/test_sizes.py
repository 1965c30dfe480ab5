"""Every page in every width of window and every size of letters, by the boxes of its elements.

Letters grow as they do when a reader sets them in the browser, not by zooming. Fonts differ from
machine to machine, so what counts is what fonts cannot excuse: what overlaps, is cut, breaks a word
in two, or has to be pushed sideways.
"""

from collections.abc import Iterator

import pytest
from conftest import LANGUAGES
from content.line_breaks import unbroken
from inputs.data import read_data
from playwright.sync_api import Browser, CDPSession, Page

WIDTHS = (320, 360, 390, 768, 1280, 1920)
# What browsers call 100, 150 and 200 %.
LETTERS = (16, 24, 32)

# The Chinese words that the build keeps whole.
UNBROKEN = unbroken("zh", read_data(list(LANGUAGES))).pattern

# Returns what is wrong with the page as it stands, a line each.
MEASURE = r"""(unbroken) => {
  // What is meant to be pushed sideways, as its own frame or shadow says.
  const MEANT = ".frame";
  const width = document.documentElement.clientWidth;
  const found = new Set();
  // The contents, as a reader opens them.
  for (const e of document.querySelectorAll(".toc details")) e.open = true;
  const name = (e) => {
    const words = (e.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${e.localName}${e.id && "#" + e.id}${e.className && "." + e.className} “${words}”`;
  };
  const scrolled = document.scrollingElement.scrollWidth;
  if (scrolled > width) found.add(`the page is ${scrolled} px wide`);
  // Nothing is seen of what makes a number wide enough for a finger; it may reach beyond a line.
  const unseen = new CSSStyleSheet();
  unseen.replaceSync(".cite::after { content: none }");
  document.adoptedStyleSheets = [unseen];

  const boxes = new Map();
  for (const e of document.body.querySelectorAll("*:not(svg *, script, style)")) {
    if (!e.checkVisibility({ visibilityProperty: true })) continue;
    const box = e.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || e.closest(".unseen")) continue;
    const style = getComputedStyle(e);
    // Only for ears: nothing is seen of it.
    if (style.clipPath === "inset(50%)") continue;
    boxes.set(e, [box, style]);
  }
  const outside = [];
  for (const [e, [box, style]] of boxes) {
    const meant = e.closest(MEANT);
    const out = !meant && (box.right > width + 1 || box.left < -1);
    // What is around it is out as well.
    if (out) outside.push(e);
    // What is typed into a field may be longer than it.
    if (e.localName === "input") continue;
    const inline = style.display === "inline";
    if (!inline && !meant && e.scrollWidth > e.clientWidth + 1) {
      const sides = style.overflowX;
      const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
      if (sides === "auto" || sides === "scroll") found.add(`is pushed sideways: ${name(e)}`);
      else if (sides !== "visible") found.add(`cut: ${name(e)}`);
      else if (own) found.add(`sticks out: ${name(e)}`);
    }
    if (/hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 1) {
      found.add(`cut below: ${name(e)}`);
    }
  }
  for (const e of outside) {
    if (!outside.some((other) => other !== e && e.contains(other))) {
      found.add(`outside the window: ${name(e)}`);
    }
  }
  // Neighbours that stand side by side or one below the other.
  const places = /^(static|relative|sticky)$/;
  for (const parent of [document.body, ...boxes.keys()]) {
    const stand = [...parent.children].filter((e) => {
      const known = boxes.get(e);
      return known && places.test(known[1].position) && known[1].float === "none"
        && !known[1].display.startsWith("inline");
    });
    for (let i = 1; i < stand.length; i++) {
      const [a, b] = [boxes.get(stand[i - 1])[0], boxes.get(stand[i])[0]];
      const across = a.right > b.left + 1 && b.right > a.left + 1;
      if (across && a.bottom > b.top + 1 && b.bottom > a.top + 1) {
        found.add(`overlap: ${name(stand[i - 1])} and ${name(stand[i])}`);
      }
    }
  }
  // A word longer than its line is broken anywhere. Addresses may be. Chinese may break between any
  // two characters, but not inside a word where little stands: in a title, a name, a way on. (The
  // checked claims are sentences, with a verdict in front.)
  const WORD = /(?<![\p{L}\d./@_:-])\p{Script=Latin}{2,15}(?![\p{L}\d./@_:-])/gu;
  const CHINESE = new RegExp(unbroken, "g");
  const LITTLE = "h1, h2, h3:not(:has(.verdict)), .brand, .ways a";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    let block = node.parentElement;
    const inline = (e) => boxes.has(e) && boxes.get(e)[1].display === "inline";
    while (inline(block)) block = block.parentElement;
    if (!boxes.has(block)) continue;
    const words = [...node.data.matchAll(WORD)];
    const little = node.parentElement.closest(LITTLE);
    if (little) words.push(...node.data.matchAll(CHINESE));
    for (const hit of words) {
      // In running text a long one may be, between syllables where the browser knows them
      // (typography.css); and any in code.
      if (!little && (hit[0].length >= 10 || block.localName === "code")) continue;
      const range = document.createRange();
      range.setStart(node, hit.index);
      range.setEnd(node, hit.index + hit[0].length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.add(`a word broken in two: ${hit[0]} in ${name(block)}`);
    }
  }
  document.adoptedStyleSheets = [];
  return [...found];
}"""


@pytest.fixture(scope="module")
def sized(browser: Browser, site_url: str) -> Iterator[tuple[Page, CDPSession]]:
    """Return a page, and what sets the size of letters in its browser."""
    context = browser.new_context(
        base_url=site_url, reduced_motion="reduce", service_workers="block"
    )
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    context.close()


def faults(page: Page, settings: CDPSession) -> list[str]:
    """Return what is wrong with the open page, once, with the sizes at which it is."""
    sizes: dict[str, list[str]] = {}
    for letters in LETTERS:
        fonts = {"standard": letters, "fixed": letters * 13 // 16}
        settings.send("Page.setFontSizes", {"fontSizes": fonts})
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            root = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
            assert root >= letters, "the letters have not grown: has the command another name?"
            for fault in page.evaluate(MEASURE, UNBROKEN):
                sizes.setdefault(fault, []).append(f"{width}/{letters * 100 // 16}%")
    return [f"{fault} at {', '.join(at)}" for fault, at in sizes.items()]


def test_nothing_overlaps_is_cut_or_broken(address: str, sized: tuple[Page, CDPSession]) -> None:
    page, settings = sized
    page.goto(address)
    found = faults(page, settings)
    assert not found, f"{address}:\n" + "\n".join(found)


@pytest.mark.parametrize("path", ["/nowhere", *(f"/{it}/nowhere/" for it in LANGUAGES)])
def test_the_page_for_wrong_addresses_fits(path: str, sized: tuple[Page, CDPSession]) -> None:
    page, settings = sized
    page.goto(path)
    found = faults(page, settings)
    assert not found, f"{path}:\n" + "\n".join(found)
