"""Get the engines and what else the tests of browsers need, where it is not there yet.

It says of each what it is and where, and fails where one cannot be had; with MISSING=tell it only
says so, for machines without a network.
"""

import os
import sys

from browsers import mdn, reader_view, typescript
from browsers.engines import ENGINES, Engine, MissingError


def where(engine: Engine) -> str:
    """Return where an engine is, once it is. Raises MissingError."""
    if not engine.find():
        engine.get()
    found = engine.find()
    if not found:
        raise MissingError("it was installed, and still is not found")
    return found


def main() -> int:
    """Get all; return 1 where something is missing that must be there."""
    missing = False
    for engine in ENGINES:
        try:
            print(f"{engine.name}: {where(engine)}", flush=True)
        except MissingError as error:
            missing = True
            print(f"{engine.name}: MISSING; nothing tells of {engine.readers}: {error}", flush=True)
    for name, source, lost in (
        ("data of MDN", mdn, "only the names in tests/bundling are looked for"),
        ("Readability", reader_view, "nothing tells of views for reading"),
        ("TypeScript", typescript, "nothing tells of types in scripts"),
    ):
        try:
            source.get()
            print(f"{name}: {source.FILE}")
        except MissingError as error:
            missing = True
            print(f"{name}: MISSING; {lost}: {error}")
    return int(missing and os.environ.get("MISSING") != "tell")


if __name__ == "__main__":
    sys.exit(main())
