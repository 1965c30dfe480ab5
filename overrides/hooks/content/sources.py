"""Write the list of sources, and turn citations into links to it.

`[@n1; @n18]` cites entries of docs/data/sources.yml; `[@advice]` marks our own reasoning and
`[@unconfirmed]` a step that no source confirms. Old and secondary sources are marked where they
are cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from inputs.data import Data, Source
from inputs.languages import Language
from lxml import html
from mkdocs.exceptions import PluginError

from content.text import replace

# The word that goes with a citation; a first-party source needs none.
MARKS = {"first-party-old": "cite.old", "secondary": "cite.secondary", "mirror": "cite.secondary"}
NOTES = ("advice", "unconfirmed")
CITATION = re.compile(r" ?\[(@[a-z0-9]+(?:;\s*@[a-z0-9]+)*)\]")
IN_HEADING = re.compile(rf"^#+ .*{CITATION.pattern}", re.MULTILINE)


def write_list(words: list[str], language: Language, data: Data) -> str:
    """Return the sources of the groups that `words` names; LookupError if one is unknown."""
    here = language.folder
    parts = []
    for group in words:
        if group not in data.source_groups:
            raise LookupError(f"docs/data/sources.yml has no group '{group}'")
        parts.append(f"## {data.source_groups[group][here]} {{ #{group} }}\n")
        parts += [
            entry(name, source, language, data)
            for name, source in data.sources.items()
            if source.group == group
        ]
        parts.append("")
    return "\n".join(parts)


def entry(name: str, source: Source, language: Language, data: Data) -> str:
    """Return one source as a list item of Markdown, with the id under which it is cited."""
    strings = language.strings
    title = source.title.replace("[", "\\[").replace("]", "\\]")
    linked = (
        f'[{title}]({source.url}){{ lang="{source.language}" rel="noreferrer" }}'
        if source.url
        else f'<span lang="{source.language}">{title}</span>'
    )
    written_in = data.source_languages[source.language][language.folder]
    about = [strings[f"source.kind.{source.kind}"], written_in]
    if source.published:
        about.append(f"{strings['source.published']} {source.published}")
    about.append(f"{strings['source.seen']} {source.seen}")
    note = f" {source.note[language.folder]}" if source.note else ""
    separator = "，" if language.folder == "zh" else ", "
    return f"- **{name.upper()}**{{ #{name} }} {linked} ({separator.join(about)}){note}"


def refuse_in_headings(markdown: str, where: str) -> None:
    """Raise PluginError at a citation in a heading, which the contents of the page would repeat."""
    if heading := IN_HEADING.search(markdown):
        raise PluginError(f"{where}: cite in the text under it, not in the heading: {heading[0]}")


def link_citations(
    tree: html.HtmlElement,
    where: str,
    language: Language,
    data: Data,
    lists: Mapping[str, str],
) -> None:
    """Replace the citations of a page, but for those in code, by links to the lists of sources.

    `lists` gives the address of the page that lists a group, seen from this one. Raises
    PluginError that names each citation of a source that does not exist or stands on no list.
    """
    wrong: list[str] = []

    def cite(match: re.Match[str]) -> list[str | html.HtmlElement]:
        made: list[str | html.HtmlElement] = []
        for key in re.findall(r"@([a-z0-9]+)", match[1]):
            source = data.sources.get(key)
            if key in NOTES:
                made += [" ", chip("span", language.strings[f"cite.{key}"])]
            elif not source:
                wrong.append(f"cites '{key}', which is not in docs/data/sources.yml")
            elif source.group not in lists:
                wrong.append(
                    f"cites '{key}', but no page lists the group '{source.group}'; "
                    "add it to a '{{ sources … }}' line"
                )
            else:
                mark = MARKS.get(source.kind)
                label = f"{key.upper()} {language.strings[mark]}" if mark else key.upper()
                made += [" ", chip("a", label, href=f"{lists[source.group]}#{key}")]
        return made

    replace(tree, CITATION, cite, skip={"code", "pre", "svg"})
    if wrong:
        raise PluginError("\n".join(f"{where}: {text}." for text in wrong))


def chip(tag: str, label: str, **attributes: str) -> html.HtmlElement:
    """Return the mark of a citation; the search takes no notice of it."""
    made = html.Element(tag, {"class": "cite", **attributes, "data-search-exclude": ""})
    made.text = label
    return made


def uncited(data: Data, texts: Iterable[str]) -> list[str]:
    """Return the sources that no claim, no term and none of the texts cites."""
    cited = {key for text in texts for key in re.findall(r"@([a-z0-9]+)", " ".join(marks(text)))}
    cited |= {key for group in data.claims for claim in group.claims for key in claim.sources}
    cited |= {key for term in data.terms for key in term.sources}
    return sorted(data.sources.keys() - cited)


def marks(text: str) -> list[str]:
    """Return the citations in a text as they are written."""
    return [match[1] for match in CITATION.finditer(text)]
