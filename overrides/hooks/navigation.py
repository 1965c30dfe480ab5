"""Render the page tree once for all pages of the same depth, and mark in it the page it stands on.

The tree names every page on every page, so without this a site would take time by the square
of its size.
"""

from __future__ import annotations

from html import escape
from posixpath import join

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

template: jinja2.Template | None = None
trees: dict[str, str] = {}


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Find the template, and forget what an earlier build has rendered, as when serving."""
    global template
    template = env.get_template("partials/nav.html")
    trees.clear()


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give the page its tree; a page for wrong addresses, which has no depth, renders its own."""
    base = context["base_url"]
    # The home page's own address is a dot, which says nothing behind a slash.
    if base not in trees:
        trees[base] = template.render({**context, "page": None}).replace('/."', '/"')
    own = f'href="{escape(join(base, page.url))}"'.replace('/."', '/"')
    context["tree"] = trees[base].replace(own, f'{own} aria-current="page"', 1)
