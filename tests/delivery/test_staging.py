"""The published site is the new one, or still the last good one; never neither."""

from pathlib import Path

import pytest
from delivery import staging


def test_the_new_site_takes_the_place_of_the_last(tmp_path: Path) -> None:
    new, site = tmp_path / ".site-1", tmp_path / "site"
    for folder, page in ((new, "new.html"), (site, "old.html")):
        folder.mkdir()
        (folder / page).touch()
    staging.publish(new, site)
    assert [file.name for file in site.iterdir()] == ["new.html"]
    assert [folder.name for folder in tmp_path.iterdir()] == ["site"], "nothing is left over"


def test_the_last_site_stays_where_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").touch()
    with pytest.raises(OSError, match="is-not-there"):
        staging.publish(tmp_path / "is-not-there", site)
    assert (site / "old.html").exists()
