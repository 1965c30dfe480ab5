"""Make every page say when it was last checked, and say so aloud when that was long ago.

`checked: 2026-11-23` in the front matter is the day someone compared the page with its sources.
A page whose check is older than a year carries a notice (partials/content.html), and the build
names it; it does not fail, or the site could not be built after a year of peace.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, date, datetime, timedelta

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.checked")
LIMIT = timedelta(days=365)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Look at the date of a page.

    Raises PluginError if it has none, or one that is no date or lies ahead.
    """
    checked, where = page.meta.get("checked"), page.file.abs_src_path
    if not isinstance(checked, date) or isinstance(checked, datetime):
        raise PluginError(
            f"{where}: the front matter needs the day on which the page was last checked, "
            f"such as 'checked: {today()}'; found {checked!r}."
        )
    # A day of grace: it may be tomorrow already where the author is.
    if checked > today() + timedelta(days=1):
        raise PluginError(f"{where}: 'checked: {checked}' lies in the future.")
    page.meta["outdated"] = today() - checked > LIMIT
    if page.meta["outdated"]:
        log.info("%s was last checked on %s, more than a year ago.", where, checked)


def today() -> date:
    """Return the day of the build: SOURCE_DATE_EPOCH where it is set, so builds can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
