"""Write the glossary of docs/data/glossary.yml: a heading and a paragraph a term."""

from inputs.data import Data
from inputs.languages import Language, read_languages


def write_all(words: list[str], language: Language, data: Data) -> str:
    """Return all terms as Markdown, each with its name in the other languages."""
    here = language.folder
    others = [other for other in read_languages() if other.folder != here]
    parts = []
    for term in data.terms:
        names = " · ".join(
            f'<span data-language="{name_of(other, here, data)}">'
            f'<span lang="{other.hreflang}">{term.term[other.folder]}</span></span>'
            for other in others
        )
        cited = f"[{'; '.join(f'@{source}' for source in term.sources)}]" if term.sources else ""
        parts.append(
            f"## {term.term[here]} {{ #{term.id} }}\n\n"
            f"{term.meaning[here]}{cited}\n\n{names}\n{{ .term-names data-search-exclude=yes }}"
        )
    return "\n\n".join(parts)


def name_of(other: Language, here: str, data: Data) -> str:
    """Return what a language is called in the language `here`, as far as that is known."""
    return data.source_languages.get(other.hreflang, {}).get(here, other.name)
