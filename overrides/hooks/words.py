"""Keep the words of a long heading whole where the language is written without spaces.

A browser may break a Chinese line anywhere, and in large type on a phone it does so in the middle
of a word. Words of docs/data/words.yml and terms of the glossary are put into spans that do not
break (typography.css); any other word breaks as before.
"""

from __future__ import annotations

import re

from datafiles import DATA, read_data
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

HEADING = re.compile(r"(<h([12]) [^>]*>)(.*?)(<a class=\"headerlink|</h)", re.DOTALL)
HAN = re.compile(r"[\u3400-\u9fff]")
# How many Han characters of a heading fit a line of any phone. Deeper headings fit, but for the
# checked claims, which are sentences and break like sentences.
FIT = {"1": 10, "2": 13}
# A longer name would leave no place to break a line.
LONGEST = 8

whole: re.Pattern[str] | None = None


def on_config(config: MkDocsConfig) -> None:
    """Read the words of this site's language; a language may have none."""
    global whole
    folder, words = config.extra["locale"].folder, set()
    if (DATA / "words.yml").exists():
        words.update(read_data("words.yml").get(folder) or [])
    if words:
        for term in read_data("glossary.yml"):
            names = [term["term"][folder], *((term.get("aliases") or {}).get(folder) or [])]
            words.update(name for name in names if HAN.search(name) and len(name) <= LONGEST)
    longest_first = sorted(words, key=len, reverse=True)
    whole = re.compile("|".join(map(re.escape, longest_first))) if words else None


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the words of long headings into spans; headings with markup of their own stay as is."""

    def heading(match: re.Match[str]) -> str:
        start, level, text, end = match.groups()
        # Other characters are half as wide.
        width = (len(text) + len(HAN.findall(text))) / 2
        if width <= FIT[level] or "<" in text:
            return match[0]
        return start + whole.sub(r"<span>\g<0></span>", text) + end

    return HEADING.sub(heading, html) if whole else html
