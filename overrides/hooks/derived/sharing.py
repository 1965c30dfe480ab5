"""What other sites show of a page: its heading, and its question and answer as data.

The answer is what stands in the section `answer` of a page. partials/sharing.html says the rest.
"""

import json
import re
from copy import deepcopy

from content.text import words
from inputs.languages import Language
from lxml import html

AFTER_FULL_WIDTH = re.compile(r"(?<=[。，；：！？）”]) ")


def heading_of(tree: html.HtmlElement) -> str | None:
    """Return the heading of a page, which other sites show as its title."""
    return next((plain(heading) for heading in tree.iter("h1")), None)


def question(tree: html.HtmlElement, url: str, language: Language) -> str | None:
    """Return a page's heading and its section `answer` as JSON-LD, if it has both.

    `url` is the address of the page.
    """
    title, found = heading_of(tree), tree.xpath("//h2[@id='answer']")
    if not (found and title):
        return None
    parts = [plain(found[0])]
    for element in found[0].itersiblings():
        if element.tag in ("h1", "h2"):
            break
        parts.append(plain(element))
    answer = {
        "@type": "Answer",
        "text": "\n".join(filter(None, parts)),
        "url": f"{url}#answer",
    }
    data = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": language.hreflang,
        "mainEntity": {"@type": "Question", "name": title, "acceptedAnswer": answer},
    }
    # A browser ends a script at “</”, wherever it stands.
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")


def plain(element: html.HtmlElement) -> str:
    """Return the text of an element without citations, and no space after full-width marks."""
    copy = deepcopy(element)
    for extra in copy.xpath(".//*[@data-search-exclude]"):
        extra.drop_tree()
    return AFTER_FULL_WIDTH.sub("", words(copy))
