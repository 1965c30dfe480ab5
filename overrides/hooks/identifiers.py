"""Stop the build at something readers link to that has no id of its own, or an unclear one.

headings.py looks at what authors write; this looks at what the page became, so it also sees
quotations, figures, and what other hooks have written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

CLEAR = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What needs an id, in an author's words, and where it is. Items of checklists: checklists.py.
NEEDS_ID = {
    "heading": "//h1|//h2|//h3|//h4|//h5|//h6",
    "figure": "//figure",
    "quotation": "//blockquote[not(ancestor::figure)]",
}


@event_priority(-50)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Look at the ids of the finished page.

    Raises PluginError that names the file and everything that needs another id.
    """
    wrong = [f"{page.file.abs_src_path}: {text}" for text in problems(html)]
    if wrong:
        raise PluginError("\n".join(wrong))


# -----------------------------------------------------------------------------


def problems(content: str) -> Iterator[str]:
    """Yield what is wrong with the ids of a page's content."""
    tree = html.fragment_fromstring(content, create_parent="div")
    for what, path in NEEDS_ID.items():
        for element in tree.xpath(path):
            if not element.get("id"):
                words = " ".join(element.text_content().split())[:60]
                yield f"the {what} '{words}' needs an id, such as '{{ #cloud-storage }}'"
    # Inside a drawing, ids tie its parts together; nobody links to them.
    ids = Counter(tree.xpath("//@id[not(ancestor::svg)]"))
    for name, times in ids.items():
        if not CLEAR.fullmatch(name):
            yield f"the id '{name}' may hold lower-case letters, digits and hyphens only"
        if times > 1:
            yield f"the id '{name}' is given {times} times; a link needs one place to go to"
