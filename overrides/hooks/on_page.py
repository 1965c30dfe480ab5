"""The way of a page through the build, from its Markdown to what its template is given.

Read `on_page_markdown`, then `finished`: each of their lines is a step, in the order in which the
steps happen. The content of a page is parsed once, into one tree that these steps change.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from re import Pattern

import jinja2
from bundling import assets
from checks import (
    ids,
    leftovers,
    links,
    outline,
    parity,
    templates,
    translations,
    wrong_language,
)
from content import (
    attributes,
    checklists,
    citations,
    directives,
    external_links,
    glossary_links,
    letters,
    line_breaks,
    permalinks,
    tables,
    text,
)
from delivery import serving
from derived import aliases, by_heading, navigation, newer_translations, printing, sharing
from inputs.data import DATA, Data, read_data
from inputs.front_matter import read_front_matter
from inputs.languages import Language, page_source
from inputs.place import Place
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from search_index import Section, sections, write

log = logging.getLogger("mkdocs.hooks")
# Not one of MkDocs' loggers: in strict mode an error told by those keeps a page from being served.
site_log = logging.getLogger("site")


@dataclass(frozen=True)
class Build:
    """One build of one language: what its pages are made with, and what is gathered from them."""

    language: Language
    data: Data
    nav: Navigation
    # The file of the page that lists each group of sources.
    source_lists: dict[str, File]
    # The file of the page that has the glossary, if one does.
    glossary: File | None
    terms: glossary_links.Terms
    unbroken: Pattern[str] | None
    translations: translations.Translations
    # Of the pages so far: the sections that the search finds; by file, what parity.py compares.
    sections: list[Section] = field(default_factory=list)
    shapes: dict[str, parity.Shape] = field(default_factory=dict)
    # What is wrong in them.
    wrong: list[str] = field(default_factory=list)
    # The addresses that each page names, and by the pages' urls the ids that links can lead to.
    addresses: list[tuple[Page, Place, list[links.Address]]] = field(default_factory=list)
    ids: dict[str, set[str]] = field(default_factory=dict)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Begin a build: look through the sources of all pages for what the others lead to."""
    language = config.extra["locale"]
    if not language:
        return
    folders = [item.folder for item in config.extra["languages"]]
    data = read_data(folders)
    lists = dict(directives.listings(files.documentation_pages()))
    config.extra["build"] = Build(
        language,
        data,
        nav,
        {group: file for (name, group), file in lists.items() if name == "sources"},
        lists.get(("glossary", "")),
        glossary_links.Terms.of(language.folder, data),
        line_breaks.unbroken(language.folder, data),
        translations.Translations(config.extra["languages"]),
    )


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the Markdown of a page with all that it asks for written out.

    What is wrong with what it asks for was told before (checks/before.py).
    """
    if "build" not in config.extra:
        return markdown
    build: Build = config.extra["build"]
    where = page_source(build.language.folder, page.file.src_uri)
    meta = read_front_matter(page.file.content_string, where)
    # What the page does not say, too, so that no step has a default of its own.
    page.meta.update(meta.model_dump(exclude_none=True), outdated=meta.outdated)
    if meta.outdated:
        log.info("%s was last checked on %s, more than a year ago.", where, meta.checked)
    markdown, _ = directives.expand(markdown, where, build.language, build.data)
    return attributes.move_to_own_line(line_breaks.join_chinese(markdown))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the content of a page as readers get it.

    What is wrong in it is told in `on_env`, with the mistakes of all other pages.
    """
    if "build" not in config.extra:
        return html
    build: Build = config.extra["build"]
    tree = text.parse(html)
    content = finished(tree, build, page, config.site_url or "")
    if page.meta["search"]:
        build.sections.extend(sections(page.url, str(page.title), tree))
    return content


