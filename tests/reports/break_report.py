"""Put small faults into a copy of the project, one at a time, and tell which tests notice.

The faults are in faults.yml: what is replaced in which file by what, and the tests of that part.
A fault that no test notices is printed with the reason, if one is known, why that is left so; a
fault whose place is gone is stale, and counts as not noticed. Takes some seconds a fault.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
FAULTS = Path(__file__).with_name("faults.yml")
# The share of faults that tests must notice, and how many faults there are at least.
TARGET, LEAST = 0.95, 60
# No test of one part takes longer, in seconds.
PATIENCE = 300
OPTIONS = ("-x", "-n", "0", "-p", "no:cacheprovider", "--tb=no", "-rfE")


@dataclass(frozen=True)
class Fault:
    """A small fault: in words, where, what becomes what, the tests of the part, why it is left."""

    fault: str
    file: str
    old: str
    new: str
    tests: str
    left: str = ""


def read_faults() -> list[Fault]:
    """Return all faults of faults.yml."""
    return [Fault(**entry) for entry in yaml.safe_load(FAULTS.read_text("utf-8"))]


def gone(fault: Fault) -> str:
    """Return what of a fault is not there any more: its file, its place in it, a test; or ""."""
    if not (ROOT / fault.file).is_file():
        return fault.file
    missing = [test for test in fault.tests.split() if not (ROOT / test.split("::")[0]).exists()]
    if fault.old not in (ROOT / fault.file).read_text("utf-8"):
        missing.insert(0, fault.old)
    return missing[0] if missing else ""


def copy(target: Path) -> None:
    """Copy the files that git knows, and those it does not ignore."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes((ROOT / name).read_bytes())


def noticed(fault: Fault, folder: Path) -> str:
    """Return the name of the first test that fails with a fault in; "" if none does."""
    file = folder / fault.file
    good = file.read_text("utf-8") if file.is_file() else ""
    if fault.old not in good:
        return ""
    file.write_text(good.replace(fault.old, fault.new, 1), "utf-8")
    try:
        result = subprocess.run(
            [sys.executable, "-m", "pytest", *OPTIONS, *fault.tests.split()],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"(no end within {PATIENCE} s)"
    finally:
        file.write_text(good, "utf-8")
    lines = result.stdout.splitlines()
    failed = [line.split(" ")[1] for line in lines if line.startswith(("FAILED ", "ERROR "))]
    if failed or result.returncode == 0:
        return failed[0] if failed else ""
    return "(the site does not build)"


def main() -> None:
    """Print the report; fail if fewer faults are noticed than should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only faults whose words or file have this")
    asked = parser.parse_args().only
    faults = [it for it in read_faults() if asked in it.fault or asked in it.file]
    if not faults:
        sys.exit(f"No fault has '{asked}' in its words or file: see tests/reports/faults.yml.")
    missed = []
    with tempfile.TemporaryDirectory() as name:
        copy(Path(name))
        for number, fault in enumerate(faults, 1):
            began = time.monotonic()
            test = noticed(fault, Path(name))
            seconds = time.monotonic() - began
            verdict = test or ("left: " + fault.left if fault.left else "NOT NOTICED")
            print(f"{number:3} {fault.fault} ({seconds:.0f} s)\n      {verdict}", flush=True)
            if not test:
                missed.append(fault)
    share = 1 - len(missed) / len(faults)
    print(f"\n{len(faults)} faults, {share:.1%} noticed (target: {TARGET:.0%} of {LEAST} or more)")
    for fault in missed:
        stale = f" (stale: there is no {gone(fault)})" if gone(fault) else ""
        why = fault.left or "no reason given"
        print(f"  not noticed: {fault.fault}, {fault.file}{stale}: {why}")
    sys.exit(not asked and (share < TARGET or len(faults) < LEAST))


if __name__ == "__main__":
    main()
