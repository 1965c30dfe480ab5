"""Build into a folder of its own and put it in place of the last site only when all went well.

A build that fails leaves the last good site as it was, and a build that succeeds leaves no page
of an older one behind. The projects plugin switches MkDocs' own clean-up off, so without this
removed pages would stay in the site for ever.
"""

from __future__ import annotations

import atexit
import ctypes
import logging
import os
import shutil
from pathlib import Path

from mkdocs.utils import CountHandler

AT_FDCWD, RENAME_EXCHANGE = -100, 2


def begin(target: Path) -> Path:
    """Return a new folder beside the site's; it goes when the process ends, unless published."""
    folder = target.with_name(f".site-{os.getpid()}")
    shutil.rmtree(folder, ignore_errors=True)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def publish(folder: Path, target: Path) -> None:
    """Swap the finished folder with the published one, in one step where the system can."""
    if target.exists():
        exchange(folder, target)
        shutil.rmtree(folder)
    else:
        folder.rename(target)


def strict_mode_will_abort() -> bool:
    """Tell whether MkDocs is about to abort: in strict mode it counts warnings, and looks last."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)


def exchange(new: Path, old: Path) -> None:
    """Let two folders change places: renameat2(2) on Linux, else by two renames."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        done = libc.renameat2(
            AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE
        )
    except (AttributeError, OSError, TypeError):
        done = -1
    if done != 0:
        aside = old.with_name(f"{new.name}-old")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)
