"""Where a reader reports an error in a page, or edits it: addresses at the repository."""

from __future__ import annotations

from urllib.parse import quote

from mkdocs.structure.pages import Page

# The branch that is published (.github/workflows/publish.yml).
BRANCH = "main"


def addresses(repository: str | None, source: str, page: Page) -> dict[str, str]:
    """Return both addresses for a page, by the keys of the strings that name them.

    `repository` is its address, such as https://github.com/owner/name (`repo_url` in mkdocs.yml);
    without one there are none. `source` is where the page's file is in it. The forms are those of
    GitHub, which Codeberg and others share, and of GitLab.
    """
    if not repository:
        return {}
    title = quote(f"{page.title}: {page.canonical_url or source}", safe="")
    root = repository.rstrip("/")
    if "gitlab" in root:
        root, asked = f"{root}/-", "issue[title]"
    else:
        asked = "title"
    return {
        "foot.report": f"{root}/issues/new?{asked}={title}",
        "foot.edit": f"{root}/edit/{BRANCH}/{quote(source)}",
    }
