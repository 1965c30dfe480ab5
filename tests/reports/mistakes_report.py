"""Make each of many small mistakes in a small copy of the project, and tell what the build says.

`make mistakes-report` prints for each whether the build stops, warns, or is silent, and ends with
an error if one that readers would see passes in silence, or if an author sees a traceback. It
builds one copy after the other, so it takes some minutes.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "overrides/hooks")]

from conftest import run_build, small_copy  # noqa: E402
from mistakes import TERMINAL, change  # noqa: E402
from reports.small_mistakes import ADDED, IN_ONE, PAGE, REPLACED, WRITTEN  # noqa: E402

LANGUAGES = ("zh", "en")
# What passes because the build makes of it what its author meant.
MEANT = {
    "a line break in Chinese": "the lines are joined",
    "a loose checklist": "each box has its own id all the same",
}
# What the build says of a good copy.
USUAL = re.compile(r"^(?:INFO .*|Translation: .*|)$")


def mistakes() -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield each mistake: its name, and what to do to which file (None: for each language)."""
    for name, text in ADDED.items():
        yield name, {"docs/{}/pages/card.md": lambda old, text=text: f"{old}\n{text}\n"}
    for name, (file, old, new) in (REPLACED | IN_ONE).items():
        yield name, {file: (old, new)}
    for name, files in WRITTEN.items():
        yield name, files


def make(copy: Path, files: Mapping[str, object]) -> None:
    """Make a mistake in a copy of the project."""
    for file, what in files.items():
        for path in dict.fromkeys(file.format(language) for language in LANGUAGES):
            target = copy / path
            if isinstance(what, tuple):
                change(copy, path, *what)
            elif callable(what):
                target.write_text(what(target.read_text("utf-8")), "utf-8")
            elif what is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                page = PAGE.format(target.stem).encode()
                target.write_bytes(page if what == b"PAGE" else what)


def verdict(result: subprocess.CompletedProcess[str]) -> tuple[str, str]:
    """Return whether a build has stopped, warned or said nothing, and its first word about it."""
    text = TERMINAL.sub("", result.stdout + result.stderr)
    said = [line for line in text.splitlines() if not USUAL.match(line)]
    errors = [line for line in said if line.startswith("ERROR")]
    first = errors[0].removeprefix("ERROR").strip(" -") if errors else "".join(said[:1])
    if "Traceback" in text:
        return "TRACEBACK", text.strip().splitlines()[-1]
    if result.returncode:
        return "stop", first
    return ("warned", first) if said else ("silent", "")


def main() -> None:
    """Print the report; with words on the command line, only of mistakes whose names have one."""
    counts: Counter[str] = Counter()
    bad = []
    with tempfile.TemporaryDirectory() as folder:
        good = small_copy(Path(folder) / "good")
        if (found := verdict(run_build(good, Path(folder) / "site")))[0] != "silent":
            raise SystemExit(f"The small copy does not build without a word: {found}")
        for name, files in mistakes():
            if sys.argv[1:] and not any(word in name for word in sys.argv[1:]):
                continue
            copy = Path(folder) / "copy"
            shutil.copytree(good, copy)
            make(copy, files)
            outcome, said = verdict(run_build(copy, Path(folder) / "site"))
            shutil.rmtree(copy)
            counts[outcome] += 1
            said = MEANT.get(name, "") if outcome == "silent" else said
            print(f"{outcome:9} {name}: {said}", flush=True)
            if outcome == "TRACEBACK" or (outcome == "silent" and name not in MEANT):
                bad.append(name)
    print(f"\n{counts.total()} mistakes: {', '.join(f'{n} {word}' for word, n in counts.items())}")
    if bad:
        raise SystemExit(f"Nobody is told, or only by a traceback: {'; '.join(bad)}")


if __name__ == "__main__":
    main()
