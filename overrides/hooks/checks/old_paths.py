"""The old paths of pages: none is the path of a page, of what the build writes, or of two pages."""

from collections.abc import Collection, Iterator, Mapping

from inputs.languages import page_path

from checks.files import RESERVED


def problems(aliases: Mapping[str, Collection[str]], names: Collection[str]) -> Iterator[str]:
    """Yield a message for each old path that is taken.

    `aliases` are those of each page of a language, by what messages call its file; `names` are the
    files of all its pages, seen from their folder.
    """
    taken = {page_path(name): name for name in names}
    for file, paths in aliases.items():
        for path in paths:
            if path.partition("/")[0] in RESERVED:
                yield f"{file}: the alias '{path}' is taken by what the build writes itself."
            elif path in taken:
                yield f"{file}: the alias '{path}' is taken by {taken[path]}."
            taken[path] = file.partition("/pages/")[2]
