"""Put a slow network between a browser and a server on loopback.

What Chromium's own emulation slows are the requests of a page; what the browser asks for beforehand
would come at full speed.
"""

import asyncio
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

# Slow 4G, as Lighthouse has it: seconds there and back, bytes a second.
ROUND_TRIP, DOWN, UP = 0.15, 1.6 * 1024 * 1024 / 8, 750 * 1024 / 8
PIECE = 1460


@dataclass
class Line:
    """One direction of the line, which all connections share."""

    rate: float
    free: float = 0.0

    def arrival(self, size: int) -> float:
        """Return when something that is sent now has arrived, by the clock of the loop."""
        now = asyncio.get_running_loop().time()
        self.free = max(self.free, now) + size / self.rate
        return self.free + ROUND_TRIP / 2


async def carry(source: asyncio.StreamReader, target: asyncio.StreamWriter, line: Line) -> None:
    """Carry all that comes from one end to the other, late."""
    pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def deliver() -> None:
        while True:
            at, piece = await pieces.get()
            await asyncio.sleep(at - asyncio.get_running_loop().time())
            if not piece or target.is_closing():
                break
            target.write(piece)
        target.close()

    delivery = asyncio.ensure_future(deliver())
    try:
        while piece := await source.read(PIECE):
            pieces.put_nowait((line.arrival(len(piece)), piece))
    except ConnectionError:
        pass
    pieces.put_nowait((line.arrival(0), b""))
    await delivery


@contextmanager
def slowed(url: str, at: int = 0) -> Iterator[str]:
    """Let a server be reached at another port, or a free one, slowly, while the block runs."""
    host = urlsplit(url)
    ready: queue.Queue[tuple[int, Callable[[], object]]] = queue.Queue()

    async def serve() -> None:
        down, up = Line(DOWN), Line(UP)

        async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            # A connection takes a round trip before anything is asked.
            # The end of the block ends it.
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(ROUND_TRIP)
                back, forth = await asyncio.open_connection(host.hostname, host.port)
                await asyncio.gather(carry(reader, forth, up), carry(back, writer, down))

        server = await asyncio.start_server(connect, "127.0.0.1", at)
        end = asyncio.Event()
        loop = asyncio.get_running_loop()
        port = server.sockets[0].getsockname()[1]
        ready.put((port, lambda: loop.call_soon_threadsafe(end.set)))
        await end.wait()

    # In a thread of its own: Playwright has a loop in this one.
    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    port, stop = ready.get()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        stop()
        thread.join()
