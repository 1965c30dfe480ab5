"""What becomes of tables, checklists, terms and headings, each on a few lines of a page."""

import re

import pytest
from content import checklists, glossary_links, line_breaks, permalinks, tables
from content.attributes import move_to_own_line
from content.text import parse, replace
from inputs.data import Data
from inputs.languages import Language
from inputs.place import Place
from lxml import html

PLACE = Place("card.md", "")


def table(columns: int) -> str:
    head = "".join(f"<th>{'' if at == 0 else f'Column {at}'}</th>" for at in range(columns))
    cells = "".join(f"<td>{at}</td>" for at in range(columns))
    return (
        f"<h2 id='a'>Where</h2><table><thead><tr>{head}</tr></thead>"
        f"<tbody><tr>{cells}</tr></tbody></table><p>After.</p>"
    )


@pytest.mark.parametrize(("columns", "classes"), [(3, "data"), (6, "data data--wide")])
def test_table_names_rows_and_cells(columns: int, classes: str) -> None:
    page = parse(table(columns))
    tables.name_cells(page)
    assert page.xpath("//table/@class") == [classes]
    # A cell that names no column is no heading.
    assert [cell.tag for cell in page.xpath("//thead/tr/*")] == ["td"] + ["th"] * (columns - 1)
    assert page.xpath("//tbody//th[@scope='row']/text()") == ["0"]
    labels = [f"Column {at}" for at in range(1, columns)]
    assert page.xpath("//tbody//td/@data-label") == labels


def test_sign_before_a_word_is_for_the_eye_only() -> None:
    page = parse(table(3).replace("<td>1<", "<td>✓ yes<").replace("<td>2<", "<td>± 2 °C<"))
    tables.name_cells(page)
    assert page.xpath("//td/span[@aria-hidden='true']/text()") == ["✓ ", "± "]
    assert page.xpath("//tbody//td[1]")[0].text_content() == "✓ yes"


ITEM = '<li class="task-list-item" id="{0}"><input type="checkbox"> Note <b>the {0}</b></li>'
LOOSE = ITEM.replace("<input", "<p><input").replace("</li>", "</p></li>")


@pytest.mark.parametrize("item", [ITEM, LOOSE], ids=["tight", "with empty lines between"])
def test_each_box_has_a_label_and_its_own_id(item: str, english: Language) -> None:
    page = parse(f'<ul class="task-list">{item.format("puk")}{item.format("pin")}</ul>')
    checklists.make_tickable(page, PLACE, "checklist", english.strings)
    assert page.xpath("//ul[@class='checklist']/@data-list") == ["checklist"]
    assert page.xpath("//li/@id") == ["puk", "pin"]
    assert len(page.xpath("//li/label/input")) == 2
    assert not page.xpath("//li//p"), "a paragraph cannot stand in a label"
    assert page.xpath("//li[1]/label/span")[0].text_content() == "Note the puk"
    assert len(page.xpath("//p[@class='checklist-tools'][@hidden]//button")) == 1


def test_list_inside_an_item_stays_outside_its_label(english: Language) -> None:
    inner = f'<ul class="task-list">{ITEM.format("pin")}</ul>'
    outer = ITEM.format("puk").replace("</li>", f"{inner}</li>")
    page = parse(f'<ul class="task-list">{outer}</ul>')
    checklists.make_tickable(page, PLACE, "checklist", english.strings)
    assert not page.xpath("//label//ul")
    assert len(page.xpath("//label/input")) == 2


def test_item_without_an_id_is_told(english: Language) -> None:
    page = parse(f'<ul class="task-list">{ITEM.format("puk").replace(" id=", " data-x=")}</ul>')
    (told,) = checklists.make_tickable(page, PLACE, "checklist", english.strings)
    assert told.endswith("'{ #note-puk }': 'Note the puk'.")


def test_item_without_a_box_is_told(english: Language) -> None:
    inner = f'<ul class="task-list">{ITEM.format("pin")}</ul>'
    page = parse(f'<ul class="task-list">{ITEM.format("puk")}<li id="b">Later{inner}</li></ul>')
    (told,) = checklists.make_tickable(page, PLACE, "checklist", english.strings)
    assert told.startswith("card.md: every item of a checklist begins with '- [ ] ': 'Later")


def terms_in(content: str, data: Data) -> html.HtmlElement:
    page = parse(content)
    terms = glossary_links.Terms.of("en", data)
    glossary_links.link_terms(page, terms, "../glossary/")
    return page


