"""Write the checked claims of docs/data/claims.yml; all languages come from the same entry."""

from __future__ import annotations

from inputs.data import Claim, Data
from inputs.languages import Language


def write_all(words: list[str], language: Language, data: Data) -> str:
    """Return all claims as Markdown, each under a heading with its id."""
    parts = []
    for group in data.claims:
        parts.append(f"## {group.title[language.folder]} {{ #group-{group.id} }}")
        for claim in group.claims:
            parts.append(f"### {heading(claim, language)} {{ #{claim.anchor} }}")
            parts.append(finding(claim, language))
    return "\n\n".join(parts)


def write_pair(words: list[str], language: Language, data: Data) -> str:
    """Return one claim beside what is true; `words` holds its number. LookupError if unknown."""
    number = " ".join(words)
    claim = data.claim(number)
    if not claim:
        raise LookupError(f"there is no claim '{number}' in docs/data/claims.yml")
    says, fact = language.strings["claim.says"], language.strings["claim.fact"]
    return (
        '<div class="claim" markdown>\n\n'
        f"[{says}](fact-check.md#{claim.anchor}){{ .claim__label data-search-exclude }} "
        f"{claim.claim[language.folder]}\n\n"
        f'<span class="claim__label" data-search-exclude>{fact}</span> '
        f"{finding(claim, language)}\n\n</div>"
    )


def heading(claim: Claim, language: Language) -> str:
    """Return a claim's heading: its verdict first, so that it never stands as our own words."""
    strings, said = language.strings, claim.claim[language.folder].rstrip("。.")
    return f"{claim.id} {strings[f'verdict.{claim.verdict}']}{strings['claim.colon']}{said}"


def finding(claim: Claim, language: Language) -> str:
    """Return the verdict and its reason, then what is true and the sources, as Markdown."""
    verdict = language.strings[f"verdict.{claim.verdict}"]
    marks = [f"@{source}" for source in claim.sources] + ["@advice"] * claim.advice
    cited = f" [{'; '.join(marks)}]" if marks else ""
    truth = f"\n\n{claim.truth[language.folder]}" if claim.truth else ""
    return (
        f'<span class="verdict" data-verdict="{claim.verdict}" data-search-exclude>{verdict}</span>'
        f" **{claim.reason[language.folder]}**{truth}{cited}"
    )
