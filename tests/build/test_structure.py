"""The folders of the hooks stand in one order: none needs another that needs it."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "overrides/hooks"


def test_no_folder_needs_one_that_needs_it() -> None:
    folders = {file.parent.name for file in HOOKS.glob("*/__init__.py")}
    needed = {name: set(imported(HOOKS / name)) & (folders - {name}) for name in folders}
    try:
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        pytest.fail(
            f"overrides/hooks: the folders import in a circle ({circle}). Move what both need to "
            "the one that comes first (README.md, the picture of the way through the build)."
        )


def imported(folder: Path) -> set[str]:
    """Return the packages that the modules of a folder import."""
    trees = [ast.parse(file.read_text("utf-8")) for file in folder.rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    names += [it.name for node in nodes if isinstance(node, ast.Import) for it in node.names]
    return {name.partition(".")[0] for name in names}
