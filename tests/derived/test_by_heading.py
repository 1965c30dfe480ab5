"""A template gets a page's sections whole, each with its heading and the link beside it."""

from content import permalinks
from content.text import parse, serialize
from derived.by_heading import by_heading


def test_a_page_is_divided_before_its_headings() -> None:
    page = parse(
        "<h1 id='top'>Check</h1><p>One.</p><h2 id='choose'>Choose</h2><p>Two.</p>"
        "<h3 id='more'>More</h3><h2 id='result'>Result</h2>"
    )
    permalinks.link_headings(page)
    found = list(by_heading(serialize(page)))
    assert [identifier for identifier, _ in found] == ["", "choose", "result"]
    for identifier, part in found:
        # As a whole: what begins in a section ends in it.
        for tag in ("div", "header"):
            assert part.count(f"<{tag}") == part.count(f"</{tag}>")
        assert not identifier or f'id="{identifier}"' not in part
        assert not identifier or f'href="#{identifier}"' in part
