"""Name each heading's own link in the page's language, with the section it leads to.

Python-Markdown gives all of them one English title, which says nothing to a screen reader.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

HEADING = re.compile(
    r'(<h[1-6][^>]*>)(.*?)(<a class="headerlink" href="[^"]*") title="[^"]*"', re.DOTALL
)
TAG = re.compile(r"<[^>]*>")


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the heading's words into the name of its link."""
    name = config.extra["strings"]["toc.permalink"]

    def named(match: re.Match[str]) -> str:
        start, words, link = match.groups()
        title = " ".join(TAG.sub("", words).split()).replace('"', "&quot;")
        return f'{start}{words}{link} aria-label="{name}{title}"'

    return HEADING.sub(named, html)
