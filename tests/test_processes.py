"""Work that is done by processes comes back whole, in order, and with its errors."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest
from delivery import processes
from delivery.processes import each

HOOKS = Path(processes.__file__).parents[1]


def run(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script where nothing else runs: pytest has threads of its own."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        env={**os.environ, "PYTHONPATH": str(HOOKS)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_results_come_in_the_order_of_the_items() -> None:
    done = run("""
        import os
        from delivery.processes import each
        factor, here = 3, os.getpid()
        print(*each(lambda number: number * factor, range(5)))
        print(here in each(lambda _: os.getpid(), range(5)))
    """)
    results, by_itself = done.stdout.splitlines()
    assert results == "0 3 6 9 12"
    copied = sys.platform == "linux" and processes.MOST > 1
    assert by_itself == str(not copied)


def test_an_error_reaches_the_author() -> None:
    done = run("""
        from mkdocs.exceptions import PluginError
        from delivery.processes import each
        def fail(_):
            raise PluginError("docs/zh/pages/card.md: mend it.")
        each(fail, range(2))
    """)
    assert "PluginError: docs/zh/pages/card.md: mend it." in done.stderr


@pytest.mark.parametrize("why", ["system", "threads"])
def test_where_a_process_cannot_be_copied_it_does_the_work_itself(
    why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = threading.Event()
    if why == "threads":
        threading.Thread(target=end.wait).start()
    else:
        monkeypatch.setattr(processes.sys, "platform", "darwin")
    try:
        assert each(lambda _: os.getpid(), range(3)) == [os.getpid()] * 3
    finally:
        end.set()
