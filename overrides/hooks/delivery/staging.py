"""Build into a folder of its own and put it in place of the last site only when all went well.

A build that fails leaves the last good site as it was, and a build that succeeds leaves no page
of an older one behind. The projects plugin switches MkDocs' own clean-up off, so without this
removed pages would stay in the site for ever.
"""

import atexit
import logging
import os
import shutil
from pathlib import Path

from mkdocs.utils import CountHandler


def begin(target: Path) -> Path:
    """Return a new folder beside the site's; it goes when the process ends, unless published."""
    folder = target.with_name(f".site-{os.getpid()}")
    shutil.rmtree(folder, ignore_errors=True)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def publish(folder: Path, target: Path) -> None:
    """Put the finished folder in place of the published one, which stays if that fails."""
    old = folder.with_name(f"{folder.name}-old")
    if target.exists():
        target.rename(old)
    try:
        folder.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def strict_mode_will_abort() -> bool:
    """Tell whether MkDocs is about to abort: in strict mode it counts warnings, and looks last."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    return any(counter.get_counts() for counter in counters)
