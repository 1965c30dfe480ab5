"""Turn citations into links to the sources, and write the list of sources.

`[@n1; @n18]` cites entries of docs/data/sources.yml; `[@advice]` marks our own reasoning and
`[@unconfirmed]` a step that no source confirms. `{{ sources sim apple }}` on a line of its own
becomes the entries of those groups. Old and secondary sources are marked where they are cited.
"""

from __future__ import annotations

import re

from datafiles import read_data
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

KINDS = ("first-party", "first-party-old", "secondary", "mirror", "developer", "test")
# The word that goes with a citation; a first-party source needs none.
MARKS = {"first-party-old": "cite.old", "secondary": "cite.secondary", "mirror": "cite.secondary"}
NOTES = ("advice", "unconfirmed")
CITATION = re.compile(r" ?\[(@[a-z0-9]+(?:;\s*@[a-z0-9]+)*)\]")
IN_HEADING = re.compile(rf"^#+ .*{CITATION.pattern}", re.MULTILINE)
LISTING = re.compile(r"^\{\{ sources ((?:[a-z]+ ?)+) ?\}\}$", re.MULTILINE)
CODE = re.compile(r"(<(?:code|pre)\b.*?</(?:code|pre)>)", re.DOTALL)

sources: dict[str, dict] = {}
groups: dict[str, dict] = {}
languages: dict[str, dict] = {}
page_of_group: dict[str, str] = {}
cited: set[str] = set()


def on_config(config: MkDocsConfig) -> None:
    """Read and check the sources.

    Raises PluginError that names the file, the entry and what is wrong with it.
    """
    global sources, groups, languages
    cited.clear()
    data, folder = read_data("sources.yml"), config.extra["locale"]
    sources, groups, languages = data["sources"], data["groups"], data["languages"]
    wrong = []
    for name, group in groups.items():
        if not group.get(folder.folder):
            wrong.append(f"group {name}: no title in '{folder.folder}'")
    for name, source in sources.items():
        for field in ("title", "kind", "language", "seen", "group"):
            if not source.get(field):
                wrong.append(f"source {name}: '{field}' is missing")
        if source.get("kind") not in KINDS:
            wrong.append(
                f"source {name}: unknown kind '{source.get('kind')}'; use one of {', '.join(KINDS)}"
            )
        if not languages.get(source.get("language"), {}).get(folder.folder):
            wrong.append(
                f"source {name}: 'languages' has no name in '{folder.folder}' for "
                f"'{source.get('language')}'"
            )
        if source.get("group") not in groups:
            wrong.append(f"source {name}: unknown group '{source.get('group')}'")
        note = source.get("note")
        if note and not note.get(folder.folder):
            wrong.append(f"source {name}: 'note' has no text in '{folder.folder}'")
        if not source.get("url") and not note:
            wrong.append(f"source {name}: give a 'url', or a 'note' that says why there is none")
    if wrong:
        raise PluginError("\n".join(f"docs/data/sources.yml: {text}" for text in wrong))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Find out which page lists which group of sources."""
    page_of_group.clear()
    for file in files.documentation_pages():
        for match in LISTING.finditer(file.content_string):
            page_of_group.update(dict.fromkeys(match[1].split(), file.src_uri))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace listings by Markdown.

    Raises PluginError if a page lists a group that does not exist, or cites in a heading, which
    the contents of the page would repeat.
    """
    strings, folder = config.extra["strings"], config.extra["locale"].folder
    where = page.file.abs_src_path
    if heading := IN_HEADING.search(markdown):
        raise PluginError(f"{where}: cite in the text under it, not in the heading: {heading[0]}")

    def listing(match: re.Match[str]) -> str:
        parts = []
        for name in match[1].split():
            if name not in groups:
                raise PluginError(f"{where}: docs/data/sources.yml has no group '{name}'")
            entries = [
                entry(key, source, folder, strings)
                for key, source in sources.items()
                if source["group"] == name
            ]
            parts.append(f"## {groups[name][folder]} {{ #{name} }}\n\n" + "\n".join(entries))
        return "\n\n".join(parts)

    return LISTING.sub(listing, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace citations by links, but for those in code.

    Only now, for a page has many, and Markdown takes its time for each link. Raises PluginError
    if a page cites a source that does not exist.
    """
    strings, where = config.extra["strings"], page.file.abs_src_path
    addresses = {
        name: files.src_uris[name].url_relative_to(page.file) for name in page_of_group.values()
    }

    def citation(match: re.Match[str]) -> str:
        keys = [key.strip(" @") for key in match[1].split(";")]
        return " " + " ".join(link(key, where, strings, addresses) for key in keys)

    parts = CODE.split(html)
    parts[::2] = [CITATION.sub(citation, part) for part in parts[::2]]
    return "".join(parts)


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Stop the build when nothing cites a source: the list would grow stale unseen."""
    unused = sorted(set(sources) - cited)
    if unused:
        raise PluginError(
            "docs/data/sources.yml: no page and no claim in "
            f"'{config.extra['locale'].folder}' cites {', '.join(unused)}; cite or remove them."
        )


# -----------------------------------------------------------------------------


def link(key: str, where: str, strings: dict[str, str], addresses: dict[str, str]) -> str:
    """Return one citation, given the addresses of pages by their names.

    Raises PluginError if the source does not exist or no page lists it.
    """
    if key in NOTES:
        return f'<span class="cite">{strings["cite." + key]}</span>'
    source = sources.get(key)
    if not source:
        raise PluginError(f"{where}: cites '{key}', which is not in docs/data/sources.yml")
    page = page_of_group.get(source["group"])
    if not page:
        raise PluginError(
            f"{where}: cites '{key}', but no page lists the group '{source['group']}'; "
            "add it to a '{{ sources … }}' line."
        )
    cited.add(key)
    mark = MARKS.get(source["kind"])
    label = f"{key.upper()} {strings[mark]}" if mark else key.upper()
    return f'<a class="cite" href="{addresses[page]}#{key}">{label}</a>'


def entry(key: str, source: dict, folder: str, strings: dict[str, str]) -> str:
    """Return one source as a list item of Markdown, with the id under which it is cited."""
    title = source["title"].replace("[", "\\[").replace("]", "\\]")
    language = source["language"]
    name = (
        f'[{title}]({source["url"]}){{ lang="{language}" rel="noreferrer" }}'
        if source.get("url")
        else f'<span lang="{language}">{title}</span>'
    )
    about = [strings["source.kind." + source["kind"]], languages[language][folder]]
    if source.get("published"):
        about.append(f"{strings['source.published']} {source['published']}")
    about.append(f"{strings['source.seen']} {source['seen']}")
    note = f" {source['note'][folder]}" if source.get("note") else ""
    separator = "，" if folder == "zh" else ", "
    return f"- **{key.upper()}**{{ #{key} }} {name} ({separator.join(about)}){note}"
