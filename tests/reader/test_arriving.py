"""A link to a section brings the reader there, and is easily passed on."""

import re

import pytest
from conftest import link_to, other_than
from inputs.languages import read_languages
from playwright.sync_api import Browser, Page, Route, expect

WIDTHS = (360, 768, 1280)

# Goes to each id of the page in turn, by its address or, which takes a browser far less, by what
# the browser then does; returns those that end up under the header, out of sight, or, by their
# address, without a mark.
VISIT = """async (byAddress) => {
  // Another width may close the contents; that takes the browser a moment.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  const bar = document.querySelector(".bar");
  const wrong = [];
  for (const target of document.querySelectorAll("article [id]:not(svg *)")) {
    if (!target.getClientRects().length) continue; // not shown, so nobody can link to it
    if (byAddress) location.hash = target.id;
    else target.scrollIntoView();
    const header = bar.getBoundingClientRect().bottom;
    const { top } = target.getBoundingClientRect();
    if (top < header || top > innerHeight) wrong.push(`#${target.id} is at ${top}`);
    if (!byAddress) continue;
    // Of a section that holds more than text, its heading is marked.
    const own = target.matches("section") ? target.querySelector("h2") : target;
    const marked = target.matches(":empty") ? target.parentElement : own;
    if (getComputedStyle(marked).boxShadow === "none") wrong.push(`#${target.id} is not marked`);
  }
  return wrong;
}"""

