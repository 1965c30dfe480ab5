"""The reader's paths, in each engine: every promise of the site that a script or a style keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browsers.conftest import Server
from browsers.steering import Reader, Window
from conftest import LANGUAGES as FOLDERS
from conftest import link_to, other_than, term
from looks import LINES

Read = Callable[[Window], Reader]
LANGUAGES = pytest.mark.parametrize("language", list(FOLDERS))
OTHER = {language: other_than(language) for language in FOLDERS}
QUERY = {language: term("backup", language) for language in FOLDERS}

FOCUSED = "(selector) => document.activeElement.matches(selector)"
VALUE = "(selector, value) => document.querySelector(selector).value === value"
STYLE = "(selector, name) => getComputedStyle(document.querySelector(selector))[name]"
# The answer to what was typed is there, and not only to its beginning.
ANSWERED = """(query) => document.querySelector(".search").dataset.answered === query
  && document.querySelector(".results__link").href"""
# Looks until something is kept, such as the mark of a whole copy, and notes what on the page.
KEPT = """(mark) => {
  const look = async () => {
    const found = await caches.match(new URL(mark, location).href);
    if (found) self.kept = (await found.text()) || "a mark";
    else setTimeout(look, 100);
  };
  look();
}"""
# Whether something is in the window and not under the bar.
IN_SIGHT = """(selector) => {
  const hash = location.hash.slice(1);
  const named = document.getElementById(hash || "top");
  const place = selector ? document.querySelector(selector) : named;
  const box = place.getBoundingClientRect();
  return box.top >= document.querySelector(".bar").getBoundingClientRect().bottom - 1
    && box.top < innerHeight;
}"""


@LANGUAGES
@pytest.mark.parametrize("window", ["phone", "desktop"])
def test_a_page_has_its_colours_and_its_scripts(read: Read, language: str, window: Window) -> None:
    reader = read(window)
    reader.open(f"/{language}/limits/")
    reader.see("button.color-scheme[aria-label]")
    assert reader.ask(STYLE, "body", "backgroundColor") == "rgb(251, 250, 247)"
    for part in (".bar", ".button"):
        if reader.ask("(s) => !!document.querySelector(s)", part):
            assert reader.ask(STYLE, part, "backgroundColor") != "rgba(0, 0, 0, 0)", part
    assert reader.ask(STYLE, ".figure-box", "fill") != "rgb(0, 0, 0)"
    assert reader.ask("() => document.documentElement.className") == "js"
    assert reader.ask("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("window", ["phone", "desktop"])
def test_the_answer_breaks_between_words(read: Read, window: Window) -> None:
    reader = read(window)
    reader.open("/zh/")
    lines = reader.ask(f"() => ({LINES})(document.querySelector('.answer'))")
    assert all(line.strip()[-1] in "：，。" for line in lines[:-1]), lines


@LANGUAGES
def test_the_search_is_worked_by_keyboard(read: Read, language: str) -> None:
    reader = read("desktop")
    reader.open(f"/{language}/limits/")
    reader.see("button.color-scheme[aria-label]")
    reader.key("/")
    reader.until(FOCUSED, ".search__input")
    reader.type(QUERY[language])
    reader.until(ANSWERED, QUERY[language])
    reader.key("ArrowDown")
    reader.until(FOCUSED, ".results__link")
    reader.key("ArrowUp")
    reader.until(FOCUSED, ".search__input")
    reader.key("Escape")
    reader.until("() => !document.activeElement.matches('.search__input')")
    reader.key("/")
    reader.until(FOCUSED, ".search__input")
    reader.until(VALUE, ".search__input", QUERY[language])
    first = reader.until(ANSWERED, QUERY[language])
    reader.key("Enter")
    reader.arrive(first)
    reader.until(IN_SIGHT, "")
    reader.see("mark.found")


@LANGUAGES
def test_the_search_is_worked_by_touch(read: Read, language: str) -> None:
    reader = read("phone")
    reader.open(f"/{language}/limits/")
    reader.tap("button.toggle-search")
    reader.until(FOCUSED, ".search__input")
    reader.type(QUERY[language])
    first = reader.until(ANSWERED, QUERY[language])
    reader.tap(".results__link")
    reader.arrive(first)
    reader.until(IN_SIGHT, "")
    # The Go of a phone's keyboard is its Enter.
    reader.tap("button.toggle-search")
    reader.until(FOCUSED, ".search__input")
    reader.ask("() => document.activeElement.select()")
    reader.type("icloud")
    first = reader.until(ANSWERED, "icloud")
    reader.key("Enter")
    reader.arrive(first)


@LANGUAGES
@pytest.mark.parametrize("query", ["RCS", "PUK"])
def test_words_are_marked_on_the_same_page_too(read: Read, language: str, query: str) -> None:
    reader = read("desktop")
    first = ""
    for page in (f"/{language}/", None):
        # The second time, from the page that the first result is on.
        reader.open(page or first.partition("#")[0])
        reader.see("button.color-scheme[aria-label]")
        reader.key("/")
        reader.until(FOCUSED, ".search__input")
        reader.type(query)
        first = reader.until(ANSWERED, query)
    reader.press(".results__link")
    reader.arrive(first)
    reader.until(
        "(word) => [...document.querySelectorAll('mark.found')]"
        ".some((e) => e.textContent.toLowerCase().includes(word))",
        query.lower(),
    )


@LANGUAGES
def test_the_switch_keeps_the_section(read: Read, language: str) -> None:
    reader = read("phone")
    other = OTHER[language]
    reader.open(f"/{language}/limits/#operator-services")
    reader.until(IN_SIGHT, "#operator-services")
    reader.tap(link_to(other))
    reader.arrive(f"/{other}/limits/#operator-services")
    reader.until(IN_SIGHT, "#operator-services")
    reader.back()
    reader.arrive(f"/{language}/limits/#operator-services")
    reader.ask("() => document.getElementById('cloud-services').scrollIntoView()")
    reader.tap(link_to(other))
    reader.arrive(f"/{other}/limits/#cloud-services")


@LANGUAGES
def test_colours_are_chosen_and_stay(read: Read, language: str) -> None:
    reader = read("desktop")
    reader.open(f"/{language}/")
    seen = [reader.until(STYLE, "body", "backgroundColor")]
    for _ in range(3):
        reader.press("button.color-scheme")
        seen.append(reader.ask(STYLE, "body", "backgroundColor"))
    dark = "rgb(17, 25, 31)"
    assert set(seen) == {"rgb(251, 250, 247)", dark}, seen
    while reader.ask(STYLE, "body", "backgroundColor") != dark:
        reader.press("button.color-scheme")
    reader.open(f"/{OTHER[language]}/card/")
    assert reader.ask(STYLE, "body", "backgroundColor") == dark


@LANGUAGES
def test_the_menu_opens_leads_on_and_closes(read: Read, language: str) -> None:
    reader = read("phone")
    reader.open(f"/{language}/limits/")
    reader.tap("button.toggle-drawer")
    reader.see(".nav")
    reader.key("Escape")
    reader.until("() => getComputedStyle(document.querySelector('.nav')).visibility === 'hidden'")
    reader.until(FOCUSED, "button.toggle-drawer")
    reader.tap("button.toggle-drawer")
    reader.tap("button.nav__close")
    reader.until("() => getComputedStyle(document.querySelector('.nav')).visibility === 'hidden'")
    reader.tap("button.toggle-drawer")
    reader.tap(".nav a[href*='workarounds']")
    reader.arrive(f"/{language}/workarounds/")
    assert reader.ask(STYLE, ".nav", "visibility") == "hidden"


@LANGUAGES
def test_the_contents_lead_to_sections(read: Read, language: str) -> None:
    reader = read("phone")
    reader.open(f"/{language}/lost/")
    reader.see("button.color-scheme[aria-label]")
    reader.tap(".toc summary")
    reader.tap(".toc a[href$='#both']")
    reader.until(IN_SIGHT, "#both")
    reader.until("() => !document.querySelector('.toc details').open")


@LANGUAGES
def test_the_contents_mark_the_section_being_read(read: Read, language: str) -> None:
    reader = read("desktop")
    reader.need("1280 px")
    reader.open(f"/{language}/lost/")
    reader.press(".toc a[href$='#both']")
    reader.until(IN_SIGHT, "#both")
    reader.until("() => document.querySelector('.toc [aria-current]').hash === '#both'")


@LANGUAGES
def test_ticks_stay_in_both_languages(read: Read, language: str) -> None:
    reader = read("phone")
    reader.open(f"/{language}/checklist/#puk")
    reader.see("button.color-scheme[aria-label]")
    reader.tap("#puk input")
    reader.until("() => document.querySelector('#puk input').checked")
    for there in (OTHER[language], language):
        reader.open(f"/{there}/checklist/")
        reader.until("() => document.querySelector('#puk input').checked")


@LANGUAGES
def test_a_letter_is_copied(read: Read, language: str) -> None:
    reader = read("desktop")
    reader.open(f"/{language}/operator-data/")
    reader.press("button.copy")
    reader.until("() => document.querySelector('.copy + [role=status]').textContent")
    letter = reader.ask("() => document.querySelector('pre code').innerText")
    # Where else it may be read is the browser's secret; a field takes it from anyone.
    reader.press("button.toggle-search, .search__input")
    reader.until(FOCUSED, ".search__input")
    reader.paste()
    pasted = reader.until("() => document.querySelector('.search__input').value")
    if "clipboard" in reader.engine.lacks:
        letter, pasted = (text.encode("ascii", "ignore").decode() for text in (letter, pasted))
    assert "".join(pasted.split()) == "".join(letter.split())


@LANGUAGES
def test_a_term_is_explained(read: Read, language: str) -> None:
    reader = read("desktop")
    reader.open(f"/{language}/limits/")
    reader.see("button.color-scheme[aria-label]")
    reader.ask("() => document.querySelector('a.term').focus()")
    meaning = reader.ask("() => document.querySelector('a.term').dataset.meaning")
    reader.see("[role=tooltip]")
    assert reader.ask("() => document.querySelector('[role=tooltip]').textContent") == meaning
    reader.key("Escape")
    reader.until("() => !document.querySelector('[role=tooltip]')")


# Goes to every id of the page; returns those that come to stand under the bar or out of sight.
VISIT = """() => {
  const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
  const wrong = [];
  for (const target of document.querySelectorAll("article [id]")) {
    if (target.closest("svg") || !target.getClientRects().length) continue;
    location.hash = target.id;
    const { top } = target.getBoundingClientRect();
    if (top < bar - 1 || top > innerHeight) wrong.push(`#${target.id} is at ${top}`);
  }
  return wrong;
}"""


@LANGUAGES
@pytest.mark.parametrize("page", ["limits", "fact-check", "checklist"])
def test_no_section_arrives_under_the_bar(read: Read, language: str, page: str) -> None:
    reader = read("phone")
    reader.open(f"/{language}/{page}/")
    reader.see("button.color-scheme[aria-label]")
    assert reader.ask(VISIT) == []


@LANGUAGES
def test_a_wrong_address_leads_to_the_search(read: Read, language: str) -> None:
    reader = read("phone")
    reader.open(f"/{language}/nowhere/")
    reader.tap(".not-found input")
    reader.type("iCloud")
    reader.key("Enter")
    reader.see(".results__link")
    reader.until(VALUE, ".search__input", "iCloud")
    assert reader.address().startswith(f"/{language}/?q=iCloud")


def have_copy(reader: Reader, language: str) -> None:
    """Read two pages, at the second of which the copy is made, and wait until it is in use."""
    for path in ("card", "limits"):
        reader.open(f"/{language}/{path}/")
    reader.until(
        "() => navigator.serviceWorker.controller"
        " && navigator.serviceWorker.controller.state === 'activated'"
    )


@LANGUAGES
def test_who_reloads_a_page_gets_the_one_of_today(
    read: Read, server: Server, listening: Path, language: str
) -> None:
    """Also where the copy was just found to be of today, and pages come from it at once."""
    reader = read("phone")
    have_copy(reader, language)
    reader.open(f"/{language}/lost/")
    reader.ask(KEPT, "/?network=agreed")
    assert reader.until("() => self.kept") != "never again"
    text = (listening / language / "lost/index.html").read_text("utf-8")
    server.altered[f"/{language}/lost/"] = text.replace("<h1", "<h1 data-release", 1).encode()
    reader.ask("() => { location.reload(); }")
    reader.see("h1[data-release]")


@LANGUAGES
def test_the_site_opens_without_a_network(read: Read, server: Server, language: str) -> None:
    reader = read("phone")
    have_copy(reader, language)
    # Who searches keeps the search, too.
    reader.tap("button.toggle-search")
    reader.until(FOCUSED, ".search__input")
    reader.type(QUERY[language])
    reader.until(ANSWERED, QUERY[language])
    reader.ask(KEPT, f"/?offline={language}/search")
    reader.until("() => self.kept")
    server.gone = True
    for path in ("limits/#operator-services", "", "workarounds/", "lost/", "card/") * 2:
        reader.open(f"/{language}/{path}")
        reader.see("h1")
    reader.tap("button.toggle-search")
    reader.until(FOCUSED, ".search__input")
    reader.type(QUERY[language])
    reader.see(".results__link")
    server.gone = False
