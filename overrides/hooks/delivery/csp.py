"""Write the headers of all answers, and the policy (CSP) of pages, as hosts read them.

No page runs a script or shows a style that was not built with it, asks another host, or can be
put into another site's frame. The hashes of what stands in the pages are computed from the pages
as they are published, so this step comes after all that change a page.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from pathlib import Path

from delivery.nginx import configuration
from delivery.site import Site

STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
# A script in a page that a policy has to allow: one without `src`, and of those with a `type` the
# rules for prefetching. A block of data (JSON-LD) has another type, and no browser runs it.
SCRIPT = re.compile(
    r"""<script(?![^>]*\s(?:src|type)=(?!["']?speculationrules))[^>]*>(.*?)</script>""", re.DOTALL
)
CHARSET = re.compile(r"<meta charset=[^>]+>")
# How a template asks for a stricter policy on its own page (check.html does):
# `<meta name="policy" content="connect-src 'none'">`.
OWN = re.compile(r"""<meta (?=[^>]*\bname="?policy\b)[^>]*\bcontent="([a-z-]+ 'none')"[^>]*>""")

# The hashes of the scripts that stand in pages, and those of the styles.
Hashes = tuple[set[str], set[str]]

# Features of a browser that a page could ask for, and that no page here needs.
REFUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
HEADERS = {
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in REFUSED),
    "X-Content-Type-Options": "nosniff",
    # For browsers that do not know frame-ancestors.
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
# Who may put a file of ours into a page: this site alone, but for the picture that other sites show
# beside a link.
RESOURCES = "Cross-Origin-Resource-Policy"


def protect(site: Site) -> Hashes:
    """Put into every page the policy for it, and return what all of them together allow."""
    scripts: set[str] = set()
    styles: set[str] = set()

    def allow(_: Path, text: str) -> str:
        own_scripts = {digest(script) for script in SCRIPT.findall(text)}
        own_styles = {digest(style) for style in STYLE.findall(text)}
        scripts.update(own_scripts)
        styles.update(own_styles)
        stricter = OWN.findall(text)
        content = html.escape(policy(own_scripts, own_styles, stricter), quote=False)
        meta = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
        return CHARSET.sub(lambda found: found[0] + meta, OWN.sub("", text), count=1)

    site.rewrite(allow)
    return scripts, styles


def write_headers(site: Site, hashes: Hashes) -> None:
    """Write the policy for pages that allow these as headers, for hosts that send them."""
    # A page cannot forbid to be framed; only a header can.
    whole = policy(*hashes) + "; frame-ancestors 'none'"
    folders = site.languages()
    everywhere = headers_file({"Content-Security-Policy": whole, **HEADERS}, folders)
    (site.folder / "_headers").write_text(everywhere, "utf-8")
    server = configuration(whole, HEADERS, folders, site.root)
    (site.folder / "_nginx.conf").write_text(server, "utf-8")


def digest(text: str) -> str:
    """Return the hash of an inline script or style as a policy names it."""
    value = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{value}'"


def policy(scripts: set[str], styles: set[str], stricter: Iterable[str] = ()) -> str:
    """Return the Content-Security-Policy that allows these inline scripts and styles.

    `stricter` are directives, such as "connect-src 'none'", that stand in place of ours.
    """
    replaced = {directive.split()[0]: directive for directive in stricter}
    return "; ".join(
        replaced.get(directive.split()[0], directive)
        for directive in (
            "default-src 'none'",
            " ".join(("script-src 'self'", *sorted(scripts))),
            " ".join(("style-src 'self'", *sorted(styles))),
            # The sign of a warning is a data: address in the styles.
            "img-src 'self' data:",
            # The search and the copy for times without a network run in workers. Safari before 15.5
            # holds workers against child-src, which is therefore named; frames stay forbidden.
            "connect-src 'self'",
            "child-src 'self'",
            "frame-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def headers_file(headers: dict[str, str], folders: list[str]) -> str:
    """Return the headers as Cloudflare Pages and Netlify read them.

    Both join the values of all rules that match, so a rule for all answers says nothing of how long
    a file is kept, nor who may use it: only files whose names change with their content are kept,
    and the pictures are those that other sites may show.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    own = ["assets/javascripts", "assets/offline", "assets/stylesheets"]
    for place in ["assets/images", *own, *(f"{folder}/search" for folder in folders)]:
        lines += [f"/{place}/*", "  Cache-Control: public, max-age=31536000, immutable"]
        if place != "assets/images":
            lines.append(f"  {RESOURCES}: same-origin")
    return "\n".join(lines) + "\n"
