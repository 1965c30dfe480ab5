"""A letter of a page can be filled in: its placeholders become fields above it."""

from dataclasses import replace

import pytest
from content import letters
from content.text import parse
from inputs.data import Data, Field
from inputs.languages import Language
from inputs.place import Place

PLACE = Place("card.md", "")
TWO = (
    "<h2>A letter</h2><h3>Norsk</h3><pre><code>Fra: [NAVN], [DATO]\n[NAVN]</code></pre>"
    "<h3>English</h3><pre><code>From: [NAME]</code></pre>"
)


@pytest.fixture
def fields(data: Data) -> Data:
    """Return the small data with two fields, the first for placeholders in two languages."""
    name = Field.model_construct(id="name", placeholders=["NAVN", "NAME"], label={"en": "Name"})
    date = Field.model_construct(
        id="date", placeholders=["DATO"], label={"en": "Date"}, kind="today"
    )
    return replace(data, fields=[name, date])


def test_placeholders_of_all_letters_have_one_field_each(english: Language, fields: Data) -> None:
    page = parse(TWO)
    assert letters.make_fillable(page, PLACE, english, fields) == []
    assert page.xpath("//code//@data-field") == ["name", "date", "name", "name"]
    assert [label.text for label in page.xpath("//label")] == ["Name", "Date"]
    assert page.xpath("//label/input/@type") == ["text"]
    assert page.xpath("//label/input[@data-today]/@data-fills") == ["date"]
    # What has no name and no form is never sent.
    assert not page.xpath("//form | //input[@name]")


def test_fields_stand_above_the_headings_of_the_letters(english: Language, fields: Data) -> None:
    page = parse(TWO)
    assert letters.make_fillable(page, PLACE, english, fields) == []
    assert [element.tag for element in page][:3] == ["h2", "fieldset", "h3"]
    mails = [mail.text for mail in page.xpath("//fieldset//a")]
    assert [mail.endswith(end) for mail, end in zip(mails, ("Norsk", "English"), strict=True)]


def test_letter_reads_as_before(english: Language, fields: Data) -> None:
    page = parse(TWO)
    assert letters.make_fillable(page, PLACE, english, fields) == []
    assert page.xpath("//code")[0].text_content() == "Fra: [NAVN], [DATO]\n[NAVN]"


def test_code_without_a_placeholder_is_no_letter(english: Language, fields: Data) -> None:
    page = parse("<pre><code>[@n1; @n2] [Unreleased]</code></pre>")
    assert letters.make_fillable(page, PLACE, english, fields) == []
    assert not page.xpath("//fieldset | //*[@data-field]")


def test_placeholder_without_a_field_is_told(english: Language, fields: Data) -> None:
    page = parse("<pre><code>[NAME] [NAEM]</code></pre>")
    (told,) = letters.make_fillable(page, PLACE, english, fields)
    assert told.startswith("card.md: docs/data/letters.yml has no field for [NAEM]")
