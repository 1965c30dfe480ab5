"""Scripts do with a value only what the types in their comments allow."""

import os
import subprocess
from pathlib import Path

import pytest
from browsers import typescript
from bundling.oldest_browsers import ECMASCRIPT
from conftest import ROOT

SCRIPTS = ROOT / "overrides/assets/javascripts"
# Where scripts run, by the names of TypeScript's libraries.
PAGES, WORKERS = "dom,dom.iterable", "webworker"


@pytest.fixture(scope="module", autouse=True)
def known() -> None:
    """Skip or fail where TypeScript could not be had, as the engines do."""
    if not typescript.FILE.exists():
        text = f"{typescript.PACKAGE} is not on this machine: nothing tells of types"
        (pytest.skip if os.environ.get("MISSING") == "tell" else pytest.fail)(text)


def mistakes(files: list[Path], where: str) -> str:
    """Return what TypeScript says of some scripts."""
    done = subprocess.run(
        [
            *("node", typescript.FILE, "--noEmit", "--allowJs", "--checkJs", "--strict"),
            *("--target", f"es{ECMASCRIPT}", "--lib", f"es{ECMASCRIPT},{where}"),
            *("--module", "esnext", "--moduleResolution", "bundler", *files),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(("pattern", "where"), [("*/*.js", PAGES), ("service-worker.js", WORKERS)])
def test_scripts_keep_to_their_types(pattern: str, where: str) -> None:
    files = sorted(SCRIPTS.glob(pattern))
    assert files
    assert not (told := mistakes(files, where)), told


def test_a_value_of_another_type_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.js"
    file.write_text('/** @type {number} */\nexport const n = "1";\n', "utf-8")
    assert "a.js(2,14): error TS2322" in mistakes([file], PAGES)
