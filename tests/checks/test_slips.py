"""The commonest slips in Markdown are told with their line; what is written well is not."""

from collections import defaultdict

import pytest
from checks import ids, leftovers, outline, wrong_language
from checks.slips import slips
from conftest import ROOT
from content import checklists
from content.line_breaks import join_chinese
from content.text import parse
from inputs.place import Place
from markdown import markdown
from mkdocs.utils.yaml import yaml_load

# What an author writes, and the message for it; the front matter has three lines.
SLIPS = {
    "1. A\n   - B": "line 6: indented by 3: what belongs to the item above is indented by 4",
    "1. A\n\n```\nx\n```\n\n2. B": "line 11: the list begins with 2, and readers would see 1",
    "1. A\n\n- B": "line 7: Markdown takes these points as part of the list above",
    "1) A": "line 5: number steps as '1. '",
    "-A": "line 5: begin the items of a list with '- '",
    "- [] A": "line 5: write the items of a checklist",
    "1. [ ] A { #a }": "line 5: write the items of a checklist",
    "    A": "line 5: four spaces make this code",
    "A. [@n1][@n2]": "line 5: put citations that stand side by side into one pair",
    "A. [@n1] [@n2]": "line 5: put citations that stand side by side into one pair",
    "A. [n1; n2]": "line 5: cite as [@n1; @n18]",
    "A. @n1": "line 5: cite as [@n1; @n18]",
    "A.\n[@n1; @n7]": "line 6: 'n7' is not in docs/data/sources.yml",
    "## A [@n1] { #a }": "line 5: cite in the text under it, not in the heading",
    "[A](https://example.org]/a)": "the name of a host has no brackets",
    "See https://example.org/": "write addresses as [words](https://…)",
    "```\nA\n````": "line 5: the code is never closed",
    "*[PUK]: a code": "line 5: explain words in docs/data/glossary.yml",
    "??? note\n\n    A": "line 5: write a note as '!!! warning \"Title\"' and its text indented",
    "!!! warning\n\nA": "line 5: indent the text of the note by 4 spaces",
    "```\nA": "line 5: the code is never closed",
    "<!-- A": "line 5: the comment is never closed",
    "<b>A": "line 5: <b> is never closed",
    "<div>\n\nA</div></div>": "line 7: '</div>' ends nothing",
    "<iframe src=x></iframe>": "line 5: <iframe>: nothing from another host is shown",
    "<p onclick='a()'>A</p>": "line 5: <p onclick>: browsers are told to take no notice",
    "<img src='a.png'>": 'line 5: <img>: say what the picture shows: alt="words"; where the words',
    "A\n<b>B</b> <img\nsrc='a.png' alt>": "line 6: <img>: say what the picture shows",
    "Write <number>": "line 5: <number>: pages do not show it",
    "| A | B |\n| --- | --- |\n| 1 | 2 | 3 |": "line 7: this row has 3 cells, the headings are 2",
    "| A |\n| --- |\n| 1 |\ntext": "line 8: leave an empty line after the table",
    "A | B\n--- | ---\n1": "line 7: leave an empty line after the table",
    "1. A\n```\nx\n```\n2. B": "line 9: the list begins with 2",
    "   ```\n   x\n\n   y\n   ```": "line 5: indented by 3",
    "A\n{{ checked 1.2 }}": "line 6: leave an empty line before and after a directive",
    "<![A](b.png)>": "line 5: '<!' begins nothing that pages have",
    "A\u200bB": "line 5: there is an invisible sign",
}
# What Markdown leaves as an author wrote it, and the message for it.
LEFT = {
    "Do:\n- A": "line 5: readers would see 'Do: - A'; write a list, with an empty line before it",
    "- [ ] A": "line 5: a checklist item needs an id",
    "A. [@n1, @n2]": "line 5: readers would see 'A. [@n1, @n2]'; write a citation",
    "A. 【@n1】": "write a citation",
    "A. ［@n1］": "write a citation",
    "[A](card": "write a link",
    "[A] (card.md)": "write a link",
    "[A]（card.md）": "write a link",
    "【A】(card.md)": "write a link",
    "[A][b]": "write a link",
    "## A": "line 5: the heading 'A' needs an id: add an id, such as '{ #cloud-storage }'",
    "  ## A { #a }": "write a heading at the start of its line",
    "## A。{ #a }": "line 5: the heading 'A。{ #a }' needs an id: put a space before the brace",
    "A ｛ #a ｝": "write attributes: a space, then { #id }",
    "A\n---": "line 5: the heading 'A' needs an id",
    "~~A~~": "write text that is struck out, which there is none of",
    "> [!NOTE]\n> A": "write a note: !!! warning",
    "**A": "write bold: **words**",
    "＊＊字＊＊": "write bold: **words**",
    "| A | B |\n| 1 | 2 |": "write a table, with the line | --- | --- |",
    "A\n| A | B |\n| --- | --- |\n| 1 | 2 |": "write a table, with the line | --- | --- |",
    "See {{ checked 1.2 }}": "write a directive on a line of its own",
    "{% if a %}": "write a directive on a line of its own",
    "A](b": "write a link",
    "A[^1]": "write a footnote, which there are none of",
    "&gt; A": "write a quotation: > words",
    "[x] A": "write an item of a checklist",
    "A {#b}": "write attributes: a space, then { #id }",
    "Use `A": "write code: `code`",
    "A&amp;nbsp;B": "write a sign, which is written as it is",
    "备份 两行": "write Chinese without a space inside",
    "&lt;b&gt;A": "write a tag; as text, it is written as `code`",
    "![**A**](b.png)": "readers would see '**A**'; write bold: **words**",
    '[A](b.md "**C**")': "readers would see '**C**'; write bold: **words**",
    '<p aria-label="**A**">B</p>': "readers would see '**A**'; write bold: **words**",
}
# What is right, and looks a little like a slip.
RIGHT = [
    "1. A\n\n    ```\n    x\n\n    y\n    ```\n\n2. B\n",
    "【A】（B）",
    "## A { #a }\n- B\n\n    C\n\n    - D\n\nE\n\n1. F\n",
    "1. A\n\n    B\n    { .expect }\n\n2. C\n",
    "```text\n1) A\n~~B~~ [@N1]\n## A [@n1]\n```\n",
    "`[@n7]`",
    "Use `~~A~~`, `[@N1]` and `<number>`.",
    "A [b](card.md#c) [d](#e) ![f](g.png) [h](https://example.org/a_(b)) *i* **j** [@n1; @n2]",
    '!!! warning "A"\n\n    B\n',
    '<div class="ways" markdown>\n\n- A\n\n</div>\n',
    "| A | B |\n| --- | --- |\n| `a | b` \\| c | 2 |\n",
    "{{ checked 1.2 }}\n\n- [ ] A { #a }\n- [ ] B\n{ #b }\n",
    "<img src='a.png' alt='A'> <img src='a.png' alt=''>\n",
    "3.5 GB\n\n-5 °C, 12:30:15, 1 < 2, a — b\n\n——引自原文\n",
    "A\n\n---\n\nB { .check__before }\n",
]
PLACE = Place("card.md", "")


