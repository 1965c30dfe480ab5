"""Keep old addresses working: of a page that moved, and of a section whose id changed.

A page names its old paths in its front matter (`aliases: [old-path/]`); each becomes a page that
sends the reader on, with the section asked for. A heading names its old ids beside the new one
(`## Title { #new-id data-alias="old-id" }`); each becomes an empty element in it, so the old
address needs no script.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

PATH = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
WITH_ALIAS = re.compile(r'<(\w+)([^<>]*?) data-alias="([^"]*)"([^<>]*)>')
# Elements whose content may begin with the empty element.
CARRIERS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "strong", "figure", "td", "th", "div")

# The script takes the section along, which a refresh would lose. It is the same on every page,
# so that a policy needs one hash for it; and the refresh works where scripts do not.
REDIRECT = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>
</head>
<body>
<p>{moved} <a href="{target}">{title}</a></p>
<script>location.replace(document.links[0].href+location.search+location.hash)</script>
</body>
</html>
"""

pages: dict[str, Page] = {}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give each element with old ids one empty element for each of them.

    Raises PluginError if the element cannot hold one.
    """

    def carry(match: re.Match[str]) -> str:
        tag, before, aliases, after = match.groups()
        if tag not in CARRIERS:
            raise PluginError(
                f"{page.file.abs_src_path}: data-alias=\"{aliases}\" stands at a '{tag}'; "
                "put it at a heading, a paragraph or a list item."
            )
        spans = "".join(f'<span id="{escape(name)}"></span>' for name in aliases.split())
        return f"<{tag}{before}{after}>{spans}"

    return WITH_ALIAS.sub(carry, html)


def on_env(env: object, config: MkDocsConfig, files: Files) -> None:
    """Collect the old paths of all pages.

    Raises PluginError that names the file of each path that is malformed, is taken, or is not
    kept in every language.
    """
    pages.clear()
    wrong = []
    taken = {file.url: file.src_uri for file in files.documentation_pages()}
    for file in files.documentation_pages():
        if not file.page:
            continue
        given = file.page.meta.get("aliases") or []
        if not isinstance(given, list):
            wrong.append(f"{file.abs_src_path}: 'aliases' must be a list, such as [old-page/]")
            continue
        for alias in given:
            if not PATH.fullmatch(str(alias)):
                wrong.append(
                    f"{file.abs_src_path}: the alias '{alias}' must be the path below the "
                    "language, with a slash at its end, such as 'old-page/'"
                )
            elif alias in taken:
                wrong.append(f"{file.abs_src_path}: the alias '{alias}' is taken by {taken[alias]}")
            else:
                taken[alias] = file.src_uri
                pages[alias] = file.page
        wrong.extend(missing(file.src_uri, file.page.meta, config))
    if wrong:
        raise PluginError("\n".join(wrong))


def on_post_build(config: MkDocsConfig) -> None:
    """Write a page for each old path."""
    locale = config.extra["locale"]
    for alias, page in pages.items():
        file = Path(config.site_dir, alias, "index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        text = REDIRECT.format(
            language=locale.hreflang,
            title=escape(str(page.title)),
            canonical=escape(page.canonical_url or ""),
            target=escape(get_relative_url(page.url, alias)),
            moved=escape(config.extra["strings"]["alias.moved"]),
        )
        file.write_text(text, "utf-8")


# -----------------------------------------------------------------------------


def missing(name: str, meta: dict, config: MkDocsConfig) -> list[str]:
    """Return a message for each alias of a page that its counterparts do not have."""
    docs, here = Path(config.docs_dir), config.extra["locale"]
    found = []
    for language in config.extra["languages"]:
        other = docs.parents[1] / language.folder / docs.name / name
        if language == here or not other.exists():
            continue
        _, theirs = get_data(other.read_text("utf-8"))
        lost = set(meta.get("aliases") or []) - set(theirs.get("aliases") or [])
        found += [
            f"{other}: give it the alias '{alias}' too, as {here.folder} does"
            for alias in sorted(lost)
        ]
    return found
