"""Write compressed copies beside the texts, so that a host need not compress at each request."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from site import addsitedir

import brotli

from delivery.site import Site

HOOKS = str(Path(__file__).parents[1])
ENDINGS = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt", ".webmanifest")
# Degrees of gzip and brotli. The best of brotli's eleven takes three times as long for a tenth
# less; on a large site (bytes) even the ninth takes too long.
BEST, QUICK = (9, 9), (6, 5)
LARGE = 8_000_000
# A file below this size (bytes) has no copies: there are a thousand such files in the search index,
# and a server can compress one while it sends it.
SMALL = 1_000
# The number of files that a process is given at a time.
TOGETHER = 16


@contextmanager
def copying(site: Site) -> Iterator[Callable[[Iterable[Path]], None]]:
    """Yield what makes .gz and .br copies beside files; at the end all of them are written.

    Other processes make them while the steps go on. The copies are the same bytes for the same
    content, at any time.
    """
    for old in site.folder.rglob("*.gz"):
        old.unlink()
    large = sum(file.stat().st_size for file in texts(site)) > LARGE
    write = partial(pack, *(QUICK if large else BEST))
    done: list[Iterator[None]] = []
    # They begin empty on every system, as those of the projects plugin, and are told where this is.
    with ProcessPoolExecutor(None, get_context("spawn"), addsitedir, (HOOKS,)) as pool:
        yield lambda files: done.append(pool.map(write, files, chunksize=TOGETHER))
        for written in done:
            list(written)


def pack(level: int, quality: int, file: Path) -> None:
    """Write the copies of one file."""
    content = file.read_bytes()
    if len(content) < SMALL:
        return
    packed = {
        ".gz": gzip.compress(content, level, mtime=0),
        ".br": brotli.compress(content, quality=quality),
    }
    for ending, data in packed.items():
        if len(data) < len(content):
            Path(f"{file}{ending}").write_bytes(data)


def texts(site: Site) -> Iterator[Path]:
    """Yield the files of a site that are worth compressing."""
    for file in sorted(site.folder.rglob("*")):
        if file.suffix in ENDINGS:
            yield file
