"""The letter to an operator can be filled in on the page; nothing of it is kept or sent."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect


def test_fields_fill_in_all_letters(page: Page) -> None:
    page.goto("/zh/operator-data/")
    letters = page.locator("pre > code")
    before = letters.first.inner_text()
    page.locator("[data-fills=name]").fill("Li Hua")
    page.locator("[data-fills=number]").fill("912 34 567")
    for letter in letters.all():
        expect(letter).to_contain_text("Li Hua")
        expect(letter).to_contain_text("+47 912 34 567")
    page.locator("[data-fills=name]").fill("")
    page.locator("[data-fills=number]").fill("")
    assert letters.first.inner_text() == before
    # What is not filled in yet stays in brackets.
    assert "[FULLT NAVN]" in before


def test_what_is_still_empty_is_told(page: Page) -> None:
    page.goto("/en/operator-data/")
    told = page.locator("[data-empty]")
    expect(told).to_have_text("Still empty: 7. In the letter they stay in brackets.")
    for field in page.locator("[data-fills]:not([data-today])").all():
        field.fill("1")
    expect(told).to_be_empty()


def test_who_looks_up_the_operator_finds_the_letter_as_it_was(page: Page) -> None:
    page.goto("/en/operator-data/")
    page.locator("[data-fills=operator]").fill("Telia")
    page.locator("[data-fills=name]").fill("Li Hua")
    page.goto("/en/operators/")
    page.go_back()
    letter = page.locator("pre > code").first
    expect(letter).to_contain_text("Til: Telia,")
    expect(letter).to_contain_text("Fra: Li Hua,")


@pytest.mark.parametrize("typed", ["+47 912 34 567", "004791234567", " +4791234567"])
def test_the_prefix_is_not_written_twice(page: Page, typed: str) -> None:
    page.goto("/en/operator-data/")
    page.locator("[data-fills=number]").fill(typed)
    letter = page.locator("pre > code").first
    expect(letter).to_contain_text("+47 91")
    expect(letter).not_to_contain_text("47 +47")
    expect(letter).not_to_contain_text("0047")


def test_letter_is_dated_today_where_the_reader_is(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-25T20:00:00Z")
    page.goto("/en/operator-data/")
    expect(page.locator("pre > code").first).to_contain_text("Dato: 2026-11-26")
    context.close()


def test_filled_letter_is_copied_and_mailed(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/en/operator-data/")
    page.locator("[data-fills=operator]").fill("Ørn & Co? #1")
    page.locator("button.copy").first.click()
    expect(page.locator(".copy + [role=status]").first).not_to_be_empty()
    assert "Til: Ørn & Co? #1," in page.evaluate("navigator.clipboard.readText()")
    mail = page.locator(".letter a").last
    parts = urlsplit(str(mail.get_attribute("href")))
    sent = parse_qs(parts.query)
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "", "")
    assert sent["subject"] == ["Request for access and data portability (GDPR Articles 15 and 20)"]
    assert sent["body"] == [page.locator("pre > code").last.evaluate("e => e.textContent")]
    assert "To: Ørn & Co? #1," in sent["body"][0]


def test_nothing_is_stored_or_sent(page: Page) -> None:
    page.goto("/en/operator-data/", wait_until="networkidle")
    kept = "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"
    before = page.evaluate(kept)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("[data-fills=name]").fill("Li Hua")
    page.locator("[data-fills=name]").press("Enter")
    page.wait_for_timeout(200)
    assert asked == []
    assert page.evaluate(kept) == before
    page.goto("/en/lost/")
    page.goto("/en/operator-data/")
    expect(page.locator("pre > code").first).not_to_contain_text("Li Hua")


def test_without_a_script_it_is_the_letter_alone(browser: Browser, site_url: str) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/operator-data/")
    expect(page.locator(".letter")).not_to_be_visible()
    expect(page.locator("pre > code").first).to_contain_text("[FULLT NAVN]")
    context.close()
