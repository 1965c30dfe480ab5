"""How a build that fails ends: with what to mend, and nothing after it."""

from collections.abc import Sequence

import click
from mkdocs.exceptions import Abort, BuildError

from checks import templates


class Stop(Abort):
    """Ends the build with a message as its last words."""

    def show(self, file: object = None) -> None:
        """Print the message where errors are read."""
        click.echo(f"\n{self.format_message()}", err=True)


def end(error: Exception) -> None:
    """Raise Stop if an error says what an author can mend; a fault of ours keeps its traceback.

    MkDocs logs an error and then ends with words that say nothing; this comes before both.
    """
    if isinstance(error, Stop):
        raise error
    if isinstance(error, Abort):
        # The other way in which MkDocs gives up.
        raise Stop("The build stops at a warning: mend what the lines with WARNING name.")
    text = str(error) if isinstance(error, BuildError) else templates.problem(error)
    if text:
        raise Stop(text) from error


def end_together(errors: Sequence[BaseException]) -> None:
    """Raise Stop with what several have to say, each line once; what is no Stop is left alone."""
    if errors and all(isinstance(error, Stop) for error in errors):
        told = [line for error in errors for line in str(error).splitlines()]
        raise Stop("\n".join(dict.fromkeys(told)))
