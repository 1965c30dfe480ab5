"""Write a figure into a page, as text: so it is read aloud, searched and printed.

A figure is one SVG template in overrides/partials/figures (.html, or it would be published as a
file of its own); its words in every language are in docs/data/figures.yml.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2
from inputs.data import Data
from inputs.languages import ROOT, Language

FIGURES = ROOT / "overrides/partials/figures"


def write(words: list[str], language: Language, data: Data, folder: Path = FIGURES) -> str:
    """Return the figure that `words` names, in a language, as a block of HTML.

    LookupError if its name, the template, its words, or one word in this language is missing.
    """
    if not words:
        raise LookupError("name the figure, such as {{ figure what-lives-where }}")
    name = " ".join(words)
    texts = data.figures.get(name, {}).get(language.folder)
    file = folder / f"{name}.html"
    if not file.is_file():
        raise LookupError(f"there is no overrides/partials/figures/{name}.html")
    if not texts:
        raise LookupError(f"docs/data/figures.yml has no words for it in '{language.folder}'")
    try:
        drawing = template(file, file.stat().st_mtime_ns).render(t=texts)
    except jinja2.UndefinedError as error:
        raise LookupError(
            f"docs/data/figures.yml: a text is missing in '{language.folder}': {error}"
        ) from error
    # A blank line would end the HTML block for Markdown.
    lines = [line.strip() for line in drawing.splitlines()]
    drawing = "\n".join(filter(None, lines))
    # Old Chromium puts a target under the bar if the target itself can scroll: so what scrolls is
    # a box inside the figure.
    return f'<figure id="figure-{name}">\n<div class="frame">\n{drawing}\n</div>\n</figure>'


@cache
def template(file: Path, _changed: int) -> jinja2.Template:
    """Return a template as its file was at its last change; to compile it takes longest."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)
    return environment.from_string(file.read_text("utf-8"))
