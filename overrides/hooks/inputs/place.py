"""Find the line in the Markdown for a mistake seen in the built page."""

import re
from dataclasses import dataclass

from inputs.front_matter import body_of


@dataclass(frozen=True)
class Place:
    """The source of a page: its file, and its text."""

    file: str
    source: str

    def of(self, words: str) -> str:
        """Return the file, with the first line that has the first line of some words, if one does.

        White space makes no difference, and the front matter, which often has a heading's words, is
        left out.
        """
        first, body = body_of(self.source)
        wanted = re.sub(r"\s+", "", words.strip().partition("\n")[0])
        for number, line in enumerate(body.splitlines(), first):
            if wanted and wanted in re.sub(r"\s+", "", line):
                return f"{self.file}, line {number}"
        return self.file

    def of_address(self, address: str) -> str:
        """Return the file, with the line that has an address of the finished page."""
        path, _, fragment = address.partition("#")
        stem = path.strip("./").rpartition("/")[2]
        # A link in Markdown names the page's file.
        files = [f"{stem}.md", f"{stem}/index.md"] if stem else ["index.md"]
        written = [file + (f"#{fragment}" if fragment else "") for file in files]
        for form in (address, *written, f"(#{fragment})"):
            if form and form in self.source:
                return self.of(form)
        return self.file
