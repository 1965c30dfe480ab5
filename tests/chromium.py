"""Find the browser that the tests use, and say which; run as a program, fail where there is none.

Chromium's headless shell is the same engine without the window around it. It starts and loads
several times faster than the whole browser, so it comes first where there is a choice.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MACOS = shutil.which("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def playwrights_own() -> list[str]:
    """Return what Playwright has installed of its own version of Chromium, the shell first."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        whole = Path(playwright.chromium.executable_path)
    # …/chromium-1234/chrome-linux/chrome, and beside it …/chromium_headless_shell-1234/….
    folder = whole.parents[1]
    shells = folder.with_name(folder.name.replace("chromium-", "chromium_headless_shell-"))
    found = [*shells.glob("*/*headless*shell*"), whole]
    return [str(path) for path in found if os.access(path, os.X_OK) and path.is_file()]


def starts(path: str) -> bool:
    """Tell whether a browser finds the system's libraries that it needs."""
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def find_chromium() -> str | None:
    """Return the path of a browser: $CHROMIUM, a headless shell, a whole Chromium or Chrome."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    own = playwrights_own()
    shells = [path for path in own if "shell" in Path(path).name]
    found = [*map(shutil.which, SHELLS), *shells, *map(shutil.which, BROWSERS), *own, MACOS]
    return next((path for path in found if path and starts(path)), None)


if __name__ == "__main__":
    browser = find_chromium()
    print(browser or "no Chromium yet")
    sys.exit(browser is None)
