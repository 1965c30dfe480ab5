"""Write the checked claims of docs/data/claims.yml; all languages come from the same entry.

What the article says never stands alone: its verdict goes before it, in headings too, which
contents, search results and shared links repeat.
"""

from inputs.data import Claim, Data
from inputs.languages import Language


def write_all(words: list[str], language: Language, data: Data) -> str:
    """Return all claims as Markdown, each under a heading with its verdict and its id.

    A chapter begins with what its claims come to; a search finds the claims themselves.
    """
    parts = []
    for group in data.claims:
        parts.append(f"## {group.title[language.folder]} {{ #group-{group.id} }}")
        if group.answer:
            parts.append(f"{group.answer[language.folder]}\n{{ data-search-exclude }}")
        for claim in group.claims:
            says = claim.claim[language.folder].rstrip("。.")
            title = f"{badge(claim, language)}{language.strings['claim.colon']}{says}"
            parts += [
                f"### {title} {{ #{claim.anchor} }}",
                f"<span data-search-exclude>{claim.id}</span> {finding(claim, language)}",
            ]
    return "\n\n".join(parts)


def write_checked(words: list[str], language: Language, data: Data) -> str:
    """Return a line that leads to the claims with these numbers, with their verdicts.

    LookupError if one is unknown.
    """
    links = []
    for claim in (known(number, data) for number in words):
        # A line does not break between a number and its verdict.
        name = f"{claim.id} {verdict(claim, language)}".replace(" ", "&nbsp;", 1)
        # Seen from the pages of the language: this page may stand in a folder below them.
        links.append(f"[{name}](/fact-check.md#{claim.anchor})")
    label = language.strings["claim.checked"]
    return f"{label} {' · '.join(links)}\n{{ .checked-claims data-search-exclude }}"


def known(number: str, data: Data) -> Claim:
    """Return the claim with a number; LookupError if there is none."""
    for group in data.claims:
        for claim in group.claims:
            if claim.id == number:
                return claim
    raise LookupError(f"there is no claim '{number}' in docs/data/claims.yml")


def verdict(claim: Claim, language: Language) -> str:
    """Return the word for a claim's verdict."""
    return language.strings[f"verdict.{claim.verdict}"]


def badge(claim: Claim, language: Language) -> str:
    """Return a claim's verdict as a word that the styles give a sign and a colour."""
    return f'<span class="verdict" data-verdict="{claim.verdict}">{verdict(claim, language)}</span>'


def finding(claim: Claim, language: Language) -> str:
    """Return the reason for the verdict, what is true, and the sources, as Markdown."""
    # Chinese has no space between sentences.
    reason = claim.reason[language.folder]
    space = "" if reason.endswith("。") else " "
    truth = f"{space}{claim.truth[language.folder]}" if claim.truth else ""
    marks = [f"@{source}" for source in claim.sources] + ["@advice"] * claim.advice
    cited = f" [{'; '.join(marks)}]" if marks else ""
    return f"**{reason}**{truth}{cited}"
