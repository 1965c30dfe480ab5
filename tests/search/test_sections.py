"""A page is divided for the search as its reader sees it: title, sections, passages."""

from __future__ import annotations

from searching.sections import Section, read


def divided(content: str) -> list[tuple[str, str, list[str]]]:
    return [(it.id, it.title, it.passages) for it in read("card/", "The card", content)]


def test_a_page_begins_with_its_title_and_needs_no_anchor() -> None:
    page = '<h1 id="top">Card</h1><p>One.</p><h2 id="puk">PUK &amp; PIN</h2><p>Two.</p>'
    assert divided(page) == [("", "Card", ["One."]), ("puk", "PUK & PIN", ["Two."])]


def test_what_stands_above_all_headings_is_found_under_the_title_of_the_page() -> None:
    assert divided("<p>One.</p>") == [("", "The card", ["One."])]
    assert divided('<h2 id="puk">PUK</h2>') == [("", "The card", []), ("puk", "PUK", [])]


def test_a_deep_heading_is_found_in_the_section_it_stands_in() -> None:
    page = '<h1 id="top">Card</h1><h3 id="a">A</h3><p>One.</p><h4 id="b">B</h4><p>Two.</p>'
    assert divided(page)[1:] == [("a", "A", ["One.", "B", "Two."])]


def test_items_and_paragraphs_are_passages_and_code_is_no_part_of_a_word() -> None:
    page = '<h1 id="top">Card</h1><ul><li>dial<code>*100#</code>now</li><li>wait</li></ul>then'
    assert divided(page) == [("", "Card", ["dial *100# now", "wait", "then"])]


def test_what_the_build_has_added_is_not_found() -> None:
    page = (
        '<h1 id="top">Card<a class="headerlink" href="#top" data-search-exclude>#</a></h1>'
        '<p>One<a class="cite" href="#x" data-search-exclude>source<br>date</a>.'
        '<span class="verdict" data-search-exclude>Wrong</span></p>'
        "<p data-search-exclude>Notice <b>here</b></p><script>let hidden;</script>"
    )
    assert divided(page) == [("", "Card", ["One."])]


def test_every_section_counts_as_much_as_its_page() -> None:
    page = '<h1 id="top">Card</h1><h2 id="puk">PUK</h2>'
    assert read("card/", "", page, 0.5) == [
        Section("card/", "", "Card", 1, 0.5),
        Section("card/", "puk", "PUK", 2, 0.5),
    ]
