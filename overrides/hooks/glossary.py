"""Write the glossary of docs/data/glossary.yml: `{{ glossary }}` on a line of its own."""

from __future__ import annotations

import re

from datafiles import read_data
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

LISTING = re.compile(r"^\{\{ glossary \}\}$", re.MULTILINE)

terms: list[dict] = []


def on_config(config: MkDocsConfig) -> None:
    """Read and check the terms.

    Raises PluginError that names the file, the entry and what is missing.
    """
    global terms
    terms = read_data("glossary.yml")
    folders = [language.folder for language in config.extra["languages"]]
    wrong = [
        f"docs/data/glossary.yml: {term['id']}: '{field}' has no text in '{folder}'"
        for term in terms
        for field in ("term", "meaning")
        for folder in folders
        if not (term.get(field) or {}).get(folder)
    ]
    if wrong:
        raise PluginError("\n".join(wrong))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace the directive by one heading and one paragraph a term."""
    here = config.extra["locale"]
    others = [item for item in config.extra["languages"] if item.folder != here.folder]

    def listing(match: re.Match[str]) -> str:
        parts = []
        for term in terms:
            names = " · ".join(
                f'<span lang="{other.hreflang}">{term["term"][other.folder]}</span>'
                for other in others
            )
            cited = "".join(f"[@{source}]" for source in term.get("sources") or [])
            parts.append(
                f"## {term['term'][here.folder]} {{ #{term['id']} }}\n\n"
                f"{term['meaning'][here.folder]}{cited}\n\n{names}\n{{ .term-names }}"
            )
        return "\n\n".join(parts)

    return LISTING.sub(listing, markdown)
