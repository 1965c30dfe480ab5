"""The headers that an author adds can be written for every host, and are set in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from delivery.csp import HEADERS, RESOURCES

FILE = "overrides/hooks/delivery/csp.py"
# What differs from one answer to another, by the lower-case name: where it is set.
ELSEWHERE = {
    "cache-control": "delivery/nginx.py and headers_file",
    RESOURCES.lower(): "delivery/nginx.py and headers_file",
    "content-security-policy": "policy",
}
NAME = re.compile(r"[A-Za-z0-9-]+")
VALUE = re.compile(r"[!-~]+( +[!-~]+)*")


def problems(headers: Mapping[str, str] = HEADERS) -> Iterator[str]:
    """Yield a message for each header that hosts would refuse, or send twice."""
    for name, value in headers.items():
        where = f"{FILE}: HEADERS: '{name}'"
        if place := ELSEWHERE.get(name.lower()):
            yield f"{where} is set by {place}, so it would be sent twice; change it there."
        elif not NAME.fullmatch(name):
            yield f"{where} is no name of a header; use letters, digits and hyphens."
        elif not VALUE.fullmatch(value):
            yield f"{where} has signs that no header may have; use ASCII, on one line."
        elif "$" in value:
            yield f"{where} has a '$', which nginx cannot write; leave it out."
