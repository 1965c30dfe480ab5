"""Make the sources in overrides/assets/ the files that pages load, for the root of the site.

They are the same when the site is served and when it is published; a language needs no copies
of what the root has.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import jinja2
from inputs.languages import ROOT
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from bundling.scripts import join
from bundling.styles import compile_file, compile_folder, without_value

ASSETS = ROOT / "overrides/assets"
# The folders of styles that pages get as they are joined (styles.py).
JOINED = ("first", "landing", "later")
# The scripts, and the module in javascripts/ that each begins with (scripts.py).
SCRIPTS = {
    "site.js": "reader/site.js",
    "search.js": "search/box.js",
    "letters.js": "reader/letters.js",
    "check.js": "contacts/page.js",
    "check-reader.js": "contacts/worker.js",
}


def provide(env: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
    """Give the first styles to the templates, as `first_styles`, and all other files to the root.

    A template puts a stylesheet that it alone needs into its page by `own_style("check.css")`.

    Raises PluginError that names the file to mend.
    """
    root = not config.extra["locale"]
    folders = ["first", "landing"] if root else ["first"]
    env.globals["first_styles"] = "".join(
        compile_folder(ASSETS / "stylesheets" / name) for name in folders
    )
    env.globals["own_style"] = lambda name: compile_file(ASSETS / "stylesheets" / name)
    # Pictures, and a script that is no module, are published as they are. What else the theme has,
    # its own files above all, no page loads.
    kept = (ASSETS / "images", ASSETS / "javascripts") if root else ()
    for file in [*files.media_files(), *files.static_pages()]:
        path = Path(file.abs_src_path or "")
        if not path.is_relative_to(config.docs_dir) and path.parent not in kept:
            files.remove(file)
    if root:
        style = compile_folder(ASSETS / "stylesheets/later")
        files.append(File.generated(config, "assets/stylesheets/later.css", content=style))
        for name, entry in SCRIPTS.items():
            script = join(ASSETS / "javascripts" / entry)
            files.append(File.generated(config, f"assets/javascripts/{name}", content=script))


def problems() -> Iterator[str]:
    """Yield what keeps the sources from becoming scripts and styles."""
    modules = [(join, ASSETS / "javascripts" / entry) for entry in SCRIPTS.values()]
    styles = [(compile_file, file) for file in sorted((ASSETS / "stylesheets").rglob("*.css"))]
    for make, file in [*modules, *styles]:
        try:
            make(file)
        except PluginError as error:
            yield str(error)
    # A stylesheet that cannot be read was told above.
    with suppress(PluginError):
        yield from without_value(ASSETS / "stylesheets")
    yield from unused(ASSETS / "stylesheets", ROOT / "overrides")


def unused(styles: Path, templates: Path) -> Iterator[str]:
    """Yield a message for each stylesheet that is not joined with others and no template has."""
    pages = "".join(
        file.read_text("utf-8", errors="replace") for file in sorted(templates.rglob("*.html"))
    )
    for file in sorted(styles.rglob("*.css")):
        name = file.relative_to(styles).as_posix()
        folder, _, rest = name.rpartition("/")
        if folder not in JOINED and (folder or f'own_style("{rest}")' not in pages):
            yield (
                f"overrides/assets/stylesheets/{name}: no page gets it; put it into one of "
                f"{', '.join(JOINED)}, or beside these folders and say "
                f'{{{{ own_style("{rest}") | safe }}}} in a template, as check.html does.'
            )
