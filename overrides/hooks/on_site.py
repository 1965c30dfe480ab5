"""The way of the whole site, once every language is built: checks, then delivery.

Only the landing site has this hook: it is configured first and finished last, in the folder that
holds all languages. So what this makes ready comes before any page, and its checks after all.
"""

import logging
from pathlib import Path

from checks import (
    loaded_files,
    parity,
    published_addresses,
    site_url,
    stopping,
    translations,
)
from content import citations
from delivery import compression, csp, fingerprint, markup, offline, serving, staging
from delivery.site import Site
from inputs.data import read_data
from inputs.languages import ROOT
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

# Not one of MkDocs' loggers: in strict mode a warning of those keeps a page from being served.
log = logging.getLogger("site")


def on_config(config: MkDocsConfig) -> None:
    """Make ready for the languages, which are built next.

    What is published goes to a new, empty folder beside the site. What is served is built anew
    with each change, all languages of it: so no page is missing in one, and none is left over.
    Raises PluginError if there is nothing to build for, or nowhere to serve.
    """
    builder = serving.builder_of(config)

    def on_build_error(error: Exception) -> None:
        """End the build with the mistakes of every language, not of the first that stops alone."""
        stopping.end_together(serving.failures(builder))

    # A hook's own `on_build_error` is given no configuration to find the builder in.
    config.plugins.events["build_error"].insert(0, on_build_error)
    # What search engines ask for first; beside the site's own sitemap, which MkDocs knows.
    config.theme.static_templates.update(("robots.txt", "sitemaps.xml"))
    if config.extra["serving"]:
        serving.begin(builder, *config.dev_addr)
    else:
        if wrong := site_url.problem(config.site_url):
            raise PluginError(wrong)
        config.site_url = config.site_url or site_url.LOCAL
        # If site/ is a link, the new folder takes the place of the one it leads to.
        config.extra["published_site"] = str(Path(config.site_dir).resolve())
        config.site_dir = str(staging.begin(Path(config.extra["published_site"])))


def on_pre_build(config: MkDocsConfig) -> None:
    """Tell the author which translations are behind."""
    known = translations.Translations(config.extra["languages"])
    for language in config.extra["languages"]:
        for text in known.report(language.folder):
            log.warning(text)


def on_post_build(config: MkDocsConfig) -> None:
    """Check the languages against each other, then write what is published.

    Raises PluginError that names all that one check found; while serving, it is only told.
    """
    site = Site(Path(config.site_dir), config.site_url or "/")
    folders = [language.folder for language in config.extra["languages"]]
    is_served = config.extra["serving"]
    gone = published_addresses.gone(published_addresses.read_list(), site.folder)
    # What the languages differ in makes other addresses vanish, too: the cause comes first.
    for title, found in (
        ("Files are missing:", [] if is_served else loaded_files.missing(site)),
        ("The languages differ:", parity.differences_in(site.folder, folders)),
        ("Published addresses lead nowhere:", gone),
        ("Nothing cites these:", uncited(folders)),
    ):
        text = "\n".join((title, *found))
        if found and is_served:
            log.error(text)
        elif found:
            raise PluginError(text)
    if is_served or staging.strict_mode_will_abort():
        return
    for folder in folders:
        (site.folder / folder / parity.SHAPES).unlink()
    deliver(site, keeps_copy=config.extra["keeps_copy"])
    staging.publish(site.folder, Path(config.extra["published_site"]))
    config.site_dir = config.extra["published_site"]
    if site_url.is_forgotten(config.site_url):
        log.warning(site_url.FORGOTTEN)


def deliver(site: Site, *, keeps_copy: bool) -> None:
    """Make the finished pages small, name files by their content, and give pages their policy.

    The order matters: once a step has put the hash of something into a name or a policy, no later
    step may change that thing. With `keeps_copy`, readers' browsers keep a copy of the site.
    """
    markup.shorten_scripts(site)
    worker = offline.worker_of(site)
    fingerprint.rename(site)
    markup.shorten_pages(site)
    hashes = csp.protect(site)
    site.save()
    csp.write_headers(site, hashes)
    offline.write_copies(site, worker, wanted=keeps_copy)
    compression.compress(site)


# -----------------------------------------------------------------------------


def uncited(folders: list[str]) -> list[str]:
    """Return a message for each source that no page, no claim and no term cites."""
    pages = [file for folder in folders for file in (ROOT / "docs" / folder).rglob("*.md")]
    texts = (file.read_text("utf-8-sig") for file in pages)
    return [
        f"docs/data/sources.yml: sources '{name}': no page, claim or term cites it; "
        "cite or remove it."
        for name in citations.uncited(read_data(folders), texts)
    ]
