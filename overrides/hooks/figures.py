"""Write a figure into a page: `{{ figure what-lives-where }}` on a line of its own.

A figure is one SVG template in overrides/partials/figures (.html, or it would be published as a
file of its own), its words in every language are in
docs/data/figures.yml. It stands in the page as text, so it is read aloud, searched and printed.
"""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
from datafiles import read_data
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[2]
FIGURE = re.compile(r"^\{\{ figure ([a-z-]+) \}\}$", re.MULTILINE)
XML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace the directive by the figure in the page's language.

    Raises PluginError if the template, its words, or one word in this language is missing.
    """
    folder = config.extra["locale"].folder

    def figure(match: re.Match[str]) -> str:
        name = match[1]
        words = read_data("figures.yml")
        try:
            template = (ROOT / f"overrides/partials/figures/{name}.html").read_text("utf-8")
            svg = jinja2.Template(template, undefined=jinja2.StrictUndefined, autoescape=True)
            drawing = svg.render(t=words[name][folder])
        except FileNotFoundError as error:
            raise PluginError(
                f"{page.file.abs_src_path}: there is no overrides/partials/figures/{name}.html"
            ) from error
        except (KeyError, jinja2.UndefinedError) as error:
            raise PluginError(
                f"docs/data/figures.yml: {name}: a text is missing in '{folder}': {error}"
            ) from error
        # A blank line would end the HTML block for Markdown.
        lines = [line.strip() for line in XML_COMMENT.sub("", drawing).splitlines()]
        return f'<figure id="figure-{name}">\n' + "\n".join(filter(None, lines)) + "\n</figure>"

    return FIGURE.sub(figure, markdown)
