"""The index of the search: `sections` reads a page, `write` writes what one language needs."""

from search_index.build import write
from search_index.sections import Section, sections

__all__ = ["Section", "sections", "write"]
