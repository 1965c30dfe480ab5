"""Write data into a page: `{{ name … }}` on a line of its own becomes Markdown.

A directive is a line of DIRECTIVES: its name, and the function that gets the words behind the
name, the page's language and the data, and returns Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from inputs.data import Data
from inputs.languages import Language
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from content import claims, figures, glossary, sources

DIRECTIVES: dict[str, Callable[[list[str], Language, Data], str]] = {
    # Every claim under its group.
    "claims": claims.write_all,
    # `{{ checked 1.2 3.1 }}`: a line that leads to these claims.
    "checked": claims.write_checked,
    # `{{ sources sim apple }}`: the sources of these groups.
    "sources": sources.write_list,
    "glossary": glossary.write_all,
    # `{{ figure what-lives-where }}`
    "figure": figures.write,
}
LINE = re.compile(r"^\{\{(.*)\}\}[ \t]*$", re.MULTILINE)
FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)


def expand(
    markdown: str, where: str, language: Language, data: Data, *, leave_out: Collection[str] = ()
) -> str:
    """Return the text of a page with its directives replaced; `where` is the page's file.

    Directives with the names in `leave_out` become nothing. Raises PluginError that names the
    file and each directive that is unknown or asks for something that does not exist.
    """
    wrong: list[str] = []

    def written(match: re.Match[str]) -> str:
        name, *words = match[1].split() or [""]
        if name in leave_out:
            return ""
        if name not in DIRECTIVES:
            known = ", ".join(DIRECTIVES)
            wrong.append(f"{where}: unknown directive '{match[0].strip()}'; there are {known}.")
            return ""
        try:
            return DIRECTIVES[name](words, language, data)
        except LookupError as error:
            wrong.append(f"{where}: '{match[0].strip()}': {error.args[0]}.")
            return ""

    text = LINE.sub(written, markdown)
    if wrong:
        raise PluginError("\n".join(wrong))
    return text


def uses(markdown: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the directives in a text: their names, and the words behind them."""
    for match in LINE.finditer(FENCE.sub("", markdown)):
        name, *words = match[1].split() or [""]
        yield name, words


def listings(files: Iterable[File]) -> Iterator[tuple[tuple[str, str], File]]:
    """Yield what pages list: ("sources", a group) or ("glossary", ""), and the page's file."""
    for file in files:
        for name, words in uses(file.content_string):
            yield from (((name, word), file) for word in words or [""])
