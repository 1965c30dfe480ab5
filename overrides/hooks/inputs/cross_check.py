"""The entries of docs/data held against one another: no id twice, and what is named exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inputs.data import ClaimGroup, Field, Sources, Term


def problems(
    claims: Sequence[ClaimGroup],
    known: Sources,
    terms: Sequence[Term],
    fields: Sequence[Field],
) -> Iterator[str]:
    """Yield a line for each mistake in what the files hold: file, entry, what is wrong, mend."""
    yield from unknown_names(claims, known, terms)
    for name, ids in (
        ("claims.yml", [group.id for group in claims]),
        ("claims.yml", [claim.id for group in claims for claim in group.claims]),
        ("glossary.yml", [term.id for term in terms]),
        ("letters.yml", [field.id for field in fields]),
    ):
        for entry, times in Counter(ids).items():
            if times > 1:
                yield f"docs/data/{name}: {times} entries have the id '{entry}'; give each its own."
    yield from shared_placeholders(fields)


def unknown_names(
    claims: Sequence[ClaimGroup], known: Sources, terms: Sequence[Term]
) -> Iterator[str]:
    """Yield a line for each entry that names one that does not exist."""
    for name, about in known.sources.items():
        if about.group not in known.groups:
            groups = ", ".join(known.groups)
            yield (
                f"docs/data/sources.yml: sources '{name}': the group '{about.group}' is unknown; "
                f"use one of {groups}, or add it under 'groups'."
            )
        if about.language not in known.languages:
            yield (
                f"docs/data/sources.yml: sources '{name}': the language '{about.language}' has no "
                "name; add it under 'languages'."
            )
    cited = [
        ("claims.yml", claim.id, claim.sources) for group in claims for claim in group.claims
    ] + [("glossary.yml", term.id, term.sources) for term in terms]
    for file, entry, sources in cited:
        for source in sources:
            if source not in known.sources:
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
