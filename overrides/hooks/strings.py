"""Stop the build when a string of the interface is missing in one of the languages."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError


def on_config(config: MkDocsConfig) -> None:
    """Compare the keys of `extra.strings` of all languages.

    Raises PluginError that names each file and key that is missing or empty.
    """
    languages = config.extra["languages"]
    keys = {key for language in languages for key in language.strings}
    missing = [
        f"docs/{language.folder}/mkdocs.yml: extra.strings has no text for '{key}'; add it there."
        for language in languages
        for key in sorted(keys)
        if not language.strings.get(key)
    ]
    if missing:
        raise PluginError("\n".join(missing))
