"""Serve the built site by nginx, as a fixture for tests; run as a program, say where nginx is."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

# Where servers are installed, which is not on everyone's PATH.
PATHS = [os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"]
BROTLI = "ngx_http_brotli_static_module.so"


def find_nginx() -> str | None:
    """Return the path of nginx: $NGINX, or the first on the PATH and where servers are."""
    named = os.environ.get("NGINX")
    return shutil.which(named or "nginx", path=os.pathsep.join(PATHS))


def find_brotli(nginx: str) -> Path | None:
    """Return the module that sends .br files, where this nginx has one."""
    told = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    places = re.findall(r"--(?:modules-path|prefix)=(\S+)", told)
    found = [
        file
        for place in places
        for folder in ("", "modules")
        for file in [Path(place, folder, BROTLI)]
    ]
    return next((file for file in found if file.exists()), None)


@contextmanager
def serve(
    nginx: str, site: Path, folder: Path, root: Path | None = None, protocol: str = ""
) -> Iterator[str]:
    """Serve a built site with its own configuration; `folder` takes what nginx writes.

    `root` is what the host shows as `/`, where the site is under a path; `protocol` may be `http2`.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    brotli = find_brotli(nginx)
    lines = [
        *([f"load_module {brotli};"] if brotli else []),
        # Started by root, nginx would else read the site as a user who may not.
        *(["user root;"] if os.getuid() == 0 else []),
        "worker_processes 1;",
        "daemon off;",
        f"pid {folder}/nginx.pid;",
        "events {}",
        "http {",
        "types { text/html html; text/css css; application/javascript js; application/json json;",
        "image/svg+xml svg; image/png png; text/xml xml; text/plain txt; }",
        "default_type application/octet-stream;",
        "access_log off;",
        *(
            f"{name}_temp_path {folder}/{name};"
            for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        ),
        f"server {{ listen 127.0.0.1:{port} {protocol}; root {root or site};",
        f"include {site}/_nginx.conf;",
        *(["brotli_static on;"] if brotli else []),
        "} }",
    ]
    config = folder / "nginx.conf"
    config.write_text("\n".join(lines), "utf-8")
    log = folder / "error.log"
    command = [nginx, "-c", str(config), "-e", str(log)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(port: int, process: subprocess.Popen[str]) -> None:
    """Return when the server answers. Raises RuntimeError with its words if it does not start."""
    for _ in range(100):
        if process.poll() is not None:
            raise RuntimeError(f"nginx does not start: {process.stderr and process.stderr.read()}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nginx does not answer on port {port}")


@pytest.fixture(scope="session")
def nginx() -> str:
    """Return the path of nginx; the run ends with a clear word where there is none."""
    path = find_nginx()
    if not path:
        pytest.exit("No nginx was found: install one, or set NGINX to its path.", returncode=1)
    return path


@pytest.fixture
def by_nginx(nginx: str, tmp_path: Path) -> Callable[..., AbstractContextManager[str]]:
    """Return a function that serves another built site; see `serve`."""

    def run(site: Path, root: Path | None = None) -> AbstractContextManager[str]:
        folder = tmp_path / "nginx"
        folder.mkdir()
        return serve(nginx, site, folder, root)

    return run


@pytest.fixture(scope="session")
def has_brotli(nginx: str) -> bool:
    """Tell whether this nginx can send .br files."""
    return find_brotli(nginx) is not None


@pytest.fixture(scope="session")
def nginx_url(nginx: str, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address, without a slash at the end, at which nginx serves the built site."""
    with serve(nginx, site, tmp_path_factory.mktemp("nginx")) as url:
        yield url


if __name__ == "__main__":
    nginx = find_nginx()
    print(nginx or "no nginx yet")
    sys.exit(nginx is None)
