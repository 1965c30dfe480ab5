"""The files below docs/: every page has a name to link to, and nothing lies there unread."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from inputs.front_matter import body_of
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

CLEAR = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Pages that the build itself writes, and folders that it fills.
RESERVED = {"search", "print", "404", "assets", "sitemap", "robots"}
HASH = re.compile(r"[0-9a-f]{8}")
# What a page may show beside its text.
PICTURES = {".svg", ".png", ".jpg", ".webp"}
# What lies in docs/ beside the languages, and in a language's folder (`site` while serving).
DOCS = {"data", "landing", "language.yml", "screenshot.png", "share.svg"}
LANGUAGE = {"mkdocs.yml", "pages", "site"}
LANDING = {"index.md"}
DATA = {
    *("claims.yml", "figures.yml", "glossary.yml", "letters.yml", "linebreaks.yml"),
    *("published.txt", "questions.yml", "sources.yml", "synonyms.yml"),
}


def problems(root: Path, languages: Sequence[str]) -> Iterator[str]:
    """Yield a message for each file below `root`/docs whose name is none, or that nothing reads."""
    docs = root / "docs"
    yield from strangers(docs, "docs", {*DOCS, *languages})
    yield from strangers(docs / "landing", "docs/landing", LANDING)
    yield from unseen(docs / "landing/index.md")
    yield from strangers(docs / "data", "docs/data", DATA)
    for language in languages:
        yield from strangers(docs / language, f"docs/{language}", LANGUAGE)
        pages = docs / language / "pages"
        if not (pages / "index.md").is_file():
            yield f"docs/{language}/pages/index.md is missing; it is the home page of the language."
        for file in sorted(pages.rglob("*")):
            path = file.relative_to(pages)
            if not hidden(path) and (wrong := problem(file, path)):
                yield f"{file.relative_to(root).as_posix()}: {wrong}"


def unseen(landing: Path) -> Iterator[str]:
    """Yield a message if the landing page has a text: it is a template, and shows none."""
    name = "docs/landing/index.md"
    try:
        first, body = body_of(read_text(landing, name))
    except PluginError as error:
        yield str(error)
        return
    for line, words in enumerate(body.splitlines(), first):
        if words.strip():
            yield f"{name}, line {line}: nothing shows this; write it into overrides/landing.html."
            return


def strangers(folder: Path, name: str, known: set[str]) -> Iterator[str]:
    """Yield a message for each entry of a folder, called `name`, that has none of these names."""
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        if entry.name in known or hidden(Path(entry.name)):
            continue
        mend = "remove or rename it"
        if entry.is_dir() and name == "docs":
            mend = "a language has an mkdocs.yml in its folder; add one, or remove the folder"
        if name == "docs/data":
            mend = "read it in inputs/data.py and name it in DATA of checks/files.py, or remove it"
        yield f"{name}/{entry.name}: nothing reads it; {mend}."


def hidden(path: Path) -> bool:
    """Tell whether a path is one that systems and editors leave behind, and no build publishes."""
    return any(part.startswith(".") or part.endswith("~") for part in path.parts)


def problem(file: Path, path: Path) -> str:
    """Return what is wrong with the name of a page, a picture or a folder; nothing if it is right.

    `path` is that below the pages of the language.
    """
    stem, ending = (file.name, "") if file.is_dir() else (file.stem, file.suffix)
    if file.is_file() and ending != ".md" and ending not in PICTURES:
        if ending.lower() in (".md", ".markdown"):
            return "name it with the ending '.md'; no other is read as a page."
        return f"is no page; remove it, or use one of {', '.join(sorted({'.md', *PICTURES}))}."
    if not CLEAR.fullmatch(stem):
        return "its name is its address: use lower-case letters, digits and hyphens only."
    if ending != ".md" and file.is_file():
        return ""
    if len(path.parts) == 1 and stem in RESERVED:
        return f"'{stem}' is an address that the build writes itself; give the page another name."
    if HASH.fullmatch(stem):
        return (
            "servers take a name of eight hexadecimal digits for one that never changes; "
            "give it another."
        )
    return ""
