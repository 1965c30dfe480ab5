"""Write the checked claims of docs/data/claims.yml into the pages.

`{{ claims }}` on a line of its own becomes all of them, `{{ claim 1.2 }}` the pair
"the article says … / in fact …" of one. Both languages come from the same entry.
"""

from __future__ import annotations

import re

from datafiles import read_data
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

VERDICTS = (
    "confirmed",
    "partly",
    "depends",
    "overstated",
    "misleading",
    "outdated",
    "wrong",
    "unverifiable",
    "omission",
    "opinion",
    "promotion",
)
# A claim of these kinds needs no source: there is nothing to prove.
SOURCELESS = ("unverifiable", "opinion", "promotion")
ALL = re.compile(r"^\{\{ claims \}\}$", re.MULTILINE)
ONE = re.compile(r"^\{\{ claim (\S+) \}\}$", re.MULTILINE)

groups: list[dict] = []


def on_config(config: MkDocsConfig) -> None:
    """Read and check the claims for this site's language.

    Raises PluginError that names the file, the entry and what is wrong with it.
    """
    global groups
    folder = config.extra["locale"].folder
    groups, known = read_data("claims.yml"), read_data("sources.yml")["sources"]
    wrong = []
    for group in groups:
        if not group["title"].get(folder):
            wrong.append(f"group {group['id']}: 'title' has no text in '{folder}'")
        for claim in group["claims"]:
            entry = f"claim {claim['id']}"
            for field in ("claim", "reason", "truth"):
                # The reason may say it all.
                if field == "truth" and field not in claim:
                    continue
                if not (claim.get(field) or {}).get(folder):
                    wrong.append(f"{entry}: '{field}' has no text in '{folder}'")
            if claim.get("verdict") not in VERDICTS:
                wrong.append(
                    f"{entry}: unknown verdict '{claim.get('verdict')}'; use one of "
                    + ", ".join(VERDICTS)
                )
            for source in claim.get("sources") or []:
                if source not in known:
                    wrong.append(f"{entry}: source '{source}' is not in docs/data/sources.yml")
            if not (
                claim.get("sources") or claim.get("advice") or claim.get("verdict") in SOURCELESS
            ):
                wrong.append(f"{entry}: give 'sources', or 'advice: true' for our own reasoning")
    if wrong:
        raise PluginError("\n".join(f"docs/data/claims.yml: {text}" for text in wrong))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Replace the directives by Markdown.

    Raises PluginError if a page asks for a claim that does not exist.
    """
    claims = {claim["id"]: claim for group in groups for claim in group["claims"]}
    folder, strings = config.extra["locale"].folder, config.extra["strings"]

    def one(match: re.Match[str]) -> str:
        claim = claims.get(match[1])
        if not claim:
            raise PluginError(
                f"{page.file.abs_src_path}: there is no claim '{match[1]}' in docs/data/claims.yml"
            )
        return pair(claim, folder, strings)

    def every(match: re.Match[str]) -> str:
        parts = []
        for group in groups:
            parts.append(f"## {group['title'][folder]} {{ #group-{group['id']} }}")
            for claim in group["claims"]:
                title = heading(claim, folder, strings)
                parts.append(
                    f"### {title} {{ #{anchor(claim)} }}\n\n" + finding(claim, folder, strings)
                )
        return "\n\n".join(parts)

    return ALL.sub(every, ONE.sub(one, markdown))


# -----------------------------------------------------------------------------


def anchor(claim: dict) -> str:
    """Return the id under which readers link to a claim: 1.2 becomes claim-1-2."""
    return "claim-" + claim["id"].replace(".", "-")


def heading(claim: dict, folder: str, strings: dict[str, str]) -> str:
    """Return a claim's heading: its verdict first, so that it never stands as our own words."""
    said = claim["claim"][folder].rstrip("。.")
    return f"{claim['id']} {strings['verdict.' + claim['verdict']]}{strings['claim.colon']}{said}"


def finding(claim: dict, folder: str, strings: dict[str, str]) -> str:
    """Return the verdict and its reason, then what is true and the sources, as Markdown."""
    verdict, sources = claim["verdict"], claim.get("sources") or []
    badge = f'<span class="verdict" data-verdict="{verdict}">{strings["verdict." + verdict]}</span>'
    marks = [f"@{source}" for source in sources] + ["@advice"] * bool(claim.get("advice"))
    cited = f" [{'; '.join(marks)}]" if marks else ""
    truth = f"\n\n{claim['truth'][folder]}" if "truth" in claim else ""
    return f"{badge} **{claim['reason'][folder]}**{truth}{cited}"


def pair(claim: dict, folder: str, strings: dict[str, str]) -> str:
    """Return the claim beside what is true, as a block of Markdown."""
    return (
        '<div class="claim" markdown>\n\n'
        f"[{strings['claim.says']}](fact-check.md#{anchor(claim)}){{ .claim__label }} "
        f"{claim['claim'][folder]}\n\n"
        f'<span class="claim__label">{strings["claim.fact"]}</span> '
        f"{finding(claim, folder, strings)}\n\n</div>"
    )
