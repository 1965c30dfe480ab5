"""Whatever readers may want to link to has an id of its own."""

import pytest
from checks.ids import problems
from content.text import parse
from inputs.place import Place

BAD = {
    "<h2>Cloud storage</h2>": ["heading", "'Cloud storage'", "{ #cloud-storage }"],
    '<h2 id="_1">Storage{ #storage }</h2>': ["heading", "put a space before the brace"],
    "<figure><blockquote>So it is</blockquote></figure>": ["figure", "So it is"],
    "<blockquote><p>So it is</p></blockquote>": ["quotation", "So it is"],
    '<h2 id="云">Cloud</h2>': ["'云'", "lower-case letters"],
    '<h2 id="Cloud_Storage">Cloud</h2>': ["'Cloud_Storage'", "lower-case letters"],
    '<h2 id="a">A</h2><p id="a">B</p>': ["'a'", "2 times"],
}
GOOD = (
    '<h2 id="cloud-storage">Cloud</h2><figure id="quote-1"><blockquote>A</blockquote></figure>'
    '<figure id="drawing"><svg><title id="Drawing_Title">A</title></svg></figure>'
)


def found_in(content: str) -> list[str]:
    return list(problems(parse(content), Place("docs/en/pages/card.md", "")))


@pytest.mark.parametrize("content", BAD)
def test_problem_is_named(content: str) -> None:
    (message,) = found_in(content)
    for word in BAD[content]:
        assert word in message, message


def test_page_without_problems() -> None:
    assert found_in(GOOD) == []
