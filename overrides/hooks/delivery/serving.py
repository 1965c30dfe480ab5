"""Serve the site to its author: every change builds every language anew.

By itself the projects plugin builds only the languages whose folders have changed. It then misses
what they share, builds more than once for a file that several watch, and goes on telling a mistake
of one language while another is mended. To build all takes hardly longer: they are built side by
side.
"""

import shutil
import socket
from pathlib import Path

from material.plugins.projects.builder import ProjectsBuilder
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError


def builder_of(config: MkDocsConfig) -> ProjectsBuilder:
    """Return what builds the languages of the landing site with this configuration."""
    builder: ProjectsBuilder = config.plugins["material/projects"].builder  # type: ignore[attr-defined]
    return builder


def begin(builder: ProjectsBuilder, host: str, port: int) -> None:
    """Have all languages built; before they are served, make sure that they can be.

    Raises PluginError if the port is taken: MkDocs would tell only after the build.
    """
    if not builder.watcher:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise PluginError(
                    f"{host}:{port} cannot be served from ({error.strerror}); choose another port: "
                    f"make serve PORT={port + 1}"
                ) from error
    # The plugin builds each language that has no job yet, and drops the jobs of those that a change
    # concerns. Here all jobs are dropped, whatever has changed.
    builder.taint = lambda _: None
    builder.pool_jobs.clear()


def failures(builder: ProjectsBuilder) -> list[BaseException]:
    """Wait until every language is built; return how each ended that failed."""
    return [error for job in builder.pool_jobs.values() if (error := job.exception())]


def empty(site: Path) -> None:
    """Remove what an earlier build has left in the served folder of a language.

    The projects plugin has the function of MkDocs for this do nothing.
    """
    for entry in site.iterdir() if site.is_dir() else ():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
