"""The words of a text, as the index keeps them."""

from __future__ import annotations

import re
import unicodedata

HAN = re.compile(r"[\u3400-\u9fff]+")
TOKEN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
# Particles divide a run of characters: pairs across them say nothing. As in search-engine.js.
PARTICLES = re.compile("[的了吗呢吧么是我你]")
# What stands before a word whose line says where its synonyms are. As in search-engine.js.
UNITED = "~"


def normalise(text: str) -> str:
    """Return the form in which words are compared; search-engine.js does the same to a query."""
    text = unicodedata.normalize("NFKD", text).lower()
    text = re.sub(r"[\u0300-\u036f]", "", text).replace("ø", "o").replace("æ", "ae")
    return re.sub(r"['’](?:s\b)?", "", text)


def essential(text: str, ignored: list[str]) -> str:
    """Return the words of a text without those that a question can do without, if any are left.

    `ignored` are those words, the longest first; search-engine.js does the same to a query.
    """
    text = normalise(text)
    han = "|".join(word for word in ignored if HAN.match(word))
    plain = re.sub(han, " ", text) if han else text
    rest = [token for token in TOKEN.findall(PARTICLES.sub(" ", plain)) if token not in ignored]
    return " ".join(rest) or text


def terms(text: str) -> list[str]:
    """Return the words of a text: Latin ones whole, Han as pairs, and alone where a run ends."""
    found: list[str] = []
    for token in TOKEN.findall(PARTICLES.sub(" ", normalise(text))):
        if token.isascii():
            found.append(token)
        else:
            found += [token[start : start + 2] for start in range(len(token))]
    return found


def phrase(text: str) -> str:
    """Return a word or phrase as it is compared: normalised, single spaces between words."""
    return " ".join(TOKEN.findall(normalise(text)))
