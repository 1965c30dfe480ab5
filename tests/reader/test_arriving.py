"""A link to a section brings the reader there, and is easily passed on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

WIDTHS = (360, 768, 1280)

# Goes to each id of the page in turn; returns those that end up under the header, out of sight,
# or without a mark.
VISIT = """async () => {
  // Another width may close the contents; that takes the browser a moment.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const header = document.querySelector(".bar").getBoundingClientRect().bottom;
  const wrong = [];
  for (const target of document.querySelectorAll("article [id]:not(svg *)")) {
    if (!target.getClientRects().length) continue; // not shown, so nobody can link to it
    location.hash = target.id;
    const { top } = target.getBoundingClientRect();
    if (top < header || top > innerHeight) wrong.push(`#${target.id} is at ${top}`);
    // Of a section that holds more than text, its heading is marked.
    const own = target.matches("section") ? target.querySelector("h2") : target;
    const marked = target.matches(":empty") ? target.parentElement : own;
    if (getComputedStyle(marked).boxShadow === "none") wrong.push(`#${target.id} is not marked`);
  }
  return wrong;
}"""

# Presses every copy button with the clipboard replaced; returns heading, name, address, message.
COPY = """async () => {
  const found = [];
  let address = "";
  navigator.clipboard.writeText = async (text) => { address = text; };
  for (const button of document.querySelectorAll("article .copy-link")) {
    const link = button.previousElementSibling;
    button.click();
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    found.push({
      id: button.closest("[id]").id,
      title: button.parentElement.textContent.replace("¶", "").trim(),
      link: link.getAttribute("aria-label"),
      href: link.href,
      button: button.getAttribute("aria-label"),
      address,
      said: document.querySelector("[role=status].link-status").textContent,
    });
  }
  return found;
}"""


def test_links_to_sections_arrive_and_are_copied(address: str, tab: Page) -> None:
    if address == "/":
        return  # the landing page has neither header nor sections to copy
    tab.goto(f"{address}?q=#top", wait_until="domcontentloaded")
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 700})
        wrong = tab.evaluate(VISIT)
        assert not wrong, f"{address} at {width} px: {wrong[:5]}"
    found = tab.evaluate(COPY)
    headings = tab.locator("article :is(h1, h2, h3, h4)").evaluate_all(
        "all => all.map(h => h.closest('[id]').id)"
    )
    assert [item["id"] for item in found] == headings
    here = tab.evaluate("location.origin + location.pathname")
    for item in found:
        assert item["address"] == f"{here}#{item['id']}"
        assert item["href"].endswith(f"#{item['id']}")
        for name in ("link", "button", "said"):
            assert item["title"] in item[name], f"{address}#{item['id']}: {name} is {item[name]}"
        assert item["link"] != item["button"]


# Goes to each section that the contents name; returns those that they do not mark then.
MARKED = """async () => {
  const wrong = [];
  for (const link of document.querySelectorAll(".toc a")) {
    location.hash = link.hash;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const marked = [...document.querySelectorAll(".toc [aria-current]")].map(({ hash }) => hash);
    if (String(marked) !== link.hash) wrong.push(`${link.hash}: ${marked || "none"}`);
  }
  return wrong;
}"""


def test_the_contents_mark_the_section_one_arrives_at(address: str, tab: Page) -> None:
    """Also where the section is short, or the last of the page."""
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(address)
    wrong = tab.evaluate(MARKED)
    assert not wrong, f"{address}: {wrong}"


@pytest.mark.parametrize(
    ("language", "link", "button", "said"),
    [
        ("zh", "本节链接：", "复制链接：", "已复制链接："),
        ("en", "Link to this section: ", "Copy the link to: ", "Link copied: "),
    ],
)
def test_copying_by_keyboard(
    language: str, link: str, button: str, said: str, browser: Browser, site_url: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}/{language}/limits/")
    heading = page.locator("#operator-services")
    title = heading.evaluate("element => element.firstChild.textContent")
    permalink = page.get_by_role("link", name=link + title)
    copy = page.get_by_role("button", name=button + title)
    expect(permalink).to_have_css("opacity", "0")
    permalink.focus()
    expect(permalink).to_have_css("opacity", "1")
    expect(copy).to_have_css("opacity", "1")
    page.keyboard.press("Tab")
    expect(copy).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text=said + title)).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{site_url}/{language}/limits/#operator-services"
    assert page.url == f"{site_url}/{language}/limits/", "copying moved the reader"
    context.close()


def test_copying_without_a_clipboard_shows_the_address(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto("/en/limits/")
    page.locator("#cloud-services").hover()
    page.locator("#cloud-services .copy-link").click()
    page.wait_for_url("**/en/limits/#cloud-services")
    expect(page.locator(".link-status")).to_contain_text("address bar")


def test_links_show_on_hover_and_on_touch(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}/zh/limits/")
    heading = page.locator("#operator-services")
    for name in ("a.headerlink", ".copy-link"):
        expect(heading.locator(name)).to_have_css("opacity", "0")
        heading.hover()
        expect(heading.locator(name)).to_have_css("opacity", "1")
        page.mouse.move(0, 0)
    page.close()
    context = browser.new_context(has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{site_url}/zh/limits/")
    for name in ("a.headerlink", ".copy-link"):
        part = page.locator("#operator-services").locator(name)
        expect(part).to_have_css("opacity", "1")
        box = part.bounding_box()
        assert box
        assert box["width"] >= 24
        assert box["height"] >= 24, f"{name} is too small for a finger: {box}"
    context.close()


def test_links_work_without_a_script(browser: Browser, site_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site_url}/zh/limits/")
    page.locator("#operator-services a.headerlink").click()
    page.wait_for_url("**/zh/limits/#operator-services")
    page.close()


def test_target_in_something_closed_opens(page: Page, site: Path) -> None:
    closed = (
        "<details><summary>More</summary><details><summary>Still more</summary>"
        f"<p id=hidden-part>{'Words. ' * 300}</p></details></details>"
        "<p><a href=#hidden-part>to it</a></p></article>"
    )
    text = (site / "zh/limits/index.html").read_text("utf-8").replace("</article>", closed)
    page.route("**/zh/limits/", lambda route: route.fulfill(body=text, content_type="text/html"))
    for fragment in ("#hidden-part", "#hidden%2Dpart"):
        page.goto("about:blank")
        page.goto(f"/zh/limits/{fragment}")
        expect(page.locator("#hidden-part")).to_be_in_viewport()
    page.goto("/zh/limits/")
    expect(page.locator("#hidden-part")).not_to_be_visible()
    page.get_by_role("link", name="to it").click()
    expect(page.locator("#hidden-part")).to_be_in_viewport()
