"""The styles: what they promise to authors, and to readers whose browsers are old."""

import gzip
import re
from pathlib import Path

import pytest
from bundling.assets import ASSETS, unused
from bundling.styles import compile_file, compile_folder, without_value
from mkdocs.exceptions import PluginError

# All styles that a page of a language loads, compressed, in bytes.
MOST = 6 * 1024
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def compiled(folder: Path, css: str) -> str:
    """Return what becomes of a folder with one stylesheet."""
    (folder / "colours.css").write_text(css, "utf-8")
    return compile_folder(folder)


@pytest.fixture(scope="module")
def first(site: Path) -> str:
    """Return the style that stands in a built page."""
    return STYLE.findall((site / "zh/index.html").read_text("utf-8"))[0]


@pytest.fixture(scope="module")
def later(site: Path) -> str:
    """Return the file of styles that pages link."""
    return next(site.glob("assets/stylesheets/later.*.css")).read_text("utf-8")


def test_the_styles_of_a_page_are_small(first: str, later: str) -> None:
    sizes = [len(gzip.compress(style.encode(), 9)) for style in (first, later)]
    assert sum(sizes) <= MOST, f"{sizes} bytes: what one page alone shows needs a file of its own"


def test_styles_that_are_not_css_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"colours\.css, line 2: not valid CSS: "):
        compiled(tmp_path, "p { color: red }\n}")


def test_a_custom_property_that_none_gives_a_value_is_told(tmp_path: Path) -> None:
    (tmp_path / "later").mkdir()
    (tmp_path / "tokens.css").write_text(":root { --green: #0a0; /* --blush: #a00; */ }", "utf-8")
    (tmp_path / "later/links.css").write_text("a { color: var(--gren); }", "utf-8")
    (tmp_path / "later/notes.css").write_text(
        "p { color: var(--blush); top: var(--green) }", "utf-8"
    )
    links, notes = without_value(tmp_path)
    assert links.endswith(
        "later/links.css: nothing gives --gren a value; mend its name, or give it one in "
        "first/tokens.css."
    )
    assert notes.endswith(
        "later/notes.css: nothing gives --blush a value; mend its name, or give it one in "
        "first/tokens.css."
    )
    assert not list(without_value(ASSETS / "stylesheets"))


def test_a_picture_in_styles_must_come_with_them(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"colours\.css: url\(paper\.png\)"):
        compiled(tmp_path, "p { background: url(paper.png) }")


@pytest.mark.parametrize(
    ("file", "is_told"),
    [
        ("first/new.css", False),
        ("later/new.css", False),
        ("own.css", False),
        ("new.css", True),
        ("frist/own.css", True),
        ("first/more/new.css", True),
    ],
)
def test_a_stylesheet_that_no_page_gets_is_told(file: str, is_told: bool, tmp_path: Path) -> None:
    style = tmp_path / "assets/stylesheets" / file
    style.parent.mkdir(parents=True)
    style.write_text("p { color: red }", "utf-8")
    (tmp_path / "page.html").write_text('{{ own_style("own.css") | safe }}', "utf-8")
    told = list(unused(tmp_path / "assets/stylesheets", tmp_path))
    assert [line.partition(": no page gets it")[0] for line in told] == [
        f"overrides/assets/stylesheets/{file}"
    ] * is_told


def test_a_stylesheet_is_named_as_authors_find_it() -> None:
    with pytest.raises(PluginError, match=r"^overrides/assets/stylesheets/nope\.css is missing"):
        compile_file(ASSETS / "stylesheets/nope.css")


def test_styles_are_written_for_the_browsers_we_name(tmp_path: Path) -> None:
    done = compiled(
        tmp_path, ".a { &:is(.b, .c) { inset: 0 } } @media (width >= 60em) { .d { color: #f00 } }"
    )
    assert "min-width:60em" in done
    # Older forms of :is() count differently, so another rule would win.
    assert "any(" not in done
    assert "&" not in done
    assert "inset" not in done


def test_every_page_has_the_same_style_and_no_other(site: Path, first: str) -> None:
    """But the landing site, and the check of contacts files, which have more behind it."""
    landing = STYLE.findall((site / "index.html").read_text("utf-8"))[0]
    assert landing.startswith(first), "the landing site adds its own styles to those of all"
    for page in site.rglob("*.html"):
        styles = [landing if page.parent == site else first]
        if page.parent.name == "check":
            styles.append(compile_file(ASSETS / "stylesheets/check.css"))
        assert STYLE.findall(page.read_text("utf-8")) == styles, page


def test_no_styles_of_the_theme_are_left(site: Path, first: str, later: str) -> None:
    assert "md-" not in first + later
    assert {file.name.split(".")[0] for file in site.rglob("*.css")} == {"later"}


def test_an_empty_property_is_one_for_old_browsers_too(first: str, later: str) -> None:
    """Chromium up to 98 drops `--dark:;`, and with it every colour of the site."""
    assert re.findall(r"--(\w+): [;}]", first) == ["dark", "light", "light"]
    assert not re.findall(r"--[\w-]+:[;}]", first + later)


def test_the_focus_shows_where_the_keyboard_cannot_be_told_from_a_pointer(first: str) -> None:
    """Safari before 15.4 takes the first rule and drops the second."""
    rules = re.search(r"(?<=[}]):focus\{outline:([^}]*)\}:focus:not\(:focus-visible\)\{", first)
    assert rules
    assert "solid" in rules[1]


# What not all of the browsers know that styles.py names.
NEWER = (":has(", "::details-content", ":focus-visible")


def test_no_rule_is_lost_for_a_selector_that_a_browser_does_not_know(
    first: str, later: str
) -> None:
    """A browser drops the whole rule; the minifier may have put two rules together."""
    found = set()
    for selectors in re.findall(r"(?<=[{}])([^{}@]+)\{", first + later):
        for newer in NEWER:
            if newer in selectors:
                found.add(newer)
                # Commas inside brackets divide none.
                outside = re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", selectors))
                assert "," not in outside, f"{newer} takes other selectors with it: {selectors}"
    assert found == set(NEWER)


@pytest.mark.parametrize(
    "file", sorted(ASSETS.glob("stylesheets/*/*.css")), ids=lambda file: file.name
)
def test_no_stylesheet_shouts_or_grows_beyond_a_screen_or_two(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "!important" not in text, f"{file}: order and specificity decide here"
    assert len(text.splitlines()) <= 260, f"{file}: split it by what it styles"
