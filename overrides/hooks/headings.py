"""Stop the build at a heading without an explicit ASCII id.

Readers link to sections. An id that is made from the heading's words changes with them, and
for Chinese it would be a number that changes with the order.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
WITH_ID = re.compile(r"\{[^{}]*#[a-z0-9]+(?:-[a-z0-9]+)*(?:\s[^{}]*)?\}$")


@event_priority(-50)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Look at each heading of the page, those that other hooks have made among them.

    Raises PluginError that names the file and every heading without an id.
    """
    found = HEADING.findall(FENCE.sub("", markdown))
    bad = [heading for heading in found if not WITH_ID.search(heading)]
    if bad:
        lines = "\n".join(f"  {heading}" for heading in bad)
        raise PluginError(
            f"{page.file.abs_src_path}: a heading needs an id of lower-case letters, digits and "
            f"hyphens, the same in every language, such as '## … {{ #cloud-storage }}':\n{lines}"
        )
