"""Run the reader of contacts files in the tests' browser, on a page of nothing else."""

import base64
from typing import Any

from bundling.scripts import join
from conftest import ROOT
from playwright.sync_api import Page

SCRIPTS = ROOT / "overrides/assets/javascripts/contacts"

# Reads files given as base64, and returns what the page would get, with all contacts.
RUN = """
([files, older]) => new Promise((resolve) => {
  const given = (list) => list.map(([name, code]) =>
    new File([Uint8Array.from(atob(code), (one) => one.charCodeAt(0))], name));
  const session = self.readContacts((answer) => {
    if (answer.progress !== undefined) return;
    if (older && answer.ask === "read") {
      session.answer({ id: 2, ask: "compare", files: given(older) });
      return;
    }
    const people = session.backup?.contacts ?? [];
    resolve({ ...answer, people: people.map(({ name, probably, numbers, place }) =>
      ({ name: probably || name, numbers, place })) });
  });
  session.budget = 1e9;
  session.answer({ id: 1, ask: "read", files: given(files) });
})
"""


class Reader:
    """The reader, in a page of its own."""

    def __init__(self, page: Page) -> None:
        """Load the script that runs in the page's worker; without one it runs in the page."""
        self.page = page
        page.goto("about:blank")
        page.add_script_tag(content=join(SCRIPTS / "worker.js"))

    def read(self, *contents: bytes, older: bytes | None = None) -> dict[str, Any]:
        """Return the answer for files, compared with an older one if that is given."""
        return self.page.evaluate(RUN, [files(*contents), None if older is None else files(older)])


def files(*contents: bytes) -> list[list[str]]:
    """Return files as the script above takes them: name and base64."""
    return [
        [f"contacts-{number}.vcf", base64.b64encode(content).decode()]
        for number, content in enumerate(contents, 1)
    ]


def found(answer: dict[str, Any], part: str | None = None) -> dict[str, int]:
    """Return the findings of an answer with their counts."""
    findings = answer[part]["findings"] if part else answer["findings"]
    return {one["finding"]: one["count"] for one in findings}
