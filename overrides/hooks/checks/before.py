"""The checks that need the sources alone: all mistakes of all languages in one list.

They come before anything is built, so that a mistake is told with its cause: of a page that cannot
be read, the build would else name every link to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bundling import assets
from content import directives
from inputs.data import Data, read_data
from inputs.front_matter import read_front_matter
from inputs.languages import ROOT, Language, page_names, page_source
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

from checks import (
    files,
    headers,
    menu,
    old_paths,
    published_addresses,
    search_words,
    templates,
    ui_strings,
    verdicts_and_kinds,
)
from checks.slips import slips


def mistakes(languages: Sequence[Language], root: Path = ROOT) -> tuple[list[str], list[str]]:
    """Return what is wrong in the sources below `root`, and what is not yet complete.

    An author who adds a page leaves it incomplete for a while; that need not stop the server.
    """
    folders = [language.folder for language in languages]
    unfinished: list[str] = []
    wrong = [
        *templates.problems(root / "overrides"),
        *assets.problems(),
        *ui_strings.problems(languages, root),
        *ui_strings.copied(languages, root),
        *verdicts_and_kinds.problems(languages, root),
        *headers.problems(),
        *published_addresses.lost(),
        *search_words.problems(folders),
    ]
    data: Data | None = None
    try:
        data = read_data(folders)
    except PluginError as error:
        wrong.append(str(error))
    wrong += files.problems(root, folders)
    descriptions: dict[str, str] = {}
    for language in languages:
        unfinished += menu.problems(language, page_names(language.folder, root))
        own: dict[str, str] = {}
        wrong += in_pages(language, root, data, own)
        unfinished += [
            f"{file}: front matter: the description '{words}' is that of {descriptions[words]}; "
            "translate it."
            for words, file in own.items()
            if words in descriptions
        ]
        descriptions |= own
    # All languages share the menu, and pages their strings.
    return list(dict.fromkeys(wrong)), list(dict.fromkeys(unfinished))


def in_pages(
    language: Language, root: Path, data: Data | None, descriptions: dict[str, str]
) -> Iterator[str]:
    """Yield what is wrong in the sources of a language's pages.

    Without `data`, which has mistakes of its own then, what shows data is not looked at.
    `descriptions` gets the description of each page, with its file.
    """
    titles: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    names = page_names(language.folder, root)
    for where in (page_source(language.folder, name) for name in names):
        try:
            text = read_text(root / where, where)
        except PluginError as error:
            yield str(error)
            continue
        try:
            meta = read_front_matter(text, where)
            aliases[where] = meta.aliases
            for key, words, seen in (
                ("title", meta.title, titles),
                ("description", meta.description, descriptions),
            ):
                if (other := seen.setdefault(words, where)) != where:
                    yield f"{where}: front matter: the {key} '{words}' is that of {other}, too."
            if meta.template and not (root / "overrides" / meta.template).is_file():
                yield f"{where}: front matter: there is no overrides/{meta.template}."
        except PluginError as error:
            yield str(error)
        yield from slips(text, where, data.sources if data else ())
        if data:
            yield from directives.expand(text, where, language, data)[1]
    yield from old_paths.problems(aliases, names)
