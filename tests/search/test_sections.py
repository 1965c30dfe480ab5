"""A page is divided where readers would look for an answer."""

from lxml import html
from search_index.sections import LONG, passages, sections

PAGE = """
<h1>Limits<a data-search-exclude href="#">¶</a></h1>
<p>It does not <em>back up</em>.<sup data-search-exclude>1</sup></p>
<h2 id="sim">The SIM</h2>
<p>Holds little. See <a href="../lost/#sim">lost</a>.</p>
<h3 id="more">More</h3>
<ul><li>one<li>two</ul>
<h4 id="deep">Deep</h4>
<table><thead><tr><th>Way<th>Contacts</thead><tr><td>iCloud<td data-label="Contacts">yes</table>
<script>no()</script>
"""


def test_headings_down_to_the_third_level_begin_sections() -> None:
    found = sections("limits/", "Limits", PAGE)
    assert [(it.address, it.title) for it in found] == [
        ("limits", "Limits"),
        ("limits#sim", "The SIM"),
        ("limits#more", "More"),
    ]
    assert {it.page for it in found} == {"Limits"}


def test_a_section_knows_the_ids_that_its_heading_had() -> None:
    page = '<h2 id="sim"><span id="chip"></span><span id="card"></span>The SIM <b id="b">!</b></h2>'
    _, sim = sections("limits/", "Limits", page)
    assert [sim.at(old) for old in sim.old_ids] == ["limits#chip", "limits#card"]


def test_the_text_is_what_readers_see_and_the_build_has_not_added() -> None:
    top, sim, more = sections("limits/", "Limits", PAGE)
    assert top.passages == ["It does not back up."]
    assert sim.passages == ["Holds little. See lost."]
    # The names of a table's columns stand with its cells.
    assert more.passages == ["one.", "two.", "Deep", "iCloud · Contacts: yes."]


def test_a_quotation_is_shown_as_one() -> None:
    (top,) = sections("", "Home", "<blockquote><p>I like it.</blockquote><p>So they say.")
    assert top.passages == ["“I like it.”", "So they say."]


def test_a_chinese_column_has_a_chinese_colon() -> None:
    (top,) = sections("", "Home", '<table><tr><th>iCloud<td data-label="短信">部分</table>')
    assert top.passages == ["iCloud · 短信：部分。"]


def test_an_item_ends_where_the_next_begins() -> None:
    items = "<li>My number may have lapsed<li>It says “gone.”<li>Also (when it is off):"
    (top,) = sections("", "Home", f"<ul>{items}</ul>")
    assert top.passages == [
        "My number may have lapsed.",
        "It says “gone.”",
        "Also (when it is off):",
    ]


def test_a_figure_is_found_by_its_description() -> None:
    """Its labels are no sentences, and an excerpt of them is a riddle."""
    drawing = "<svg><title>Where</title><desc>The card holds little.</desc><text>card</text></svg>"
    (top,) = sections("limits/", "Limits", f"<p>Look:</p><figure>{drawing}</figure>")
    assert top.passages == ["Look:", "The card holds little."]


def test_a_tree_is_read_and_stays_as_it_is() -> None:
    tree = html.fragment_fromstring(PAGE, create_parent="div")
    before = html.tostring(tree)
    assert [it.title for it in sections("", "Home", tree)] == ["Home", "The SIM", "More"]
    assert html.tostring(tree) == before


def test_the_home_page_goes_by_the_name_of_its_file() -> None:
    assert sections("", "Home", "<p>text")[0].address == "index"


def test_a_passage_fits_an_excerpt_and_ends_with_a_sentence() -> None:
    found = passages("A sentence of no great length. " * 20)
    assert len(found) > 1
    assert all(len(it) <= LONG and it.endswith(".") for it in found)
    # A Chinese character is as wide as two letters.
    assert all(len(it) * 2 <= LONG for it in passages("这是一个不太长的句子。" * 30))
    # Behind a full-width mark stands no space.
    assert passages("先锁定手机。再打给运营商。") == ["先锁定手机。再打给运营商。"]
    assert passages("") == []


def test_only_a_sentence_too_long_for_an_excerpt_is_cut() -> None:
    """Who reads "… to end the contract, it has to tell you" does not know who has to."""
    first = "Its rule is not known; ask; and note the answer."
    assert passages(f"{'Read on. ' * 14}{first}")[1] == first
    assert passages(f"A word{' of it' * 20}; and{' more' * 20}.")[1].startswith("and more")
