"""Of the pages of a language, each has a title and a description of its own."""

from checks.before import in_heads
from inputs.front_matter import read_front_matter

HEAD = "---\ntitle: {}\ndescription: {}\nchecked: 2026-11-23\ntemplate: {}\n---\n"


def test_words_of_another_page_and_a_template_that_is_gone_are_told() -> None:
    texts = {
        "card.md": ("Card", "What it is.", "check.html"),
        "lost.md": ("Lost", "What it is.", "check.html"),
        "sim.md": ("Card", "What to do.", "gone.html"),
    }
    heads = {name: read_front_matter(HEAD.format(*text), name) for name, text in texts.items()}
    assert list(in_heads(heads)) == [
        "lost.md: front matter: the description 'What it is.' is that of card.md, too.",
        "sim.md: front matter: the title 'Card' is that of card.md, too.",
        "sim.md: front matter: there is no overrides/gone.html.",
    ]
