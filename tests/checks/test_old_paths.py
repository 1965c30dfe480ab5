"""An old path never takes the place of something else."""

import pytest
from checks.old_paths import problems

NAMES = ["index.md", "card.md", "guides/index.md", "guides/reindex.md"]


@pytest.mark.parametrize(
    ("path", "taker"),
    [
        ("card/", "card.md"),
        ("guides/", "guides/index.md"),
        ("guides/reindex/", "guides/reindex.md"),
        ("print/", "what the build writes itself"),
        ("search/old/", "what the build writes itself"),
    ],
)
def test_path_that_is_taken_is_told(path: str, taker: str) -> None:
    told = list(problems({"docs/en/pages/lost.md": [path]}, NAMES))
    assert told == [f"docs/en/pages/lost.md: the alias '{path}' is taken by {taker}."]


def test_path_of_two_pages_is_told() -> None:
    old = {"docs/en/pages/lost.md": ["sim/"], "docs/en/pages/card.md": ["old/", "sim/"]}
    assert list(problems(old, NAMES)) == [
        "docs/en/pages/card.md: the alias 'sim/' is taken by lost.md."
    ]


def test_path_that_nothing_takes_is_free() -> None:
    free = ["sim/", "printed/", "guides/re/", "index/"]
    assert not list(problems({"docs/en/pages/lost.md": free}, NAMES))


def test_page_in_a_folder_is_named_with_it() -> None:
    old = {"docs/en/pages/guides/lost.md": ["sim/"], "docs/en/pages/card.md": ["sim/"]}
    assert [it.partition("is taken ")[2] for it in problems(old, NAMES)] == ["by guides/lost.md."]
