"""How a page looks, as a list that two pages can be compared by."""

from playwright.sync_api import Page

# Place, size and colours of every element, as far as it is in sight, once nothing moves any more.
BOXES = """
async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
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


# The lines of a heading.
LINES = """(heading) => {
  const lines = new Map();
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? '') + node.data[at]);
    }
  }
  return [...lines.values()];
}"""


def in_sight(page: Page) -> list[str]:
    """Return place, size and colours of all elements in the window, a line each."""
    return page.evaluate(BOXES)
