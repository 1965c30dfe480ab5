"""What Markdown did not understand, found in the text that readers would see.

What it swallows, or takes for something else, was told before (checks/slips/).
"""

import re
from collections.abc import Iterator

from content.text import texts
from inputs.place import Place
from lxml import html

HAN = r"[\u3400-\u9fff，。；：！？、）”》]"
# What readers would see, and what it was meant to be.
LEFT = {
    re.compile(pattern, re.MULTILINE): meant
    for pattern, meant in {
        r"[\[［【(（]\s*@": "a citation: [@n1; @n18], with half-width signs and small letters",
        r"\[\^": "a footnote, which there are none of",
        r"\[!\w|^\s*!!!": "a note: !!! warning, with the text indented by four",
        r"\]\(|\]\[|\]\s*（|】\s*\(|!\[|\]\s+\((?:[\w./-]+\.md|#|https?:)": "a link: "
        "[words](page.md#id), with its address behind it, in half-width signs",
        r"\[[ xX]?\] ": "an item of a checklist: - [ ] Item { #id }",
        r"\{\{|\}\}|\{%|%\}": "a directive on a line of its own: {{ checked 1.2 }}",
        r"^\s*#{1,6} ": "a heading at the start of its line: ## Heading { #id }",
        r"[{｛]:? ?[#.][\w-]|\{:? ?[\w-]+=": "attributes: a space, then { #id }",
        r"\*\*|＊＊|(?<!\w)__\w|\w__(?!\w)": "bold: **words**",
        r"(?<![\w*])\*(?=[^\s*])[^*]*\*(?!\w)": "emphasis: *words*",
        r"`": "code: `code`",
        r"~~": "text that is struck out, which there is none of",
        r"^\s*(?:[-*+•]|\d+[.)]) (?=\S)": "a list, with an empty line before it",
        r"^\s*>": "a quotation: > words",
        r"^\s*\||\|\s*:?--|\|\s*$": "a table, with the line | --- | --- | in it and an empty "
        "line before it",
        r"&(?:[a-z]+|#\d+);": "a sign, which is written as it is",
        r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>": "a tag; as text, it is written as `code`",
        rf"(?<={HAN})[ \u3000]+(?=[\u3400-\u9fff])": "Chinese without a space inside",
    }.items()
}
# Where signs stand for themselves.
NOT_TEXT = {"code", "pre", "script", "style", "svg"}
# What carries words that readers get, too.
WORDS = ("alt", "title", "aria-label")


def problems(tree: html.HtmlElement, place: Place) -> Iterator[str]:
    """Yield a message for each text of the page at a place in which something was left."""
    found = [*texts(tree, skip=NOT_TEXT)]
    found += [value for name in WORDS for value in tree.xpath(f".//@{name}")]
    # Nearly always nothing was left: to look through all texts at once is quicker than one by one.
    page = "\n".join(found)
    left = [(pattern, meant) for pattern, meant in LEFT.items() if pattern.search(page)]
    for text in found:
        for pattern, meant in left:
            if match := pattern.search(text):
                around = text[max(0, match.start() - 12) : match.end() + 12].strip()
                snippet = " ".join(around.split())
                yield f"{place.of(around)}: readers would see '{snippet}'; write {meant}."
                break
