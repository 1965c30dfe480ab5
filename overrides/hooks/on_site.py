"""The way of the whole site, once every language is built: checks, then delivery.

Only the landing site has this hook: it is built last, into the folder that holds all languages.
"""

from __future__ import annotations

import logging
from pathlib import Path

from checks import parity, translations, urls
from content import citations
from delivery import staging, steps
from derived import sharing
from inputs.data import read_data
from inputs.languages import ROOT
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

# Not one of MkDocs' loggers: in strict mode what those tell would keep a page from being served.
log = logging.getLogger("site")


def on_config(config: MkDocsConfig) -> None:
    """Send this build's files to a new, empty folder beside the site; serving has one already."""
    if not config.extra["serving"]:
        config.extra["published_site"] = config.site_dir
        config.site_dir = str(staging.begin(Path(config.site_dir)))


def on_pre_build(config: MkDocsConfig) -> None:
    """Tell the author which translations are behind."""
    known = translations.Translations(config.extra["languages"])
    for language in config.extra["languages"]:
        for text in known.report(language.folder):
            log.warning(text)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Check the languages against each other, then write what is published.

    Raises PluginError that names all that one check found.
    """
    site = Path(config.site_dir)
    folders = [language.folder for language in config.extra["languages"]]
    serving = config.extra["serving"]
    for title, found in (
        ("The languages differ:", parity.differences_in(site, folders)),
        ("Published addresses lead nowhere:", urls.gone(urls.read_list(), site)),
        ("Nothing cites these:", uncited(folders)),
    ):
        judge("\n".join((title, *found)) if found else "", serving=serving)
    sharing.write_picture(site)
    if serving or staging.strict_mode_will_abort():
        return
    for folder in folders:
        (site / folder / parity.SHAPES).unlink()
    steps.deliver(site, config.site_url or "/", offline=config.extra["keeps_copy"])
    staging.publish(site, Path(config.extra["published_site"]))
    config.site_dir = config.extra["published_site"]


# -----------------------------------------------------------------------------


def judge(text: str, *, serving: bool) -> None:
    """Stop the build at what a check has found; while serving, only tell it."""
    if text and serving:
        log.error(text)
    elif text:
        raise PluginError(text)


def uncited(folders: list[str]) -> list[str]:
    """Return a message for each source that no page, no claim and no term cites."""
    pages = [file for folder in folders for file in (ROOT / "docs" / folder).rglob("*.md")]
    texts = (file.read_text("utf-8-sig") for file in pages)
    return [
        f"docs/data/sources.yml: sources '{name}': no page, claim or term cites it; "
        "cite or remove it."
        for name in citations.uncited(read_data(folders), texts)
    ]
