"""What readers do in a browser: read, follow links, change the language, go back, get lost."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import LANGUAGES, PATIENCE, addresses, link_to, other_than, out_of_the_menu
from javascript import published
from lxml import html
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect

# Go to each place of the page and, as a reader would with the keyboard, on to the switch.
EACH_SECTION = """() => [...document.querySelectorAll("article [id]")].map(({ id }) => {
  location.hash = id;
  const links = [...document.querySelectorAll("a.language-switch__link")];
  const hrefs = links.map((link) => {
    link.blur();
    link.focus({ preventScroll: true });
    return link.href;
  });
  return [id, hrefs];
})"""


@pytest.fixture(scope="module")
def complaints(tab: Page, site_url: str) -> list[str]:
    """Return the list of what goes wrong in the tab: other hosts, errors, warnings."""
    wrong: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            wrong.append(f"console: {message.text}")

    def request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and not site_url.endswith(
            f"//{address.netloc}"
        ):
            wrong.append(f"another host: {request.url}")

    def response(response: Response) -> None:
        if response.status >= 400:
            wrong.append(f"{response.status}: {response.url}")

    tab.on("console", console)
    tab.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    tab.on("request", request)
    tab.on("response", response)
    return wrong


def test_page_asks_no_other_host_and_fails_nowhere(
    address: str, tab: Page, complaints: list[str]
) -> None:
    complaints.clear()
    tab.goto(address, wait_until="load")
    tab.wait_for_timeout(100)
    assert not complaints, f"{address}: {complaints}"


def test_switch_keeps_page_and_section(address: str, tab: Page, site: Path) -> None:
    folder, _, rest = address.lstrip("/").partition("/")
    if folder not in LANGUAGES:
        assert address == "/", f"{address} belongs to no language; teach this test about it"
        return
    tab.goto(address)
    others = [f"/{language}/{rest}" for language in LANGUAGES if language != folder]
    here = tab.url.removesuffix(address)
    reached = tab.evaluate(EACH_SECTION)
    for identifier, links in reached:
        wanted = {f"{here}{other}#{identifier}" for other in others}
        assert set(links) == wanted, f"from {address}#{identifier} to {links}"
    for other in others:
        there = set(html.parse(str(site / f"{other[1:]}index.html")).xpath("//@id"))
        lost = {identifier for identifier, _ in reached} - there
        assert not lost, f"{other} has no {sorted(lost)}"


@pytest.mark.parametrize("place", ["limits/#operator-services", "fact-check/#claim-6-5"])
def test_switch_and_back_return_to_the_section(language: str, place: str, page: Page) -> None:
    other = other_than(language)
    here, there = f"/{language}/{place}", f"/{other}/{place}"
    page.goto(here)
    page.locator(link_to(other)).click()
    page.wait_for_url(f"**{there}")
    page.locator(link_to(language)).click()
    page.wait_for_url(f"**{here}")
    page.go_back()
    page.wait_for_url(f"**{there}")
    page.go_back()
    page.wait_for_url(f"**{here}")


def test_switch_keeps_the_section_that_is_being_read(page: Page) -> None:
    page.goto("/zh/limits/")
    page.locator("#cloud-services").evaluate("e => e.scrollIntoView()")
    page.locator(link_to("en")).click()
    page.wait_for_url("**/en/limits/#cloud-services")
    expect(page.locator("#cloud-services")).to_be_in_viewport()
    # Past the section that the address still names.
    page.locator("#operator-services").evaluate("e => e.scrollIntoView()")
    page.locator(link_to("zh")).click()
    page.wait_for_url("**/zh/limits/#operator-services")
    page.evaluate("scrollTo(0, 0)")
    page.locator(link_to("en")).click()
    page.wait_for_url(re.compile("/en/limits/$"))


def test_switch_follows_the_reader_through_the_site(page: Page) -> None:
    page.goto("/zh/")
    page.locator("#nav a[href*='limits']").first.click()
    page.wait_for_url("**/zh/limits/")
    page.locator(".toc a[href='#operator-services']").click()
    page.wait_for_url("**/zh/limits/#operator-services")
    page.locator(link_to("en")).click()
    page.wait_for_url("**/en/limits/#operator-services")
    expect(page.locator("#operator-services")).to_be_in_viewport()
    page.go_back()
    page.wait_for_url("**/zh/limits/#operator-services")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_site_works_in_a_subfolder(browser: Browser, site_url: str) -> None:
    """A mirror serves the site below some path: links and switch must not know the root."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    prefix = "/mirror/of/it"
    page.route(
        f"**{prefix}/**",
        lambda route: route.fulfill(
            response=route.fetch(url=route.request.url.replace(prefix, ""))
        ),
    )
    page.goto(f"{site_url}{prefix}/zh/limits/#cloud-services")
    page.locator(link_to("en")).click()
    page.wait_for_url(f"**{prefix}/en/limits/#cloud-services")
    page.locator("#nav a[href*='workarounds']").first.click()
    page.wait_for_url(f"**{prefix}/en/workarounds/")
    page.close()


