"""Slips that one line shows: a rule is a pattern, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.slips.without_code import HIDDEN, Slip, Text, misplaced

HEADING = "write headings as '## Heading { #id }'"
LINK = "write links as [words](page.md#id)"
MENU = "the contents of a page are made by the build; leave this out"
# The kinds of notes that pages show as such.
NOTES = ("note", "warning")

RULES: dict[str, str] = {
    # Headings.
    r"^#{1,6}[^#\s]": HEADING + ", with a space after the number signs",
    r"^\s+#{1,6}\s": HEADING + ", at the start of a line",
    r"^#{7,}": HEADING + "; there are six levels",
    r"^\s*＃": HEADING + ", with half-width number signs",
    r"^#{1,6}\s.*\S\{ ?[#.]": "put a space before the brace: '## Heading { #id }'",
    r"^#{1,6}\s.*\{[^}]*$": "close the brace: '## Heading { #id }'",
    r"[｛｝]": "write half-width braces: { #id }",
    r"^#{1,6}\s+[^{]*$": "every heading needs an id: '## Heading { #id }'",
    # Lists.
    r"＊＊": "write **bold** with half-width stars",
    r"^\s*\d+[)）、．]": "number steps as '1. ', with a full stop and a space",
    r"^\s*[０-９]+[.．、)）]": "number steps as '1. ', with half-width digits",
    r"^\s*\d+\.[^\s\d]": "put a space after the number of a step: '1. '",
    r"^\s*(?:[•·●○◦▪－＊]|[–—](?![–—]))": "begin the items of a list with '- '",
    r"^\s*-[^\s\d>\-]": "put a space after the hyphen of an item: '- '",
    r"^\s*\*(?!\[[^\]]+\]:)[^\s*][^*]*$": "begin the items of a list with '- '",
    r"^\s*(?:[-*+]\s*(?!\[[ xX]\]\s+\S)|\d+\.\s+)(?:\[[ \u3000xX✓√]{0,2}\]|【[ \u3000✓√]?】)"
    r"(?![(\[])": "write the items of a checklist as '- [ ] Item { #id }'",
    # Links and pictures.
    r"\]\s+\((?:[\w./-]+\.md|#|https?:)": LINK + ", without a space before the bracket",
    r"\]\s*（": LINK + ", with half-width brackets",
    r"【[^】]*】\s*\(": LINK + ", with half-width brackets",
    r"!\[\s*\]\(": "say in brackets what the picture shows: ![words](picture.png)",
    r"(?<!!)\[\s*\]\(": LINK + ", with words in the brackets",
    r"\]\(\s*\)": LINK + ", with an address",
    r"\]\((?:[^()]|\([^()]*\))*$": LINK + "; this one is never closed",
    r"\[\^": "there are no footnotes; cite a source, or say it in the text",
    r"\[[^\[\]@]+\]\s?\[(?!@)[^\[\]]*\]": LINK + "; an address cannot stand elsewhere",
    r"^\s*\[[^\]]+\]:\s": LINK + "; an address cannot stand elsewhere",
    r"\]\(\s*(?!https?:|mailto:|tel:|sms:|#)[a-z]+:": "link to pages, and to addresses that begin "
    "with https:// only",
    r"(?<!!)\[[^\[\]]*\]\((?!https?:|mailto:|tel:|sms:|#)(?![^)\s]*\.md(?:[#)\s]))[^)\s]+\)": LINK
    + ", with the name of the page's file",
    # MkDocs would end in a traceback.
    r"\]\(\s*(?:[a-z]+:)?//[^)\s/]*[\[\]]": LINK + "; the name of a host has no brackets",
    r"""(?<![(\["'<=\w])https?://""": "write addresses as [words](https://…)",
    # What other tools know, and this one does not.
    r"~~\S": "text cannot be struck out; leave it out",
    r"==[^=\s][^=]*==": "text cannot be marked; make it **bold**",
    r"\+\+[a-z0-9+-]+\+\+": "keys are written as text, such as **Ctrl**",
    r"^\s*\?\?\?": "nothing can be folded; write a heading, or a note with '!!!'",
    r"""^\s*===[!+]?\s+["“']""": "there are no tabs; write a heading for each",
    r"^\s*>\s*\[!": """write notes as '!!! warning "Title"', and the text indented by four""",
    r"^\s*(?::::|///)": """write notes as '!!! warning "Title"', and the text indented by four""",
    r"^\s*\*\[[^\]]+\]:": "explain words in docs/data/glossary.yml",
    r"^:\s+\S": "there are no lists of definitions; write '- **Word**: what it means'",
    r"^\s*\[(?:TOC|toc)\]": MENU,
    r"\$\$": "there are no formulas; write text or code",
    r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])": "signs have no names here; write the sign itself",
    r"\{%|%\}": "there are no templates in pages",
    # Directives.
    r"^(?!\{\{.*\}\}\s*$).*(?:\{\{|\}\})": "a directive stands alone on its line: "
    "{{ checked 1.2 }}; to show one, write it as code",
    # Notes.
    r"^\s*！！！": """write notes as '!!! warning "Title"', with half-width signs""",
    rf"""^(?!\s*!!! (?:{"|".join(NOTES)})(?: "[^"]+")?\s*$)\s*!{{2,}}(?!\[)""": "write notes as "
    f"""'!!! warning "Title"'; there are the kinds {", ".join(NOTES)}""",
    r"<!(?!--)": "'<!' begins nothing that pages have; to show the sign itself, write &lt;",
    # What nobody sees.
    r"[\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffd\x01-\x08\x0b\x0c\x0e-\x19]": "there is "
    "an invisible sign in this line; write it anew",
    r"^\s*[\u3000\u00a0]": "begin paragraphs without spaces; the styles set them apart",
}
CHECKS = [(re.compile(pattern), mend) for pattern, mend in RULES.items()]
UNDERLINE = re.compile(r"^\s*(?:=+|-+)\s*$")
BOX = re.compile(r"^\s*[-*+]\s+\[[ xX]\]\s")
ID = re.compile(r"\{:? ?[^{}]*#[^{}]+\}")
NOTE = re.compile(r"^ *!!! ")
DIRECTIVE = re.compile(r"^\{\{.*\}\}\s*$")
# Attribute lists, addresses of links, and tags: stars and underscores in them do not mean bold.
NO_WORDS = re.compile(r"\{[^{}]*\}|(?<=\])\([^()]*\)|<[^<>]+>")
BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")


def slips(text: Text) -> Iterator[Slip]:
    """Yield the slips that one line shows, or one with its neighbours."""
    for number, line in text:
        if not line:
            continue
        for pattern, mend in CHECKS:
            if pattern.search(line):
                yield number, mend
                break
        spaces = len(line) - len(line.lstrip(" "))
        if line.strip() and spaces % 4 and not line.lstrip().startswith("<"):
            yield number, misplaced(spaces)
        before = text.before(number)
        if BOX.match(line) and not ID.search(line + text.after(number)):
            yield number, "an item of a checklist needs an id at its end, such as '{ #note-puk }'"
        if UNDERLINE.match(line) and before.strip() and "|" not in before:
            yield number - 1, HEADING + ", not with a line under it"
        if DIRECTIVE.match(line) and (before.strip() or text.after(number).strip()):
            yield number, "leave an empty line before and after a directive"
        if NOTE.match(line):
            yield from note(text, number, line)
    yield from unclosed_bold(text)


def note(text: Text, number: int, line: str) -> Iterator[Slip]:
    """Yield a slip if no text belongs to the note that begins in a line."""
    spaces = len(line) - len(line.lstrip(" ")) + 4
    rest = text.lines[number - text.first + 1 :]
    following = next((it for it in rest if it is None or it.strip()), "")
    if following is not None and not following.startswith(" " * spaces):
        yield number, f"indent the text of the note by {spaces} spaces, on the lines under it"
    if text.before(number).strip():
        yield number, "leave an empty line before the note"


def unclosed_bold(text: Text) -> Iterator[Slip]:
    """Yield a slip for each paragraph, item or row in which bold is opened and not closed."""
    start, signs = text.first, 0
    for number, line in [*text, (text.first + len(text.lines), "")]:
        if not line.strip() or re.match(r"\s*(?:[-*+]|\d+\.|\||#)\s", line):
            if signs % 2:
                yield start, "bold is opened and not closed: **words**"
            start, signs = number, 0
        elif not signs:
            start = number
        signs += len(BOLD.findall(NO_WORDS.sub("", line.replace(HIDDEN, "x"))))
