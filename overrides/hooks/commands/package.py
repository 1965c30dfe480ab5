"""Write the copy of the site that opens from disk: `make package`.

It is the built site itself. On disk nobody answers for a folder, so links name the page in it;
what only a host or a browser on a network can use is left out.
"""

import re
import sys
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

NAME = "norwegian-sim-data"
HREF = re.compile(r'(\s(?:href|action)=)("?)([^"\s>]*)\2')
POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]*)">')
# What holds on disk, too: that a page sends nothing.
NOTHING_SENT = "connect-src 'none'"
# Nobody can come to a wrong address on disk, and nobody reads these there.
LEFT_OUT = re.compile(
    r"(^|/)(404\.html|sitemaps?\.xml|robots\.txt|service-worker\.js|_[^/]*|.*\.(gz|br))$"
    r"|^assets/offline/"
)
# The same for every build of the same content.
TIME = (1980, 1, 1, 0, 0, 0)


def package(site: Path, folder: Path) -> Path:
    """Write the zip of a built site into a folder and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{NAME}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(site.rglob("*")):
            path = file.relative_to(site).as_posix()
            if file.is_dir() or LEFT_OUT.search(path):
                continue
            content = file.read_bytes()
            if file.suffix == ".html":
                content = on_disk(site, file, content.decode("utf-8")).encode()
            entry = zipfile.ZipInfo(f"{NAME}/{path}", TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target


def on_disk(site: Path, page: Path, text: str) -> str:
    """Return a page that works from disk."""

    def name(match: re.Match[str]) -> str:
        start, _, address = match.groups()
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return match[0]
        file = (page.parent / parts.path).resolve()
        if not (file.is_dir() and file.is_relative_to(site.resolve())):
            return match[0]
        path = parts.path.rstrip("/") + "/index.html"
        return f'{start}"{parts._replace(path=path).geturl()}"'

    def policy(match: re.Match[str]) -> str:
        # It names the host that sends a page; on disk browsers read that each in its own way.
        return match[0].replace(match[1], NOTHING_SENT) if NOTHING_SENT in match[1] else ""

    return HREF.sub(name, POLICY.sub(policy, text))


if __name__ == "__main__":
    print(package(Path(sys.argv[1]), Path(sys.argv[2])))
