"""Make the stylesheets what browsers get: one style for every page, and one file for all pages.

assets/stylesheets/first/ holds what a page can show before anyone acts; it stands in each page
(main.html), so that no request comes before the first paint. It is the same on all pages: one
hash allows it (policy.py). assets/stylesheets/later/ holds what shows only once a reader acts or
prints; it is linked at the end of each page. In both, the files are joined by their names, and
the site is served with the same styles as it is published with.
"""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import lightningcss
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[3]
STYLESHEETS = ROOT / "overrides/assets/stylesheets"
LATER = "assets/stylesheets/later.css"
# Browsers that must show the site as it is meant: also the older engines inside apps that many
# phones in China use for reading. None of them lacks `:is` and `:where`.
BROWSERS = ["chrome 88", "edge 88", "firefox 94", "safari 14", "ios_saf 14"]
# A page is shown at any address, so a picture in its style has to come with it.
OUTSIDE = re.compile(r"""url\((?!["']?(?:data:|#))[^)]*\)""")


def provide(env: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
    """Give the first styles to the templates, as `first_styles`, and the later ones to the site.

    The sources stay at home. The projects plugin looks at the files in the event `on_env`, and
    knows only such as have a source, so this comes after it.
    """
    env.globals["first_styles"] = compile_folder(STYLESHEETS / "first")
    for file in list(files):
        if Path(file.abs_src_path or "").is_relative_to(STYLESHEETS):
            files.remove(file)
    files.append(File.generated(config, LATER, content=compile_folder(STYLESHEETS / "later")))


def compile_folder(folder: Path) -> str:
    """Return the stylesheets of a folder as one, in the shortest form that BROWSERS know.

    Raises PluginError that names the file that is not CSS, or names a file that pages would
    not find.
    """
    return "".join(compile_file(file) for file in sorted(folder.glob("*.css")))


def compile_file(file: Path) -> str:
    """Return one stylesheet in the shortest form that BROWSERS know; see `compile_folder`."""
    name = f"overrides/assets/stylesheets/{file.parent.name}/{file.name}"
    try:
        css = lightningcss.process_stylesheet(
            file.read_text("utf-8"), filename=file.name, browsers_list=BROWSERS
        )
    except ValueError as error:
        raise PluginError(f"{name}: not valid CSS: {error}; mend it there.") from error
    outside = OUTSIDE.search(css)
    if outside:
        raise PluginError(
            f"{name}: {outside[0]} would not be found from inside a page; "
            "write the picture as a data: address, or put it into the template."
        )
    return str(css)
