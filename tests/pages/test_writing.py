"""What the texts promise: one term for one thing, the conventions of each script, equal in both."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import autocorrect_py
import pytest
from conftest import ROOT
from mkdocs.utils.yaml import yaml_load

DATA = ROOT / "docs/data"
HAN = r"[\u3400-\u9fff]"
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
# The article's own words stand in quotations, and in what it claims.
QUOTATION = re.compile(r"<figure.*?</figure>", re.DOTALL)
AMERICAN = re.compile(
    r"\b(?:colou?r(?<!colour)|center|behavior|favorite|labeled|canceled|traveler|catalog"
    r"|analyze|licensed|gray|math|toward)s?\b",
    re.IGNORECASE,
)


def pages(language: str) -> list[Path]:
    return sorted((ROOT / f"docs/{language}/pages").rglob("*.md"))


def texts_of(value: object, language: str) -> Iterator[str]:
    """Yield each text that a data file holds in a language."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == language:
                yield from [item] if isinstance(item, str) else texts_in(item)
            else:
                yield from texts_of(item, language)
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item, language)


def texts_in(value: object) -> Iterator[str]:
    """Yield each text inside a value, whatever its shape."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


@cache
def data(name: str) -> object:
    return yaml_load((DATA / name).read_text("utf-8"))


def strings(language: str) -> dict[str, str]:
    with (ROOT / f"docs/{language}/mkdocs.yml").open("rb") as source:
        return yaml_load(source)["extra"]["strings"]


def written(language: str) -> Iterator[tuple[str, str]]:
    """Yield (where, text) for everything that readers see in a language."""
    for page in pages(language):
        yield str(page.relative_to(ROOT)), FENCE.sub("", page.read_text("utf-8"))
    for name in ("claims.yml", "sources.yml", "glossary.yml", "figures.yml"):
        for text in texts_of(data(name), language):
            yield f"docs/data/{name}", text
    for text in strings(language).values():
        yield f"docs/{language}/mkdocs.yml", text


@pytest.mark.parametrize("page", pages("zh"), ids=lambda page: page.stem)
def test_chinese_pages_keep_the_conventions(page: Path) -> None:
    """Spaces between Han and Latin, full-width punctuation: as AutoCorrect knows them."""
    report = autocorrect_py.lint_for(page.read_text("utf-8"), "md")
    found = [f"line {at.line}: '{at.old}' should be '{at.new}'" for at in report.lines]
    assert not found, f"{page}:\n" + "\n".join(found)


@pytest.mark.parametrize("name", ["claims.yml", "glossary.yml", "figures.yml"])
def test_chinese_data_keeps_the_conventions(name: str) -> None:
    found = [
        f"'{text}' should be '{better}'"
        for text in texts_of(data(name), "zh")
        if (better := autocorrect_py.format(text)) != text
    ]
    assert not found, f"docs/data/{name}:\n" + "\n".join(found)


def test_chinese_is_not_slanted_and_speaks_to_a_friend() -> None:
    for where, text in written("zh"):
        slanted = re.search(rf"(?<![*\w])[*_]{HAN}[^*_\n]*[*_](?![*\w])", text)
        assert not slanted, f"{where}: Chinese is not set in italics: '{slanted[0]}'"
        assert "您" not in text, f"{where}: write 你, not 您"


def test_english_is_spelt_as_in_britain() -> None:
    for where, text in written("en"):
        found = AMERICAN.search(re.sub(r"`[^`]*`|\(https?:[^)]*\)", "", text))
        assert not found, f"{where}: '{found[0]}' is American spelling"


def test_one_term_for_one_thing(language: str) -> None:
    """The glossary decides: a variant that it forbids stands nowhere but in quotations."""
    variants = {
        variant: term["term"][language]
        for term in data("glossary.yml")
        for variant in (term.get("forbidden") or {}).get(language) or []
    }
    assert variants, "no term forbids a variant; this test would check nothing"
    claimed = {
        claim["claim"][language] for group in data("claims.yml") for claim in group["claims"]
    }
    for where, text in written(language):
        if where.endswith("glossary.yml") or text in claimed:
            continue
        for variant, term in variants.items():
            pattern = re.escape(variant)
            if language == "en":
                pattern = rf"\b{pattern}\b"
            found = re.search(pattern, QUOTATION.sub("", text), re.IGNORECASE)
            assert not found, f"{where}: write '{term}', not '{variant}'"
