"""Write compressed copies beside the texts, so that a host need not compress at each request."""

import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from delivery.site import Site

# As the configuration for nginx knows them (nginx.py).
HASHED = re.compile(r"[./][0-9a-f]{8}[./]")
ENDINGS = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt", ".webmanifest")
# Degrees of gzip and brotli. The tenth of brotli's eleven takes a second and a half of a processor
# where the eighth takes a tenth, and makes all a fifteenth smaller; the eleventh takes thrice as
# long for another fiftieth. On a large site (bytes) even the eighth takes too long.
BEST, QUICK = (9, 10), (5, 5)
LARGE = 8_000_000
# A file below this size (bytes) has no copies, if its name says its content: the parts of the
# search index are hundreds of such files, and a server can compress one while it sends
# it. Any other file has them always: where a new site is copied over an old one, a copy that was
# left over would be sent in place of the new file.
SMALL = 4_000


def compress(site: Site) -> None:
    """Write .gz and .br files: the same bytes for the same content, at any time."""
    sizes: dict[Path, int] = {}
    for file in site.files():
        if file.suffix == ".gz":
            file.unlink()
        elif file.suffix in ENDINGS:
            sizes[file] = file.stat().st_size
    large = sum(sizes.values()) > LARGE
    level, quality = QUICK if large else BEST

    def write(file: Path) -> None:
        content = file.read_bytes()
        packed = {
            ".gz": gzip.compress(content, level, mtime=0),
            ".br": brotli.compress(content, quality=quality),
        }
        for ending, data in packed.items():
            file.with_name(file.name + ending).write_bytes(data)

    # Both compressors let other threads run while they work.
    with ThreadPoolExecutor() as pool:
        wanted = (file for file, size in sizes.items() if size >= SMALL or not is_hashed(file))
        list(pool.map(write, wanted))


def is_hashed(file: Path) -> bool:
    """Tell whether the hash of its content stands in a file's path, so that it never changes."""
    return bool(HASHED.search(file.as_posix()))
