"""Tell whether a selector of a stylesheet can match an element of the built pages.

Nothing here is exact where exactness would not pay: states (`:hover`) and `:not(…)` count as
met, and whatever a script names it may set. An element is told from others by its tag, classes,
id and attributes, and by those of the elements around it.
"""

from __future__ import annotations

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import tinycss2
from lxml import etree

from delivery.processes import MOST, each
from delivery.site import Site

NAME = re.compile(r"[A-Za-z_][\w-]*")
SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
UPPER = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Browsers set these themselves when a reader opens or ticks something.
SET_BY_BROWSER = {"open", "checked"}
COMBINATORS = (" ", ">", "+", "~")

# These are out of sight until the reader asks for them.
HIDDEN = {"md-overlay", "md-search__overlay"}
# So is what is inside these, on all screens or on narrow ones.
HIDDEN_INSIDE = {"md-search__output"}
HIDDEN_NARROW = {"md-search__form"}

# What a selector asks of an attribute: name, operator ("" if any value will do), value.
Condition = tuple[str, str, str]
# Tag, id, classes, and the conditions that the attributes meet.
Signature = tuple[str, str, frozenset[str], frozenset[Condition]]
# The numbers of the kind around it and of its signature; out of sight on all screens, on narrow.
Kind = tuple[int, int, bool, bool]


@dataclass(frozen=True, eq=False)
class Compound:
    """One part of a selector: what an element has to be, as far as we look."""

    tag: str = ""
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[Condition, ...] = ()
    # `:is(…)` and `:where(…)`: one of the selectors in each group has to match.
    groups: tuple[tuple[Selector, ...], ...] = ()


# Compounds with the combinator that stands before each; the last is the element's own.
Parts = tuple[tuple[str, Compound], ...]


@dataclass(frozen=True, eq=False)
class Selector:
    """A selector in parts."""

    parts: Parts


@functools.cache
def parse(text: str) -> Selector:
    """Return a single selector in parts."""
    parts: list[tuple[str, list[tinycss2.ast.Node]]] = []
    combinator, current = " ", []
    for node in tinycss2.parse_component_value_list(text.strip(), skip_comments=True):
        sign = " " if node.type == "whitespace" else getattr(node, "value", None)
        if node.type == "whitespace" or (node.type == "literal" and sign in COMBINATORS):
            if current:
                parts.append((combinator, current))
                combinator, current = " ", []
            if sign != " ":
                combinator = sign
        else:
            current.append(node)
    if current:
        parts.append((combinator, current))
    return Selector(tuple((sign, compound(tinycss2.serialize(nodes))) for sign, nodes in parts))


@functools.cache
def compound(text: str) -> Compound:
    """Return what a compound selector asks of an element."""
    tag, ids, classes, attributes, groups = "", [], [], [], []
    before = ""
    for node in tinycss2.parse_component_value_list(text):
        if node.type == "hash":
            ids.append(node.value)
        elif node.type == "ident":
            if before == ".":
                classes.append(node.value)
            elif before != ":":
                tag = node.lower_value
        elif node.type == "[] block":
            attributes.append(attribute(node.content))
        elif node.type == "function" and node.lower_name in ("is", "where"):
            inner = tinycss2.serialize(node.arguments)
            groups.append(tuple(parse(part) for part in re.split(r",(?![^(]*\))", inner)))
        before = node.value if node.type == "literal" else ""
    return Compound(tag, tuple(ids), tuple(classes), tuple(attributes), tuple(groups))


def attribute(nodes: list[tinycss2.ast.Node]) -> Condition:
    """Return the name, operator and value that an attribute selector asks for."""
    texts = [node for node in nodes if node.type in ("ident", "string")]
    sign = "".join(node.value for node in nodes if node.type == "literal")
    value = texts[1].value if len(texts) > 1 else ""
    return texts[0].value.lower(), sign, value


# -----------------------------------------------------------------------------


@dataclass
class Vocabulary:
    """What the selectors of the stylesheets speak of; all else in a page makes no difference."""

    names: set[str] = field(default_factory=set)
    conditions: dict[str, set[Condition]] = field(default_factory=lambda: defaultdict(set))

    def add(self, selector: Selector) -> None:
        """Add what a selector speaks of."""
        for _, part in selector.parts:
            self.names.update(part.ids, part.classes)
            for condition in part.attributes:
                self.conditions[condition[0]].add(condition)
            for group in part.groups:
                for inner in group:
                    self.add(inner)


