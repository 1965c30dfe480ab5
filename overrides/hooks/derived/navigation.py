"""Render the page tree once for all pages of the same depth, and mark in it the page it stands on.

The tree names every page on every page, so without this a site would take time by the square
of its size.
"""

from html import escape
from posixpath import join

import jinja2
from mkdocs.structure.pages import Page


class PageTrees:
    """The page trees of one language, each rendered when a page first asks for it."""

    def __init__(self, environment: jinja2.Environment) -> None:
        """Begin with none; the template is partials/nav.html."""
        self.template = environment.get_template("partials/nav.html")
        self.rendered: dict[str, str] = {}

    def for_page(self, page: Page, context: dict[str, object]) -> str:
        """Return the tree as a page shows it, given what its templates know."""
        base = str(context["base_url"])
        if base not in self.rendered:
            tree = self.template.render({**context, "page": None})
            # The home page's address is a dot: behind a slash it can go, `../.` is `../`.
            self.rendered[base] = tree.replace('/."', '/"')
        own = f'href="{escape(join(base, page.url))}"'.replace('/."', '/"')
        return self.rendered[base].replace(own, f'{own} aria-current="page"', 1)
