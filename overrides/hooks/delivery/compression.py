"""Write compressed copies beside the texts, so that a host need not compress at each request."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import brotli

from delivery.site import Site

ENDINGS = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt", ".webmanifest")
# Degrees of gzip and brotli. The best of brotli's eleven takes three times as long for a tenth
# less; on a large site (bytes) even the ninth takes too long.
BEST, QUICK = (9, 9), (6, 5)
LARGE = 8_000_000
# Of a file below this size (bytes), brotli saves a few bytes more than gzip, and a file more is
# to be written: there are hundreds of them in a search index.
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
    with ProcessPoolExecutor() as pool:
        yield lambda files: done.append(pool.map(write, files, chunksize=TOGETHER))
        for written in done:
            list(written)


def pack(level: int, quality: int, file: Path) -> None:
    """Write the copies of one file."""
    content = file.read_bytes()
    packed = {".gz": gzip.compress(content, level, mtime=0)}
    if len(content) >= SMALL:
        packed[".br"] = brotli.compress(content, quality=quality)
    for ending, data in packed.items():
        if len(data) < len(content):
            Path(f"{file}{ending}").write_bytes(data)


def texts(site: Site) -> Iterator[Path]:
    """Yield the files of a site that are worth compressing."""
    for file in sorted(site.folder.rglob("*")):
        if file.suffix in ENDINGS:
            yield file
