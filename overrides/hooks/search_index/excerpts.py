"""The texts that excerpts are made of, a few sections to a file."""

from __future__ import annotations

from search_index.sections import Section

# Bytes of text in one file.
TEXT_BYTES = 5000


def excerpts(sections: list[Section]) -> tuple[list[list[list[str]]], list[int]]:
    """Return the passages of the sections, a few together, and the number of the first of each."""
    texts: list[list[list[str]]] = []
    starts: list[int] = []
    size = 0
    for number, section in enumerate(sections):
        shown = section.passages or beneath(sections, number)
        length = len("".join(shown).encode())
        if not texts or size + length > TEXT_BYTES:
            texts.append([])
            starts.append(number)
            size = 0
        texts[-1].append(shown)
        size += length
    return texts, starts


def beneath(sections: list[Section], number: int) -> list[str]:
    """Return the first passages below a heading that has none, else those of the page's top."""
    page = [it for it in sections if it.url == sections[number].url]
    at = page.index(sections[number])
    return next((it.passages for it in [*page[at:], *page] if it.passages), [])
