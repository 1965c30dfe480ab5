"""Serve a folder on loopback, for the tests and the reports."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Quiet(SimpleHTTPRequestHandler):
    """A static host that keeps connections open and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        """Keep what tests and reports print readable."""


class Patient(ThreadingHTTPServer):
    """A server that a browser may hang up on when it has what it wants."""

    @property
    def url(self) -> str:
        """Return its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep what tests and reports print readable."""


@contextmanager
def running(server: Patient) -> Iterator[str]:
    """Let a server answer for as long as the block runs; return its address."""
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.url
        finally:
            server.shutdown()


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder on a free port for as long as the block runs; return the address."""
    files = functools.partial(handler, directory=str(folder))
    with running(Patient(("127.0.0.1", 0), files)) as url:
        yield url
