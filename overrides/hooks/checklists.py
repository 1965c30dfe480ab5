"""Let a reader tick a checklist: name each box, and offer a button that clears the ticks.

`- [ ] Note the PUK { #puk }` is an item; its id is what checklist.js remembers on the device, so
that it is the same in every language. Without a script the boxes are empty squares.
"""

from __future__ import annotations

import re
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

LIST = re.compile(r'<ul class="task-list">.*?</ul>', re.DOTALL)
ITEM = re.compile(
    r'<li class="task-list-item"(?: id="([^"]+)")?>\s*'
    r"(?:<p>)?(<input[^>]*>)\s*(.*?)(?:</p>)?\s*</li>",
    re.DOTALL,
)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Rewrite the lists of a page.

    Raises PluginError if an item has no id.
    """

    def item(match: re.Match[str]) -> str:
        identifier, box, text = match.groups()
        if not identifier:
            raise PluginError(
                f"{page.file.abs_src_path}: a checklist item needs an id at its end, "
                f"such as '{{ #note-puk }}': {re.sub('<[^>]+>', '', text).strip()}"
            )
        return f'<li id="{identifier}"><label>{box} <span>{text}</span></label></li>'

    def whole(match: re.Match[str]) -> str:
        items = ITEM.sub(item, match[0]).replace(
            '<ul class="task-list">',
            f'<ul class="checklist" role="list" data-list="{escape(page.file.name)}">',
        )
        return (
            f'{items}\n<p class="checklist-tools" hidden>'
            f'<button type="button" class="button">{strings["checklist.clear"]}</button> '
            f'<span role="status" data-cleared="{escape(strings["checklist.cleared"])}"></span></p>'
        )

    strings = config.extra["strings"]
    return LIST.sub(whole, html)