class Places:
    """Reads pages, as a target of their parser, and tells the kinds of elements apart.

    A kind is told by its own signature, that of its parent and so on, and by whether it is out
    of sight on all screens or on narrow ones. A place is a kind, and whether what stands in it
    is out of sight. Most elements are like others before, so what is known is looked up at once.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Begin with no kinds."""
        self.vocabulary = vocabulary
        self.telling = {"id", "class", *vocabulary.conditions}
        self.signatures: dict[Signature, int] = {}
        self.kinds: dict[Kind, int] = {}
        self.places: list[tuple[int, bool, bool]] = [(-1, False, False)]
        self.known: dict[tuple[object, ...], int] = {}
        self.met: dict[tuple[str, str], frozenset[Condition]] = {}
        self.stack: list[int] = [0]
        self.seen: set[int] = set()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note the place of an element that begins."""
        key = (self.stack[-1], tag)
        if not self.telling.isdisjoint(attributes):
            identifier = attributes.get("id", "")
            known = identifier if identifier in self.vocabulary.names else ""
            key += (attributes.get("class", ""), known, *map(self.told, attributes.items()))
        place = self.known.get(key)
        if place is None:
            place = self.known[key] = self.add(*key)
        self.seen.add(place)
        self.stack.append(place)

    def end(self, tag: str) -> None:
        """Go back to the place around an element that ends."""
        self.stack.pop()

    def close(self) -> set[int]:
        """Return the kinds of the page that ends."""
        kinds = {self.places[place][0] for place in self.seen}
        self.stack, self.seen = [0], set()
        return kinds

    def told(self, attribute: tuple[str, str]) -> frozenset[Condition]:
        """Return the conditions that an attribute meets."""
        met = self.met.get(attribute)
        if met is None:
            name, value = attribute
            asked = self.vocabulary.conditions.get(name, ())
            met = frozenset(condition for condition in asked if holds(value, *condition[1:]))
            self.met[attribute] = met
        return met

    def add(
        self,
        around: int,
        tag: str,
        classes: str = "",
        identifier: str = "",
        *told: frozenset[Condition],
    ) -> int:
        """Return the number of a new place, inside the place `around`."""
        parent, hidden, off = self.places[around]
        own = frozenset(classes.split())
        signature = (tag, identifier, own & self.vocabulary.names, frozenset().union(*told))
        number = self.signatures.setdefault(signature, len(self.signatures))
        hidden = hidden or not own.isdisjoint(HIDDEN)
        kind = self.kinds.setdefault((parent, number, hidden, off), len(self.kinds))
        hidden = hidden or not own.isdisjoint(HIDDEN_INSIDE)
        self.places.append((kind, hidden, off or not own.isdisjoint(HIDDEN_NARROW)))
        return len(self.places) - 1


def read(texts: list[str], vocabulary: Vocabulary) -> tuple[list[Signature], list[Kind], list[int]]:
    """Return the signatures and kinds of elements in pages, and for each kind the pages it is in.

    Signatures and kinds go by their numbers; a kind comes after the one it is inside of. Sets of
    pages are numbers, a bit a page.
    """
    places = Places(vocabulary)
    parser = etree.HTMLParser(target=places, encoding="utf-8")
    pages: list[int] = []
    for number, text in enumerate(texts):
        found = etree.fromstring(text.encode(), parser)
        pages += [0] * (len(places.kinds) - len(pages))
        for kind in found:
            pages[kind] |= 1 << number
    return list(places.signatures), list(places.kinds), pages


class Elements:
    """The kinds of elements in all pages: what they are, and what they stand in."""

    def __init__(self, site: Site, vocabulary: Vocabulary) -> None:
        """Collect the kinds of elements of a site's pages, and the names in its scripts."""
        texts = [site.texts[page] for page in site.pages()]
        # What scripts name they may set on any element; those in the pages, before first paint.
        self.named_first = names({script for text in texts for script in SCRIPT.findall(text)})
        self.named = self.named_first | names(
            script.read_text("utf-8") for script in site.scripts()
        )
        self.signatures: dict[Signature, int] = {}
        self.kinds: dict[Kind, int] = {}
        self.pages: list[int] = []
        size = math.ceil(len(texts) / MOST) or 1
        starts = range(0, len(texts), size)
        found = each(lambda start: read(texts[start : start + size], vocabulary), starts)
        for start, part in zip(starts, found, strict=True):
            self.add(start, *part)
        self.by_signature: dict[int, list[int]] = defaultdict(list)
        self.around: list[set[int]] = []
        self.parents: list[int] = []
        self.children: dict[int, set[int]] = defaultdict(set)
        for (parent, signature, _, _), kind in self.kinds.items():
            self.by_signature[signature].append(kind)
            self.parents.append(parent)
            self.around.append({parent, *self.around[parent]} if parent >= 0 else set())
            self.children[parent].add(kind)
        self.out_of_sight = [hidden for _, _, hidden, _ in self.kinds]
        self.off_narrow = [off for _, _, _, off in self.kinds]
        self.agreeing: dict[tuple[Compound, bool], set[int]] = {}
        self.matching: dict[tuple[Parts, bool], set[int]] = {}

    def add(
        self, start: int, signatures: list[Signature], kinds: list[Kind], pages: list[int]
    ) -> None:
        """Add what was found in pages from `start` on, under numbers of our own."""
        own = [self.signatures.setdefault(it, len(self.signatures)) for it in signatures]
        numbers: list[int] = []
        for (parent, signature, hidden, off), those in zip(kinds, pages, strict=True):
            parent = numbers[parent] if parent >= 0 else parent
            kind = (parent, own[signature], hidden, off)
            number = self.kinds.setdefault(kind, len(self.kinds))
            self.pages += [0] * (len(self.kinds) - len(self.pages))
            self.pages[number] |= those << start
            numbers.append(number)

    def matches(self, selector: Selector) -> bool:
        """Tell whether a selector can match any element, also after what scripts do."""
        # Most of the theme's selectors speak of something that occurs nowhere.
        every = all(self.agree(part, False) for _, part in selector.parts)
        return every and bool(self.match(selector.parts, False))

    def pages_at_rest(self, selector: Selector, narrow: bool) -> int:
        """Return the pages where a selector matches something in sight before anyone acts."""
        pages = 0
        for kind in self.match(selector.parts, True):
            if not (self.out_of_sight[kind] or (narrow and self.off_narrow[kind])):
                pages |= self.pages[kind]
        return pages

    def match(self, parts: Parts, at_rest: bool) -> set[int]:
        """Return the kinds of elements that match a selector, or the beginning of one."""
        key = (parts, at_rest)
        if key not in self.matching:
            sign, part = parts[-1]
            agreeing = self.agree(part, at_rest)
            found = {kind for signature in agreeing for kind in self.by_signature[signature]}
            for group in part.groups:
                found &= set().union(*(self.match(inner.parts, at_rest) for inner in group))
            if found and parts[:-1]:
                outer = self.match(parts[:-1], at_rest)
                found = {kind for kind in found if not outer.isdisjoint(self.beside(kind, sign))}
            self.matching[key] = found
        return self.matching[key]

    def beside(self, kind: int, sign: str) -> set[int]:
        """Return the kinds that can stand on the other side of a combinator before a kind."""
        if sign == " ":
            return self.around[kind]
        parent = self.parents[kind]
        return {parent} if sign == ">" else self.children[parent]

    def agree(self, part: Compound, at_rest: bool) -> set[int]:
        """Return the signatures that can be what a compound asks for."""
        key = (part, at_rest)
        if key not in self.agreeing:
            named = self.named_first if at_rest else self.named
            asked = {*part.ids, *part.classes, *(name for name, _, _ in part.attributes)}
            # A script may make such an element.
            made = not at_rest and (part.tag in named or not asked.isdisjoint(named))
            tag = "" if made else part.tag
            ids, classes = set(part.ids) - named, set(part.classes) - named
            free = named | SET_BY_BROWSER
            met = {condition for condition in part.attributes if condition[0] not in free}
            self.agreeing[key] = {
                number
                for (own, identifier, its, conditions), number in self.signatures.items()
                if (not tag or tag == own)
                and classes <= its
                and ids <= {identifier}
                and met <= conditions
            }
        return self.agreeing[key]


def names(scripts: Iterable[str]) -> set[str]:
    """Return the words of scripts, also as attributes: `colorScheme` is data-color-scheme."""
    words = {word for script in scripts for word in NAME.findall(script)}
    dashed = {UPPER.sub("-", word).lower() for word in words if UPPER.search(word)}
    return words | dashed | {f"data-{word}" for word in dashed | words}


def holds(text: str, sign: str, value: str) -> bool:
    """Tell whether an attribute's text has the value that a selector asks for."""
    if not sign:
        return True
    if sign == "=":
        return text == value
    if sign == "^=":
        return text.startswith(value)
    if sign == "$=":
        return text.endswith(value)
    if sign == "~=":
        return value in text.split()
    return value in text
