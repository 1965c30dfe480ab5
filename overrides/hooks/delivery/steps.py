"""Turn the built pages into what is published: small, hashed, compressed, with their policy.

The steps stand in delivery/, one job a file. They run on the whole site once all languages are
built and compared, and never while serving. Their order matters: once a step has put the
hash of something into a name or a policy, no later step may change that thing.
"""

from __future__ import annotations

from pathlib import Path

from delivery import compression, csp, fingerprint, markup
from delivery import offline as offline_copy
from delivery.site import Site


def deliver(folder: Path, url: str, *, offline: bool) -> None:
    """Run all steps on the finished site in `folder`, which is built for the address `url`.

    With `offline`, readers' browsers keep a copy of the site.
    """
    site = Site(folder, url)
    markup.shorten_scripts(site)
    worker = offline_copy.worker_of(site)
    fingerprint.rename(site)
    markup.shorten_pages(site)
    hashes = csp.protect(site)
    site.save()
    csp.publish(site, hashes)
    offline_copy.publish(site, worker, wanted=offline)
    compression.compress(site)
