"""Slips that one line shows: a rule is a pattern, and what to write instead.

The rules are for what Markdown takes for an ordinary text, or drops. What it leaves as it was
written, such as a link that is never closed, is found in the finished page (checks/leftovers.py).
"""

import re
from collections.abc import Iterator

from checks.slips.without_code import Slip, Text

HEADING = "write headings as '## Heading { #id }'"
LINK = "write links as [words](page.md#id)"
# The kinds of notes that pages show as such.
NOTES = ("note", "warning")

RULES: dict[str, str] = {
    # Headings.
    r"^#{1,6}[^#\s]": HEADING + ", with a space after the number signs",
    r"^\s*＃": HEADING + ", with half-width number signs",
    # Lists.
    r"^\s*(?:\d+[)）、．]|[０-９]+[.．、)）]|\d+\.[^\s\d])": "number steps as '1. ', with "
    "half-width signs and a space",
    r"^\s*(?:[•·●○◦▪－]|＊(?!＊)|[–—](?![–—]))": "begin the items of a list with '- '",
    r"^\s*(?:-[^\s\d>\-]|\*(?!\[[^\]]+\]:)[^\s*][^*]*$)": "begin the items of a list with '- '",
    r"^\s*(?:[-*+]\s*(?!\[[ xX]\]\s+\S)|\d+\.\s+)(?:\[[ \u3000xX✓√]{0,2}\]|【[ \u3000✓√]?】)"
    r"(?![(\[])": "write the items of a checklist as '- [ ] Item { #id }'",
    # Links and pictures.
    r"!\[\s*\]\(": "say in brackets what the picture shows: ![words](picture.png)",
    r"(?<!!)\[\s*\]\(": LINK + ", with words in the brackets",
    r"\]\(\s*\)": LINK + ", with an address",
    r"\[\^": "there are no footnotes; cite a source, or say it in the text",
    r"^\s*\[[^\]]+\]:\s": LINK + "; an address cannot stand elsewhere",
    # MkDocs would end in a traceback.
    r"\]\(\s*(?:[a-z]+:)?//[^)\s/]*[\[\]]": LINK + "; the name of a host has no brackets",
    r"""(?<![(\["'<=\w])https?://""": "write addresses as [words](https://…)",
    # What other tools know, and this one does not.
    r"==[^=\s][^=]*==": "text cannot be marked; make it **bold**",
    r"\+\+[a-z0-9+-]+\+\+": "keys are written as text, such as **Ctrl**",
    r"^\s*\*\[[^\]]+\]:": "explain words in docs/data/glossary.yml",
    r"^:\s+\S": "there are no lists of definitions; write '- **Word**: what it means'",
    r"^\s*\[(?:TOC|toc)\]": "the contents of a page are made by the build; leave this out",
    r"\$\$": "there are no formulas; write text or code",
    r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])": "signs have no names here; write the sign itself",
    # Notes.
    r"""^\s*(?:\?\?\?|:::|///|===[!+]?\s+["“'])""": """write a note as '!!! warning "Title"' and """
    "its text indented by four; nothing can be folded, and there are no tabs",
    rf"""^(?!\s*!!! (?:{"|".join(NOTES)})(?: "[^"]+")?\s*$)\s*(?:！！|!{{2,}}(?!\[))""": "write "
    f"""notes as '!!! warning "Title"', in half-width signs; the kinds are {", ".join(NOTES)}""",
    r"<!(?!--)": "'<!' begins nothing that pages have; to show the sign itself, write &lt;",
    # What nobody sees.
    r"[\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff\ufffd\x01-\x08\x0b\x0c\x0e-\x19]": "there is "
    "an invisible sign in this line; write it anew",
    r"^\s*[\u3000\u00a0]": "begin paragraphs without spaces; the styles set them apart",
}
CHECKS = [(re.compile(pattern), mend) for pattern, mend in RULES.items()]
NOTE = re.compile(r"^ *!!! ")
DIRECTIVE = re.compile(r"^\{\{.*\}\}\s*$")


def slips(text: Text) -> Iterator[Slip]:
    """Yield the slips that one line shows, or one with its neighbours."""
    for number, line in text:
        for pattern, mend in CHECKS:
            if pattern.search(line):
                yield number, mend
                break
        spaces = len(line) - len(line.lstrip(" "))
        if line.strip() and spaces % 4 and not line.lstrip().startswith("<"):
            level = round(spaces / 4) * 4 or 4
            yield (
                number,
                f"indented by {spaces}: what belongs to the item above is indented by {level} "
                "spaces, anything else by none",
            )
        before = text.before(number)
        if DIRECTIVE.match(line) and (before.strip() or text.after(number).strip()):
            yield number, "leave an empty line before and after a directive"
        if NOTE.match(line):
            following = next((it for it in text.lines[number - text.first + 1 :] if it.strip()), "")
            if not following.startswith(" " * (spaces + 4)):
                mend = f"indent the text of the note by {spaces + 4} spaces, on the lines under it"
                yield number, mend
            if before.strip():
                yield number, "leave an empty line before the note"
