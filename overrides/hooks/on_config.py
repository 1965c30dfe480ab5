"""Before anything is built: what the site is made of, and how Markdown is read.

The landing site and every language have this hook first; on_page.py and on_site.py read what it
provides.
"""

import gc
import logging
from pathlib import Path
from typing import Literal

from checks import before, ids, stopping
from inputs.languages import read_languages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

# Not one of MkDocs' loggers: in strict mode a warning of those keeps a page from being served.
log = logging.getLogger("site")

# Whether this is `make serve`: then mistakes are told without ending it, and pages are not made
# small. MkDocs names the command to `on_startup` alone, so it is kept here for `on_config`.
serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember the command, and let a build leave all it has made until it ends."""
    global serving
    serving = command == "serve"
    if not serving:
        # Collecting garbage took 7 % of a build's time, and saved 10 % of its memory.
        gc.disable()


# Before the projects plugin, which ends in a traceback where a configuration cannot be read.
@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Put the languages, and the one this site is in, where templates and hooks find them.

    `config.extra` gets the `languages`, the `locale` of this site (none on the landing site), and
    whether the site is `serving`, and whether browsers are to keep a copy (`keeps_copy`). The
    landing site, which is configured first, looks through all sources: raises PluginError that
    names every mistake in configurations, data and pages.
    """
    languages = read_languages()
    folder = Path(config.config_file_path).parent.name
    locale = next((item for item in languages if item.folder == folder), None)
    config.extra["languages"] = languages
    config.extra["locale"] = locale
    config.extra["serving"] = serving
    config.extra["keeps_copy"] = config.extra.get("offline", True) and not serving
    if not locale:
        wrong, unfinished = before.mistakes(languages)
        if serving and unfinished:
            log.warning("\n".join(unfinished))
        elif unfinished:
            wrong += unfinished
        if wrong:
            raise PluginError("\n".join(wrong))
    # Ids are given by authors, never made from words; checks/ids.py looks at them.
    config.mdx_configs.setdefault("toc", {})["slugify"] = ids.no_slug


# After on_site.py, which waits for the languages.
@event_priority(-100)
def on_build_error(error: Exception) -> None:
    """End a build that fails with what to mend, and nothing after it."""
    stopping.end(error)
