"""Which machines the locked packages can be installed on without a compiler.

`make lock` runs this: it asks for each system whether every package has a wheel, and writes into
requirements.txt that it has, with the hash of what it has asked for. A test reads that; it needs no
network.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.txt"
# Alpine and Windows on Arm are not among them: several packages have no wheels there.
SYSTEMS = (
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
# Those the README promises; the oldest and the newest run the tests (publish.yml).
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
NOTE = re.compile(r"^# Wheels for (.*): ([0-9a-f]{64})\n", re.MULTILINE)


def digest(lock: str) -> str:
    """Return the hash of a lock file without the note on wheels."""
    return hashlib.sha256(NOTE.sub("", lock).encode()).hexdigest()


def note(lock: str) -> str:
    """Return the note for a lock file whose packages have wheels on all systems."""
    return f"# Wheels for {', '.join(SYSTEMS)}: {digest(lock)}\n"


def missing(system: str, python: str) -> str:
    """Return what the package installer says of packages without a wheel for a system."""
    with tempfile.TemporaryDirectory() as folder:
        result = subprocess.run(
            [
                *(Path(sys.executable).with_name("uv"), "pip", "install", "--dry-run", "--no-deps"),
                *("--only-binary", ":all:", "--target", folder, "--requirement", LOCK),
                *("--python-platform", system, "--python-version", python),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    return result.stderr if result.returncode else ""


def main() -> None:
    """Ask for all systems, and write the note; say where a wheel is missing."""
    for system in SYSTEMS:
        for python in PYTHONS:
            if said := missing(system, python):
                raise SystemExit(f"Not every package has a wheel for {system}:\n{said}")
    lock = LOCK.read_text("utf-8")
    LOCK.write_text(note(lock) + NOTE.sub("", lock), "utf-8")


if __name__ == "__main__":
    main()