def found(text: str) -> list[str]:
    return list(slips(f"---\ntitle: A\n---\n\n{text}\n", "card.md", {"n1", "n2"}))


@pytest.mark.parametrize("text", SLIPS)
def test_slip_is_told_with_its_line(text: str) -> None:
    assert SLIPS[text] in "\n".join(found(text))


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", LEFT)
def test_what_markdown_leaves_is_told(text: str) -> None:
    source = f"---\ntitle: A\n---\n\n{text}\n"
    config = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    names = [
        next(iter(name)) if isinstance(name, dict) else name
        for name in config["markdown_extensions"]
    ]
    settings = {
        "toc": {"slugify": ids.no_slug},
        "pymdownx.highlight": {"use_pygments": False},
    }
    page = parse(markdown(text, extensions=names, extension_configs=settings))
    place = Place("card.md", source)
    wrong = checklists.make_tickable(page, place, "card", defaultdict(str))
    told = "\n".join([*wrong, *leftovers.problems(page, place), *ids.problems(page, place)])
    assert LEFT[text] in told


@pytest.mark.parametrize(
    "content",
    [
        "<code>[@n1] **A**</code>",
        "<pre># A</pre>",
        "<p>5 * 3 * 2, a_b_c</p>",
        "<h2>1.2 A</h2>",
        "<p>SIM 卡备份</p>",
        "<p>[NAME], [DATE]</p>",
        "<p>A | B</p>",
    ],
)
def test_text_that_only_looks_like_markdown_is_left_alone(content: str) -> None:
    assert list(leftovers.problems(parse(content), PLACE)) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<p>A</p>", "needs a title"),
        ("<h1>A</h1><h1>B</h1>", "begin 'B' with '## '"),
        ("<h1>A</h1><h3>B</h3>", "begin it with '## '"),
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", ""),
    ],
)
def test_levels_of_headings(content: str, words: str) -> None:
    told = "\n".join(outline.problems(parse(content), PLACE))
    assert (words in told) if words else not told


@pytest.mark.parametrize(
    ("hreflang", "content", "told"),
    [
        ("en", "<p>这张卡不会备份任何数据。</p>", True),
        ("en", "<p>a number-keeping SIM (挪威保号卡)</p>", False),
        ("en", "<p lang='zh'>这张卡不会备份任何数据。</p>", False),
        ("nb", "<blockquote>这张卡不会备份任何数据。</blockquote>", False),
        ("zh-Hans", "<p>The card does not back up any of your data.</p>", True),
        ("zh-Hans", "<p>在 Google Play 商店里打开 Google One。</p>", False),
        ("ja", "<p>这张卡不会备份任何数据。</p>", False),
    ],
)
def test_sentence_in_another_language(hreflang: str, content: str, told: bool) -> None:
    assert bool(list(wrong_language.problems(parse(content), PLACE, hreflang))) == told


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("写成\n两行", "写成两行"),
        ("写成，\n    两行", "写成，两行"),
        ("**写成**\n两行", "**写成**两行"),
        ("写成 SIM\n卡", "写成 SIM\n卡"),
        ("写成\n\n两段", "写成\n\n两段"),
        ("```\n写成\n两行\n```", "```\n写成\n两行\n```"),
    ],
)
def test_line_break_in_chinese_is_no_space(text: str, joined: str) -> None:
    assert join_chinese(text) == joined
