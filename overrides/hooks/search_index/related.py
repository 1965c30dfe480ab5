"""Which sections are about the same: they have the same words, and readers ask the same of them."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from heapq import nlargest

from search_index.postings import TITLE, Places
from search_index.weights import strength

# Two sections are related if each is among so many that are most like the other.
NEAREST = 8
# A word that stands in more sections says of none what it is about, and looking at it would take a
# large site time by the square of its sections.
MANY = 75


def related(places: Iterable[Places], owners: Sequence[int], size: int) -> list[list[int]]:
    """Return for each of `size` sections those before it that are related to it, by their numbers.

    `places` is where each word stands, as in `postings`; `owners` the section of each question.
    How like two sections are is the cosine of their words, of which rare ones weigh more, and
    those of many sections nothing.
    """
    vectors: list[dict[int, float]] = [{} for _ in range(size)]
    sections: dict[int, Set[int]] = {}
    for word, (inside, asked) in enumerate(places):
        times = Counter(owners[question] for question in asked)
        having = inside.keys() | times.keys()
        if len(having) > MANY:
            continue
        rarity = math.log(1 + (size - len(having) + 0.5) / (len(having) + 0.5))
        for section in having:
            value = inside.get(section, 0)
            said = strength(value % TITLE, value >= TITLE, times[section])
            vectors[section][word] = rarity * said
        sections[word] = having
    lengths = [math.hypot(*vector.values()) or 1 for vector in vectors]

    def nearest(at: int) -> list[int]:
        likeness: dict[int, float] = {}
        for word, weight in vectors[at].items():
            for other in sections[word]:
                likeness[other] = likeness.get(other, 0) + weight * vectors[other][word]
        return nlargest(NEAREST + 1, likeness, key=lambda it: (likeness[it] / lengths[it], -it))

    near = [nearest(at) for at in range(size)]
    return [[it for it in near[at] if it < at and at in near[it]] for at in range(size)]
