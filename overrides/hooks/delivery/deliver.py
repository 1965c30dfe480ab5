"""Turn the built pages into what is published: small, hashed, compressed, with their policy.

The steps stand in delivery/, one job a file. They run on the whole site once all languages are
built and compared, and never while serving. Their order matters: what a step names or hashes,
no later step may change.
"""

from __future__ import annotations

from pathlib import Path

from delivery import assets, compression, markup, policy, scripts
from delivery import offline as offline_copy
from delivery.processes import each
from delivery.site import Site


def deliver(folder: Path, url: str, *, offline: bool) -> None:
    """Run all steps on the finished site in `folder`, which is built for the address `url`.

    With `offline`, readers' browsers keep a copy of the site.
    """
    site = Site(folder, url)
    worker = offline_copy.worker_of(site)
    scripts.join(site, [offline_copy.REGISTER] if offline else [])
    scripts.reduce(site)
    stored = assets.store(site)
    parts = site.parts()

    def finish(language: str) -> tuple[policy.Hashes, str]:
        part = parts[language]
        assets.rename(part, stored)
        markup.minify(part)
        hashes = policy.protect(part)
        part.save()
        return hashes, offline_copy.keep(part, language) if offline and language else ""

    # What belongs to no language first: every language's copy has it, too.
    shared, *languages = sorted(parts)
    finished = [finish(shared), *each(finish, languages)]
    policy.publish(site, [hashes for hashes, _ in finished])
    kept = dict(zip(languages, (copy for _, copy in finished[1:]), strict=True))
    offline_copy.publish(site, worker, kept if offline else None)
    compression.compress(site)