def finished(tree: html.HtmlElement, build: Build, page: Page, site_url: str) -> str:
    """Return the content of a page as HTML, once its tree has gone through all steps.

    `tree` is what Markdown has written, and changes; the site is published at `site_url`. The
    messages in `wrong` stop the build once all pages are done.
    """
    place = Place(page_source(build.language.folder, page.file.src_uri), page.file.content_string)
    here, strings = build.language, build.language.strings
    lists = {group: file.url_relative_to(page.file) for group, file in build.source_lists.items()}

    # First what all languages have alike: parity.py compares the shapes that this leaves.
    tables.name_cells(tree)
    name = page.file.src_uri.removesuffix(".md")
    wrong = checklists.make_tickable(tree, place, name, strings)
    cited, unknown = citations.number(tree, place, here, build.data, lists)
    wrong += unknown
    wrong += letters.make_fillable(tree, place, here, build.data)
    wrong += aliases.carry_old_ids(tree, place)
    build.shapes[page.file.src_uri] = parity.shape(tree, page.meta["aliases"])
    wrong += outline.problems(tree, place)
    wrong += leftovers.problems(tree, place)
    wrong += wrong_language.problems(tree, place, here.hreflang)

    # Then what depends on the words of this language.
    if build.glossary and page.meta["terms"] and page.file != build.glossary:
        address = build.glossary.url_relative_to(page.file)
        glossary_links.link_terms(tree, build.terms, address)
    # The answer breaks at marks alone: words in spans would be in the way.
    line_breaks.let_break_at_marks(tree)
    line_breaks.keep_words_whole(tree, build.unbroken)
    line_breaks.keep_numbers_whole(tree)
    page.meta["sharing"] = {
        "title": sharing.heading_of(tree),
        "data": sharing.question(tree, page.canonical_url or "", here),
    }
    newer_translations.lead_to_newer(tree, page.file.src_uri, page.url, here, build.translations)
    permalinks.link_headings(tree)
    citations.list_at_foot(tree, cited, here, build.data, lists)
    external_links.mark(tree, site_url, strings["link.other"])
    wrong += ids.problems(tree, place)
    build.wrong.extend(wrong)
    build.addresses.append((page, place, links.addresses(tree)))
    build.ids[page.url] = set(tree.xpath(".//@id"))
    return text.serialize(tree)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write what is made of all pages together, now that each has its content.

    Raises PluginError that names every mistake that was found in them.
    """
    # Titles, descriptions and strings are texts, and may have signs that mean something in HTML.
    env.autoescape = True
    env.undefined = templates.Undefined
    assets.provide(env, files, config)
    env.filters["by_heading"] = by_heading.by_heading
    if "build" not in config.extra:
        return
    build: Build = config.extra["build"]
    unfinished = bool(build.wrong)
    build.wrong.extend(wrong_addresses(build, files, config))
    site = Path(config.site_dir)
    if config.extra["serving"]:
        serving.empty(site)
        site.mkdir(exist_ok=True)
    try:
        write(site / "search", build.sections, build.language.folder, DATA)
    except PluginError as error:
        # A page with a mistake may lack sections; what is said of these would be nothing new.
        if not unfinished:
            build.wrong.insert(0, str(error))
    if config.extra["serving"]:
        # The author sees the page all the same.
        for wrong in build.wrong:
            site_log.error(wrong)
    elif build.wrong:
        raise PluginError("\n".join(build.wrong))
    config.extra["page_trees"] = navigation.PageTrees(env)
    printing.write(env, build.nav, files, config)
    aliases.write_redirects(env, files, site, build.language)
    parity.save(build.shapes, site)


def on_page_context(
    context: dict[str, object], page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Give the template of a page its tree of pages, and what other sites show of it."""
    locale = config.extra["locale"]
    root = (config.site_url or "/").removesuffix(f"{locale.folder}/" if locale else "")
    shared = page.meta.get("sharing", {})
    context["sharing"] = {
        "title": shared.get("title") or page.title or config.site_name,
        "data": shared.get("data"),
        "picture": root + "assets/images/share.png",
    }
    if locale:
        context["tree"] = config.extra["page_trees"].for_page(page, context)


# -----------------------------------------------------------------------------


def wrong_addresses(build: Build, files: Files, config: MkDocsConfig) -> Iterable[str]:
    """Yield a message for each wrong address on the pages of a language, or in the templates."""
    known = links.Known(
        build.language.folder,
        build.ids,
        {file.url: file.src_uri for file in files},
        {item.folder for item in config.extra["languages"] if item != build.language},
    )
    for page, place, found in build.addresses:
        yield from links.problems(place, page.url, found, known)
    for where, path, fragment in templates.page_addresses():
        if wrong := links.inside("", path, fragment, known, "mend it there"):
            yield f"{where}: '{path}{'#' * bool(fragment)}{fragment}' {wrong}."