# Presses the link of every heading with the clipboard replaced; returns heading, name, address,
# message.
COPY = """async () => {
  const found = [];
  let address = "";
  navigator.clipboard.writeText = async (text) => { address = text; };
  for (const link of document.querySelectorAll("article .headerlink")) {
    const heading = link.previousElementSibling;
    link.click();
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    found.push({
      // The template of a page may have given the id to the section around the heading.
      id: heading.closest("[id]").id,
      title: heading.textContent.trim(),
      link: link.getAttribute("aria-label"),
      href: link.href,
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
        wrong = tab.evaluate(VISIT, width == WIDTHS[0])
        assert not wrong, f"{address} at {width} px: {wrong[:5]}"
    found = tab.evaluate(COPY)
    headings = tab.locator("article :is(h2, h3, h4):not(.page-sources *)").evaluate_all(
        "all => all.map(h => h.closest('[id]').id)"
    )
    assert [item["id"] for item in found] == headings
    here = tab.evaluate("location.origin + location.pathname")
    for item in found:
        assert item["address"] == f"{here}#{item['id']}"
        assert item["href"].endswith(f"#{item['id']}")
        for name in ("link", "said"):
            assert item["title"] in item[name], f"{address}#{item['id']}: {name} is {item[name]}"


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


def test_copying_by_keyboard(language: str, browser: Browser, site_url: str) -> None:
    strings = next(it.strings for it in read_languages() if it.folder == language)
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site_url}/{language}/limits/")
    title = page.locator("#operator-services").inner_text()
    link = page.get_by_role("link", name=strings["link.copy"] + title)
    expect(link).to_have_css("opacity", "0")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    said = strings["link.copied"] + title
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{site_url}/{language}/limits/#operator-services"
    assert page.url == f"{site_url}/{language}/limits/", "copying moved the reader"
    context.close()


def test_a_heading_is_called_and_copied_by_its_words_alone(page: Page) -> None:
    page.goto("/zh/limits/")
    words = page.locator("#operator-services").inner_text()
    expect(page.get_by_role("heading", name=words, exact=True)).to_have_count(1)
    selected = page.locator(".heading", has=page.locator("#operator-services")).evaluate(
        "box => { getSelection().selectAllChildren(box); return getSelection().toString().trim() }"
    )
    assert selected == words


def test_copying_without_a_clipboard_shows_the_address(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto("/en/limits/")
    page.locator("#cloud-services").hover()
    page.locator("#cloud-services + .headerlink").click()
    page.wait_for_url("**/en/limits/#cloud-services")
    expect(page.locator(".link-status")).to_contain_text("address bar")


# What can be pressed and lies under the word that something was copied.
COVERED = """() => {
  const said = document.querySelector('.link-status').getBoundingClientRect();
  return [...document.querySelectorAll('a, button, input, label, summary')].filter((e) => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && box.left < said.right && box.right > said.left
      && box.top < said.bottom && box.bottom > said.top;
  }).map((e) => e.textContent || e.className);
}"""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_word_that_something_was_done_covers_nothing_to_press(
    language: str, width: int, page: Page
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"/{language}/operator-data/")
    buttons = [page.locator("button.color-scheme"), *page.locator("article .headerlink").all()]
    for button in buttons:
        page.evaluate("document.querySelector('.link-status').textContent = ''")
        button.evaluate("e => { e.scrollIntoView({ block: 'center' }); e.click(); }")
        expect(page.locator(".link-status")).not_to_be_empty()
        expect(page.locator(".link-status")).to_be_in_viewport(ratio=1)
        assert not page.evaluate(COVERED)


def test_links_show_on_hover_and_on_touch(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}/zh/limits/")
    link = page.locator("#operator-services + .headerlink")
    expect(link).to_have_css("opacity", "0")
    page.locator("#operator-services").hover()
    expect(link).to_have_css("opacity", "1")
    page.close()
    context = browser.new_context(has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{site_url}/zh/limits/")
    link = page.locator("#operator-services + .headerlink")
    expect(link).to_have_css("opacity", "1")
    box = link.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24, f"the link is too small for a finger: {box}"
    context.close()


def test_links_work_without_a_script(browser: Browser, site_url: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site_url}/zh/limits/")
    page.locator("#operator-services").hover()
    page.locator("#operator-services + .headerlink").click()
    page.wait_for_url("**/zh/limits/#operator-services")
    page.close()


@pytest.mark.parametrize(
    "tail", ["，", "）", "%EF%BC%8C", "&from=timeline", "?from=singlemessage", "%", "%E4"]
)
def test_tail_on_a_shared_link_keeps_its_section(tail: str, page: Page) -> None:
    page.goto(f"/zh/workarounds/#cloud-storage{tail}")
    page.wait_for_url("**/zh/workarounds/#cloud-storage")
    expect(page.locator("#cloud-storage")).to_be_in_viewport()
    page.locator(link_to("en")).click()
    page.wait_for_url("**/en/workarounds/#cloud-storage")


@pytest.mark.parametrize("tail", ["。", "）。", "%EF%BC%8C"])
def test_mark_behind_a_link_to_a_page_leads_to_the_page(tail: str, page: Page) -> None:
    page.goto(f"/zh/limits/{tail}#operator-services")
    page.wait_for_url("**/zh/limits/#operator-services")


def test_wrong_address_with_a_mark_is_told_once(page: Page) -> None:
    page.goto("/zh/nothing/。")
    page.wait_for_url("**/zh/nothing/")
    expect(page.locator(".not-found:visible")).to_have_count(1)


@pytest.mark.parametrize("path", ["limits/#operator-services", "print/#lost"])
def test_a_section_is_there_before_scripts_and_later_styles(
    path: str, language: str, page: Page
) -> None:
    """On a slow network nobody reads the top of a page first, to be torn away from it."""
    held: list[Route] = []
    late = re.compile(r"/(later|site)\.\w+\.(css|js)$")
    page.route(late, lambda route: held.append(route))
    with page.expect_request(late):
        page.goto(f"/{language}/{path}", wait_until="commit")
    # A function: to look again, a mere expression would have to be read anew, which pages forbid.
    page.wait_for_function(
        "() => document.querySelector('[defer]') && document.getElementById(location.hash.slice(1))"
        ".getBoundingClientRect().top < innerHeight / 2"
    )
    assert held, "what was to be held back has other names now"
    for route in held:
        route.abort()


def test_who_reloads_stays_where_they_were(language: str, page: Page) -> None:
    page.goto(f"/{language}/limits/#operator-services")
    page.evaluate("scrollTo(0, 900)")
    page.reload()
    page.wait_for_function("() => document.readyState === 'complete'")
    assert page.evaluate("scrollY") == 900


def test_contents_and_menu_show_where_one_is(language: str, page: Page) -> None:
    """Also where they are longer than the window."""
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"/{language}/glossary/#volte")
    page.locator(".toc [aria-current]").wait_for()
    for mark in (".toc [aria-current]", "#nav [aria-current]"):
        expect(page.locator(mark)).to_be_in_viewport()


def test_the_switch_leads_to_no_list_of_sources(language: str, page: Page) -> None:
    page.goto(f"/{language}/limits/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    link = page.locator(link_to(other_than(language)))
    link.focus()
    assert "#page-sources" not in (link.get_attribute("href") or "")


def test_a_wrong_address_is_told_in_words_alone(page: Page) -> None:
    page.goto("/nowhere/")
    signs = "e => getComputedStyle(e, '::before').content"
    shown = [it.evaluate(signs) for it in page.locator(".not-found").all()]
    assert set(shown) == {"none"}, shown