# ----------------------------------------------------------------------------- 404


@pytest.mark.parametrize("path", ["no-such-page/", "limits/no-such-page/"])
def test_wrong_address_answers_in_its_language(page: Page, path: str, language: str) -> None:
    wrong = f"/{language}/{path}"
    answers: list[tuple[int, str]] = []
    page.on("response", lambda response: answers.append((response.status, response.url)))
    page.goto(wrong)
    assert answers[0][0] == 404
    failed = [url for status, url in answers[1:] if status >= 400]
    assert not failed, f"the page for a wrong address asks for {failed}"
    expect(page.locator("html")).to_have_attribute("lang", LANGUAGES[language])
    expect(page.locator(".not-found:visible")).to_have_count(1)
    page.locator(".not-found input").fill("iCloud")
    page.locator(".not-found button").click()
    expect(page.locator(".search__input")).to_have_value("iCloud")
    expect(page.locator(".results__link").first).to_be_visible()
    page.goto(wrong)
    page.locator(".not-found a").click()
    page.wait_for_url(re.compile(rf"[^/]/{language}/$"))
    page.goto(wrong)
    other = other_than(language)
    page.locator(link_to(other)).click()
    page.wait_for_url(re.compile(rf"[^/]/{other}/$"))


def test_host_with_one_404_page_still_answers_in_the_language_of_the_address(
    browser: Browser, site_url: str, site: Path
) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    only = (site / "404.html").read_text("utf-8")
    page.route(
        "**/en/gone/", lambda route: route.fulfill(status=404, body=only, content_type="text/html")
    )
    page.goto(f"{site_url}/en/gone/")
    expect(page.locator(".not-found:visible")).to_have_count(1)
    expect(page.locator(".not-found:visible")).to_have_attribute("lang", "en")
    page.close()


def test_wrong_address_outside_the_languages_answers_in_all(page: Page) -> None:
    page.goto("/nowhere")
    expect(page.locator(".not-found:visible")).to_have_count(len(LANGUAGES))


# ----------------------------------------------------------------------------- no script


def test_reading_needs_no_script(browser: Browser, site_url: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, base_url=site_url
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/zh/limits/#operator-services")
    expect(page.locator("#operator-services")).to_be_in_viewport()
    page.locator(link_to("en")).click()
    page.wait_for_url("**/en/limits/")
    page.locator(".bar label[for='drawer-open']").click()
    page.locator("#nav a[href*='workarounds']").first.click()
    page.wait_for_url("**/en/workarounds/")
    page.goto("/")
    for language in LANGUAGES:
        expect(page.locator(f"#{language}")).to_be_visible()
    context.close()


def test_scripts_that_cannot_all_work_stay_silent_as_a_whole(page: Page, site: Path) -> None:
    """An engine older than those we name reads the site as one without scripts."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script("delete Document.prototype.replaceChildren")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/en/operator-data/")
    expect(page.locator("html")).to_have_class("no-js")
    expect(page.locator("button:visible")).to_have_count(0)
    page.locator(".bar label[for='drawer-open']").click()
    page.locator("#nav a[href*='checklist']").click()
    page.wait_for_url("**/en/checklist/")
    expect(page.locator(".checklist input:disabled").first).to_be_visible()
    page.locator(link_to("zh")).click()
    page.wait_for_url("**/zh/checklist/")
    assert not errors
    # What an engine cannot read it does not start: the first script is no easier than the others.
    scripts = published(site)
    first = next(text for name, text in scripts.items() if name.endswith("(inside)"))
    hardest = {sign for sign in ("||=", "&&=", "??=") for text in scripts.values() if sign in text}
    assert not hardest or any(sign in first for sign in hardest)


def test_every_page_is_reachable_from_the_menu(page: Page) -> None:
    for language in LANGUAGES:
        page.goto(f"/{language}/")
        hrefs = page.eval_on_selector_all("#nav a", "all => all.map(a => new URL(a.href).pathname)")
        mine = {item for item in addresses() if item.startswith(f"/{language}/")}
        readers = {item for item in mine if not item.endswith(out_of_the_menu())}
        assert readers == set(hrefs), f"not in the menu: {sorted(readers - set(hrefs))}"
        assert len(mine - readers) == 1, "only the page for authors is left out"
