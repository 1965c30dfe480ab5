"""Each address on a page leads somewhere, and no other host is asked for anything."""

import pytest
from checks.links import Known, addresses, problems
from content.text import parse
from inputs.place import Place

PLACE = Place("docs/zh/pages/card.md", "")
KNOWN = Known(
    "zh",
    {"": {"top"}, "card/": {"top", "puk"}, "more/": {"top"}},
    {"": "index.md", "card/": "card.md", "more/": "more/index.md", "card/sim.png": "card/sim.png"},
    {"en"},
)
WRONG = {
    "href='../nope/'": "leads to no page or file",
    "href='no-google.md#top'": "there is no docs/zh/pages/no-google.md; mend the name",
    "href='sub/../nope.md'": "there is no docs/zh/pages/nope.md; mend the name",
    "href='../../x.md'": "leads out of the site; write it as page.md#id",
    "href='#nope'": "leads to a section that docs/zh/pages/card.md has not",
    "href='../#nope'": "leads to a section that docs/zh/pages/index.md has not",
    "href='../more/#nope'": "leads to a section that docs/zh/pages/more/index.md has not",
    "href='/zh/card/'": "begins at the root of the host",
    "href='../../../x'": "leads out of the site",
    "href='javascript:alert(1)'": "is no address that readers can follow",
    "href=' JavaScript:alert(1)'": "is no address that readers can follow",
    "href='data:text/html,x'": "is no address that readers can follow",
    "href='//example.org/'": "is no address that readers can follow",
    "href='https:example.org'": "names no host",
    "src='https://example.org/x.png'": "is loaded from another host",
    "src='//example.org/x.png'": "is loaded from another host",
    "src='data:image/png,x'": "is loaded from another host",
    "action='https://example.org/'": "is loaded from another host",
    "src='no.png'": "leads to no page or file; write a picture as ![words](picture.png), and put",
    "src='/zh/card/sim.png'": "begins at the root of the host; write a picture as ![words]",
    "src='../../../sim.png'": "leads out of the site; write a picture as ![words]",
}
RIGHT = [
    "href='#puk'",
    "href='../#top'",
    "href='../'",
    "href='../card/#puk'",
    "href='../../en/card/'",
    "href='../..'",
    "href='https://example.org/'",
    "href='tel:*101%23'",
    "src='sim.png'",
    "href=''",
]


def found(attribute: str) -> list[str]:
    tree = parse(f"<a {attribute}>A</a>")
    return list(problems(PLACE, "card/", addresses(tree), KNOWN))


@pytest.mark.parametrize("attribute", WRONG)
def test_wrong_address_is_told(attribute: str) -> None:
    assert WRONG[attribute] in "\n".join(found(attribute))


@pytest.mark.parametrize("attribute", RIGHT)
def test_right_address_is_left_alone(attribute: str) -> None:
    assert found(attribute) == []


def test_line_of_a_mistake_is_found() -> None:
    place = Place("card.md", "---\n---\n# Card\n\nSee [it](limits.md#puk)\nand [that](x.md).\n")
    folder = Place("card.md", "---\n---\n# Card\n\n[Its page](more/index.md#puk)\n")
    assert place.of_address("../limits/#puk") == "card.md, line 5"
    assert folder.of_address("../more/#puk") == "card.md, line 5"
    assert place.of_address("../nowhere/") == "card.md"
    assert place.of("and  [that]") == "card.md, line 6"
