"""Every template can be read, so that a slip in one is told by its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2


def problems(overrides: Path) -> Iterator[str]:
    """Yield a message for each template in a folder that is none."""
    environment = jinja2.Environment(autoescape=True)
    for file in sorted([*overrides.rglob("*.html"), *overrides.glob("*.xml")]):
        name = file.relative_to(overrides.parent).as_posix()
        try:
            environment.parse(file.read_text("utf-8"))
        except jinja2.TemplateSyntaxError as error:
            yield f"{name}, line {error.lineno}: not a template: {error.message}"
        except UnicodeDecodeError:
            yield f"{name}: not UTF-8; save the file in the encoding UTF-8."
