"""The queries of queries.yml with their grades, and how good a list of results is for one."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from conftest import LANGUAGES, ROOT
from lxml import html

FILE = Path(__file__).with_name("queries.yml")
GRADES = (3, 2, 1)
# How many results of a list are looked at.
LOOKED_AT = 5


@dataclass(frozen=True)
class Query:
    """What someone types, what they want to know, and how well each section answers that."""

    language: str
    kind: str
    text: str
    topic: str
    held_out: bool
    # `page#section`, or a page: 3 answers, 2 is clearly useful, 1 is related.
    grades: dict[str, int]


def read_queries(file: Path = FILE) -> list[Query]:
    """Return all queries."""
    topics = yaml.safe_load(file.read_text("utf-8"))
    return [
        Query(
            language,
            it["kind"],
            it["q"],
            topic["topic"],
            it.get("held_out", False),
            {section: grade for grade in GRADES for section in topic.get(grade, "").split()},
        )
        for topic in topics
        for language in LANGUAGES
        for it in topic.get(language, [])
    ]


def stale(site: Path, file: Path = FILE) -> Iterator[str]:
    """Yield a message for each graded section that the built site has not, and where it stands."""

    @cache
    def ids(language: str, page: str) -> set[str] | None:
        """Return the ids of a page, or None where there is no such page."""
        built = site / language / ("" if page == "index" else page) / "index.html"
        return set(html.parse(built).getroot().xpath("//@id")) if built.is_file() else None

    name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        graded = re.match(r" +[123]: (.*)", line)
        for entry in graded[1].split() if graded else ():
            page, _, anchor = entry.partition("#")
            for language in LANGUAGES:
                known = ids(language, page)
                if known is None or (anchor and anchor not in known):
                    lacks = f"no section #{anchor}" if known else "no such page"
                    yield (
                        f"{name}, line {number}: '{entry}': /{language}/ has {lacks}; "
                        "write what took its place, or remove it."
                    )


def section(address: str) -> str:
    """Return what an address of a result names, as `page#section`, or as `page` for its top."""
    path, _, anchor = address.partition("#")
    parts = [part for part in path.split("/") if part not in ("", *LANGUAGES, "index.html")]
    page = parts[-1] if parts else "index"
    return f"{page}#{anchor}" if anchor else page


@dataclass(frozen=True)
class Score:
    """How good a list of results is; what does not apply to a query is None."""

    # Discounted gain of the first five, as a share of the best that is possible (gain 2^grade - 1).
    ndcg: float | None
    # Whether a section that answers is first, and among the first three.
    first: bool | None
    three: bool | None
    # How many results there are, and which share of the first five is beside the point.
    offered: int
    beside: float | None


def score(query: Query, sections: Sequence[str]) -> Score:
    """Judge a list of results, the best first."""
    grades = [query.grades.get(section, 0) for section in sections]
    best = sorted(query.grades.values(), reverse=True)
    answerable = bool(best) and best[0] == GRADES[0]
    return Score(
        gain(grades) / gain(best) if best else None,
        grades[:1] == [3] if answerable else None,
        3 in grades[:3] if answerable else None,
        len(grades),
        grades[:LOOKED_AT].count(0) / len(grades[:LOOKED_AT]) if best and grades else None,
    )


def gain(grades: Iterable[int]) -> float:
    """Return the discounted gain of the first results."""
    looked_at = list(grades)[:LOOKED_AT]
    return sum((2**grade - 1) / math.log2(at + 2) for at, grade in enumerate(looked_at))


def mean(values: Iterable[float | None]) -> float:
    """Return the mean of those that are not None."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known)
