"""The page that checks a backup, as a reader uses it: by hand, by keyboard, by ear, on a phone."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from commands.package import package
from contacts.samples import CHINESE, SAMPLES, card, people
from lxml.html import document_fromstring
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

GOOD = people(CHINESE)
IDS = ["top", "choose", "result", "compare", "what-it-cannot-tell", "by-hand"]


def file(content: str | bytes, name: str = "contacts.vcf") -> FilePayload:
    """Return a file as a reader chooses it."""
    data = content.encode() if isinstance(content, str) else content
    return {"name": name, "mimeType": "text/vcard", "buffer": data}


def choose(page: Page, *contents: str | bytes) -> None:
    """Choose files, and wait for the result."""
    page.set_input_files("#choose input[type=file]", [file(it) for it in contents])
    expect(page.locator("#result[data-contacts]")).to_have_count(1)
    expect(page.locator("#choose [role=status]")).not_to_be_empty()


def open_check(page: Page, language: str) -> None:
    """Open the page and wait until its tools are there."""
    page.goto(f"/{language}/check/")
    expect(page.locator("#choose label")).to_be_visible()


def test_sections_have_their_addresses_and_the_tools_are_in_them(page: Page, language: str) -> None:
    open_check(page, language)
    for identifier in IDS:
        expect(page.locator(f"#{identifier}")).to_have_count(1)
    expect(page.locator("#choose input[type=file]")).to_have_count(1)
    expect(page.locator("#compare input[type=file]")).to_have_count(1)
    # A filter would grey out files that a phone gives another type.
    assert page.locator("input[type=file][accept]").count() == 0


def test_a_whole_file(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, GOOD)
    expect(page.locator("#result")).to_have_attribute("data-contacts", "3")
    expect(page.locator("#result [data-finding]")).to_have_count(1)
    expect(page.locator("[data-finding=whole]")).to_have_attribute("data-count", "3")
    for name in CHINESE:
        expect(page.locator("#result bdi", has_text=name)).to_be_visible()
    expect(page.locator("#result")).to_be_in_viewport()


def test_every_finding_is_said_in_words(page: Page, language: str) -> None:
    open_check(page, language)
    seen = set()
    # One file of each kind.
    kinds = {(*sample.findings, sample.kind): sample for sample in SAMPLES}
    for sample in kinds.values():
        page.set_input_files("#choose input[type=file]", file(sample.content, "a.vcf"))
        expected = {name: str(count) for name, count in sample.findings.items() if count}
        for name, count in expected.items():
            element = page.locator(f"#result > * [data-finding={name}]")
            expect(element).to_have_attribute("data-count", count)
            words = element.inner_text()
            seen.add(f"{name}.{sample.kind}".rstrip("."))
            assert not re.search(r"[{}|]|undefined|NaN|\bnull\b", words), (sample.name, words)
            assert len(words) > 10, (sample.name, name)
    assert len(seen) > 20


def test_what_is_damaged_comes_first_and_the_count_is_always_there(
    page: Page, language: str
) -> None:
    open_check(page, language)
    content = card("\ufffd明", "1") + card("A", "2") * 2 + card("B", "138****1111") + GOOD
    choose(page, content[: content.rindex("END")])
    order = page.locator("#result [data-finding]").evaluate_all(
        "(all) => all.map((one) => one.dataset.finding)"
    )
    assert order == ["cut", "lost", "twice", "masked"]
    assert "7" in page.locator('[data-part="first"]').inner_text()
    cut = page.locator("[data-finding=cut]").inner_text()
    assert "7" in cut
    assert "6" in cut
    assert CHINESE[2] in cut


def test_what_stands_between_contacts_is_shown_as_it_is_written(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, f"我的通讯录 <b>\r\n{GOOD}")
    expect(page.locator("[data-finding=stray]")).to_contain_text("我的通讯录 <b>")


def test_looking_for_people(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, GOOD + card("Åse Hansen", "+47 912 34 567", more="EMAIL:ase@example.com"))
    box, found = page.locator("[name=person]"), page.locator('[data-part="found"] li')
    for typed in ("4567", "912 34", "hansen", "ase", "ÅSE", "åse  h", "ase@"):
        box.fill(typed)
        expect(found).to_have_count(1)
        expect(found).to_contain_text("Åse Hansen")
    box.fill("900000")
    expect(found).to_have_count(3)
    box.fill("nobody")
    expect(found).to_have_count(0)
    expect(page.locator('[data-part="found"]')).not_to_be_empty()
    box.fill("")
    expect(page.locator('[data-part="found"]')).to_be_empty()


def test_a_large_file_says_how_far_it_is_and_a_later_choice_wins(
    page: Page, tmp_path: Path
) -> None:
    large = tmp_path / "large.vcf"
    large.write_bytes(b"BEGIN:VCARD\r\nFN:A\r\n" * 1_000_000)
    open_check(page, "en")
    page.evaluate(
        """() => {
          self.said = [];
          const status = document.querySelector("#choose [role=status]");
          new MutationObserver(() => self.said.push(status.textContent))
            .observe(status, { childList: true });
        }"""
    )
    page.set_input_files("#choose input[type=file]", large)
    expect(page.locator("#result")).to_have_attribute("data-contacts", "1000000", timeout=60_000)
    assert [text for text in page.evaluate("self.said") if re.search(r"\d%", text)]
    page.set_input_files("#choose input[type=file]", large)
    page.set_input_files("#choose input[type=file]", file(GOOD))
    expect(page.locator("#result")).to_have_attribute("data-contacts", "3")
    expect(page.locator("#choose [role=status]")).to_contain_text("3")


def test_a_file_that_cannot_be_read(page: Page, language: str, tmp_path: Path) -> None:
    gone = tmp_path / "gone.vcf"
    gone.write_text(GOOD, "utf-8")
    open_check(page, language)
    page.set_input_files("#choose input[type=file]", gone)
    expect(page.locator("#result")).to_have_attribute("data-contacts", "3")
    before = page.locator("#choose [role=status]").inner_text()
    gone.unlink()
    page.locator("#choose input").dispatch_event("change")
    expect(page.locator("#choose [role=status]")).not_to_have_text(re.compile(rf"^({before}|)$"))
    # Nothing that was said of the file before is left, and no older copy is blamed for this one.
    for name in ("note", "phone", "people"):
        expect(page.locator(f"#result [data-part={name}]")).to_be_hidden()
    expect(page.locator("#result .check__before")).to_be_visible()
    page.set_input_files("#compare input[type=file]", file(GOOD))
    first = page.locator("#check-words").evaluate(
        "(words) => words.content.querySelector('[data-word=\"older.first\"]').textContent"
    )
    expect(page.locator("#compare [role=status]")).to_have_text(first)


def test_an_older_copy_that_cannot_be_read_is_not_compared_with(
    page: Page, language: str, tmp_path: Path
) -> None:
    open_check(page, language)
    choose(page, GOOD)
    older = page.locator("#compare input[type=file]")
    older.set_input_files(file(card("B", "1000003"), "older.vcf"))
    expect(page.locator("#compare")).to_have_attribute("data-contacts", "1")
    gone = tmp_path / "gone.vcf"
    gone.write_text(GOOD, "utf-8")
    older.set_input_files(gone)
    expect(page.locator("#compare")).to_have_attribute("data-contacts", "3")
    gone.unlink()
    older.dispatch_event("change")
    expect(page.locator("#compare [role=status]")).not_to_be_empty()
    choose(page, GOOD)
    expect(page.locator("#compare [data-finding]")).to_have_count(0)
    expect(page.locator("#compare")).not_to_have_attribute("data-contacts", re.compile(".*"))


def test_the_number_that_the_phone_shows(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, GOOD)
    phone, fewer = page.locator("[name=phone]"), page.locator("[data-finding=fewer-than-phone]")
    for typed in ("21", "２１", "0021"):
        phone.fill(typed)
        expect(fewer).to_have_attribute("data-count", "18")
    target = fewer.locator("a").get_attribute("href") or ""
    assert target.endswith("workarounds/#contacts")
    for typed in ("3", "2", "", "many"):
        phone.fill(typed)
        expect(fewer).to_have_count(0)


def test_who_is_there_twice_or_cut_off_is_not_counted_as_another(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, GOOD + GOOD[: GOOD.index("END:VCARD") + 11] + card("Cut", "1")[:-12])
    phone, told = page.locator("[name=phone]"), page.locator("[data-part=counted]")
    # Three people, one of them twice, and a piece of another.
    phone.fill("4")
    expect(told).to_contain_text(re.compile("Twice|重复"))
    phone.fill("3")
    expect(told).to_have_text(re.compile(r"^(?:Twice: 1|重复：1)$"))
    phone.fill("5")
    expect(told.locator("[data-finding=fewer-than-phone]")).to_have_attribute("data-count", "1")


def test_more_people_are_found_than_are_shown(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, "".join(card(f"Li {at}", f"10000{at}") for at in range(10, 40)))
    page.locator("[name=person]").fill("Li")
    found = page.locator("[data-part=found]")
    expect(found.locator("li").first).to_be_visible()
    shown = found.locator("li").count()
    assert shown < 30
    for number in (30, shown):
        expect(found.locator("p")).to_contain_text(str(number))


def test_comparing_with_an_older_copy(page: Page, language: str) -> None:
    open_check(page, language)
    older = page.locator("#compare input[type=file]")
    status = page.locator("#compare [role=status]")
    before = card("A", "1000001", "1000002") + card("B", "1000003") + card("D", "1000004")
    # Which of the two is chosen first makes no difference.
    older.set_input_files(file(before, "older.vcf"))
    expect(status).not_to_be_empty()
    expect(page.locator("#compare [data-finding]")).to_have_count(0)
    choose(page, card("A", "1000001") + card("New", "1000005") + card("C", "1000003"))
    expect(status).to_contain_text("older.vcf")
    for name in ("gone", "numbers-gone", "renamed", "new"):
        finding = page.locator(f"#compare [data-finding={name}]")
        expect(finding).to_have_attribute("data-count", "1")
    expect(page.locator("#compare [data-finding]")).to_have_count(4)
    older.set_input_files(file(b"", "empty.vcf"))
    expect(page.locator("#compare [data-finding=not-vcard]")).to_have_attribute(
        "data-kind", "empty"
    )
    older.set_input_files(file(GOOD))
    choose(page, GOOD)
    expect(page.locator("#compare [data-finding]")).to_have_count(0)


def test_another_encoding_can_be_chosen(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, people(["許功蓋"]).encode("big5"))
    select = page.locator("[data-finding=guessed] select")
    for encoding, name in (("shift_jis", "ｳ\\･\\ｻ\\"), ("big5", "許功蓋")):
        select.select_option(encoding)
        expect(page.locator("#result .check__contacts strong").first).to_have_text(name)
        expect(select).to_have_value(encoding)


def test_the_note_has_numbers_and_names_only_if_wanted(page: Page, language: str) -> None:
    open_check(page, language)
    choose(page, GOOD + card("B", "138****1111"))
    page.locator("#result summary", has=page.locator(":scope")).last.click()
    note = page.locator('[data-part="note"]')
    expect(note).to_contain_text("4")
    expect(note).not_to_contain_text("138****1111")
    page.locator("[name=names]").check()
    expect(note).to_contain_text("138****1111")
    page.locator("[name=names]").uncheck()
    expect(note).not_to_contain_text("138****1111")
    page.locator('[data-part="copy"]').click()
    expect(page.locator('[data-part="copied"]')).not_to_be_empty()
    page.evaluate("window.print = () => document.documentElement.dataset.printed = 1")
    page.locator('[data-part="print"]').click()
    page.emulate_media(media="print")
    expect(page.locator('[data-part="note"]')).to_be_visible()
    expect(page.locator('[data-part="findings"]').first).to_be_hidden()
    expect(page.locator("#by-hand")).to_be_hidden()
    expect(page.locator("#result summary").last).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#by-hand")).to_be_visible()


def test_by_keyboard_and_by_ear(page: Page, language: str) -> None:
    # The browser offers files as soon as someone listens, which takes a moment to arrange.
    page.on("filechooser", lambda chooser: chooser.set_files([file(GOOD[:-20])]))
    open_check(page, language)
    for section in ("choose", "compare"):
        control = page.locator(f"#{section} input[type=file]")
        control.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(control).to_be_focused()
        outline = "(one) => getComputedStyle(one.parentElement).outlineStyle"
        assert control.evaluate(outline) == "solid"
        page.keyboard.press("Enter")
        expect(page.locator(f"#{section} [role=status]")).not_to_be_empty()
    status = page.locator("#choose [role=status]")
    # What is announced names the count and the damage.
    expect(status).to_contain_text("3")
    label = page.locator("#result [data-finding=cut] strong").inner_text().rstrip("。.")
    expect(status).to_contain_text(label)
    for name in ("person", "phone", "names"):
        assert (page.locator(f"label:has([name={name}])").text_content() or "").strip()


def test_a_file_can_be_dropped(page: Page, language: str) -> None:
    open_check(page, language)
    drop = """([selector, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "a.vcf"));
      for (const type of ["dragover", "drop"]) {
        const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
        const left = document.querySelector(selector).dispatchEvent(new DragEvent(type, options));
        if (left) throw new Error("the browser would open it in place of the page");
      }
    }"""
    page.evaluate(drop, ["h1", GOOD])
    expect(page.locator("#result")).to_have_attribute("data-contacts", "3")
    page.evaluate(drop, ["#compare h2", GOOD + card("Z", "1")])
    expect(page.locator("#compare [data-finding=gone]")).to_have_attribute("data-count", "1")


def test_it_fits_a_phone(browser: Browser, site_url: str, language: str) -> None:
    context = browser.new_context(base_url=site_url, viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_check(page, language)
    choose(page, people(["W" * 200, "张" * 200]) + card("A", "9" * 90))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for control in page.locator("#choose label, #compare label, #result .check__field input").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    context.close()


def test_without_a_script_the_page_says_so_and_how_to_do_it_by_hand(
    browser: Browser, site_url: str, language: str
) -> None:
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/{language}/check/")
    expect(page.locator(".check__without")).to_be_visible()
    expect(page.locator("#choose input")).to_be_hidden()
    expect(page.locator("#result [data-part=after]")).to_be_hidden()
    expect(page.locator("#by-hand pre").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_moves_when_the_button_comes(page: Page, language: str, width: int) -> None:
    held: list[Route] = []
    page.route("**/check.*.js", lambda route: held.append(route))
    page.set_viewport_size({"width": width, "height": 800})
    with page.expect_request("**/check.*.js"):
        page.goto(f"/{language}/check/", wait_until="commit")
    sections = page.locator(".check__section, .check__section .heading, .checked")
    page.locator(".checked").wait_for()
    expect(page.locator(".check__without")).to_be_visible()
    expect(page.locator("#choose label")).to_be_hidden()
    tops = "all => all.map(e => e.getBoundingClientRect().top)"
    before = sections.evaluate_all(tops)
    held[0].continue_()
    expect(page.locator("#choose label")).to_be_visible()
    expect(page.locator(".check__without")).to_be_hidden()
    assert sections.evaluate_all(tops) == before


def test_from_the_copy_on_disk(browser: Browser, site: Path, tmp_path: Path, language: str) -> None:
    shutil.unpack_archive(package(site, tmp_path), tmp_path)
    page = browser.new_page()
    broken: list[str] = []
    page.on("console", lambda told: broken.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto((tmp_path / f"norwegian-sim-data/{language}/check/index.html").as_uri())
    expect(page.locator("#choose label")).to_be_visible()
    choose(page, GOOD)
    expect(page.locator("#result")).to_have_attribute("data-contacts", "3")
    page.locator("#compare input").set_input_files(file(GOOD + card("Z", "1")))
    expect(page.locator("#compare [data-finding=gone]")).to_have_attribute("data-count", "1")
    page.locator("[name=person]").fill(CHINESE[0])
    expect(page.locator('[data-part="found"] li')).to_have_count(1)
    assert not broken
    page.close()


def test_the_commands_count_rightly(site: Path, tmp_path: Path, language: str) -> None:
    page = document_fromstring((site / language / "check/index.html").read_text("utf-8"))
    code = page.xpath("//section[@id='by-hand']//pre")[0].text_content()
    commands = [line for line in code.splitlines() if line.startswith("grep")]
    assert len(commands) == 2
    for content in (b"\xef\xbb\xbf" + GOOD.encode(), GOOD.lower().encode(), GOOD.encode("gbk")):
        (tmp_path / "contacts.vcf").write_bytes(content)
        for command in commands:
            done = subprocess.run(
                ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True
            )
            assert done.stdout.strip() == "3", command


def test_pages_that_speak_of_a_file_lead_here_first(site: Path, language: str) -> None:
    for name, section in (
        ("workarounds", "integrity-check"),
        ("iphone", "check"),
        ("android", "check"),
        ("no-google", "check"),
    ):
        page = document_fromstring((site / language / name / "index.html").read_text("utf-8"))
        heading = page.xpath(f"//h2[@id='{section}']")[0]
        links = heading.xpath(
            "following::a[not(@class='term' or @class='cite' or @class='headerlink')]"
        )
        assert (links[0].get("href") or "").split("#")[0].endswith("../check/"), name
