"""The files of docs/data that pages show, each with its shape, checked against one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from mkdocs.exceptions import PluginError
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from inputs import cross_check
from inputs.languages import ROOT
from inputs.shape import Line, LocalPlainText, LocalText, LocalWords, Shape, form, shaped
from inputs.yaml_files import parse, read_text

DATA = ROOT / "docs" / "data"
Content = TypeVar("Content")
# What readers link to: it never changes.
Anchor = Annotated[str, form(r"[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and hyphens")]
# The id of a source, by which pages cite it; the notes of content/citations.py are no sources.
Cited = Annotated[
    str,
    form(r"(?!(?:advice|unconfirmed)$)[a-z0-9]+", "lower-case letters and digits, such as 'n12'"),
]

Verdict = Literal[
    "confirmed",
    "partly",
    "depends",
    "overstated",
    "misleading",
    "outdated",
    "wrong",
    "unverifiable",
    "omission",
    "opinion",
    "promotion",
]
# A claim of these kinds needs no source: there is nothing to prove.
SOURCELESS = ("unverifiable", "opinion", "promotion")
SourceKind = Literal["first-party", "first-party-old", "secondary", "mirror", "developer", "test"]


class Claim(Shape):
    """What the article says, and what is true. The texts are our words, without citations."""

    id: Annotated[str, form(r"\d+\.\d+", "two numbers such as 1.2, in quotes")]
    claim: LocalText
    verdict: Verdict
    # Why, in one line; then what is true, where the reason does not say it all.
    reason: LocalText
    truth: LocalText | None = None
    sources: list[str] = []
    # Whether the truth is, wholly or in part, our own reasoning.
    advice: bool = False

    @property
    def anchor(self) -> str:
        """The id under which readers link to the claim: 1.2 becomes claim-1-2."""
        return "claim-" + self.id.replace(".", "-")

    @model_validator(mode="after")
    def has_reason(self) -> Self:
        """Refuse a verdict that nothing stands behind."""
        if not (self.sources or self.advice or self.verdict in SOURCELESS):
            raise PydanticCustomError(
                "reason", "needs 'sources', or 'advice: true' for our own reasoning"
            )
        return self


class ClaimGroup(Shape):
    """A chapter of the article with its claims."""

    id: Line
    title: LocalText
    # What the check of its claims comes to, in one or two short sentences.
    answer: LocalText | None = None
    claims: list[Claim]


class Source(Shape):
    """A page that stands behind what we say."""

    title: Line
    url: Annotated[str, form(r"https?://\S+", "an address that begins with https://")] | None = None
    kind: SourceKind
    # A BCP 47 tag.
    language: Annotated[
        str, form(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", "a code such as en, nb or zh-Hans")
    ]
    # The day we read it, and its own date as far as it shows one.
    seen: date
    published: (
        Annotated[
            str, form(r"\d{4}((-\d{2}){1,2}|–\d{4})?", "a day, month or year such as '2026-11'")
        ]
        | None
    ) = None
    group: str
    note: LocalText | None = None

    @model_validator(mode="after")
    def can_be_found(self) -> Self:
        """Refuse a source without an address that does not say why."""
        if not self.url and not self.note:
            raise PydanticCustomError("url", "needs a 'url', or a 'note' that says why it has none")
        return self


class Sources(Shape):
    """All sources by the ids that pages cite, the titles of their groups, names of languages."""

    # What readers see for the language of a source, by its tag.
    languages: dict[str, LocalText]
    groups: dict[Anchor, LocalText]
    sources: dict[Cited, Source]


class Term(Shape):
    """A term of art: its name in each language, what it means, and what we do not call it."""

    id: Anchor
    term: LocalText
    # Without markup: the note that shows it (glossary_links.py) knows none.
    meaning: LocalPlainText
    aliases: LocalWords = {}
    forbidden: LocalWords = {}
    sources: list[str] = []
    # A word that everyone knows: pages do not link it to the glossary.
    everyday: bool = False

    def names(self, language: str) -> list[str]:
        """Return the name and the other spellings to recognise in a text of a language."""
        return [self.term[language], *self.aliases.get(language, [])]


class Field(Shape):
    """What a reader fills in a letter: what stands for it there, and what it is called."""

    id: Anchor
    placeholders: list[Line]
    label: LocalText
    # The kind of its input; `today` is a text, at first the day.
    kind: Literal["text", "email", "tel", "today"] = "text"
    # A token of HTML's autocomplete, such as name.
    autocomplete: Line | None = None


# The words of the figures: figure → language → word, or a part with words of its own.
Figures = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Data:
    """What the files of docs/data hold."""

    claims: list[ClaimGroup]
    sources: dict[str, Source]
    source_groups: dict[str, dict[str, str]]
    # The names of the sources' languages, by their codes and the language of the page.
    source_languages: dict[str, dict[str, str]]
    terms: list[Term]
    fields: list[Field]
    figures: Figures
    # For languages without spaces: words that a heading does not break in two.
    unbroken: dict[str, list[str]]


def read_data(languages: Sequence[str], folder: Path = DATA) -> Data:
    """Return the data for a site with these languages; read once as long as no file changes.

    Raises PluginError that names every mistake of every file: file, entry, key, mend.
    """
    changed = tuple(file.stat().st_mtime_ns for file in sorted(folder.glob("*.yml")))
    return _read(tuple(languages), folder, changed)


@lru_cache(maxsize=1)
def _read(languages: tuple[str, ...], folder: Path, _changed: tuple[int, ...]) -> Data:
    wrong: list[str] = []

    def read(name: str, kind: type[Content], otherwise: Content) -> Content:
        try:
            where = f"docs/data/{name}"
            content = parse(read_text(folder / name, where), where)
            return shaped(kind, content, where, languages)
        except PluginError as error:
            wrong.append(str(error))
            return otherwise

    listed = read("sources.yml", Sources, Sources(languages={}, groups={}, sources={}))
    data = Data(
        claims=read("claims.yml", list[ClaimGroup], []),
        sources=listed.sources,
        source_groups=listed.groups,
        source_languages=listed.languages,
        terms=read("glossary.yml", list[Term], []),
        fields=read("letters.yml", list[Field], []),
        figures=read("figures.yml", Figures, {}),
        unbroken=read("linebreaks.yml", LocalWords, {}),
    )
    if not wrong:
        wrong += cross_check.problems(data)
    if wrong:
        raise PluginError("\n".join(wrong))
    return data
