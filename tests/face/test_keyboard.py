"""Every function is reached by keyboard, the focus is seen and never lost."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 780}


def outline(page: Page) -> str:
    """Return the width of the outline around what has the focus."""
    return page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth")


def test_first_tab_stop_skips_to_the_text(page: Page) -> None:
    page.goto("/en/limits/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#top")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('article')")


@pytest.mark.parametrize("path", ["/zh/", "/en/operator-data/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_focus_is_visible_at_every_stop(path: str, width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 780})
    page.goto(path)
    unseen = []
    for _ in range(70):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (e === document.body) return null;
              const box = e.getBoundingClientRect();
              const style = getComputedStyle(e);
              const bar = document.querySelector('.bar');
              const hidden = box.bottom <= bar.offsetHeight
                && !bar.contains(e) && !e.matches('.skip');
              const shown = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
              const fine = shown && box.width > 0 && box.bottom > 0 && !hidden
                && box.top < innerHeight;
              return fine ? '' : e.outerHTML.slice(0, 120);
            }"""
        )
        if stop is None:
            break
        if stop:
            unseen.append(stop)
    assert not unseen


def test_menu_opens_and_closes_by_keyboard(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/zh/lost/")
    button = page.locator("button.toggle-drawer")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".nav")).not_to_be_visible()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".nav")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('.nav')")
    page.keyboard.press("Escape")
    expect(page.locator(".nav")).not_to_be_visible()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_menu_closes_when_the_focus_leaves_it(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/zh/lost/")
    page.locator("button.toggle-drawer").press("Enter")
    page.locator(".nav a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".nav")).not_to_be_visible()
    assert outline(page) != "0px"


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_shows_how_it_is_closed(script: bool, page: Page, site_url: str) -> None:
    context = page.context.browser.new_context(
        base_url=site_url, java_script_enabled=script, viewport=PHONE
    )
    phone = context.new_page()
    phone.goto("/en/lost/")
    phone.locator(".toggle-drawer").click()
    phone.get_by_label("Close the menu").click()
    expect(phone.locator(".nav")).not_to_be_visible()
    if script:
        expect(phone.locator(".toggle-drawer")).to_be_focused()
    context.close()


def test_menu_works_without_a_script(page: Page, site_url: str) -> None:
    context = page.context.browser.new_context(
        base_url=site_url, java_script_enabled=False, viewport=PHONE
    )
    plain = context.new_page()
    plain.goto("/zh/lost/")
    plain.locator("label.toggle-drawer").click()
    expect(plain.locator(".nav")).to_be_visible()
    plain.locator(".toc summary").click(force=True)
    context.close()


def test_search_button_says_whether_it_is_open(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/en/")
    button = page.locator("button.toggle-search")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()


def test_colours_change_and_stay(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/en/")
    button = page.locator("button.color-scheme")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    seen = {button.get_attribute("aria-label")}
    button.press("Enter")
    dark = page.evaluate(ground)
    assert dark != light, "the first press changes nothing"
    expect(page.get_by_role("status").filter(has_text="Colours: dark")).to_be_visible()
    seen.add(button.get_attribute("aria-label"))
    page.goto("/zh/")
    assert page.evaluate(ground) == dark
    page.goto("/")
    assert page.evaluate(ground) == dark
    page.goto("/en/")
    button.press("Enter")
    assert page.evaluate(ground) == light
    seen.add(button.get_attribute("aria-label"))
    assert len(seen) == 3
    button.press("Enter")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == dark
    button.press("Enter")
    assert page.evaluate(ground) == light, "the first press changes nothing on a dark system"


def test_meaning_of_a_term_shows_and_goes(page: Page) -> None:
    page.goto("/en/limits/")
    term = page.locator("a.term").first
    note = page.get_by_role("tooltip")
    term.hover()
    expect(note).to_have_text(term.get_attribute("data-meaning"))
    note.hover()
    page.wait_for_timeout(400)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    term.focus()
    expect(note).to_be_visible()
    assert term.get_attribute("aria-describedby") == note.get_attribute("id")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(term).to_be_focused()


def test_terms_are_marked_once_a_page(address: str, site: Path) -> None:
    document = html.parse(str(site / address.strip("/") / "index.html"))
    targets = document.xpath("//a[contains(concat(' ', @class, ' '), ' term ')]/@href")
    assert len(targets) == len(set(targets))
    inside = "self::a or self::h1 or self::h2 or self::h3"
    assert not document.xpath(f"//*[{inside}]//a[contains(concat(' ', @class, ' '), ' term ')]")
    if "/limits/" in address:
        assert targets, "no term is marked any more: has its class another name?"


def test_contents_mark_the_section_being_read(page: Page) -> None:
    page.goto("/en/lost/")
    expect(page.locator(".toc details")).to_have_attribute("open", "")
    page.locator("#both").evaluate("e => e.scrollIntoView()")
    expect(page.locator(".toc [aria-current]")).to_have_text("Phone and SIM are both lost")
