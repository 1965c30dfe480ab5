"""A sentence that was left in another language, where nothing says that it is a quotation.

Only the script of a language can be told from its letters: Han or Latin.
"""

import re
from collections.abc import Iterator

from content.text import texts
from inputs.place import Place
from lxml import html

# In a language with Latin letters, so many Han characters on end are no name any more; in
# Chinese, so many Latin words.
PHRASE = re.compile(r"(?:[\u3400-\u9fff][，、：“”《》 ]?){9,}")
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z’']*[,;:]? +){6,}[A-Za-z][a-z’']*")
# Quotations, code, and whatever says its own language.
NOT_OURS = {"code", "pre", "blockquote", "svg", "script", "style", "cite"}


def problems(tree: html.HtmlElement, place: Place, hreflang: str) -> Iterator[str]:
    """Yield a message for each text of the page at a place that is not in its language."""
    wrong = SENTENCE if hreflang.startswith("zh") else PHRASE
    if hreflang.split("-")[0] in ("ja", "ko"):
        return
    for text in texts(tree, skip=NOT_OURS, skip_attribute="lang"):
        if match := wrong.search(text):
            yield (
                f"{place.of(match[0])}: '{match[0][:60]}' is another language; translate it, or "
                'say which: <span lang="…">words</span>.'
            )
