"""The steps after the build: what they promise to authors of styles, scripts and pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Build
from delivery import markup, stylesheets, trees
from delivery.selectors import Elements, Vocabulary, parse
from delivery.site import Site
from mkdocs.exceptions import PluginError

PAGE = """<!doctype html><html lang="en" class="no-js"><head></head><body>
<header class="bar"><button type="button" class="key" hidden>x</button></header>
<main><p id="one" class="lead wide">text <a href="#one">link</a></p><ul><li>item</li></ul></main>
<div class="md-overlay"><b class="inside">x</b></div></body></html>"""


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """Return a site of one page and one script."""
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    script = tmp_path / "assets/javascripts/own.js"
    script.parent.mkdir(parents=True)
    script.write_text('document.body.dataset.openPanel = "made";', "utf-8")
    return Site(tmp_path, "https://example.org/")


def elements(site: Site, selector: str) -> Elements:
    vocabulary = Vocabulary()
    vocabulary.add(parse(selector))
    return Elements(site, vocabulary)


@pytest.mark.parametrize(
    ("selector", "used"),
    [
        ("p", True),
        ("table", False),
        (".lead.wide", True),
        (".lead.narrow", False),
        ("p.lead > a", True),
        ("ul a", False),
        ("main > a", False),
        ("p + ul", True),
        ("header ~ main li", True),
        ("li ~ p", False),
        ("#one:hover::before", True),
        ("#two", False),
        ("a[href^='#']", True),
        ("a[href^='https']", False),
        ("a:not(.button)", True),
        (":is(ol, ul) > li", True),
        (":is(ol, dl) > li", False),
        (".made", True),
        ("[data-open-panel] .lead", True),
        ("details[open]", False),
        ("html:lang(en) p", True),
        ("*", True),
    ],
)
def test_a_rule_is_kept_where_an_element_or_a_script_needs_it(
    small: Site, selector: str, used: bool
) -> None:
    assert elements(small, selector).matches(parse(selector)) is used


@pytest.mark.parametrize(
    ("selector", "shown"),
    [("p", True), (".made", False), (".inside", False), ("header .key[hidden]", True)],
)
def test_the_first_paint_needs_what_is_in_sight(small: Site, selector: str, shown: bool) -> None:
    assert bool(elements(small, selector).pages_at_rest(parse(selector), narrow=False)) is shown


def test_styles_that_are_not_css_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"colours\.css.*not valid CSS"):
        stylesheets.compile_all({"p { color: red } }": tmp_path / "colours.css"})


def test_a_picture_in_styles_must_come_with_them(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"colours\.css.*url\(paper\.png\)"):
        stylesheets.compile_all({"p { background: url(paper.png) }": tmp_path / "colours.css"})


def test_styles_are_written_for_the_browsers_we_name(tmp_path: Path) -> None:
    sheet = ".a { &:is(.b, .c) { inset: 0 } } @media (width >= 60em) { .d { color: #f00 } }"
    done = stylesheets.compile_all({sheet: tmp_path / "a.css"})
    assert "min-width:60em" in done
    # Older forms of :is() count differently, so another rule would win.
    assert "any(" not in done
    assert "&" not in done


def test_a_later_rule_for_the_same_selector_leaves_nothing_of_the_earlier(tmp_path: Path) -> None:
    rules = list(stylesheets.read("a{color:red;margin:0}a,b{color:green}a{color:blue}"))
    assert stylesheets.write(list(stylesheets.without_overruled(rules))) == (
        "a{margin:0}a,b{color:green}a{color:blue}"
    )


def test_no_address_leads_out_of_the_site(tmp_path: Path) -> None:
    site = Site(tmp_path / "site", "https://example.org/")
    page, outside = site.folder / "index.html", tmp_path / "outside.txt"
    site.folder.mkdir()
    for file in (page, outside):
        file.write_text("", "utf-8")
    assert site.locate(page, "index.html") == page
    whole = f"/%2F{outside.relative_to(outside.anchor).as_posix()}"
    for address in ("../outside.txt", "..%2Foutside.txt", "/../outside.txt", whole):
        assert site.locate(page, address) is None, address


def test_the_same_sources_give_the_same_site(tiny: Path, build: Build, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        done = build(tiny, folder)
        assert done.returncode == 0, done.stderr
    files = {file.relative_to(one) for file in one.rglob("*") if file.is_file()}
    assert files == {file.relative_to(two) for file in two.rglob("*") if file.is_file()}
    assert not [file for file in files if (one / file).read_bytes() != (two / file).read_bytes()]


TREE = """<nav class="nav" id="nav" aria-label="Pages" tabindex="-1">
<ul>
<li><a href="../">Home</a></li>
<li><span class="nav__group">Group</span><ul>
<li><a href="../zero/">Zero</a></li>
<li><a href="../one/">One</a></li>

<li><a href="../two/" aria-current="page">Two</a></li>
<li><a href="../a=b/">Equal</a></li>
</ul></li>
<li><a href="https://example.com/">Elsewhere</a></li>
<li><a href="../three/">Three</a></li>
</ul>
</nav>"""


@pytest.mark.parametrize("current", ["../", "../two/", "../a=b/", None])
def test_the_page_tree_is_as_if_it_had_never_left_the_page(
    tmp_path: Path, current: str | None
) -> None:
    tree = TREE.replace(' aria-current="page"', "")
    if current:
        tree = tree.replace(f'href="{current}"', f'href="{current}" aria-current="page"')
    page = tmp_path / "two/index.html"
    page.parent.mkdir()
    page.write_text(PAGE.replace("<main>", f"<main>{tree}"), "utf-8")
    site = Site(tmp_path, "https://example.org/")
    expected = markup.short(site.texts[site.pages()[0]])
    taken = trees.take(site)
    assert "Zero" not in site.texts[page], "the steps should see each kind of item once"
    assert "https://example.com/" in site.texts[page]
    site.rewrite(lambda _, text: markup.short(text))
    trees.put_back(site, taken)
    assert site.texts[page] == expected


def test_the_page_tree_is_minified_once_for_all_pages_of_a_depth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two", "three"):
        page = tmp_path / name / "index.html"
        page.parent.mkdir()
        tree = TREE.replace(' aria-current="page"', "")
        own = f'href="../{name}/"'
        page.write_text(PAGE.replace("<main>", tree.replace(own, f'{own} aria-current="page"')))
    site = Site(tmp_path, "https://example.org/")
    taken = trees.take(site)
    site.rewrite(lambda _, text: markup.short(text))
    calls = []
    monkeypatch.setattr(trees, "short", lambda text: calls.append(text) or markup.short(text))
    trees.put_back(site, taken)
    assert len(calls) == 1, "on a large site this takes time by the square of its pages"


def test_a_page_tree_that_names_a_file_stays_in_its_page(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    file = '<li><a href="assets/letter.pdf">Letter</a></li>'
    page.write_text(PAGE.replace("<main>", TREE.replace("</ul>", f"{file}</ul>", 1)), "utf-8")
    site = Site(tmp_path, "https://example.org/")
    assert trees.take(site) == {}
    assert "assets/letter.pdf" in site.texts[page]
