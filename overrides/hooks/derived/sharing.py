"""What other sites show of a page: its question and answer as data, and a picture.

Title, description and address stand in partials/sharing.html. The answer is what stands in the
section `answer` of a page; the picture is drawn with the project's mark and colours.
"""

import json
import re
from copy import deepcopy
from pathlib import Path

import resvg_py
from content.text import words
from inputs.languages import ROOT, Language
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from lxml import html
from mkdocs.exceptions import PluginError

PICTURE = "assets/images/share.png"
COLOUR = re.compile(r"--([a-z-]+): var\(--light, (#[0-9a-f]+)\)")
SVG = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
AFTER_FULL_WIDTH = re.compile(r"(?<=[。，；：！？）”]) ")


def heading_of(tree: html.HtmlElement) -> str | None:
    """Return the heading of a page, which other sites show as its title."""
    return next((plain(heading) for heading in tree.iter("h1")), None)


def question(tree: html.HtmlElement, url: str, language: Language) -> str | None:
    """Return a page's heading and its section `answer` as JSON-LD, if it has both.

    `url` is the address of the page.
    """
    title, found = heading_of(tree), tree.xpath("//h2[@id='answer']")
    if not (found and title):
        return None
    parts = [plain(found[0])]
    for element in found[0].itersiblings():
        if element.tag in ("h1", "h2"):
            break
        parts.append(plain(element))
    answer = {
        "@type": "Answer",
        "text": "\n".join(filter(None, parts)),
        "url": f"{url}#answer",
    }
    data = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": language.hreflang,
        "mainEntity": {"@type": "Question", "name": title, "acceptedAnswer": answer},
    }
    # A browser ends a script at “</”, wherever it stands.
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")


def plain(element: html.HtmlElement) -> str:
    """Return the text of an element without citations, and no space after full-width marks."""
    copy = deepcopy(element)
    for extra in copy.xpath(".//*[@data-search-exclude]"):
        extra.drop_tree()
    return AFTER_FULL_WIDTH.sub("", words(copy))


def draw(overrides: Path = ROOT / "overrides") -> bytes:
    """Return the picture as PNG: partials/sharing-picture.html with the mark and light colours.

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
        drawing = templates.get_template("sharing-picture.html").render(
            colour=dict(COLOUR.findall(tokens)), mark=mark[1] if mark else ""
        )
        return resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True)
    except (TemplateError, ValueError) as error:
        raise PluginError(f"overrides/partials/sharing-picture.html: {error}") from error
