"""Break lines where a reader would: between words, not inside a number.

A line break in Markdown shows as a space, which Chinese has none of; so lines are joined. And a
browser may break a Chinese line anywhere, and in large type on a phone it does so in the middle
of a word. Words of docs/data/linebreaks.yml and terms of the glossary are put into spans that do
not break (typography.css); any other word breaks as before. Numbers with a hyphen or space inside
are kept whole in every language.
"""

import re

from inputs.data import Data
from lxml import html

from content.fences import outside
from content.text import HAN, in_span, replace

# A line break between Chinese characters or marks; the line may end or begin with bold or a link.
BREAK = re.compile(
    r"([\u3400-\u9fff，。；：！？、）”》](?:\*\*|\]\([^()\s]*\)|\[@[^\]\n]*\])?)[ ]*\n[ ]*"
    r"(?=(?:\*\*|\[)?[\u3400-\u9fff（“《])"
)
# Behind a mark of punctuation that is not the last.
MARK = re.compile(r"(?<=[，。；：！？])(?=.)")
# Numbers that a browser would break in two: § 16-5, 第 3-10 条, 8–16, 3-2-1.
NUMBERS = re.compile(
    r"§ ?\d+(?:-\d+)*|第 ?\d+(?:-\d+)* ?条"
    r"|(?<![A-Za-z0-9.-])\d{1,3}(?:[-–]\d{1,3})+(?![A-Za-z0-9-])"
)
# A longer name would leave no place to break a line.
LONGEST = 8


def join_chinese(markdown: str) -> str:
    """Return a text in which a line that ends and goes on in Chinese is one; not in code."""
    return outside(markdown, lambda part: BREAK.sub(r"\1", part))


def unbroken(language: str, data: Data) -> re.Pattern[str] | None:
    """Return a pattern for the words of a language that do not break; it may have none."""
    words = set(data.unbroken.get(language, ()))
    if not words:
        return None
    names = (name for term in data.terms for name in term.names(language))
    words.update(name for name in names if HAN.search(name) and len(name) <= LONGEST)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


def keep_words_whole(tree: html.HtmlElement, unbroken: re.Pattern[str] | None) -> None:
    """Put the words of headings into spans; see `unbroken` for the pattern.

    Headings with markup of their own stay as they are: the checked claims break like the sentences
    that they are.
    """
    if not unbroken:
        return
    for heading in tree.iter("h1", "h2", "h3"):
        if not len(heading):
            replace(heading, unbroken, in_span({}))


def keep_numbers_whole(tree: html.HtmlElement) -> None:
    """Put the numbers of a page that hyphens or spaces divide into spans that do not break.

    A sign that forbids a break, in place of the hyphen, would be copied and searched for in vain.
    """
    replace(tree, NUMBERS, in_span({"class": "whole"}), skip={"code", "pre", "svg"})


def let_break_at_marks(tree: html.HtmlElement) -> None:
    """Let the answer of the home page break behind its marks of punctuation.

    Its style forbids all other breaks (home.css). Chrome and Firefox still break at marks; Safari
    does not, and breaks anywhere in the end.
    """
    for answer in tree.iter("h2"):
        if "answer" in answer.get("class", "").split() and not len(answer):
            first, *rest = MARK.split(answer.text or "")
            answer.text = first
            for text in rest:
                html.etree.SubElement(answer, "wbr").tail = text
