"""Mozilla's Readability, by which Firefox shows a page for reading, out of its npm package."""

from browsers.engines import CACHE, file_from_npm

PACKAGE = "@mozilla/readability@0.6.0"
SHA256 = "6d3c3cc50dad51b543925deadc66d5b58cd2262d1d585f2ae0a44975627ad919"
FILE = CACHE / "readability.js"


def get() -> None:
    """Get it, if it is not there. Raises MissingError."""
    file_from_npm(PACKAGE, SHA256, "Readability.js", FILE)
