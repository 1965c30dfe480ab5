"""MkDocs has no maintainer and Material has an end: the way to a successor stays open."""

import filecmp
import subprocess
import sys
from pathlib import Path

from conftest import build_environment


def files(site: Path) -> list[Path]:
    return sorted(file.relative_to(site) for file in site.rglob("*") if file.is_file())


def test_properdocs_builds_the_same_site(tiny: Path, tiny_site: Path, tmp_path: Path) -> None:
    """ProperDocs goes on with MkDocs 1; README.md says that a change of one word is enough."""
    other = tmp_path / "by-properdocs"
    result = subprocess.run(
        [Path(sys.executable).with_name("properdocs"), "build", "--site-dir", other],
        cwd=tiny,
        env=build_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    names = files(tiny_site)
    assert files(other) == names
    _, different, failed = filecmp.cmpfiles(tiny_site, other, names, shallow=False)
    assert not different + failed, f"ProperDocs writes another {different + failed}"
