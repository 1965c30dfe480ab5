"""Change one thing in a copy of the sources, and read what a build says of it."""

import re
import subprocess
from pathlib import Path

TERMINAL = re.compile(r"\x1b\[\d*m")


def change(sources: Path, file: str, old: str, new: str) -> None:
    """Replace the first `old` in a file below `sources` by `new`; the test fails if it is gone."""
    path = sources / file
    text = path.read_text("utf-8")
    assert old in text, f"{file} no longer has '{old}'; change this test with it"
    path.write_text(text.replace(old, new, 1), "utf-8")


def write_page(file: Path, title: str, text: str = "") -> None:
    """Write a page that has all it needs, in a folder that may be new."""
    head = f'title: "{title}"\ndescription: "{title}."\nchecked: 2026-11-23\n'
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\n{head}---\n# {title} {{ #top }}\n{text}", "utf-8")


def told(result: subprocess.CompletedProcess[str]) -> str:
    """Return all that a command printed, without the colours and line breaks of a terminal."""
    return " ".join(TERMINAL.sub("", result.stdout + result.stderr).split())


def last_words(result: subprocess.CompletedProcess[str]) -> str:
    """Return what a build says after its last empty line."""
    return result.stderr.split("\n\n")[-1].strip()


def must_stop_and_tell(result: subprocess.CompletedProcess[str], words: list[str]) -> None:
    """Fail unless a command stopped, said each of the words, and showed no traceback."""
    text = told(result)
    assert result.returncode != 0, f"the build let this pass; it should have told {words}"
    for word in words:
        assert word in text, f"the message does not say '{word}':\n{text}"
    assert "Traceback" not in text, f"an author sees a traceback:\n{text}"
    whole = re.search(r"/\S+/(?:docs|overrides)/\S+", last_words(result))
    assert not whole, f"a message names files as an author sees them, not {whole}"
