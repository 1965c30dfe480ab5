"""Join the modules of a script into one file that runs anywhere: in a page, a worker, from disk."""

from __future__ import annotations

import re
from pathlib import Path

IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function\b|const\b|class\b)", re.MULTILINE)


def join(entry: Path) -> str:
    """Return a script and all it imports, in the order of the imports, in one function."""
    done: dict[Path, str] = {}

    def add(file: Path) -> None:
        if file in done:
            return
        text = file.read_text("utf-8")
        done[file] = ""
        for name in IMPORT.findall(text):
            add(file.with_name(f"{name}.js"))
        del done[file]
        done[file] = EXPORT.sub("", IMPORT.sub("", text))

    add(entry)
    return f'(() => {{\n"use strict";\n{"".join(done.values())}}})();\n'
