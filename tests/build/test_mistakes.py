"""What the build promises an author: it stops at each kind of mistake and says what to mend."""

import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import Build, Built
from lxml import html
from mistakes import change, last_words, must_stop_and_tell, told

CONTENT = "overrides/partials/content.html"
HEADER = "overrides/partials/header.html"
SCRIPT = "overrides/assets/javascripts/reader/site.js"
WORKER = "overrides/assets/javascripts/service-worker.js"
STYLE = "overrides/assets/stylesheets/first/tokens.css"
HEADERS = "overrides/hooks/delivery/csp.py"
EVIDENCE = "overrides/assets/stylesheets/first/evidence.css"
# What a check returns; and what stands above the messages of the whole site.
WHOLE = re.compile(r"(?:docs|overrides)/.*[^.?][.?]")
TITLE = re.compile(r"[A-Z][a-z ]+:")
# A mistake, as (file, what is replaced, what it becomes), and words the messages must have.
Mistake = tuple[str, str, str]
# By the stage of a build that sees them: all of one are told together, to be mended together.
MISTAKES: dict[str, list[tuple[Mistake, list[str]]]] = {
    "a language without a name": [
        (
            ("docs/zh/mkdocs.yml", "name: 中文", "label: 中文"),
            ["docs/zh/mkdocs.yml: extra.language: 'name' is missing"],
        ),
    ],
    "a string that nobody has": [
        (
            (
                "overrides/main.html",
                '{{ lang.t("action.skip")',
                '{{ lang.t("action.nobody") }}{{ lang.t("action.skip")',
            ),
            ["docs/en/mkdocs.yml: extra.strings has no text for 'action.nobody'; add it there"],
        ),
    ],
    "a source that nobody cites": [
        (
            (
                "docs/data/sources.yml",
                "sources:\n",
                "sources:\n  n2: {title: A, url: 'https://example.org/a', kind: secondary, "
                "language: nb, seen: 2026-11-23, group: norway}\n",
            ),
            ["docs/data/sources.yml: sources 'n2': no page, claim or term cites it"],
        ),
    ],
    "data that are not complete": [
        (
            ("docs/data/glossary.yml", "- id: esim", "- id: [esim"),
            ["docs/data/glossary.yml", "line 2"],
        ),
        (
            ("docs/data/sources.yml", "first-party-old", "hearsay"),
            ["docs/data/sources.yml", "n1", "hearsay"],
        ),
    ],
    "what finished pages show to be wrong": [
        (
            ("docs/zh/pages/card.md", "{ #definition }", "{ #定义 }"),
            ["docs/zh/pages/card.md", "定义"],
        ),
        (
            ("docs/en/pages/card.md", "{ #definition }", '{ #definition data-alias="puk" }'),
            ["docs/en/pages/card.md: the id 'puk' is given 2 times"],
        ),
        (
            ("docs/en/pages/card.md", "Before you go:", "~~Before~~ you go:"),
            ["docs/en/pages/card.md, line 13: readers would see '~~Before~~ you'; write text"],
        ),
        (
            ("docs/en/pages/fact-check.md", "{ #top }", ""),
            [
                "docs/en/pages/fact-check.md, line 6: the heading ",
                "needs an id: add an id, such as",
            ],
        ),
        (
            ("docs/zh/pages/index.md", "(card.md#definition)", "(cards.md#definition)"),
            [
                "docs/zh/pages/index.md, line 10: 'cards.md#definition' leads nowhere: there is "
                "no docs/zh/pages/cards.md; mend the name"
            ],
        ),
        (
            ("docs/en/pages/index.md", "(card.md#definition)", "(card.md#definitions)"),
            [
                "docs/en/pages/index.md, line 10:",
                "leads to a section that docs/en/pages/card.md has not",
            ],
        ),
        (
            (
                "overrides/landing.html",
                '("landing.protect", "fact-check/")',
                '("landing.protect", "cart/")',
            ),
            ["overrides/landing.html, line 18: 'cart/' leads to no page or file; mend it there"],
        ),
        (
            ("overrides/landing.html", '"fact-check/#top"', '"fact-check/#topp"'),
            [
                "overrides/landing.html, line 18: 'fact-check/#topp' leads to a section that "
                "docs/zh/pages/fact-check.md has not."
            ],
        ),
    ],
    "what sources alone show to be wrong": [
        (("docs/language.yml", "card.md, ", "lost.md, "), ["docs/en/pages/card.md is not in the"]),
        (
            ("docs/language.yml", "fact-check.md", "fact-check.md, index.md"),
            ["nav names lost.md, but there is no docs/zh/pages/lost.md", "names index.md 2 times"],
        ),
        (
            ("docs/zh/mkdocs.yml", "notfound.home", "notfound.house"),
            ["docs/zh/mkdocs.yml", "notfound.home"],
        ),
        (
            ("docs/data/published.txt", "/en/card/\n", ""),
            ["docs/data/published.txt has 1 addresses", "it had 2"],
        ),
        ((HEADER, "<header", "{{ url( }}<header"), [f"{HEADER}, line ", ": not a template: "]),
        ((STYLE, ":root", "}\n:root"), [f"{STYLE}, line ", ": not valid CSS: "]),
        (
            (EVIDENCE, '[data-verdict="wrong"]', '[data-verdict="wrang"]'),
            [f'{EVIDENCE}: data-verdict="wrong" is missing; give it a sign'],
        ),
        (
            (
                HEADERS,
                "HEADERS = {",
                "HEADERS = {\n"
                '    "cache-control": "no-store",\n'
                '    "X-Price": "$5",\n'
                '    "X Space": "a",\n'
                '    "X-Lines": "a\\nb",\n',
            ),
            [
                f"{HEADERS}: HEADERS: 'cache-control' is set elsewhere",
                *(
                    f"{HEADERS}: HEADERS: '{name}' cannot be written for every host"
                    for name in ("X-Price", "X Space", "X-Lines")
                ),
            ],
        ),
        (
            (SCRIPT, "import ", 'import { nope } from "./nope.js";\nimport '),
            [f"{SCRIPT}: there is no module {SCRIPT.replace('site.js', 'nope.js')}; add it"],
        ),
        (
            ("docs/en/pages/card.md", "## What it is", "##What it is"),
            ["docs/en/pages/card.md, line 8: write headings as '## Heading { #id }', with a space"],
        ),
        (
            ("docs/en/pages/index.md", "{{ checked 1.1 }}", "{{ checked 9.9 }}"),
            ["docs/en/pages/index.md, line 12: '{{ checked 9.9 }}': there is no claim '9.9'"],
        ),
        (
            ("docs/zh/pages/index.md", "[@n1]", "[@n7]"),
            ["docs/zh/pages/index.md, line 10: 'n7' is not in docs/data/sources.yml; add it"],
        ),
        (
            ("docs/zh/pages/fact-check.md", "checked:", "aliases: [card/, print/]\nchecked:"),
            [
                "docs/zh/pages/fact-check.md: the alias 'card/' is taken by card.md",
                "docs/zh/pages/fact-check.md: the alias 'print/' is taken by what the build writes",
            ],
        ),
        (
            ("docs/zh/pages/index.md", "title: ", "titel: "),
            ["docs/zh/pages/index.md: front matter: unknown key 'titel'; did you mean 'title'?"],
        ),
        (
            ("docs/landing/index.md", "your data\n---\n", "your data\n---\n\n[a](nowhere.md)\n"),
            ["docs/landing/index.md, line 6: nothing shows this; write it into overrides/landing."],
        ),
    ],
    "a string that a directive needs, and the other slips of the page": [
        (
            ("docs/en/mkdocs.yml", "    verdict.wrong: ", "    # verdict.wrong: "),
            ["docs/en/mkdocs.yml: extra.strings has no text for 'verdict.wrong'"],
        ),
        (
            ("docs/en/pages/fact-check.md", "{{ sources norway }}", "{{ sources norwai }}"),
            ["docs/en/pages/fact-check.md, line 12: '{{ sources norwai }}': "],
        ),
    ],
    "differences between the languages": [
        (
            ("docs/zh/pages/card.md", "{ #puk }", "{ #puk-code }"),
            ["docs/zh/pages/card.md", "docs/en/pages/card.md", "id 'puk-code'"],
        ),
        (
            ("docs/en/pages/card.md", "2. Choose the operator.", "2. Choose it.\n3. Done."),
            [
                "docs/en/pages/card.md",
                "docs/zh/pages/card.md",
                "section 'definition'",
                "ol of 3 items",
            ],
        ),
        (
            ("docs/zh/pages/card.md", "checked:", "aliases: [old/]\nchecked:"),
            ["docs/en/pages/card.md", "only docs/zh/pages/card.md has alias 'old/'"],
        ),
    ],
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_stop_the_build_and_are_told_together(name: str, tiny: Path, build: Build) -> None:
    for mistake, _ in MISTAKES[name]:
        change(tiny, *mistake)
    result = build(tiny)
    must_stop_and_tell(result, [word for _, words in MISTAKES[name] for word in words])
    for message in last_words(result).splitlines():
        assert TITLE.fullmatch(message) or WHOLE.fullmatch(message), (
            f"a message names its file first and ends with one full stop: {message}"
        )


def test_files_that_templates_load_and_that_are_not_there(tiny: Path, build: Build) -> None:
    wrong = {"later.css": "latter.css", "site.js": "page.js", "favicon.svg": "fav.svg"}
    wrong |= {"search.js": "engine.js"}
    templates = sorted((tiny / "overrides").rglob("*.html"))
    for old, new in wrong.items():
        file = next(file for file in templates if old in file.read_text("utf-8"))
        change(tiny, file.relative_to(tiny).as_posix(), old, new)
    told = [f"{new}, which does not exist" for new in wrong.values()]
    must_stop_and_tell(build(tiny), [*told, "overrides/"])


def test_stylesheet_that_no_page_gets(tiny: Path, build: Build) -> None:
    (tiny / "overrides/assets/stylesheets/new.css").write_text("p { color: red }", "utf-8")
    must_stop_and_tell(build(tiny), ["overrides/assets/stylesheets/new.css: no page gets it"])


# A slip that much else leans on, and all that the build may say of it.
ALONE: dict[str, tuple[Mistake, str]] = {
    "an unknown directive": (
        ("docs/zh/pages/fact-check.md", "{{ claims }}", "{{ cliams }}"),
        "docs/zh/pages/fact-check.md, line 8: unknown directive '{{ cliams }}'; there are claims, "
        "checked, sources, glossary, figure.",
    ),
    "an unknown group of sources": (
        ("docs/en/pages/fact-check.md", "{{ sources norway }}", "{{ sources norwai }}"),
        "docs/en/pages/fact-check.md, line 12: '{{ sources norwai }}': docs/data/sources.yml has "
        "no group 'norwai'.",
    ),
    "a verdict without its word": (
        ("docs/en/mkdocs.yml", "    verdict.wrong: ", "    # verdict.wrong: "),
        "docs/en/mkdocs.yml: extra.strings has no text for 'verdict.wrong'; add it there, or mend "
        "its name where overrides/ or the menu shows it.",
    ),
    "a name that a template shows and nobody gives": (
        (CONTENT, "{#-", "{{ page.meta.titel }}{#-"),
        f"{CONTENT}, line 1: 'dict object' has no attribute 'titel'; mend the name, or ask whether "
        "it `is defined`.",
    ),
}


@pytest.mark.parametrize("name", ALONE)
def test_slip_accuses_nothing_else(name: str, tiny: Path, build: Build) -> None:
    mistake, words = ALONE[name]
    change(tiny, *mistake)
    result = build(tiny)
    assert last_words(result) == words
    must_stop_and_tell(result, [words])


def test_script_that_is_no_javascript_is_told(tiny: Path, build: Build) -> None:
    change(tiny, WORKER, "// ", "function ( {\n// ")
    result = build(tiny)
    must_stop_and_tell(result, [])
    assert last_words(result).startswith(f"{WORKER}: not JavaScript: ")


def test_build_that_stops_at_a_warning_says_where_to_look(tiny: Path, build: Build) -> None:
    change(tiny, "mkdocs.yml", "  - index.md", "  - index.md\n  - more.md")
    result = build(tiny)
    must_stop_and_tell(result, ["WARNING - A reference to 'more.md'"])
    ending = "The build stops at a warning: mend what the lines with WARNING name."
    assert last_words(result) == ending


def test_failing_build_ends_with_the_mistakes_of_every_language(tiny: Path, build: Build) -> None:
    for language in ("zh", "en"):
        change(tiny, f"docs/{language}/pages/index.md", "(card.md#definition)", "(nowhere.md)")
    ending = last_words(build(tiny)).splitlines()
    assert [line.partition(",")[0] for line in ending] == [
        "docs/en/pages/index.md",
        "docs/zh/pages/index.md",
    ], ending


@pytest.mark.parametrize(("file", "encoding"), [("pages/card.md", "gbk"), ("mkdocs.yml", "utf-16")])
def test_other_encodings_are_told(file: str, encoding: str, tiny: Path, build: Build) -> None:
    path = tiny / "docs/zh" / file
    path.write_bytes(path.read_text("utf-8").encode(encoding, "ignore"))
    must_stop_and_tell(build(tiny), [f"docs/zh/{file}, line", "not UTF-8"])


def test_byte_order_mark_changes_nothing(tiny: Path, tiny_site: Path, built: Built) -> None:
    for file in ("zh/pages/card.md", "zh/mkdocs.yml", "data/claims.yml"):
        path = tiny / "docs" / file
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    site = built(tiny)
    for page in ("zh/card", "zh/fact-check"):
        before, after = (folder / page / "index.html" for folder in (tiny_site, site))
        assert after.read_bytes() == before.read_bytes()


def test_signs_of_html_in_a_text_are_only_signs(tiny: Path, built: Built) -> None:
    odd = """Is "it" <b>A & B</b>? It's."""
    quoted = odd.replace("'", "''")
    change(tiny, "docs/en/pages/card.md", "title: Card", f"title: '{quoted}'")
    change(tiny, "docs/en/pages/card.md", "description: Card.", f"description: '{quoted}'")
    change(tiny, "docs/en/pages/card.md", "What it is", "What A & `<b>` is")
    for key in ("nav.label", "search.placeholder", "print.all", "link.copy"):
        text = (tiny / "docs/en/mkdocs.yml").read_text("utf-8")
        text = re.sub(rf"(?m)^    {key}: .*$", f"    {key}: '{quoted}'", text)
        (tiny / "docs/en/mkdocs.yml").write_text(text, "utf-8")
    site = built(tiny)
    page, other = (html.parse(site / f"en/{name}/index.html") for name in ("card", "fact-check"))
    shown = {
        "title": page.xpath("string(//title)").partition(" - ")[0],
        "description": page.xpath("string(//meta[@name='description']/@content)"),
        "what other sites show": page.xpath("string(//meta[@property='og:description']/@content)"),
        "the menu": page.xpath("string(//nav[@id='nav']//a[@aria-current])"),
        "the way from another page": other.xpath("string(//a[@rel='prev'])").removeprefix("← "),
        "a string in an attribute": page.xpath("string(//nav[@id='nav']/@aria-label)"),
        "a string for a script": page.xpath("string(//div[@role='status']/@data-copy)"),
        "a string in the text": page.xpath("string(//p[@class='foot__more']/a[last()])"),
        "a string of the search": json.loads(page.xpath("string(//script[@class='search-words'])"))[
            "placeholder"
        ],
    }
    assert {place: text for place, text in shown.items() if text != odd} == {}
    assert "What A & <b> is" in page.xpath("//nav[@class='toc']//a/text()")


@pytest.mark.parametrize(("where", "stops"), [("on a desk", False), ("on a host", True)])
def test_forgotten_address_is_told(
    where: str, stops: bool, tiny: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.setenv("CI", "true" if stops else "")
    result = build(tiny)
    assert "SITE_URL=https://your.host/ make build" in told(result)
    assert bool(result.returncode) == stops, f"the build {where}: {result.stderr}"


def test_failed_build_leaves_the_last_good_site(
    tiny: Path, tiny_site: Path, build: Build, tmp_path: Path
) -> None:
    shutil.copytree(tiny_site, tmp_path / "site")
    published = [tmp_path / "site" / page for page in ("index.html", "zh/index.html")]
    before = [page.read_bytes() for page in published]
    # The one is seen when a language is built, the other when all are.
    for broken, address in (
        ("docs/zh/pages/index.md", "\n[nowhere](nowhere.md)\n"),
        ("docs/data/published.txt", "/zh/nowhere/\n"),
    ):
        page = tiny / broken
        text = page.read_text("utf-8")
        page.write_text(text + address, "utf-8")
        assert build(tiny).returncode != 0, f"the build let an address of {broken} pass"
        assert [page.read_bytes() for page in published] == before
        assert [path.name for path in tmp_path.glob(".site-*")] == [], "an unfinished site is left"
        page.write_text(text, "utf-8")
