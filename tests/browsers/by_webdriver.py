"""Steer WebKit, by the few commands of WebDriver that a reader needs."""

import http.client
import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from browsers.engines import Engine
from browsers.steering import PATIENCE, SIZES, Browser, BrowserError, Json, Reader, Window

# Keys that are no letters, as WebDriver names them.
KEYS = {
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Tab": "\ue004",
    "ArrowDown": "\ue015",
    "ArrowUp": "\ue013",
    "Control": "\ue009",
}


class Driver:
    """A program that steers browsers of WebKit, and listens on a port of this machine."""

    def __init__(self, port: int) -> None:
        """Speak to it at a port."""
        self.port = port

    def ask(
        self, method: str, path: str, body: dict[str, Json] | None = None, patience: float = 120
    ) -> Json:
        """Return the answer to a command.

        Raises BrowserError with the browser's words, or if it says nothing for `patience` seconds.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patience)
        headers = {"Content-Type": "application/json"}
        try:
            connection.request(
                method, path, json.dumps(body) if body is not None else None, headers
            )
            answer = connection.getresponse()
            value = json.load(answer)["value"]
        except TimeoutError:
            raise BrowserError(f"no answer to {path} within {patience} s") from None
        finally:
            connection.close()
        if answer.status != http.client.OK:
            raise BrowserError(str(value)[:500])
        return value

    def wait(self) -> None:
        """Wait until it answers."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self.ask("GET", "/status")
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
            else:
                return


class WebDriverReader(Reader):
    """A reader of WebKit."""

    def __init__(self, engine: Engine, url: str, driver: Driver, session: str) -> None:
        """Take a fresh session of a driver."""
        super().__init__(engine, url)
        self.driver, self.session = driver, session

    def _ask(self, path: str, **body: Json) -> Json:
        return self.driver.ask("POST", f"/session/{self.session}/{path}", body)

    def _go(self, url: str) -> None:
        self._ask("url", url=url)

    def _evaluate(self, function: str, arguments: list[Json]) -> Json:
        script = {"script": f"return ({function})(...arguments)", "args": arguments}
        # What WPE is asked between two pages it may never answer; asked again, it does.
        path = f"/session/{self.session}/execute/sync"
        return self.driver.ask("POST", path, script, patience=PATIENCE / 4)

    def _press(self, x: float, y: float, *, finger: bool) -> None:
        press = [
            {"type": "pointerMove", "x": int(x), "y": int(y), "duration": 0},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        pointer = {"pointerType": "touch" if finger else "mouse"}
        it = {"type": "pointer", "id": "it", "parameters": pointer, "actions": press}
        self._ask("actions", actions=[it])

    def _keys(self, *strokes: tuple[str, str]) -> None:
        keys = [{"type": f"key{way}", "value": key} for way, key in strokes]
        self._ask("actions", actions=[{"type": "key", "id": "keys", "actions": keys}])

    def key(self, name: str) -> None:
        """Press a key."""
        self.type(KEYS.get(name, name))

    def paste(self) -> None:
        """Press Control and V."""
        control = KEYS["Control"]
        self._keys(("Down", control), ("Down", "v"), ("Up", "v"), ("Up", control))

    def type(self, text: str) -> None:
        """Type a text."""
        self._keys(*((way, letter) for letter in text for way in ("Down", "Up")))

    def back(self) -> None:
        """Go back."""
        self._ask("back")


class WebDriverBrowser(Browser):
    """WebKit: each tab is a session of its own."""

    def __init__(self, engine: Engine, driver: Driver, wanted: dict[str, Json]) -> None:
        """Take a driver, and what to ask it for."""
        self.engine, self.driver, self.wanted = engine, driver, wanted
        session = self._session()
        self.version = session["capabilities"]["browserVersion"]
        self._end(session)

    def _session(self) -> dict[str, Json]:
        capabilities = {"capabilities": {"alwaysMatch": self.wanted}}
        session: dict[str, Json] = self.driver.ask("POST", "/session", capabilities)
        return session

    def _end(self, session: dict[str, Json]) -> None:
        self.driver.ask("DELETE", f"/session/{session['sessionId']}")

    @contextmanager
    def tab(self, url: str, window: Window) -> Iterator[Reader]:
        """Open a tab in a session of its own."""
        session = self._session()
        try:
            reader = WebDriverReader(self.engine, url, self.driver, session["sessionId"])
            if session["capabilities"]["setWindowRect"]:
                width, height = SIZES[window]
                reader._ask("window/rect", width=width, height=height)
            yield reader
        finally:
            self._end(session)


@contextmanager
def start(engine: Engine, path: str) -> Iterator[Browser]:
    """Let the driver of the browser at `path` run for as long as the block does."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {"binary": path, "args": ["--automation"]}
    if engine.name == "webkit-gtk":
        screen = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1200x24"]
        command = [*screen, "WebKitWebDriver", f"--port={port}"]
        wanted: dict[str, Json] = {"webkitgtk:browserOptions": options}
    else:
        options["args"] = ["--automation", "--platform=headless"]
        command = ["WPEWebDriver", f"--port={port}"]
        wanted = {"browserName": "cog", "wpe:browserOptions": options}
    with tempfile.TemporaryDirectory() as runtime:
        environment = {
            **os.environ,
            "XDG_RUNTIME_DIR": runtime,
            "LIBGL_ALWAYS_SOFTWARE": "1",
            # Inside a container, root may not make the sandbox.
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        quiet = subprocess.DEVNULL
        # In a group of its own: ending xvfb-run alone would leave its screen and driver behind.
        process = subprocess.Popen(
            command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True
        )
        driver = Driver(port)
        try:
            driver.wait()
            yield WebDriverBrowser(engine, driver, wanted)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