def test_first_use_of_a_term_is_linked_in_the_order_of_reading(data: Data) -> None:
    page = terms_in("<p>An <b>eSIM</b> is an eSIM.</p><p>eSIM</p>", data)
    (link,) = page.xpath("//a")
    assert link.getparent().tag == "b"
    assert link.get("href") == "../glossary/#esim"
    assert link.get("data-meaning") == "A SIM that is downloaded to a chip."
    assert page.text_content() == "An eSIM is an eSIM.eSIM"


@pytest.mark.parametrize(
    "content",
    [
        "<h2>eSIM</h2>",
        "<p><a href='x'>eSIM</a></p>",
        "<p><code>eSIM</code></p>",
        "<blockquote>eSIM</blockquote>",
        "<p>eSIMs</p>",
        "<p>noteSIM</p>",
        "<p>Open eSIM.no/find or www.eSIM.no.</p>",
        "<p>在esim.com.cn上，写信到 esim@example.org</p>",
    ],
)
def test_term_is_left_alone(content: str, data: Data) -> None:
    assert not terms_in(content, data).xpath("//a[@class='term']")


def test_term_at_the_end_of_a_sentence_is_no_address(data: Data) -> None:
    assert terms_in("<p>Use an eSIM. See esim.no</p>", data).xpath("//a[@class='term']")


@pytest.mark.parametrize("level", ["h1", "h2", "h3"])
def test_words_of_a_heading_stay_whole(level: str, data: Data) -> None:
    page = parse(f"<{level}>怎样备份才好</{level}><{level}><b>说过头了</b>：备份</{level}>")
    line_breaks.keep_words_whole(page, line_breaks.unbroken("zh", data))
    assert page[0].xpath("span/text()") == ["备份"]
    # A checked claim breaks like the sentence that it is.
    assert not page[1].xpath("span")


def test_answer_breaks_behind_its_marks_and_nowhere_else() -> None:
    page = parse("<h2 class='answer'>不会：它保住挪威的号码，不备份手机数据</h2>")
    line_breaks.let_break_at_marks(page)
    assert [it.tag for it in page.xpath("//h2/*")] == ["wbr", "wbr"]
    assert page.xpath("//wbr")[1].tail == "不备份手机数据"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("by § 16-5 of the act", "§ 16-5"),
        ("see §3-10.", "§3-10"),
        ("第 3-10 条", "第 3-10 条"),
        ("按第15条，不收费", "第15条"),
        ("three to 3-5 months", "3-5"),
        ("8–16 on weekdays", "8–16"),
        ("back up 3-2-1: three", "3-2-1"),
        ("on 2026-11-23, USB-3, GSM 11-, item 3", ""),
        ("<code>§ 16-5</code>", ""),
    ],
)
def test_numbers_do_not_break_at_their_hyphens(text: str, whole: str) -> None:
    page = parse(f"<p>{text}</p>")
    line_breaks.keep_numbers_whole(page)
    assert page.xpath("string(//span[@class='whole'])") == whole
    assert page.text_content() == parse(f"<p>{text}</p>").text_content()


def test_language_with_spaces_needs_no_spans(data: Data) -> None:
    assert line_breaks.unbroken("en", data) is None


def test_heading_has_a_link_beside_it_and_stays_its_words() -> None:
    page = parse("<h2 id='puk'>The <b>PUK</b></h2>It.<h2>No id</h2>")
    permalinks.link_headings(page)
    # Reader views drop a <div> with so few words (tests/browsers/test_reader_view.py).
    (heading, link) = page.xpath("//header[@class='heading']/*")
    assert (heading.text_content(), heading.get("id")) == ("The PUK", "puk")
    assert not heading.xpath(".//a")
    assert link.get("href") == "#puk"
    # A selection over it copies no sign: the styles draw it.
    assert page.text_content() == "The PUKIt.No id"


def test_attributes_at_the_end_of_a_line_belong_to_it() -> None:
    text = "- [ ] Note it { #puk }\n- two\n\n## A { #a }\n\n```\nx { #b }\n```\n[l](x){ .y }\n"
    assert move_to_own_line(text) == text.replace("it { #puk }", "it\n{ #puk }")


def test_text_is_replaced_where_it_stands() -> None:
    page = parse("<p>a1b<i>c2d</i>e3<code>4</code>f5</p>")

    def mark(match: re.Match[str]) -> list[html.HtmlElement]:
        made = html.Element("u")
        made.text = match[0]
        return [made]

    replace(page, re.compile(r"\d"), mark, skip={"code"})
    assert html.tostring(page[0], encoding="unicode") == (
        "<p>a<u>1</u>b<i>c<u>2</u>d</i>e<u>3</u><code>4</code>f<u>5</u></p>"
    )
