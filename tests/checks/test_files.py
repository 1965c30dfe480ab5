"""Every page has a name to link to and a place in the menu; nothing lies in docs/ unread."""

from dataclasses import replace
from pathlib import Path

import pytest
from checks import files, menu, search_words, ui_strings
from conftest import ROOT
from inputs.languages import Language, Strings, read_languages

# A file that is added to docs/, and what is told of it; nothing where it is fine.
FILES = {
    "zh/pages/Lost.md": "docs/zh/pages/Lost.md: its name is its address",
    "zh/pages/lost 2.md": "use lower-case letters, digits and hyphens only",
    "zh/pages/丢失.md": "use lower-case letters, digits and hyphens only",
    "zh/pages/lost.MD": "name it with the ending '.md'",
    "zh/pages/lost.markdown": "name it with the ending '.md'",
    "zh/pages/search.md": "'search' is an address that the build writes itself",
    "zh/pages/print.md": "'print' is an address that the build writes itself",
    "zh/pages/20261123.md": "eight hexadecimal digits",
    "zh/pages/deadbeef/index.md": "eight hexadecimal digits",
    "zh/pages/notes.txt": "is no page; remove it",
    "zh/notes.md": "docs/zh/notes.md: nothing reads it",
    "notes.md": "docs/notes.md: nothing reads it",
    "data/claims 2.yml": "docs/data/claims 2.yml: nothing reads it",
    "landing/notes.txt": "docs/landing/notes.txt: nothing reads it",
    "nb/pages/index.md": "docs/nb: nothing reads it; a language has an mkdocs.yml",
    "zh/pages/lost.md": "",
    "zh/pages/more/lost.md": "",
    "zh/pages/sim.png": "",
    "zh/pages/.DS_Store": "",
}


@pytest.mark.parametrize("name", FILES)
def test_name_of_a_file(name: str, tmp_path: Path) -> None:
    for page in ("docs/landing/index.md", "docs/zh/pages/index.md", f"docs/{name}"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text("", "utf-8")
    told = list(files.problems(tmp_path, ["zh"]))
    assert (FILES[name] in "\n".join(told)) if FILES[name] else not told, told


def test_language_needs_a_home_page(tmp_path: Path) -> None:
    assert "docs/zh/pages/index.md is missing" in "\n".join(files.problems(tmp_path, ["zh"]))


def test_landing_page_is_there() -> None:
    assert list(files.unseen(ROOT / "docs/landing/index.md")) == []
    (told,) = files.unseen(ROOT / "docs/landing/nowhere.md")
    assert told == "docs/landing/index.md is missing; the build needs it."


MENUS = {
    "a page twice": (["index.md", "card.md", "card.md"], "names card.md 2 times"),
    "a page too many": (
        ["index.md", "card.md", "lost.md"],
        "lost.md; add the page, mend its name in 'nav', or",
    ),
    "a page too few": (["index.md"], "docs/zh/pages/card.md is not in the menu"),
    "a title": (["index.md", {"Card": "card.md"}], "write 'card.md' alone"),
    "a group without its name": (["index.md", {"nav.x": ["card.md"]}], "has no text for 'nav.x'"),
    "an empty group": (["index.md", "card.md", {"nav.lost": []}], "must be a list of pages"),
    "no list": ("index.md", "must be a list of pages"),
    "another host": (["index.md", "card.md", "https://example.org/"], "is neither a page"),
    "what is right": (["index.md", {"nav.lost": ["card.md"]}], ""),
}


@pytest.mark.parametrize("name", MENUS)
def test_menu(name: str) -> None:
    entries, words = MENUS[name]
    strings = Strings({"nav.lost": "丢失"}, "docs/zh/mkdocs.yml")
    language = Language("zh", "中文", "zh-Hans", strings, entries)
    told = list(menu.problems(language, ["index.md", "card.md"]))
    assert (words in "\n".join(told)) if words else not told, told


def test_every_string_of_the_interface_is_in_every_language_and_shown() -> None:
    languages = read_languages()
    assert list(ui_strings.problems(languages)) == []
    strings = Strings({**languages[0].strings, "page.cheked": "x"}, "docs/en/mkdocs.yml")
    strings.pop("page.checked")
    wrong = replace(languages[0], strings=strings)
    assert "nothing shows 'page.cheked'; mend its name, show it in overrides/" in "\n".join(
        ui_strings.problems([wrong])
    )


def test_string_that_nothing_shows_is_told_whatever_it_begins_with() -> None:
    languages = read_languages()
    # Of each group of strings, one more that only looks as if it belonged to it.
    groups = {f"{key.partition('.')[0]}." for key in languages[0].strings if "." in key}
    groups |= {"source.kind.", "check.label.", "check.kind.", "check.encoding.", "check.pair."}
    more = {f"{group}nobody": "x" for group in groups}
    strings = Strings({**languages[0].strings, **more}, "docs/en/mkdocs.yml")
    wrong = replace(languages[0], strings=strings)
    told = "\n".join(ui_strings.problems([wrong]))
    assert [key for key in more if f"nothing shows '{key}'" not in told] == []


def test_sentence_that_two_languages_share_is_told() -> None:
    languages = {language.folder: language for language in read_languages()}
    english, chinese = languages["en"], languages["zh"]
    assert list(ui_strings.copied([english, chinese])) == []
    for key in ("page.outdated", "notfound.text"):
        strings = Strings({**english.strings, key: chinese.strings[key]}, "docs/en/mkdocs.yml")
        (told,) = ui_strings.copied([replace(english, strings=strings), chinese])
        assert f"1 texts are the same, such as '{key}'; translate" in told


@pytest.mark.parametrize("key", ["verdict.wrong", "source.kind.test", "cite.advice"])
def test_what_data_may_name_needs_a_text_even_if_no_language_has_it(key: str) -> None:
    english = read_languages()[0]
    strings = Strings(english.strings, "docs/en/mkdocs.yml")
    strings.pop(key)
    (told,) = ui_strings.problems([replace(english, strings=strings)])
    assert f"docs/en/mkdocs.yml: extra.strings has no text for '{key}'; add it there" in told


@pytest.mark.parametrize(
    ("questions", "synonyms", "words"),
    [
        ("", "{}", "docs/data/questions.yml is empty"),
        ("{}", "", "docs/data/synonyms.yml is empty"),
        ("a#b: {zh: [c]}\nd#e: {zh: [f]}", "{}", "2 entries have no line 'en: ["),
        ("{}", "synonyms: [{zh: [a, b]}]", "docs/data/synonyms.yml: 1 entries have no line 'en: ["),
        ("{}", "synonyms: [{zh: [a, b]}, {en: [c, d]}]", ""),
    ],
)
def test_what_readers_type_is_known_in_every_language(
    questions: str, synonyms: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "questions.yml").write_text(questions, "utf-8")
    (tmp_path / "synonyms.yml").write_text(synonyms, "utf-8")
    told = list(search_words.problems(["zh", "en"], tmp_path))
    assert (words in "\n".join(told)) if words else not told, told
