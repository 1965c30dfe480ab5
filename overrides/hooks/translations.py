"""Notice when a section changes in one language and the others do not follow.

Each page records, section by section, which text of its counterparts it was last compared with:
`translation` in its front matter, short hashes that `make translated` writes. No language is the
master: whichever changes, the others are behind there. The build names them to the author, and
the page leads its reader to the newer text. A hash is of words alone, so moving an id, a link or
a citation, which parity.py watches, does not count as a change.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from datafiles import read_data
from languages import read_languages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data
from processes import each

# Not one of MkDocs' loggers: in strict mode those make a warning an error, and a translation that
# is behind must not keep the newer text from being published.
log = logging.getLogger("translations")

ROOT = Path(__file__).parents[2]
DIRECTIVE = re.compile(r"^\{\{ ([a-z]+)(?: (.+?))? \}\}$", re.MULTILINE)
FENCE = re.compile(r"^\s*(```|~~~)")
HEADING = re.compile(r"^##? .*\{[^{}]*#([a-z0-9-]+)[^{}]*\}\s*$")
# What does not count as words: citations, targets of links, attribute lists, tags.
MARKUP = re.compile(r" ?\[@[^\]]*\]|(?<=\])\([^)]*\)|\{:? ?[#.][^{}\n]*\}|<[^<>]+>")
RECORD = re.compile(r"^translation:\n(?:[ ]+.*\n)*", re.MULTILINE)
CHANGED, UNCOMPARED = "is behind", "was never compared with"


def on_config(config: MkDocsConfig) -> None:
    """Forget what an earlier build has read."""
    forget()


def on_pre_build(config: MkDocsConfig) -> None:
    """Tell the author, once for all languages, what is behind."""
    if config.extra["locale"]:
        return
    folders = [language.folder for language in config.extra["languages"]]
    for texts in each(lambda here: list(report(here, folders)), folders):
        for text in texts:
            log.warning(text)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead the reader to the newer text, under the heading of each section that is behind."""
    here, name = config.extra["locale"], page.file.src_uri
    # A page that was never compared cannot be behind.
    if not here or not page.meta.get("translation"):
        return html
    newer: dict[str, list[str]] = {}
    for language in config.extra["languages"]:
        for section in behind(name, here.folder, language.folder).get(CHANGED, ()):
            base = get_relative_url(".", page.url)
            newer.setdefault(section, []).append(
                f'<a href="{base}/../{language.folder}/{page.url}#{section}"'
                f' hreflang="{language.hreflang}" lang="{language.hreflang}">{language.name}</a>'
            )
    words = escape(config.extra["strings"]["translation.behind"])
    for section, links in newer.items():
        # The words of a notice are no part of the page: search leaves them out.
        notice = (
            f'<p class="outdated translation-notice" role="note" data-search-exclude>'
            f"{words} {' '.join(links)}</p>"
        )
        heading = rf'<(h[12])\b[^>]* id="{section}".*?</\1>'
        html = re.sub(heading, rf"\g<0>\n{notice}", html, count=1, flags=re.DOTALL)
    return html


# -----------------------------------------------------------------------------


def report(here: str, folders: list[str]) -> Iterator[str]:
    """Yield a message for each page that is behind another language's, or was never compared."""
    for name in pages(here):
        for there in folders:
            for state, found in behind(name, here, there).items():
                partly = 0 < len(found) < len(sections(there, name))
                where = f" in {', '.join(found)}" if partly else ""
                yield (
                    f"Translation: {path(here, name)} {state} {path(there, name)}{where}. "
                    f"When they say the same: make translated PAGE={name.removesuffix('.md')}"
                )


def behind(name: str, here: str, there: str) -> dict[str, list[str]]:
    """Return the sections of a page whose text in `there` is not the one it was compared with.

    None are named of a page that was never compared at all.
    """
    found: dict[str, list[str]] = {}
    if here == there or not (ROOT / path(there, name)).exists():
        return found
    recorded = record_of(here, name).get(there)
    if not recorded:
        return {UNCOMPARED: []}
    for section, digest in sections(there, name).items():
        if section not in recorded:
            found.setdefault(UNCOMPARED, []).append(section)
        elif str(recorded[section]) != digest:
            found.setdefault(CHANGED, []).append(section)
    return found


def record_of(folder: str, name: str) -> dict[str, dict[str, str]]:
    """Return what a page's front matter says it was compared with.

    Raises PluginError if that is not what `make translated` writes.
    """
    recorded = source(folder, name)[1].get("translation") or {}
    if not isinstance(recorded, dict) or not all(
        isinstance(found, dict) for found in recorded.values()
    ):
        raise PluginError(
            f"{path(folder, name)}: 'translation' in the front matter is not as `make translated` "
            "writes it; remove it, compare the languages, and run that."
        )
    return recorded


