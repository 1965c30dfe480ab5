"""The styles inside a page show it as it stays: nothing moves when the others arrive."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

# Place, size and colours of every element, as far as it is in sight, once nothing moves any more.
BOXES = """
async () => {
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  return [...document.body.querySelectorAll("*")].flatMap((element) => {
    const box = element.getBoundingClientRect();
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    if (top >= bottom || left >= right) return [];
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
    const style = getComputedStyle(element);
    const place = [left, top, right, bottom].map((number) => Math.round(number * 10) / 10);
    const name = `${element.localName}.${element.className.baseVal ?? element.className}`;
    const colours = [style.color, style.backgroundColor].join(" ");
    return [[name, ...place, style.fontSize, "in", colours].join(" ")];
  });
}
"""
PAGES = ["/", "/zh/", "/en/card/", "/zh/limits/", "/zh/fact-check/#claim-6-5", "/en/checklist/"]


def seen(page: Page, address: str, late: bool) -> list[str]:
    """Return what is in sight with and without the styles that come late; scripts wait for them."""
    page.unroute_all()
    page.route("**/site.*.js", lambda route: route.abort())
    if not late:
        page.route("**/site.*.css", lambda route: route.abort())
    page.goto("about:blank")  # else an address with a section would only scroll
    page.goto(address, wait_until="load")
    return page.evaluate(BOXES)


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (800, "light"), (1280, "dark")])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_changes_when_the_late_styles_arrive(
    tab: Page, path: str, width: int, scheme: str
) -> None:
    tab.set_viewport_size({"width": width, "height": 850})
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    first, last = (seen(tab, path, late) for late in (False, True))
    tab.unroute_all()
    if "#" in path:
        # The mark of where a link arrives comes with the late styles; it moves nothing.
        first, last = ([box.partition(" in ")[0] for box in boxes] for boxes in (first, last))
    assert len(first) > 8
    assert sorted(set(first) - set(last)) == sorted(set(last) - set(first)) == []


SHIFTS = """
self.shifts = [];
new PerformanceObserver((list) => self.shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/zh/", "/zh/compare/", "/en/limits/#operator-services"])
def test_nothing_moves_while_a_page_loads(
    browser: Browser, site_url: str, path: str, width: int
) -> None:
    context = browser.new_context(base_url=site_url, viewport={"width": width, "height": 850})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    # The styles and scripts come so late that the page has been painted without them.
    page.route("**/site.*", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto(path, wait_until="load")
    page.wait_for_timeout(300)
    shifts = page.evaluate("self.shifts")
    context.close()
    assert not shifts
