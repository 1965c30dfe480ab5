"""How much of what counts when sections are ranked."""

# What search/rank.js weighs with. `make search-report` says what each is worth.
WEIGHTS = {
    # How many times a word stands in the text of a section, or in how many of its questions, until
    # it counts half of the most it can. In a title it counts `title`.
    "often": 3,
    "title": 0.9,
    # What a word counts that means the same as the one that was typed.
    "synonym": 0.7,
    # What a question that is the query adds for each part of it.
    "like": 3,
    # The best section answers if score × share of the query ≥ least × what all of the query weighs.
    # A word that stands once in a section alone, in no title and no question, is enough: 1/(1 + 3).
    # With it are offered the first five whose score ≥ few × the best one's, others from 3 × few on.
    "least": 0.23,
    "few": 0.2,
}


def strength(inside: float, in_title: bool, asked: float) -> float:
    """Return how strongly a section has a word; search/rank.js counts alike.

    `inside` is how many times it stands in the text, `asked` in how many of the questions.
    """
    often = WEIGHTS["often"]
    return inside / (inside + often) + asked / (asked + often) + in_title * WEIGHTS["title"]
