"""Make the stylesheets what browsers get: one style for every page, and one file for all pages.

assets/stylesheets/first/ holds what a page can show before anyone acts; it stands in each page
(main.html), so that no request comes before the first paint. It is the same on all pages of the
languages: one hash allows it (delivery/csp.py). The landing site has landing/ behind it, and a hash
of its own. assets/stylesheets/later/ holds what shows only once a reader acts or prints; it is
linked at the end of each page. In each, the files are joined by their names, and the site is
served with the same styles as it is published with.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import lightningcss
from inputs.yaml_files import read_text
from mkdocs.exceptions import PluginError

from bundling.oldest_browsers import OLDEST
from bundling.scripts import named

# All of them know `:is` and `:where`, so no rule is written twice for those that do not.
BROWSERS = [f"{name} {version}" for name, version in OLDEST.items()]
# A page is shown at any address, so a picture in its style has to come with it.
OUTSIDE = re.compile(r"""url\((?!["']?(?:data:|#))[^)]*\)|@import [^;]+""")
# A custom property that is used, and one that is given its value.
USED, GIVEN = re.compile(r"var\(\s*(--[\w-]+)"), re.compile(r"(--[\w-]+)\s*:")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Where in a file its parser met a mistake; it counts lines from 0.
PLACE = re.compile(r" at \S+:(\d+):\d+$")


def compile_folder(folder: Path) -> str:
    """Return the stylesheets of a folder as one, in the shortest form that BROWSERS know.

    Raises PluginError that names the file that is not CSS, or names a file that pages would
    not find.
    """
    return "".join(compile_file(file) for file in sorted(folder.glob("*.css")))


def compile_file(file: Path) -> str:
    """Return one stylesheet in the shortest form that BROWSERS know; see `compile_folder`."""
    name = named(file)
    try:
        css = lightningcss.process_stylesheet(
            read_text(file, name), filename=file.name, browsers_list=BROWSERS
        )
    except ValueError as error:
        place = PLACE.search(str(error))
        line = f", line {int(place[1]) + 1}" if place else ""
        raise PluginError(f"{name}{line}: not valid CSS: {PLACE.sub('', str(error))}.") from error
    outside = OUTSIDE.search(css)
    if outside:
        raise PluginError(
            f"{name}: {outside[0]} would not be found from inside a page; "
            "write a picture as a data: address, and other styles into a file beside this one."
        )
    return str(css)


def without_value(folder: Path) -> Iterator[str]:
    """Yield a message for each custom property in stylesheets below a folder that none gives.

    A browser drops what it would have been the value of, and says nothing.
    """
    styles = {file: COMMENT.sub("", read_text(file, named(file))) for file in folder.rglob("*.css")}
    given = {name for css in styles.values() for name in GIVEN.findall(css)}
    for file, css in sorted(styles.items()):
        for name in sorted({*USED.findall(css)} - given):
            yield (
                f"{named(file)}: nothing gives {name} a value; mend its name, or give it one in "
                "first/tokens.css."
            )
