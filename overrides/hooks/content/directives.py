"""Write data into a page: `{{ name … }}` on a line of its own becomes Markdown.

A directive is a line of DIRECTIVES: its name, a function, and an example if it has words behind the
name. The function gets these words, the page's language and the data, and returns Markdown, or
raises LookupError that says what is missing.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from inputs.data import Data
from inputs.languages import Language
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from content import claims, fences, figures, glossary, sources

DIRECTIVES: dict[str, tuple[Callable[[list[str], Language, Data], str], str]] = {
    # Every claim under its group.
    "claims": (claims.write_all, ""),
    # A line that leads to these claims.
    "checked": (claims.write_checked, "{{ checked 1.2 3.1 }}"),
    # The sources of these groups.
    "sources": (sources.write_list, "{{ sources sim apple }}"),
    "glossary": (glossary.write_all, ""),
    "figure": (figures.write, "{{ figure what-lives-where }}"),
}
# A directive, or a block of code, in which there are none.
LINE = re.compile(
    rf"{fences.PATTERN}|^\{{\{{(?P<words>[^\n]*)\}}\}}[ \t]*$", re.MULTILINE | re.DOTALL
)


def expand(
    markdown: str, where: str, language: Language, data: Data, *, leave_out: Collection[str] = ()
) -> tuple[str, list[str]]:
    """Return the text of a page with its directives replaced, and what is wrong with them.

    A directive that is unknown, asks for something that does not exist, or needs a string of the
    interface that is missing, is told and becomes nothing; so does one with a name in `leave_out`,
    untold. `where` is the page's file.
    """
    wrong: list[str] = []

    def written(match: re.Match[str]) -> str:
        if match["words"] is None:
            return match[0]
        name, *words = match["words"].split() or [""]
        if name in leave_out:
            return ""
        number = markdown.count("\n", 0, match.start()) + 1
        line = f"{where}, line {number}"
        this = f"'{match[0].strip()}'"
        if name not in DIRECTIVES:
            known = ", ".join(DIRECTIVES)
            wrong.append(f"{line}: unknown directive {this}; there are {known}.")
            return ""
        write, example = DIRECTIVES[name]
        try:
            if words and not example:
                raise LookupError(f"'{name}' has all of them; leave out the words behind it")
            if example and not words:
                raise IndexError
            return write(words, language, data)
        except IndexError:
            wrong.append(f"{line}: {this}: words are missing; write it like {example}.")
        except LookupError as error:
            wrong.append(f"{line}: {this}: {error.args[0]}.")
        except PluginError as error:
            # A string is missing: the message names its file.
            wrong.append(str(error))
        return ""

    return LINE.sub(written, markdown), wrong


def uses(markdown: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the directives in a text: their names, and the words behind them."""
    for match in LINE.finditer(markdown):
        if match["words"] is not None:
            name, *words = match["words"].split() or [""]
            yield name, words


def listings(files: Iterable[File]) -> Iterator[tuple[tuple[str, str], File]]:
    """Yield what pages list: ("sources", a group) or ("glossary", ""), and the page's file."""
    for file in files:
        for name, words in uses(file.content_string):
            yield from (((name, word), file) for word in words or [""])
