"""Where each word stands: in which sections how often, and in which questions."""

from collections import Counter
from collections.abc import Iterable, Set

from search_index.sections import Section
from search_index.tokens import phrases, units

# From how many times on it makes no difference how often a word stands in the text of a section;
# and what its count is higher by if it stands in the title.
MOST, TITLE = 5, 6
# The digits of numbers in postings: the first 64 end a number. As in search/index.js.
DIGITS = "".join(it for it in map(chr, range(35, 127)) if it not in r"\^|")
ENDING = 64

# Numbers, each with a count.
Counts = dict[int, int]
# Where a word stands: in which sections how often, and in which questions.
Places = tuple[Counts, Counts]


def count(text: str, words: Set[str], whole: Set[str] = frozenset()) -> Counter[str]:
    """Count the words of a vocabulary in a text.

    A lone Han character counts only outside of other words, and no Han word inside of one that is
    among `whole`: 验证 is no part of 验证码.
    """
    found = {(start, end): it for start, end, it in phrases(units(text), words)}
    apart = [place for place, word in found.items() if word in whole]
    covered = {at for start, end in found if end > start + 1 for at in range(start, end)}
    return Counter(
        word
        for (start, end), word in found.items()
        if word.isascii()
        or (
            (end > start + 1 or start not in covered)
            and not any(a <= start and end <= b and b - a > end - start for a, b in apart)
        )
    )


def postings(sections: list[Section], words: Set[str], whole: Set[str]) -> dict[str, Places]:
    """Return for each word how often which sections have it, and which questions do.

    Sections are numbered in their order, questions through all sections; the title of a section
    is its heading and its id, and has any word that can be read in it. `whole` is as in `count`.
    """
    found: dict[str, Places] = {}
    question = 0
    for number, section in enumerate(sections):
        total = Counter[str]()
        for passage in section.passages:
            total.update(count(passage, words, whole))
        # The number of a claim in its id is no answer to who asks about six months.
        name = [it for it in units(section.id or section.url) if not it.isdecimal()]
        heading = [*units(section.title), *name]
        title = {it for _, _, it in phrases(heading, words)}
        for word in total.keys() | title:
            value = min(total[word], MOST) + (TITLE if word in title else 0)
            found.setdefault(word, ({}, {}))[0][number] = value
        for text in section.questions:
            for word in count(text, words, whole):
                found.setdefault(word, ({}, {}))[1][question] = 1
            question += 1
    return found


def line(places: Places) -> str:
    """Return where a word stands, as text: sections, and after `^` questions."""
    sections, questions = places
    asked = numbers(questions.items(), 1)
    return numbers(sections.items(), MOST + TITLE) + (f"^{asked}" if asked else "")


def numbers(some: Iterable[tuple[int, int]], most: int) -> str:
    """Return numbers, in rising order, as steps from one to the next, each with its count."""
    text = ""
    last = -1
    for number, times in some:
        high, low = divmod((number - last - 1) * most + times - 1, ENDING)
        digits = DIGITS[low]
        while high:
            high, low = divmod(high - 1, len(DIGITS) - ENDING)
            digits = DIGITS[ENDING + low] + digits
        text += digits
        last = number
    return text
