"""The address that the site is built for.

Without one, search engines and other sites are sent to their own machines, and nobody notices.
"""

import os

# What mkdocs.yml says where SITE_URL is not set.
LOCAL = "http://127.0.0.1:8000/"
FORGOTTEN = (
    "SITE_URL is not set, so canonical addresses, sitemaps and 404 pages name "
    f"{LOCAL}. To publish the site: SITE_URL=https://your.host/ make build"
)


def is_forgotten(url: str | None) -> bool:
    """Tell whether a build is for no address of a host."""
    return url in (LOCAL, "", None)


def problem(url: str | None) -> str:
    """Return what to tell where a host builds the site without an address; elsewhere nothing.

    GitHub, Cloudflare and Netlify all set CI, and publish what they build.
    """
    hosted = os.environ.get("CI", "").lower() in ("1", "true")
    return FORGOTTEN if hosted and is_forgotten(url) else ""
