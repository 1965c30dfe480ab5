"""Each kind of difference between languages is told with both places; words may differ."""

from pathlib import Path

import pytest
from checks.parity import Shape, compare, differences_in, save, shape
from content.text import parse

PAGE = (
    '<h1 id="top">{0}</h1><h2 id="vcf">A</h2>'
    '<p>{0}</p><ol><li>1</li><li>2</li></ol><p><a href="../card/#puk">{0}</a></p>'
    "<table><tr><th>a</th><td>b</td></tr></table><pre><code>grep -c BEGIN\nwc -l</code></pre>"
    '<p><a href="#cite-n1-n18">1</a></p>'
    '<figure id="drawing"><svg><path/></svg></figure>'
)
# What one language has more or other than the other, and what the message says of it.
DIFFERENCES = {
    '<h2 id="vcf">': ('<h3 id="vcf">', "heading 2 is h2#vcf in the one and h3#vcf in the other"),
    'id="vcf"': ('id="vcard"', "h2#vcf in the one and h2#vcard"),
    "<li>2</li>": ("", "in section 'vcf', only docs/en/pages/card.md has ol of 2 items"),
    "<td>b</td>": ("<td>b</td><td>c</td>", "table of 1 rows and 3 columns"),
    "</table>": ("<tr><td>c</td></tr></table>", "table of 2 rows"),
    "#puk": ("#pin", "has link to '../card/#pin'"),
    "#cite-n1": ("#cite-n2", "only docs/zh/pages/card.md has [@n2; @n18]"),
    "wc -l": ("wc -c", "only docs/zh/pages/card.md has code 'wc -c'"),
    "<svg><path/></svg>": ("", "only docs/en/pages/card.md has svg"),
    'id="drawing"': ('id="picture"', "has id 'picture'"),
}


def shape_of(content: str, *aliases: str) -> Shape:
    return shape(parse(content), aliases)


def differences(english: Shape, chinese: Shape) -> list[str]:
    return list(compare({"en": {"card.md": english}, "zh": {"card.md": chinese}}))


def test_words_alone_are_no_difference() -> None:
    assert differences(shape_of(PAGE.format("Card")), shape_of(PAGE.format("卡"))) == []


@pytest.mark.parametrize("old", DIFFERENCES)
def test_difference_is_told(old: str) -> None:
    new, words = DIFFERENCES[old]
    text = PAGE.format("")
    assert old in text
    told = "\n".join(differences(shape_of(text), shape_of(text.replace(old, new))))
    assert "docs/en/pages/card.md" in told
    assert "docs/zh/pages/card.md" in told
    assert words in told


def test_old_path_that_only_one_language_keeps_is_told() -> None:
    (message,) = differences(shape_of(PAGE), shape_of(PAGE, "old/"))
    assert "in the top, only docs/zh/pages/card.md has alias 'old/'" in message


def test_page_without_a_counterpart_is_told_from_what_each_build_left(tmp_path: Path) -> None:
    page = shape_of(PAGE)
    for language, pages in {"en": ["card.md"], "zh": ["card.md", "limits.md"]}.items():
        (tmp_path / language).mkdir()
        save(dict.fromkeys(pages, page), tmp_path / language)
    assert differences_in(tmp_path, ["en", "zh"]) == [
        "docs/zh/pages/limits.md has no counterpart in 'en'; add docs/en/pages/limits.md."
    ]
