"""Each kind of difference between languages is told with both places; words may differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from parity import compare, shapes_of

PAGE = '<article><h1 id="top">{}</h1><h2 id="vcf">A</h2>{}</article>'
SAME = (
    '<p>{}</p><ol><li>1</li><li>2</li></ol><p><a href="../card/#puk">{}</a></p>'
    "<table><tr><th>a</th><td>b</td></tr></table><pre><code>grep -c BEGIN\nwc -l</code></pre>"
    '<figure id="drawing"><svg><path/></svg></figure>'
)
# What one language has more or other than the other, and what the message says of it.
DIFFERENCES = {
    "<h2 id='vcf'>": ("<h3 id='vcf'>", "heading 2 is h2#vcf in the one and h3#vcf in the other"),
    "<h2 id='vcf'> ": ("<h2 id='vcard'>", "h2#vcf in the one and h2#vcard"),
    "<li>2</li>": ("", "in h2#vcf, only docs/en/pages/card.md has ol of 2 items"),
    "<td>b</td>": ("<td>b</td><td>c</td>", "table of 1 rows and 3 columns"),
    "</table>": ("<tr><td>c</td></tr></table>", "table of 2 rows"),
    "#puk": ("#pin", "has link to '../card/#pin'"),
    "wc -l": ("wc -c", "only docs/zh/pages/card.md has code 'wc -c'"),
    "<svg><path/></svg>": ("", "only docs/en/pages/card.md has svg"),
    'id="drawing"': ('id="picture"', "has id 'picture'"),
}


def write(site: Path, language: str, text: str, page: str = "card") -> None:
    file = site / language / page / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("'", '"'), "utf-8")


def differences(site: Path) -> list[str]:
    return list(compare(*((language, shapes_of(site / language)) for language in ("en", "zh"))))


def test_words_alone_are_no_difference(tmp_path: Path) -> None:
    write(tmp_path, "en", PAGE.format("Card", SAME.format("Words", "the card")))
    write(tmp_path, "zh", PAGE.format("卡", SAME.format("字", "卡")))
    assert differences(tmp_path) == []


@pytest.mark.parametrize("old", DIFFERENCES)
def test_difference_is_told(old: str, tmp_path: Path) -> None:
    new, words = DIFFERENCES[old]
    text = PAGE.format("", SAME)
    broken = text.replace(old.strip().replace("'", '"'), new)
    assert broken != text
    write(tmp_path, "en", text)
    write(tmp_path, "zh", broken)
    told = "\n".join(differences(tmp_path))
    assert "docs/en/pages/card.md" in told
    assert "docs/zh/pages/card.md" in told
    assert words in told


def test_what_hooks_write_for_one_language_is_no_difference(tmp_path: Path) -> None:
    text = PAGE.format("", SAME)
    notice = '<p class="translation-notice"><a href="../../en/card/#vcf">English</a></p>'
    write(tmp_path, "en", text)
    write(tmp_path, "zh", text.replace("</article>", notice + "</article>"))
    write(tmp_path, "zh", '<meta name="robots" content="noindex">', "old-card")
    assert differences(tmp_path) == []


def test_page_without_a_counterpart_is_told(tmp_path: Path) -> None:
    for language, page in (("en", "card"), ("zh", "card"), ("zh", "limits")):
        write(tmp_path, language, PAGE.format("", ""), page)
    (message,) = differences(tmp_path)
    assert message == (
        "docs/zh/pages/limits.md has no counterpart in 'en'; add docs/en/pages/limits.md"
    )
