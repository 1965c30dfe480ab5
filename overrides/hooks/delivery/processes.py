"""Do the same work for several things at once, on all cores."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# How many processes there are at once: of more, each would have little to do.
MOST = min(os.cpu_count() or 1, 4)

# What a process is to do: known from the one that it copies, so it need not be pickled.
working: list[Callable] = []


def each(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Return what `work` makes of each item, in their order.

    On Linux this is done at once, by processes that are copies of this one: `work` sees all that
    is here, and changes nothing here; items and results must be what pickle can carry. Where a
    running process cannot safely be copied, elsewhere or with threads, it is done one by one.
    """
    items = list(items)
    processes = min(len(items), MOST)
    safe = sys.platform == "linux" and threading.active_count() == 1
    if not safe or processes < 2:
        return [work(item) for item in items]
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, fork, working.append, (work,)) as pool:
        return list(pool.map(do, items))


def do(item: object) -> object:
    """Return what a process makes of an item."""
    return working[-1](item)
