"""Let a reader fill in a letter on the page: fields above it for its placeholders in brackets.

A code block is a letter if it holds a placeholder of docs/data/letters.yml, such as [FULL NAME].
letters.js fills it in and opens it in a mail program; without a script it is the letter alone.
"""

import re

from inputs.data import Data, Field
from inputs.languages import Language
from inputs.place import Place
from lxml import html
from lxml.html.builder import E

from content.text import HEADINGS, replace, words

PLACEHOLDER = re.compile(r"\[([^\[\]\n]+)\]")


def make_fillable(
    tree: html.HtmlElement, place: Place, language: Language, data: Data
) -> list[str]:
    """Mark the placeholders of a page's letters, and put one form for all above the first.

    Returns a message for each placeholder, of the page at a place, that no field is for.
    """
    fields = {text: field for field in data.fields for text in field.placeholders}
    asked: list[Field] = []
    unknown: list[str] = []

    def mark(match: re.Match[str]) -> list[html.HtmlElement] | None:
        field = fields.get(match[1])
        if not field:
            unknown.append(match[0])
            return None
        asked.append(field)
        return [E.span({"data-field": field.id}, match[0])]

    letters = [
        code
        for code in tree.iterfind(".//pre/code")
        if not fields.keys().isdisjoint(PLACEHOLDER.findall(code.text_content()))
    ]
    for letter in letters:
        replace(letter, PLACEHOLDER, mark)
    if letters:
        wanted = [field for field in data.fields if field in asked]
        heading = heading_above(letters[0])
        # A heading below h2 is that of one letter among several: the form stands above the first.
        below = heading if heading is not None and heading.tag > "h2" else letters[0].getparent()
        below.addprevious(form(letters, wanted, language))
    return [
        f"{place.of(text)}: docs/data/letters.yml has no field for {text}; add it under "
        "'placeholders' there, or mend it in the letter."
        for text in unknown
    ]


def form(
    letters: list[html.HtmlElement], fields: list[Field], language: Language
) -> html.HtmlElement:
    """Return the fields for some letters, and for each of these a link that opens it as a mail."""
    strings = language.strings
    places = E.div({"class": "letter__fields"})
    for field in fields:
        # Without a name, and in no form: there is nothing to send.
        # No date picker: it takes four stops of the keyboard for one date.
        filled = {"data-fills": field.id}
        filled |= {"data-today": ""} if field.kind == "today" else {"type": field.kind}
        if field.autocomplete:
            filled["autocomplete"] = field.autocomplete
        places.append(E.label(field.label[language.folder], E.input(filled)))
    # letters.js goes on to say how many fields are empty.
    count = sum(field.kind != "today" for field in fields)
    told = strings["letter.empty"]
    empty = E.p({"data-empty": told, "role": "status"}, told.replace("{n}", str(count)))
    mails = E.p()
    for letter in letters:
        heading = heading_above(letter)
        title = words(heading) if heading is not None else ""
        label = f"{strings['letter.mail']}{strings['claim.colon']}{title}"
        mails.append(E.a({"class": "button"}, label))
        mails[-1].tail = " "
    return E.fieldset(
        {"class": "letter", "data-search-exclude": ""},
        E.legend(strings["letter.title"]),
        E.p(strings["letter.about"]),
        places,
        empty,
        mails,
        E.p(strings["letter.recipient"]),
    )


def heading_above(letter: html.HtmlElement) -> html.HtmlElement | None:
    """Return the heading under which a letter stands."""
    before = letter.getparent().itersiblings(preceding=True)
    return next((element for element in before if element.tag in HEADINGS), None)
