"""What a search costs on the wire: requests, and bytes of answers with their headers by HTTP/2."""

import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from nginx import find_nginx, serve
from playwright.sync_api import Browser, expect
from search.conftest import INPUT, Box


@dataclass
class Cost:
    """What the first result of a pasted query took, beyond the page; excerpts come later."""

    requests: int
    received: int


class Relay:
    """Passes connections on to a server, and counts the bytes that it answers."""

    def __init__(self, url: str) -> None:
        """Listen on a free port."""
        self.target = (urlsplit(url).hostname, urlsplit(url).port)
        self.received = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        """Pass on one connection after the other, until the socket is closed."""
        while True:
            try:
                client, _ = self.socket.accept()
            except OSError:
                return
            server = socket.create_connection(self.target)
            threading.Thread(target=self.pump, args=(client, server), daemon=True).start()
            self.received += self.pump(server, client)

    def pump(self, source: socket.socket, target: socket.socket) -> int:
        """Pass on what comes from one side until it ends; return how many bytes that were."""
        passed = 0
        try:
            while some := source.recv(65536):
                passed += len(some)
                target.sendall(some)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            # The other side has hung up.
            pass
        return passed


@contextmanager
def published(site: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Serve a built site by nginx; yield its addresses for a browser, and for HTTP/2."""
    nginx = find_nginx()
    if not nginx:
        sys.exit("No nginx was found: install one, or set NGINX to its path.")
    for name in ("plain", "http2"):
        (folder / name).mkdir(parents=True)
    with (
        serve(nginx, site, folder / "plain") as plain,
        serve(nginx, site, folder / "http2", protocol="http2") as http2,
    ):
        yield plain, http2


def received(url: str, path: str) -> int:
    """Return how many bytes come for a path, with headers and what HTTP/2 says at its beginning."""
    curl = shutil.which("curl")
    if not curl:
        sys.exit("No curl was found, which asks by HTTP/2: install it.")
    relay = Relay(url)
    options = ["--silent", "--http2-prior-knowledge", "--header", "Accept-Encoding: gzip"]
    subprocess.run([curl, *options, "--output", "/dev/null", relay.url + path], check=True)
    # The count is there once the server has hung up.
    for _ in range(100):
        if relay.received:
            break
        threading.Event().wait(0.01)
    relay.socket.close()
    return relay.received


def costs(
    browser: Browser, site: Path, folder: Path, language: str, queries: list[str]
) -> list[tuple[Cost, Cost]]:
    """Return what each query costs as the first, and the one behind it as the next."""
    found = []
    known: dict[str, int] = {}
    with published(site, folder) as (url, http2):
        for first, second in zip(queries, [*queries[1:], queries[0]], strict=True):
            context = browser.new_context(service_workers="block")
            window = context.new_page()
            paths: list[str] = []
            window.goto(f"{url}/{language}/", wait_until="networkidle")
            context.on("request", lambda it, paths=paths: paths.append(urlsplit(it.url).path))
            pair = []
            for query in (first, second):
                paths.clear()
                window.keyboard.press("/")
                expect(window.locator(INPUT)).to_be_focused()
                Box(window).paste(query)
                # What a path is asked for once more, the browser has kept.
                wanted = [it for it in dict.fromkeys(paths) if "/texts-" not in it]
                for path in wanted:
                    if path not in known:
                        known[path] = received(http2, path)
                pair.append(Cost(len(wanted), sum(known[path] for path in wanted)))
            found.append((pair[0], pair[1]))
            context.close()
    return found
