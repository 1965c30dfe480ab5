"""The copy that opens from disk, in each engine."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from browsers.steering import Reader, Window
from browsers.test_paths import ANSWERED, FOCUSED
from commands.package import package
from conftest import link_to, other_than, term


@pytest.fixture(scope="session")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in the zip that readers unpack."""
    folder = tmp_path_factory.mktemp("disk")
    with zipfile.ZipFile(package(site, folder)) as archive:
        archive.extractall(folder)
    return folder / "norwegian-sim-data"


def test_reading_and_searching_from_disk(
    read: Callable[[Window], Reader], unpacked: Path, language: str
) -> None:
    other, query = other_than(language), term("backup", language)
    reader = read("phone")
    reader.open((unpacked / "index.html").as_uri())
    reader.tap(f"#{language} a.button")
    reader.arrive(f"/{language}/index.html")
    reader.tap("button.toggle-drawer")
    reader.tap(".nav a[href*='limits']")
    reader.arrive(f"/{language}/limits/index.html")
    reader.ask("() => document.getElementById('cloud-services').scrollIntoView()")
    reader.tap(link_to(other))
    reader.arrive(f"/{other}/limits/index.html#cloud-services")
    reader.back()
    reader.arrive(f"/{language}/limits/index.html")
    reader.tap("button.toggle-search")
    reader.until(FOCUSED, ".search__input")
    reader.type(query)
    first = reader.until(ANSWERED, query)
    reader.key("Enter")
    reader.arrive(first)
    reader.see("mark.found")
