"""TypeScript, which checks the types that comments give to scripts, out of its npm package."""

import tarfile

from browsers.engines import CACHE, from_npm

PACKAGE = "typescript@5.9.3"
SHA256 = "10e108c9cf7d5f2879053dff18515fb405abf2ccef63eaaf017d9c571687a1d3"
FOLDER = CACHE / PACKAGE.replace("@", "-")
FILE = FOLDER / "package/lib/tsc.js"


def get() -> None:
    """Unpack it, if it is not there. Raises MissingError."""
    if FILE.exists():
        return
    packed = from_npm(PACKAGE, SHA256)
    part = FOLDER.with_suffix(".part")
    with tarfile.open(packed) as archive:
        archive.extractall(part, filter="data")
    part.rename(FOLDER)
    packed.unlink()
