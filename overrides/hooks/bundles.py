"""Write the scripts that are made of several modules (assets/javascripts/<folder>/).

Pages name them like any other script; they are the same whether the site is served or published.
"""

from __future__ import annotations

from pathlib import Path

from delivery.bundle import join
from mkdocs.config.defaults import MkDocsConfig

SCRIPTS = "assets/javascripts"
SOURCES = Path(__file__).parents[1] / SCRIPTS
# The script, and the module it begins with.
BUNDLES = {"check.js": "check/page.js", "check-reader.js": "check/worker.js"}


def on_post_build(config: MkDocsConfig) -> None:
    """Write the joined scripts beside those that are one file.

    Raises PluginError that names the module to mend (delivery/bundle.py).
    """
    folder = Path(config.site_dir, SCRIPTS)
    folder.mkdir(parents=True, exist_ok=True)
    for name, entry in BUNDLES.items():
        (folder / name).write_text(join(SOURCES / entry), "utf-8")
