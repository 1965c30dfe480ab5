"""Which sections are about the same: they have the same words, and readers ask the same of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from search_index.postings import TITLE, Counts

# Two sections are related if each is among so many that are most like the other.
NEAREST = 8


def related(
    places: Iterable[tuple[Counts, Counts]], owners: Sequence[int], size: int
) -> list[list[int]]:
    """Return for each of `size` sections those before it that are related to it, by their numbers.

    `places` is where each word stands, as in `postings`; `owners` the section of each question.
    How like two sections are is the cosine of their words, of which rare ones weigh more.
    """
    vectors: list[dict[int, float]] = [{} for _ in range(size)]
    for word, (inside, asked) in enumerate(places):
        times = Counter(owners[question] for question in asked)
        having = inside.keys() | times.keys()
        rarity = math.log(1 + (size - len(having) + 0.5) / (len(having) + 0.5))
        for section in having:
            value, count = inside.get(section, 0), times[section]
            said = value % TITLE / (value % TITLE + 2) + (value >= TITLE) + count / (count + 4)
            vectors[section][word] = rarity * said
    lengths = [math.hypot(*vector.values()) or 1 for vector in vectors]

    def likeness(one: int, other: int) -> float:
        words = vectors[other]
        return sum(it * words.get(word, 0) for word, it in vectors[one].items()) / lengths[other]

    nearest = [
        sorted(range(size), key=partial(likeness, at), reverse=True)[: NEAREST + 1]
        for at in range(size)
    ]
    return [[it for it in nearest[at] if it < at and at in nearest[it]] for at in range(size)]
