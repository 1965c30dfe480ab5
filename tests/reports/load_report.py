"""Ask nginx for the files of a built site: 20,000 requests, 50 connections at a time.

Prints the requests per second beside those for a bare text file on the same server, and every
answer that was not 200. Bounded: it ends by itself and asks loopback only.
"""

import sys
import tempfile
import threading
import time
from collections import Counter
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from queue import Empty, Queue
from urllib.parse import quote, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))

from nginx import find_nginx, serve

REQUESTS, CONNECTIONS = 20_000, 50


def paths(site: Path) -> list[str]:
    """Return the address of every page and of what pages load."""
    found = []
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and file.suffix in (".html", ".js", ".css", ".svg"):
            found.append("/" + quote(path.removesuffix("index.html")))
    return [path for path in found if not path.endswith("404.html")]


def run(url: str, asked: list[str]) -> tuple[float, Counter[str]]:
    """Ask for addresses over many connections; return requests a second and what went wrong."""
    left: Queue[str] = Queue()
    for path in islice(cycle(asked), REQUESTS):
        left.put(path)
    wrong: Counter[str] = Counter()

    def reader() -> None:
        connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
        while True:
            try:
                path = left.get_nowait()
            except Empty:
                return
            try:
                connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    wrong[f"{answer.status} {path}"] += 1
            except OSError as error:
                wrong[f"{error} {path}"] += 1
                connection.close()

    readers = [threading.Thread(target=reader) for _ in range(CONNECTIONS)]
    began = time.perf_counter()
    for thread in readers:
        thread.start()
    for thread in readers:
        thread.join()
    return REQUESTS / (time.perf_counter() - began), wrong


def main() -> None:
    """Print the report for the site whose folder is named."""
    site = Path(sys.argv[1]).resolve()
    nginx = find_nginx()
    if not nginx:
        sys.exit("No nginx was found: install one, or set NGINX to its path.")
    bare = site / "bare.txt"
    with tempfile.TemporaryDirectory() as folder, serve(nginx, site, Path(folder)) as url:
        speed, wrong = run(url, paths(site))
        bare.write_text("ok\n", "utf-8")
        try:
            beside, _ = run(url, ["/bare.txt"])
        finally:
            bare.unlink()
    print(f"{REQUESTS} requests over {CONNECTIONS} connections: {speed:.0f} a second")
    print(f"a bare text file on the same server: {beside:.0f} a second")
    print(
        "errors:", sum(wrong.values()), *(f"\n  {count} × {what}" for what, count in wrong.items())
    )
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
