"""Write a figure into a page, as text: so it is read aloud, searched and printed.

A figure is one SVG template in overrides/partials/figures (.html, or it would be published as a
file of its own); its words in every language are in docs/data/figures.yml.
"""

import jinja2
from inputs.data import Data
from inputs.languages import ROOT, Language

FIGURES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(ROOT / "overrides/partials/figures"),
    undefined=jinja2.StrictUndefined,
    autoescape=True,
)


def write(words: list[str], language: Language, data: Data) -> str:
    """Return the figure that `words` names, in a language, as a block of HTML.

    LookupError if the template, its words, or one word in this language is missing.
    """
    name = " ".join(words)
    texts = data.figures.get(name, {}).get(language.folder)
    if f"{name}.html" not in FIGURES.list_templates():
        raise LookupError(f"there is no overrides/partials/figures/{name}.html")
    if not texts:
        raise LookupError(f"docs/data/figures.yml has no words for it in '{language.folder}'")
    try:
        drawing = FIGURES.get_template(f"{name}.html").render(t=texts)
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
