"""The queries of queries.yml, and how a search is scored with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Query:
    """What someone types, and the sections they would want, as `page#section`."""

    language: str
    kind: str
    text: str
    want: tuple[str, ...]
    held_out: bool


@dataclass(frozen=True)
class Score:
    """What a search makes of one query: the place of the first wanted section (0: none)."""

    query: Query
    place: int
    empty: bool
    milliseconds: float


def read_queries() -> list[Query]:
    """Return all queries."""
    data = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text("utf-8"))
    return [
        Query(language, it["kind"], it["q"], tuple(it["want"]), bool(it.get("held_out")))
        for language, listed in data.items()
        for it in listed
    ]


def section(address: str) -> str:
    """Return what an address of a result names, as `page#section`, or an empty string."""
    path, _, anchor = address.partition("#")
    parts = [part for part in path.split("/") if part and part != "index.html"]
    page = parts[-1] if parts and parts[-1] not in ("zh", "en") else "index"
    return f"{page}#{anchor}" if anchor else ""


def score(query: Query, addresses: Iterable[str], milliseconds: float) -> Score:
    """Say where the first wanted section stands among the results that are sections."""
    every = list(addresses)
    sections = [found for address in every if (found := section(address))]
    place = next((at for at, found in enumerate(sections, 1) if found in query.want), 0)
    return Score(query, place, not every, milliseconds)


def first(scores: list[Score], places: int) -> float:
    """Return the share of queries whose wanted section is among the first `places`."""
    return sum(0 < it.place <= places for it in scores) / len(scores)


def reciprocal(scores: list[Score]) -> float:
    """Return the mean reciprocal rank."""
    return sum(1 / it.place if it.place else 0 for it in scores) / len(scores)
