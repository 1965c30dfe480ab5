"""Which words an index has, how a query comes to know them, and which file each is kept in."""

from collections.abc import Iterable, Set

from search_index import chinese
from search_index.postings import postings
from search_index.sections import Section
from search_index.synonyms import Synonyms
from search_index.tokens import phrases, units

# Every query knows the words of more places than OFTEN, and those with a meaning. It meets others
# in the files of its characters and first letters; those of more places than SOMETIMES are known
# by how they sound, too, and to every query if it knows all they are made of, for such a query
# asks for no file.
OFTEN, SOMETIMES = 9, 4
# How many files there are for words.
FILES = 150


def words_of(sections: list[Section], said: Synonyms) -> tuple[set[str], set[str]]:
    """Return the words of the index, and those with synonyms that stand on the pages."""
    shown = [text for it in sections for text in (it.title, it.page, *it.passages)]
    asked = [text for it in sections for text in it.questions]
    on_pages = {it for text in shown for _, _, it in phrases(units(text), said.meant)}
    in_questions = {it for text in asked for _, _, it in phrases(units(text), said.meant)}
    words = {unit for text in (*shown, *asked) for unit in units(text) if unit.isascii()}
    divide = chinese.divider(said.meant)
    words |= divide(shown) | on_pages | in_questions
    # What only readers say is often two words that pages have: 手机短信.
    words |= {it for it in divide(asked) if uncovered(it, words)}
    return words - {*said.ignored}, on_pages


class Vocabulary:
    """The words of an index."""

    def __init__(self, sections: list[Section], said: Synonyms, words: set[str]) -> None:
        """Find where the words stand, and divide them by how a query comes to know them."""
        self.places = postings(sections, words, set(filter(chinese.RUN.fullmatch, said.meant)))
        # A character that only stands inside of words is found with them.
        placed = words & self.places.keys()
        self.frequent = {it for it in placed if it in said.meant or self.often(it) > OFTEN}
        known = self.frequent | said.meant | {*said.ignored}
        sometimes = {it for it in words - self.frequent if self.often(it) > SOMETIMES}
        self.frequent |= {it for it in sometimes if not uncovered(it, known)}
        self.heard = set(filter(chinese.RUN.fullmatch, sometimes - self.frequent))
        # Words that mean the same, those of the other languages included that the pages have.
        self.groups = [
            [*group, *(it for it in others if it in self.frequent)]
            for group, others in zip(said.groups, said.others, strict=True)
        ]
        # What means the same is kept in one file, other words by what asks for them.
        self.home = {word: group[0] for group in reversed(self.groups) for word in group}
        self.files: list[list[str]] = [[] for _ in range(FILES)]
        for word in sorted(placed):
            if word in self.frequent:
                self.files[place(self.home.get(word, word))].append(word)
            elif left := uncovered(word, known):
                self.files[place(left[0][0])].append(word)

    def often(self, word: str) -> int:
        """Return in how many sections and questions a word stands."""
        inside, asked = self.places.get(word, ({}, {}))
        return len(inside) + len(asked)

    def likeliest(self, some: Iterable[str]) -> list[str]:
        """Return words, the more frequent first: of several that may be meant, it is likelier."""
        return sorted(some, key=lambda it: (-self.often(it).bit_length(), it))


def place(word: str) -> int:
    """Return the number of the file that a word is kept in; search/index.js counts alike."""
    return sum(map(ord, word)) % FILES


def uncovered(word: str, known: Set[str]) -> list[str]:
    """Return the units of a word that are part of no known one in it: those that ask for it."""
    some = units(word)
    covered = {at for start, end, _ in phrases(some, known) for at in range(start, end)}
    return [unit for at, unit in enumerate(some) if at not in covered]
