"""Read scripts as they are published: the names they use of a browser, and their syntax."""

import re
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

PARSER = Parser(Language(tree_sitter_javascript.language()))
INLINE = re.compile(r"<script(?![^>]*\s(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)

# Kinds of nodes, and the first versions that read them (MDN).
NEWER_SYNTAX = {
    "private_property_identifier": "#private: Safari 14.1 and 15",
    "class_static_block": "static {…}: Chrome 94, Safari 16.4",
    "static field": "static fields: Safari 14.1",
    "ERROR": "nothing known",
}
LOOK_BEHIND = re.compile(r"\(\?<[=!]")
NEWER_FLAGS = {"d": "Chrome 90, Safari 15", "v": "Chrome 112, Firefox 116, Safari 17"}


def published(site: Path) -> dict[str, str]:
    """Return all scripts of a built site, by file; those inside pages by the first page."""
    scripts = {
        file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.js")
    }
    inside: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        for script in INLINE.findall(page.read_text("utf-8")):
            inside.setdefault(script, f"{page.relative_to(site).as_posix()} (inside)")
    return {**scripts, **{name: script for script, name in inside.items()}}


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all below it."""
    yield node
    for child in node.children:
        yield from walk(child)


def names(script: str) -> set[str]:
    """Return all that a script asks of objects, and all names that it does not declare itself."""
    found, declared = set(), set()
    for node in walk(PARSER.parse(script.encode()).root_node):
        text = (node.text or b"").decode()
        parent = node.parent
        if node.type == "property_identifier" and parent and parent.type == "member_expression":
            found.add(text)
        elif node.type in ("shorthand_property_identifier_pattern", "identifier"):
            found.add(text)
            if parent and parent.type in (
                "variable_declarator",
                "function_declaration",
                "formal_parameters",
            ):
                declared.add(text)
        elif node.type == "property_identifier" and parent and parent.type == "pair_pattern":
            found.add(text)
    return found - declared


def own_names(script: str) -> set[str]:
    """Return the names that a script gives to parts of its own objects."""
    found = set()
    for node in walk(PARSER.parse(script.encode()).root_node):
        parent = node.parent
        if node.type == "shorthand_property_identifier" or (
            node.type == "property_identifier"
            and parent
            and parent.type in ("pair", "method_definition", "field_definition")
        ):
            found.add((node.text or b"").decode())
    return found


def newer_syntax(script: str) -> list[str]:
    """Return what in the syntax of a script the oldest browsers cannot read."""
    found = []
    for node in walk(PARSER.parse(script.encode()).root_node):
        text = (node.text or b"").decode()
        static = node.type == "field_definition" and text.startswith("static")
        kind = "static field" if static else node.type
        if kind in NEWER_SYNTAX:
            found.append(f"{text[:60]!r}: {NEWER_SYNTAX[kind]}")
        if node.type == "regex_flags":
            found += [f"/{flag}: {NEWER_FLAGS[flag]}" for flag in text if flag in NEWER_FLAGS]
        # Expressions are made from texts as well.
        if node.type in ("regex_pattern", "string_fragment") and LOOK_BEHIND.search(text):
            found.append(f"{text[:60]!r}: look-behind: Safari 16.4")
    return found
