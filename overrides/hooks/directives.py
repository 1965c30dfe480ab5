"""Stop the build at a directive that no hook knows: a misspelt one would be shown to readers."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

DIRECTIVE = re.compile(r"^\{\{.*\}\}$", re.MULTILINE)


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Raise PluginError if a line still looks like a directive after all hooks have run."""
    left = DIRECTIVE.search(markdown)
    if left:
        raise PluginError(
            f"{page.file.abs_src_path}: unknown directive '{left[0]}'; there are "
            "'{{ claims }}', '{{ claim 1.2 }}', '{{ sources sim apple }}', '{{ glossary }}' "
            "and '{{ figure name }}'."
        )
