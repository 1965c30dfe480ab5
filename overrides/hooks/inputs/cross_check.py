"""The entries of docs/data held against one another: no id twice, and what is named exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inputs.data import Data, Field


def problems(data: Data) -> Iterator[str]:
    """Yield a line for each mistake in what the files hold: file, entry, what is wrong, mend."""
    yield from unknown_names(data)
    for name, ids in (
        ("claims.yml", [group.id for group in data.claims]),
        ("claims.yml", [claim.id for group in data.claims for claim in group.claims]),
        ("glossary.yml", [term.id for term in data.terms]),
        ("letters.yml", [field.id for field in data.fields]),
    ):
        for entry, times in Counter(ids).items():
            if times > 1:
                yield f"docs/data/{name}: {times} entries have the id '{entry}'; give each its own."
    yield from shared_placeholders(data.fields)


def unknown_names(data: Data) -> Iterator[str]:
    """Yield a line for each entry that names one that does not exist."""
    for name, about in data.sources.items():
        if about.group not in data.source_groups:
            groups = ", ".join(data.source_groups)
            yield (
                f"docs/data/sources.yml: sources '{name}': the group '{about.group}' is unknown; "
                f"use one of {groups}, or add it under 'groups'."
            )
        if about.language not in data.source_languages:
            yield (
                f"docs/data/sources.yml: sources '{name}': the language '{about.language}' has no "
                "name; add it under 'languages'."
            )
    claims = [claim for group in data.claims for claim in group.claims]
    cited = [("claims.yml", claim.id, claim.sources) for claim in claims]
    cited += [("glossary.yml", term.id, term.sources) for term in data.terms]
    for file, entry, sources in cited:
        for source in sources:
            if source not in data.sources:
                yield (
                    f"docs/data/{file}: entry '{entry}': the source '{source}' is not in "
                    "docs/data/sources.yml; add it there, or mend its name here."
                )


def shared_placeholders(fields: Sequence[Field]) -> Iterator[str]:
    """Yield a line for each placeholder of letters that two fields share."""
    owners: dict[str, str] = {}
    for field in fields:
        for text in field.placeholders:
            if text in owners:
                yield (
                    f"docs/data/letters.yml: entries '{owners[text]}' and '{field.id}' have the "
                    f"placeholder '{text}'; leave it in one of them."
                )
            owners[text] = field.id
