"""Turn the built pages into what is published: small, hashed, compressed, with their policy.

The steps stand in delivery/, one job a file. They run on the whole site once all languages are
built and compared, and never while serving. Their order matters: what a step names or hashes,
no later step may change.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from delivery import assets, compression, markup, offline, policy, scripts
from delivery.site import Site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from processes import each

serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether the site is being served: an author needs quick pages, not small ones."""
    global serving
    serving = command == "serve"


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """Run all steps on the finished site."""
    if serving:
        return
    site = Site(Path(config.site_dir), config.site_url or "/")
    wanted = config.extra.get("offline", True)
    worker = offline.worker_of(site)
    scripts.join(site, [offline.REGISTER] if wanted else [])
    scripts.reduce(site)
    stored = assets.store(site)
    parts = site.parts()

    def finish(language: str) -> tuple[policy.Hashes, str]:
        part = parts[language]
        assets.rename(part, stored)
        markup.minify(part)
        hashes = policy.protect(part)
        part.save()
        return hashes, offline.keep(part, language) if wanted and language else ""

    # What belongs to no language first: every language's copy has it, too.
    shared, *languages = sorted(parts)
    finished = [finish(shared), *each(finish, languages)]
    policy.publish(site, [hashes for hashes, _ in finished])
    kept = dict(zip(languages, (copy for _, copy in finished[1:]), strict=True))
    offline.publish(site, worker, kept if wanted else None)
    compression.compress(site)
