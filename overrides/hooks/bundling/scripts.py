"""Join the modules of a script into one file: one request, one compression, no module loader.

The sources are plain ES modules, so editors and type checkers follow them. What is published is
one script that works as well in a worker and on a page opened from disk, where browsers load no
modules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from inputs.languages import ROOT
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

from bundling.oldest_browsers import ECMASCRIPT

IMPORT = re.compile(
    r'^import \{((?:\s*[\w$]+,)*\s*[\w$]+,?)\s*\} from "(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE
)
EXPORT = re.compile(r"^export (?=(?:async )?function\b|const\b|class\b)", re.MULTILINE)
DECLARED = re.compile(
    r"^(export )?(?:async )?(?:function\b\*?|const|let|var|class) *([\w$]+|[{\[][^=]*) ?",
    re.MULTILINE,
)
LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
NAME = re.compile(r"[A-Za-z_$][\w$]*")
# What shortens scripts has no wheel for some machines (requirements.in).
SHORTEST = find_spec("minify") is not None


@dataclass(frozen=True)
class Module:
    """A module: its file, what it imports from where, and all names at its top, with `export`."""

    file: Path
    code: str
    imports: list[tuple[list[str], Path]]
    exported: set[str]
    declared: list[str]


def join(entry: Path) -> str:
    """Return the script that a module and all it imports make together.

    The modules stand in the order of their imports, without the words `import` and `export`, in
    one function. Raises PluginError that names the file and what to mend in it: an unknown form,
    a module or name that does not exist, a circle, a name used at the top of two modules.
    """
    modules = list(ordered(entry.resolve(), {}, []))
    places: dict[str, Path] = {}
    for module in modules:
        for name in module.declared:
            if name in places:
                raise PluginError(
                    f"{named(module.file)}: the name '{name}' stands at the top of "
                    f"{named(places[name])}, too; "
                    "both become one script, so call one of them otherwise."
                )
            places[name] = module.file
    code = "".join(module.code for module in modules)
    return f'(() => {{\n"use strict";\n{code}}})();\n'


def ordered(file: Path, done: dict[Path, Module], on_the_way: list[Path]) -> Iterator[Module]:
    """Yield the modules that a file imports, and theirs, before itself; each only once."""
    if file in on_the_way:
        circle = " → ".join(one.name for one in (*on_the_way[on_the_way.index(file) :], file))
        raise PluginError(
            f"{named(on_the_way[-1])}: imports in a circle: {circle}; "
            "move what both need to a third."
        )
    if file in done:
        return
    if not file.is_file():
        source = on_the_way[-1] if on_the_way else file
        raise PluginError(
            f"{named(source)}: there is no module {named(file)}; add it, or mend the import."
        )
    module = read(file)
    for names, imported in module.imports:
        yield from ordered(imported, done, [*on_the_way, file])
        missing = set(names) - done[imported].exported
        if missing:
            raise PluginError(
                f"{named(file)}: {imported.name} does not export {', '.join(sorted(missing))}; "
                "write `export` before it there, or mend the import."
            )
    done[file] = module
    yield module


def read(file: Path) -> Module:
    """Return the module in a file.

    Raises PluginError at what is no JavaScript, and at an import or export of another form than
    ours.
    """
    text = read_text(file, named(file))
    short_script(text, named(file))
    imports = []
    for names, path in IMPORT.findall(text):
        imports.append((NAME.findall(names), (file.parent / path).resolve()))
    exported, declared = set(), []
    for export, names in DECLARED.findall(text):
        # `{ a, b: c } = …` declares a and c.
        found = NAME.findall(re.sub(r"[\w$]+ *:", "", names))
        declared += found
        if export:
            exported.update(found)
    code = EXPORT.sub("", IMPORT.sub("", text))
    left = LEFT.search(code)
    if left:
        raise PluginError(
            f"{named(file)}: cannot join '{left[0]}'; "
            'write `import { a, b } from "./file.js";` at the start of a line, '
            "and `export` before a function, const or class."
        )
    return Module(file, code, imports, exported, declared)


def short_script(script: str, name: str) -> str:
    """Return a script in its shortest form, or as it is where the machine cannot.

    Raises PluginError if the script, which messages call `name`, is no JavaScript.
    """
    if not SHORTEST:
        return script
    import minify

    minify.config({"js-version": ECMASCRIPT})
    try:
        return str(minify.string("text/javascript", script)) + "\n"
    except minify.MinifyError as error:
        raise PluginError(f"{name}: not JavaScript: {error}") from error


def named(file: Path) -> str:
    """Return what messages call a file: its path below the project's folder."""
    return (file.relative_to(ROOT) if file.is_relative_to(ROOT) else file).as_posix()
