"""What the front matter of a page gets wrong is told by name, whatever it is."""

from datetime import timedelta

import pytest
from inputs.front_matter import read_front_matter, today
from mkdocs.exceptions import PluginError

GOOD = "---\ntitle: Card\ndescription: What it is.\nchecked: 2026-11-23\n---\n\n# Card { #top }\n"
# What is replaced by what, and what the message must say.
MISTAKES = {
    "no title": (("title: Card\n", ""), "'title' is missing"),
    "no description": (("description: What it is.\n", ""), "'description' is missing"),
    "a title that YAML takes for no": (("Card\nd", "No\nd"), "'title' must be text"),
    "a title that is a list": (("title: Card", "title: [Card]"), "'title' must be text"),
    "an unknown key": (("title:", "draft: true\ntitle:"), "unknown key 'draft'"),
    "a misspelt key": (("title:", "titel:"), "unknown key 'titel'; did you mean 'title'?"),
    "no day of its check": (("checked: 2026-11-23\n", ""), "'checked' is missing"),
    "a check that is no day": (("2026-11-23", "soon"), "'checked' must be a day"),
    "a check with an hour": (("2026-11-23", "2026-11-23 12:00:00"), "'checked' must be a day"),
    "a check that lies ahead": (("2026-11-23", "2999-01-01"), "'checked' lies in the future"),
    "a colon in a text": (("Card\nd", "Card: old\nd"), "line 2: not valid YAML"),
    "a day that is none": (("2026-11-23", "2026-02-30"), "there is no such day"),
    "a key that stands twice": (("checked:", "title: B\nchecked:"), "line 4: not valid YAML"),
    "a key that is no word": (
        ("Card\nd", "{{ checked 1.2 }}\nd"),
        "line 2: not valid YAML: a key must",
    ),
    "a key that is a number": (("checked:", "2: a\nchecked:"), "'2' is a key, and must be text"),
    "a depth that pages have not": (
        ("title:", "toc_depth: 4\ntitle:"),
        "'toc_depth' is '4', which",
    ),
    "dots at its end": (("23\n---", "23\n..."), "then a line '---'"),
    "a search that is a word": (("title:", "search: {boost: high}\ntitle:"), "'search'"),
    "a search that is a number": (("title:", "search: 0.5\ntitle:"), "'search'"),
    "an alias that is no path": (("title:", "aliases: [sim]\ntitle:"), "'aliases' is 'sim'; it"),
    "aliases that are one text": (("title:", "aliases: sim/\ntitle:"), "'aliases' must be a list"),
    "a broken record of translations": (
        ("title:", "translation: [en]\ntitle:"),
        "'translation' must hold keys of its own",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_told_with_its_file_and_key(name: str) -> None:
    (old, new), words = MISTAKES[name]
    assert old in GOOD
    with pytest.raises(PluginError) as told:
        read_front_matter(GOOD.replace(old, new, 1), "docs/en/pages/card.md")
    assert "docs/en/pages/card.md" in str(told.value)
    assert words in str(told.value)


def test_page_without_front_matter_is_told_all_that_it_lacks() -> None:
    with pytest.raises(PluginError, match="must begin with a line '---'"):
        read_front_matter("# Card\n", "card.md")
    with pytest.raises(PluginError) as told:
        read_front_matter("---\nterms: true\n---\n# Card\n", "card.md")
    for key in ("title", "description", "checked"):
        assert f"'{key}' is missing" in str(told.value)


@pytest.mark.parametrize(("days", "outdated"), [(1, False), (365, False), (366, True)])
def test_check_is_outdated_after_a_year(days: int, outdated: bool) -> None:
    text = GOOD.replace("2026-11-23", str(today() - timedelta(days=days)))
    assert read_front_matter(text, "card.md").outdated is outdated