def pages(folder: str) -> list[str]:
    """Return the names of a language's pages."""
    start = ROOT / "docs" / folder / "pages"
    return sorted(file.relative_to(start).as_posix() for file in start.rglob("*.md"))


def path(folder: str, name: str) -> str:
    """Return where a page is, seen from the project's root."""
    return f"docs/{folder}/pages/{name}"


@cache
def source(folder: str, name: str) -> tuple[str, dict]:
    """Return the text of a page, and its front matter."""
    return get_data((ROOT / path(folder, name)).read_text("utf-8"))


@cache
def sections(folder: str, name: str) -> dict[str, str]:
    """Return the hash of each section of a page; its lead is `top`."""
    text, meta = source(folder, name)
    found = {"top": f"{meta.get('title')} {meta.get('description')} "}
    at, fenced = "top", False
    for line in DIRECTIVE.sub(lambda match: expand(match, folder), text).splitlines():
        if FENCE.match(line):
            fenced = not fenced
        heading = None if fenced else HEADING.match(line)
        if heading:
            at = heading[1]
            found.setdefault(at, "")
        found[at] += MARKUP.sub("", line) + " "
    return {
        section: hashlib.sha256(" ".join(words.split()).encode()).hexdigest()[:8]
        for section, words in found.items()
    }


def expand(match: re.Match[str], folder: str) -> str:
    """Return the words that a directive brings into a page, under headings as on the page."""
    kind, names = match[1], (match[2] or "").split()
    if kind == "claims":
        entries = [(f"group-{group['id']}", group) for group in read_data("claims.yml")]
    elif kind == "glossary":
        entries = [
            (term["id"], [term["term"], term["meaning"]]) for term in read_data("glossary.yml")
        ]
    elif kind == "sources":
        known = read_data("sources.yml")
        notes = {
            name: [item.get("note") for item in known["sources"].values() if item["group"] == name]
            for name in names
        }
        entries = [(name, [known["groups"].get(name), notes[name]]) for name in names]
    elif kind == "figure":
        return " ".join(words(read_data("figures.yml").get(names[0]), folder))
    else:
        # A single claim is compared where all of them are.
        return ""
    return "\n".join(f"## {{ #{name} }}\n{' '.join(words(item, folder))}" for name, item in entries)


def forget() -> None:
    """Read every file anew from now on."""
    source.cache_clear()
    sections.cache_clear()


def words(item: object, folder: str, *, own: bool = False) -> Iterator[str]:
    """Yield the texts of one language in an entry that holds those of all."""
    if isinstance(item, dict):
        parts = [item[folder]] if folder in item else item.values()
        for part in parts:
            yield from words(part, folder, own=own or folder in item)
    elif isinstance(item, list):
        for part in item:
            yield from words(part, folder, own=own)
    elif own and item is not None:
        yield str(item)


# -----------------------------------------------------------------------------


def record(name: str, section: str, folders: list[str]) -> None:
    """Write into a page, in each language, that it says the same as the others now."""
    for here in folders:
        file = ROOT / path(here, name)
        if not file.exists():
            continue
        recorded = dict(record_of(here, name))
        for there in folders:
            if there == here or not (ROOT / path(there, name)).exists():
                continue
            now = sections(there, name)
            if section and section not in now:
                raise PluginError(f"{path(there, name)} has no section '{section}'")
            old = recorded.get(there) or {}
            recorded[there] = {
                key: digest if section in ("", key) else old[key]
                for key, digest in now.items()
                if section in ("", key) or key in old
            }
        write(file, recorded)


def write(file: Path, recorded: dict[str, dict[str, str]]) -> None:
    """Replace the record in a page's front matter, and nothing else."""
    lines = ["translation:"]
    for folder, found in recorded.items():
        lines.append(f"  {folder}:")
        lines += [f'    {section}: "{digest}"' for section, digest in found.items()]
    text = file.read_text("utf-8")
    start, front, rest = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    front = RECORD.sub("", front) + "\n".join(lines) + "\n"
    file.write_text(f"{start}---\n{front}---\n{rest}", "utf-8")


def main() -> None:
    """Record what the command line names: a page, a section of one, or everything."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("page", nargs="?", default="", help="limits, or limits#cloud-services")
    parser.add_argument("--languages", help="the folders that were compared, such as 'zh en'")
    given = parser.parse_args()
    folders = (given.languages or "").split() or [item.folder for item in read_languages()]
    page, _, section = given.page.partition("#")
    names = [f"{page}.md"] if page else sorted({name for here in folders for name in pages(here)})
    for name in names:
        if not any((ROOT / path(here, name)).exists() for here in folders):
            raise SystemExit(f"there is no {path(folders[0], name)}; give a page such as 'limits'")
        try:
            record(name, section, folders)
        except PluginError as error:
            raise SystemExit(str(error)) from error
    forget()
    left = [text for here in folders for text in report(here, folders)]
    print("\n".join(left) or "All translations are up to date.")


if __name__ == "__main__":
    main()
