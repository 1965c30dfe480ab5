"""List the links of the built site that lead to other hosts; with --check, ask them.

Not part of the tests: whether another site answers says nothing about a change to this one.
"""

import argparse
import sys
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from lxml import html

SECONDS = 20
AT_ONCE = 6
# Some hosts turn away what does not look like a browser.
HEADERS = {"User-Agent": "Mozilla/5.0 (link check)", "Accept": "text/html,*/*"}
# These say nothing about the link: the host wants a person, or fewer questions.
UNDECIDED = (401, 403, 405, 406, 429, 451, 503)


def external_links(site: Path) -> dict[str, list[str]]:
    """Return each address on another host, with the pages that link to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for file in sorted(site.rglob("*.html")):
        page = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        tree = html.parse(file)
        # What search engines leave out, such as the print of all pages, only says things twice.
        if tree.xpath("//meta[@name='robots']"):
            continue
        for address in tree.xpath("//article//a/@href"):
            if address.startswith(("http://", "https://")):
                found[address].add(page)
    return {address: sorted(pages) for address, pages in sorted(found.items())}


def answer(address: str) -> tuple[str, str]:
    """Ask an address; return `good`, `broken` or `unsure`, and what was said."""
    try:
        with urlopen(Request(address, headers=HEADERS), timeout=SECONDS) as response:  # noqa: S310
            moved = "" if response.url == address else f", moved to {response.url}"
            return "good", f"{response.status}{moved}"
    except HTTPError as error:
        return ("unsure" if error.code in UNDECIDED else "broken"), str(error.code)
    except (URLError, OSError) as error:
        return "broken", str(getattr(error, "reason", error))


def main() -> int:
    """Print the links; with --check, what their hosts say, and fail if one is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--check", action="store_true", help="ask each address (needs a network)")
    given = parser.parse_args()
    links = external_links(given.site)
    if not given.check:
        for address, pages in links.items():
            print(address, *pages, sep="\t")
        return 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = dict(zip(links, pool.map(answer, links), strict=True))
    for address, (state, said) in answers.items():
        print(state, said, address, *links[address], sep="\t")
    broken = [address for address, (state, _) in answers.items() if state == "broken"]
    print(f"{len(links)} links, {len(broken)} broken", file=sys.stderr)
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
