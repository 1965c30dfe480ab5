"""What a newcomer needs: packages that install on a common machine, and a site without one."""

from pathlib import Path

import wheels
from conftest import Build, Host
from hosting import served
from mistakes import change
from playwright.sync_api import Browser, expect


def test_every_locked_package_has_a_wheel_on_common_machines() -> None:
    """`make lock` asks the registry; here we only see that it was asked about this very lock."""
    lock = wheels.LOCK.read_text("utf-8")
    assert wheels.note(lock) in lock, (
        "requirements.txt was changed without asking whether its packages have wheels: run "
        "`make lock`, which does."
    )


def test_site_works_without_the_minifier_that_some_machines_lack(
    tiny: Path, tiny_site: Path, build: Build, tmp_path: Path, browser: Browser
) -> None:
    short, long = (folder / "assets/javascripts" for folder in (tiny_site, tmp_path / "site"))
    hook = "overrides/hooks/bundling/scripts.py"
    change(tiny, hook, 'SHORTEST = find_spec("minify") is not None', "SHORTEST = False")
    result = build(tiny)
    assert result.returncode == 0, result.stderr
    assert "tdewolff-minify is not there" in result.stderr
    sizes = [sum(file.stat().st_size for file in scripts.glob("*.js")) for scripts in (short, long)]
    assert sizes[0] < sizes[1] < 4 * sizes[0]
    page, errors = browser.new_page(), []
    page.on("pageerror", lambda error: errors.append(error))
    with served(tmp_path / "site", Host) as url:
        page.goto(f"{url}/en/?q=nothing")
        expect(page.locator(".results__link").first).to_be_visible()
    page.close()
    assert errors == []
