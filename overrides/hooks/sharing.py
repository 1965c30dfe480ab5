"""What other sites show of a page: its question and answer as data, and a picture.

Title, description and address stand in partials/sharing.html. All is derived: the answer from the
section `answer` of a page, the picture from the project's mark and colours.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import resvg_py
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from languages import Language
from lxml import html as dom
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[2]
PICTURE = "assets/images/share.png"
COLOUR = re.compile(r"--([a-z-]+): var\(--light, (#[0-9a-f]+)\)")
SVG = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
ANSWER = re.compile(r'<h2[^>]* id="answer"')
AFTER_FULL_WIDTH = re.compile(r"(?<=[。，；：！？）”]) ")


def on_page_context(context: dict, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Give the template the page's heading, its question and answer, and the picture's address."""
    locale = config.extra["locale"]
    root = (config.site_url or "/").removesuffix(f"{locale.folder}/" if locale else "")
    content = page.content or ""
    # Of most pages, nothing but the heading is needed.
    first = None if ANSWER.search(content) else HEADING.search(content)
    tree = dom.fragment_fromstring(first[0] if first else content, create_parent="div")
    for name in ("headerlink", "cite", "translation-notice"):
        for extra in tree.find_class(name):
            extra.drop_tree()
    heading = next((words(element) for element in tree.iter("h1")), None)
    context["sharing"] = {
        "picture": root + PICTURE,
        "title": heading or page.title or config.site_name,
        "data": question(tree, page, heading, locale) if locale else None,
    }


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Draw the picture, once for all languages."""
    if not config.extra["locale"]:
        file = Path(config.site_dir, PICTURE)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(draw())


# -----------------------------------------------------------------------------


def question(tree: dom.HtmlElement, page: Page, title: str | None, locale: Language) -> str | None:
    """Return the page's heading and its section `answer` as JSON-LD, if it has that section."""
    found = tree.xpath("//h2[@id='answer']")
    if not (found and title):
        return None
    parts = [words(found[0])]
    for element in found[0].itersiblings():
        if element.tag in ("h1", "h2"):
            break
        parts.append(words(element))
    answer = {
        "@type": "Answer",
        "text": "\n".join(filter(None, parts)),
        "url": f"{page.canonical_url}#answer",
    }
    data = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": locale.hreflang,
        "mainEntity": {"@type": "Question", "name": title, "acceptedAnswer": answer},
    }
    # A browser ends a script at “</”, wherever it stands.
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")


def words(element: dom.HtmlElement) -> str:
    """Return an element's text with single spaces, and none after full-width punctuation."""
    return AFTER_FULL_WIDTH.sub("", " ".join(element.text_content().split()))


def draw(overrides: Path = ROOT / "overrides") -> bytes:
    """Return the picture as PNG: partials/share.html with the mark and the colours for light.

    Raises PluginError if the drawing asks for a colour or a part that does not exist.
    """
    tokens = (overrides / "assets/stylesheets/first/tokens.css").read_text("utf-8")
    templates = Environment(
        loader=FileSystemLoader(overrides / "partials"),
        undefined=StrictUndefined,
        autoescape=True,
    )
    mark = SVG.search(templates.get_template("logo.html").render())
    try:
        drawing = templates.get_template("share.html").render(
            colour=dict(COLOUR.findall(tokens)), mark=mark[1] if mark else ""
        )
        return resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True)
    except (TemplateError, ValueError) as error:
        raise PluginError(f"overrides/partials/share.html: {error}") from error
