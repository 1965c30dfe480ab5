"""A slip in a template is told by its file and line."""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

import jinja2
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

from checks.files import RESERVED

OVERRIDES = Path(__file__).parents[2]
# What is a template below overrides/; scripts, styles and pictures are none.
ENDINGS = {".html", ".xml", ".txt", ".conf"}
# The address of a page seen from its language's home page, in quotes: "card/#definition".
PAGE = re.compile(r"""["']/?((?:[a-z0-9-]+/)+)(?:#([a-z0-9-]+))?["']""")
NO_PAGES = {*RESERVED, "partials"}


def problems() -> Iterator[str]:
    """Yield a message for each template that is none."""
    environment = jinja2.Environment(autoescape=True)
    for file in sorted(file for file in OVERRIDES.rglob("*") if file.suffix in ENDINGS):
        name = file.relative_to(OVERRIDES.parent).as_posix()
        try:
            environment.parse(read_text(file, name))
        except PluginError as error:
            yield str(error)
        except jinja2.TemplateSyntaxError as error:
            yield f"{name}, line {error.lineno}: not a template: {str(error.message).rstrip('.')}."


def page_addresses() -> Iterator[tuple[str, str, str]]:
    """Yield each path of a page in the templates: where it stands, path, fragment."""
    for file in sorted(OVERRIDES.rglob("*.html")):
        name = file.relative_to(OVERRIDES.parent).as_posix()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            for path, fragment in PAGE.findall(line):
                if path.partition("/")[0] not in NO_PAGES:
                    yield f"{name}, line {number}", path, fragment


def problem(error: Exception) -> str | None:
    """Return what is wrong in a template that could not be shown, and where, if that is why."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [(frame.filename, frame.lineno) for frame in frames if is_template(frame.filename)]
    if isinstance(error, jinja2.TemplateSyntaxError):
        places.append((error.filename or error.name or "", error.lineno))
    if isinstance(error, jinja2.TemplateNotFound):
        text = f"there is no template '{error.name}'; add it below overrides/, or mend its name"
    elif isinstance(error, jinja2.UndefinedError):
        text = f"{error.message}; mend the name, or ask whether it `is defined`"
    elif isinstance(error, jinja2.TemplateError) or (frames and is_template(frames[-1].filename)):
        text = f"{str(error).rstrip('.')}; mend it there"
    else:
        return None
    file, line = places[-1] if places else ("", 0)
    path = Path(file).resolve()
    if path.is_relative_to(OVERRIDES):
        return f"{path.relative_to(OVERRIDES.parent).as_posix()}, line {line}: {text}."
    return f"overrides/: {text}."


def is_template(file: str) -> bool:
    """Tell whether code comes from a template: Jinja names it in tracebacks."""
    return Path(file).suffix in ENDINGS


class Undefined(jinja2.Undefined):
    """What a template names and nobody has given: it may be asked for, but not shown.

    Shown, it would be an empty place on each page, and nobody would be told.
    """

    __str__ = __html__ = jinja2.Undefined._fail_with_undefined_error
