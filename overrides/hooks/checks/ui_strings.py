"""Every language has a text for each string of the interface that another one has."""

from __future__ import annotations

from collections.abc import Sequence

from inputs.languages import Language


def missing(languages: Sequence[Language]) -> list[str]:
    """Return a message for each key of `extra.strings` that a language lacks or leaves empty."""
    keys = {key for language in languages for key in language.strings}
    return [
        f"docs/{language.folder}/mkdocs.yml: extra.strings has no text for '{key}'; add it there."
        for language in languages
        for key in sorted(keys)
        if not language.strings.get(key)
    ]
