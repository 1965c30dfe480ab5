"""Write the part of an nginx server that belongs to the site: headers, caching, wrong addresses."""

import re

import jinja2
from inputs.languages import ROOT

# The parts of a policy that can forbid something to a worker.
FOR_WORKERS = re.compile(r"(?:default|script|connect|child)-src|frame-ancestors")
# The hashes of what stands in pages.
HASH = re.compile(r" 'sha256-[^']*'")


def configuration(policy: str, headers: dict[str, str], folders: list[str], root: str) -> str:
    """Return overrides/nginx.conf for a site with this policy, other headers and languages.

    `root` is the path of the site on its host, such as `/` or `/project/`.
    """
    environment = jinja2.Environment(  # noqa: S701, it is no HTML
        loader=jinja2.FileSystemLoader(ROOT / "overrides"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["quoted"] = quoted
    return environment.get_template("nginx.conf").render(
        policy=policy,
        script_policy=script_policy(policy),
        headers=headers,
        folders=folders,
        root=root,
    )


def script_policy(policy: str) -> str:
    """Return what of the policy of pages can be of meaning to a script, which may be a worker."""
    return "; ".join(HASH.sub("", part) for part in policy.split("; ") if FOR_WORKERS.match(part))


def quoted(value: str) -> str:
    r"""Return a value in quotes as nginx reads it: with `\"` and `\\`, but no way to write `$`.

    checks/headers.py refuses that one.
    """
    return '"' + value.replace("\\", r"\\").replace('"', r"\"") + '"'
