"""The checks that need the sources alone: all mistakes of all languages in one list.

They come before anything is built, so that a mistake is told with its cause: of a page that cannot
be read, the build would else name every link to it.
"""

from collections.abc import Iterator, Mapping, Sequence

from bundling import assets
from content import directives
from inputs.data import Data, read_data
from inputs.front_matter import FrontMatter, read_front_matter
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


def mistakes(languages: Sequence[Language]) -> tuple[list[str], list[str]]:
    """Return what is wrong in the sources of the project, and what is not yet complete.

    An author who adds a page leaves it incomplete for a while; that need not stop the server.
    """
    folders = [language.folder for language in languages]
    unfinished: list[str] = []
    wrong = [
        *templates.problems(),
        *assets.problems(),
        *ui_strings.problems(languages),
        *ui_strings.copied(languages),
        *verdicts_and_kinds.problems(languages),
        *headers.problems(),
        *published_addresses.lost(),
        *search_words.problems(folders),
    ]
    data: Data | None = None
    try:
        data = read_data(folders)
    except PluginError as error:
        wrong.append(str(error))
    wrong += files.problems(ROOT, folders)
    # The descriptions of the languages so far, each with its file.
    described: dict[str, str] = {}
    for language in languages:
        unfinished += menu.problems(language, page_names(language.folder))
        heads, found = in_pages(language, data)
        wrong += found
        own = {head.description: where for where, head in heads.items()}
        unfinished += [
            f"{where}: front matter: the description '{words}' is that of {described[words]}; "
            "translate it."
            for words, where in own.items()
            if words in described
        ]
        described |= own
    # All languages share the menu, and pages their strings.
    return list(dict.fromkeys(wrong)), list(dict.fromkeys(unfinished))


def in_pages(language: Language, data: Data | None) -> tuple[dict[str, FrontMatter], list[str]]:
    """Return the front matter of a language's pages by their files, and what is wrong in them.

    Without `data`, which has mistakes of its own then, what shows data is not looked at.
    """
    heads: dict[str, FrontMatter] = {}
    wrong: list[str] = []
    names = page_names(language.folder)
    for where in (page_source(language.folder, name) for name in names):
        try:
            text = read_text(ROOT / where, where)
        except PluginError as error:
            wrong.append(str(error))
            continue
        try:
            heads[where] = read_front_matter(text, where)
        except PluginError as error:
            wrong.append(str(error))
        wrong += slips(text, where, data.sources if data else ())
        if data:
            wrong += directives.expand(text, where, language, data)[1]
    aliases = {where: head.aliases for where, head in heads.items()}
    return heads, [*wrong, *in_heads(heads), *old_paths.problems(aliases, names)]


def in_heads(heads: Mapping[str, FrontMatter]) -> Iterator[str]:
    """Yield what is wrong in the front matter of a language's pages, though each has its shape."""
    titles: dict[str, str] = {}
    descriptions: dict[str, str] = {}
    for where, head in heads.items():
        for key, words, seen in (
            ("title", head.title, titles),
            ("description", head.description, descriptions),
        ):
            if (other := seen.setdefault(words, where)) != where:
                yield f"{where}: front matter: the {key} '{words}' is that of {other}, too."
        if head.template and not (ROOT / "overrides" / head.template).is_file():
            yield f"{where}: front matter: there is no overrides/{head.template}."
