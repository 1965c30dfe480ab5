"""Every style, script and picture that a page loads is in the built site."""

import re

from delivery.site import Site

TAG = re.compile(r"<(?:link|script|img|button)\b[^>]*>")
LOADED = re.compile(r'\s(?:href|src|data-(?:script|index|worker))="([^"]+)"')
# Links that name pages: they are no files to load.
PAGES = re.compile(r'\srel="(?:canonical|alternate)"')


def missing(site: Site) -> list[str]:
    """Return a message for each file that a page loads and that is not there, once a file."""
    told: dict[str, str] = {}
    for page, text in site.texts.items():
        for tag in TAG.findall(text):
            for address in LOADED.findall(tag) if not PAGES.search(tag) else ():
                name = address.rpartition("/")[2]
                if not (address.startswith("data:") or name in told or site.locate(page, address)):
                    told[name] = (
                        f"{page.relative_to(site.folder)}: loads {address}, which does not exist; "
                        "mend the address in overrides/, or add the file."
                    )
    return list(told.values())
