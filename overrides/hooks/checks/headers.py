"""The headers that an author adds can be written for every host, and are set in one place."""

import re
from collections.abc import Iterator

from delivery.csp import HEADERS, RESOURCES

FILE = "overrides/hooks/delivery/csp.py"
# What differs from one answer to another, and is set there or in delivery/nginx.py.
ELSEWHERE = {"cache-control", "content-security-policy", RESOURCES.lower()}
# What every host can be told to send: to nginx, a `$` begins the name of a variable.
HEADER = re.compile(r"[A-Za-z0-9-]+: [!-#%-~]+( +[!-#%-~]+)*")


def problems() -> Iterator[str]:
    """Yield a message for each of HEADERS that hosts would refuse, or send twice."""
    for name, value in HEADERS.items():
        where = f"{FILE}: HEADERS: '{name}'"
        if name.lower() in ELSEWHERE:
            yield f"{where} is set elsewhere, so it would be sent twice; leave it out here."
        elif not HEADER.fullmatch(f"{name}: {value}"):
            yield (
                f"{where} cannot be written for every host; name it with letters, digits and "
                "hyphens, and give it ASCII on one line, without '$'."
            )
