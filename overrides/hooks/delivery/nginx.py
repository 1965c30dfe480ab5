"""Write the part of an nginx server that belongs to the site: headers, caching, wrong addresses."""

import re

# `set` runs again for the page that answers a wrong address, so such an answer is never kept;
# and a location with an `add_header` of its own loses all others. So locations only set variables,
# but for the search's files, which need none of the others.
TEMPLATE = """\
# Written by the build with the hashes of this very site; include it in a server block:
#
#     server {
#         listen 443 ssl;
#         server_name example.org;
#         root /srv/site;
#         include /srv/site%(root)s_nginx.conf;
#         # brotli_static on;  (where nginx has the module ngx_http_brotli_static_module)
#     }
#
# and reload nginx whenever the site has changed. The site itself is in /srv/site%(root)s

index index.html;
charset utf-8;
charset_types %(texts)s;
server_tokens off;
absolute_redirect off;
autoindex off;
etag on;

# The compressed copies that the build has written; files too small for one are packed as they go.
gzip_static on;
gzip on;
gzip_comp_level 6;
gzip_min_length 100;
gzip_types %(texts)s;
gzip_vary on;

set $policy %(policy)s;
add_header Content-Security-Policy $policy always;
%(headers)s

# A page may change at any time, so a browser asks whether it has. A file with a hash in its name
# never changes.
set $cache_control "no-cache";
add_header Cache-Control $cache_control always;
# The picture that other sites show beside a link is the one file that they may use.
set $resource_policy "same-origin";
add_header Cross-Origin-Resource-Policy $resource_policy always;
location ~ "^%(root)sassets/images/share\\." {
    set $resource_policy "cross-origin";
    set $cache_control "public, max-age=31536000, immutable";
}
# The files of the search are many, small, and nothing a browser shows: what these headers forbid
# to pages would be half of what a search costs a reader.
location ~ "^%(root)s[^/]+/search/.*\\.js$" {
    add_header Cache-Control "public, max-age=31536000, immutable";
    add_header X-Content-Type-Options "nosniff" always;
    add_header Cross-Origin-Resource-Policy "same-origin" always;
}
# A style needs nothing of what a page may.
location ~ "[./][0-9a-f]{8}[.]css$" {
    set $policy "default-src 'none'; frame-ancestors 'none'";
    set $cache_control "public, max-age=31536000, immutable";
}
# A script needs of it what holds for a worker.
location ~ "[./][0-9a-f]{8}[.]js$" {
    set $policy %(script_policy)s;
    set $cache_control "public, max-age=31536000, immutable";
}
location ~ "[./][0-9a-f]{8}[./]" {
    set $cache_control "public, max-age=31536000, immutable";
}

# Not for readers: this file, the headers for other hosts, anything hidden but what certificates
# are proved by.
location ~ "/(\\.(?!well-known/)|_)" {
    return 404;
}

# A wrong address is answered in its language.
error_page 403 404 =404 %(root)s404.html;
%(languages)s
"""
# The types of texts beside text/html, which nginx counts in by itself.
TEXTS = "application/javascript application/json image/svg+xml text/css text/plain text/xml"
# The parts of a policy that can forbid something to a worker.
FOR_WORKERS = re.compile(r"(?:default|script|connect|child)-src|frame-ancestors")
# The hashes of what stands in pages.
HASH = re.compile(r" 'sha256-[^']*'")
LANGUAGE = """\
location %(root)s%(folder)s/ {
    error_page 403 404 =404 %(root)s%(folder)s/404.html;
}"""


def configuration(headers: dict[str, str], folders: list[str], root: str) -> str:
    """Return the configuration for a site with these headers and folders of languages.

    `root` is the path of the site on its host, such as `/` or `/project/`.
    """
    return TEMPLATE % {
        "texts": TEXTS,
        "root": root,
        "policy": quoted(headers["Content-Security-Policy"]),
        "script_policy": quoted(script_policy(headers["Content-Security-Policy"])),
        "headers": "\n".join(
            f"add_header {name} {quoted(value)} always;"
            for name, value in headers.items()
            if name != "Content-Security-Policy"
        ),
        "languages": "\n".join(LANGUAGE % {"folder": folder, "root": root} for folder in folders),
    }


def script_policy(policy: str) -> str:
    """Return what of the policy of pages can be of meaning to a script, which may be a worker."""
    return "; ".join(HASH.sub("", part) for part in policy.split("; ") if FOR_WORKERS.match(part))


def quoted(value: str) -> str:
    r"""Return a value in quotes as nginx reads it: with `\"` and `\\`, but no way to write `$`.

    checks/headers.py refuses that one.
    """
    return '"' + value.replace("\\", r"\\").replace('"', r"\"") + '"'
