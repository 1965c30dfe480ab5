"""Keep of the styles what the pages use, and put into each page what its first paint needs.

The theme's stylesheet serves every site that could be made with it; this one uses a third of
it. Of the rest, what shows before the reader does anything goes into the pages (no request
stands before the first paint). All of it goes, in its order, into a file that is linked at the
end of the page: it overrules the part in the page, so nothing depends on how the two were split.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import lightningcss
import tinycss2
from mkdocs.exceptions import PluginError
from tinycss2.ast import AtRule, Node, QualifiedRule

from delivery.selectors import Elements, Vocabulary, parse
from delivery.site import Site

LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")
STYLES = "assets/stylesheets/site.css"

# Browsers that must show the site as it is meant: also the older engines inside apps that many
# phones in China use for reading. None of them lacks `:is`: its older forms count differently.
BROWSERS = ["chrome 88", "edge 88", "firefox 94", "safari 14", "ios_saf 14"]

# The number of different styles in pages: each has its hash in the policy sent with every page.
MOST = 16

VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
# Conditions that are not met before the reader acts.
LATER = re.compile(
    r":(hover|focus|active|checked|disabled|invalid|open|popover-open|fullscreen)\b"
    r"|::(placeholder|selection|backdrop|-webkit-scrollbar|-ms-clear)"
)
NOT = re.compile(r":not\([^)]*\)")
LATER_MEDIA = re.compile(r"\b(print|prefers-reduced-motion|forced-colors|prefers-contrast)\b")
# Declarations that do not show in a page at rest, or only in the fineness of its letters.
MOTION = re.compile(
    r"^(-webkit-|-moz-)?(transition|animation|cursor|outline|will-change|touch-action|scroll-snap|"
    r"scrollbar|overscroll|user-select|tap-highlight-color|pointer-events|print-color-adjust|"
    r"color-adjust|text-size-adjust|caret-color|page-break|break-|orphans|widows|osx-font-smooth|"
    r"font-smooth|backface-visibility)"
)


@dataclass
class Rule:
    """A style rule, or a group of them under a condition (`@media …`); `text` if neither."""

    head: str
    selectors: list[str] = field(default_factory=list)
    declarations: list[tuple[str, str]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    text: str = ""
    # For each selector, the pages where it shows at once, as selectors.py counts them.
    pages: list[int] = field(default_factory=list)


def reduce(site: Site) -> None:
    """Replace the stylesheets of every page by styles in the page and one file for the rest."""
    sources: dict[str, Path] = {}
    for file in site.named(LINK):
        # The same file is stored once a language.
        sources.setdefault(file.read_text("utf-8"), file)
    if not sources:
        return
    rules = list(read(compile_all(sources)))
    elements = Elements(site, vocabulary(rules))
    rules = without_unused_variables(list(without_overruled(list(prune(rules, elements)))))
    target = site.folder / STYLES
    target.write_text(write(rules) + "\n", "utf-8")
    pages = site.pages()
    first = list(at_rest(rules, elements))
    sizes = [page.stat().st_size for page in pages]
    styles = dict(zip(pages, inline_styles(first, sizes), strict=True))

    def name(page: Path, text: str) -> str:
        styled = site.instead(page, text, LINK, styles[page])
        tag = f'<link rel="stylesheet" href="{site.link(page, target)}">'
        return styled if styled == text else styled.replace("</body>", f"{tag}</body>")

    site.rewrite(name)


def compile_all(sources: dict[str, Path]) -> str:
    """Return all stylesheets as one, flat, in forms that BROWSERS know.

    Raises PluginError that names the file that is not CSS, or names a file that pages would
    not find.
    """
    done = []
    for text, file in sources.items():
        try:
            done.append(
                lightningcss.process_stylesheet(
                    SOURCE_MAP.sub("", text), filename=file.name, browsers_list=BROWSERS
                )
            )
        except Exception as error:
            raise PluginError(f"{file.name}: not valid CSS: {error}; mend it there.") from error
        outside = re.search(r"""url\((?!["']?(data:|#))[^)]*\)""", done[-1])
        if outside:
            raise PluginError(
                f"{file.name}: {outside[0]} would not be found from inside a page; "
                "write the picture as a data: address, or put it into the template."
            )
    return "".join(done)


# -----------------------------------------------------------------------------


def read(css: str) -> Iterator[Rule]:
    """Yield the rules of a stylesheet."""
    yield from convert(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def convert(nodes: Iterable[Node]) -> Iterator[Rule]:
    """Yield our form of the parser's rules."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            head = tinycss2.serialize(node.prelude).strip()
            # A prefixed form may be there twice: the author's and the compiler's.
            pairs = list(dict.fromkeys(declarations(node.content)))
            yield Rule(head, split(head), pairs)
        elif isinstance(node, AtRule) and node.lower_at_keyword in ("media", "supports"):
            head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Rule(head, rules=list(convert(inner)))
        else:
            yield Rule("", text=node.serialize())


def declarations(content: list[Node]) -> Iterator[tuple[str, str]]:
    """Yield the names and values of a rule."""
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for node in nodes:
        if node.type == "declaration":
            important = "!important" if node.important else ""
            yield node.name, tinycss2.serialize(node.value).strip() + important


def split(selectors: str) -> list[str]:
    """Return the single selectors of a list; commas inside brackets divide none."""
    found, depth = [""], 0
    for character in selectors:
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            found.append("")
        else:
            found[-1] += character
    return [selector.strip() for selector in found]


def write(rules: list[Rule]) -> str:
    """Return rules as a stylesheet."""
    return "".join(
        rule.text
        or (
            f"{rule.head}{{{write(rule.rules)}}}"
            if rule.rules
            else ",".join(rule.selectors)
            + "{"
            + ";".join(f"{name}:{value}" for name, value in rule.declarations)
            + "}"
        )
        for rule in rules
    )


# -----------------------------------------------------------------------------


def vocabulary(rules: list[Rule], found: Vocabulary | None = None) -> Vocabulary:
    """Return what the selectors of all rules speak of."""
    found = found or Vocabulary()
    for rule in rules:
        for selector in rule.selectors:
            found.add(parse(selector))
        vocabulary(rule.rules, found)
    return found


def prune(rules: list[Rule], elements: Elements) -> Iterator[Rule]:
    """Yield the rules whose selectors can match an element of the pages."""
    for rule in rules:
        if rule.text:
            yield rule
        elif rule.rules:
            inner = list(prune(rule.rules, elements))
            if inner:
                yield Rule(rule.head, rules=inner)
        else:
            selectors = [text for text in rule.selectors if elements.matches(parse(text))]
            if selectors:
                yield Rule(rule.head, selectors, rule.declarations)


def without_overruled(rules: list[Rule]) -> Iterator[Rule]:
    """Yield rules without what a later rule for the same selectors says otherwise.

    Much of what the theme says is said again by ours. Only rules under the same condition are
    compared; two values in one rule are left: the first is for browsers that lack the second.
    """
    last: dict[tuple[str, str], int] = {}
    for number, rule in enumerate(rules):
        for selector in rule.selectors:
            last.update(((selector, name), number) for name, _ in rule.declarations)
    for number, rule in enumerate(rules):
        if rule.rules:
            yield Rule(rule.head, rules=list(without_overruled(rule.rules)))
        elif rule.text:
            yield rule
        else:
            kept = [
                (name, value)
                for name, value in rule.declarations
                if "!important" in value
                or any(last[selector, name] == number for selector in rule.selectors)
            ]
            if kept:
                yield Rule(rule.head, rule.selectors, kept)


def at_rest(rules: list[Rule], elements: Elements, narrow: bool = False) -> Iterator[Rule]:
    """Yield what shows in a page before the reader acts; the rules then know on which pages."""
    for rule in rules:
        if rule.rules:
            if not LATER_MEDIA.search(rule.head):
                inner = list(at_rest(rule.rules, elements, narrow or "max-width" in rule.head))
                yield Rule(rule.head, rules=inner)
        elif not rule.text:
            shown = [pair for pair in rule.declarations if not MOTION.match(pair[0])]
            pages = {
                text: elements.pages_at_rest(parse(text), narrow)
                for text in rule.selectors
                if not LATER.search(NOT.sub("", text)) and ":not(:empty)" not in text
            }
            if shown and any(pages.values()):
                yield Rule(rule.head, list(pages), shown, pages=list(pages.values()))


def on_pages(rules: list[Rule], pages: int) -> Iterator[Rule]:
    """Yield the rules that show on any of the pages."""
    for rule in rules:
        if rule.rules:
            inner = list(on_pages(rule.rules, pages))
            if inner:
                yield Rule(rule.head, rules=inner)
        else:
            selectors = [
                text
                for text, shown in zip(rule.selectors, rule.pages, strict=True)
                if shown & pages
            ]
            if selectors:
                yield Rule(rule.head, selectors, rule.declarations)


def inline_styles(rules: list[Rule], sizes: list[int]) -> list[str]:
    """Return the style of each page, given the sizes of the pages.

    The policy of every page names the hash of each style, so they must be few: pages that show
    nearly the same share one. What a page then carries in vain weighs most on a large page.
    """
    masks = [mask for rule in flat(rules) for mask in rule.pages]
    groups: dict[frozenset[int], int] = {}
    for page in range(len(sizes)):
        shown = frozenset(index for index, mask in enumerate(masks) if mask >> page & 1)
        groups[shown] = groups.get(shown, 0) | 1 << page

    def weight(pages: int) -> int:
        return sum(size**2 for page, size in enumerate(sizes) if pages >> page & 1)

    weights = {shown: weight(pages) for shown, pages in groups.items()}

    def waste(pair: tuple[frozenset[int], frozenset[int]]) -> int:
        one, two = pair
        return len(two - one) * weights[one] + len(one - two) * weights[two]

    while len(groups) > MOST:
        one, two = min(combinations(groups, 2), key=waste)
        both = groups.pop(one) | groups.pop(two)
        groups[one | two] = groups.get(one | two, 0) | both
        weights[one | two] = weight(groups[one | two])
    styles = [""] * len(sizes)
    for pages in groups.values():
        chosen = without_unused_variables(list(on_pages(rules, pages)))
        style = f"<style>{write(chosen)}</style>"
        for page in range(len(sizes)):
            if pages >> page & 1:
                styles[page] = style
    return styles


def flat(rules: list[Rule]) -> Iterator[Rule]:
    """Yield the rules, also those inside conditions."""
    for rule in rules:
        yield from flat(rule.rules) if rule.rules else (rule,)


def without_unused_variables(rules: list[Rule]) -> list[Rule]:
    """Return rules without the custom properties that none of them reads, and frames unused."""
    while True:
        text = write(rules)
        read_ones = set(VARIABLE.findall(text))
        kept = list(drop(rules, read_ones, text))
        if write(kept) == text:
            return kept
        rules = kept


def drop(rules: list[Rule], read_ones: set[str], text: str) -> Iterator[Rule]:
    """Yield rules without the custom properties that are not among `read_ones`."""
    for rule in rules:
        if rule.text:
            frames = re.match(r"@(?:-webkit-)?keyframes\s+([\w-]+)", rule.text)
            if not frames or re.search(rf"animation[^;}}]*\b{frames[1]}\b", text):
                yield rule
        elif rule.rules:
            inner = list(drop(rule.rules, read_ones, text))
            if inner:
                yield Rule(rule.head, rules=inner)
        else:
            pairs = [
                (name, value)
                for name, value in rule.declarations
                if not name.startswith("--") or name in read_ones
            ]
            if pairs:
                yield Rule(rule.head, rule.selectors, pairs)
