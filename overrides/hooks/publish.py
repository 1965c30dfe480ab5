"""Build into a folder of its own and put it in place of the last site only when all went well.

A build that fails leaves the last good site as it was, and a build that succeeds leaves no page
of an older one behind. The projects plugin switches MkDocs' own clean-up off, so without this
removed pages would stay in the site for ever.
"""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

AT_FDCWD, RENAME_EXCHANGE = -100, 2

serving = False
target: Path | None = None
staging: Path | None = None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether the site is being served: the server has a temporary folder already."""
    global serving
    serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Send this build's files to a new, empty folder beside the site."""
    global target, staging
    if serving:
        return
    target = Path(config.site_dir)
    staging = target.with_name(f".site-{os.getpid()}")
    shutil.rmtree(staging, ignore_errors=True)
    config.site_dir = str(staging)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Swap the finished folder with the published one, in one step where the system can."""
    if serving or not target or not staging or warned():
        return
    if target.exists():
        exchange(staging, target)
        shutil.rmtree(staging)
    else:
        staging.rename(target)
    config.site_dir = str(target)


def on_build_error(error: Exception) -> None:
    """Drop the unfinished folder; the last good site stays."""
    if staging:
        shutil.rmtree(staging, ignore_errors=True)


def warned() -> bool:
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
