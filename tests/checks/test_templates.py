"""A slip in a template is told by its file, its line and what is wrong, whatever it is."""

from pathlib import Path

import jinja2
import pytest
from checks import templates

SLIPS = {
    "{{ nowhere.title }}": "'nowhere' is undefined; mend the name",
    "{{ page.titel }}": "'dict object' has no attribute 'titel'; mend the name",
    '{% include "nope.html" %}': "there is no template 'nope.html'; add it below overrides/",
    "{{ 'a' | nope }}": "No filter named 'nope'",
    "{{ 'a' + 1 }}": "can only concatenate str",
}


@pytest.fixture
def overrides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of templates that stands for ours."""
    folder = tmp_path / "overrides"
    folder.mkdir()
    monkeypatch.setattr(templates, "OVERRIDES", folder)
    return folder


@pytest.mark.parametrize("slip", SLIPS)
def test_slip_that_shows_itself_in_a_page_is_told(slip: str, overrides: Path) -> None:
    (overrides / "main.html").write_text(f"<p>\n{slip}\n</p>\n", "utf-8")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(overrides), undefined=templates.Undefined, autoescape=True
    )
    with pytest.raises(Exception) as told:  # noqa: PT011, whatever it is
        environment.get_template("main.html").render(page={})
    assert isinstance(told.value, Exception)
    message = templates.problem(told.value)
    assert message
    assert message.startswith(f"overrides/main.html, line 2: {SLIPS[slip]}")


def test_file_that_is_no_template_is_told(overrides: Path) -> None:
    (overrides / "main.html").write_text("<p>\n{{ url( }}\n", "utf-8")
    (overrides / "404.html").write_bytes("保号卡".encode("gbk"))
    first, second = templates.problems()
    assert first == "overrides/404.html, line 1: not UTF-8; save the file in the encoding UTF-8."
    assert second.startswith("overrides/main.html, line 2: not a template: ")


@pytest.mark.parametrize("name", ["main.html", "sitemap.xml", "robots.txt", "nginx.conf"])
def test_template_of_any_kind_is_looked_at(name: str, overrides: Path) -> None:
    (overrides / name).write_text("one\n{% endif %}\n", "utf-8")
    (told,) = templates.problems()
    assert told.startswith(f"overrides/{name}, line 2: not a template")


def test_other_errors_are_no_slips_of_templates() -> None:
    assert templates.problem(ValueError("a fault of ours")) is None
