"""Make a Starlight site of the same pages, to be measured beside ours."""

import json
import re
from pathlib import Path

import yaml
from browsers.engines import run

# Fetched for the report and not kept: the newest that Node 20 can build.
PACKAGES = ("astro@5.18.2", "@astrojs/starlight@0.37.7")
# How long each command may take, in seconds.
LONGEST = 300

# Its own defaults, prefetching among them; only the languages and the menu are ours.
CONFIG = """
import starlight from "@astrojs/starlight";
export default {
  integrations: [starlight({
    title: "Same pages",
    defaultLocale: "zh",
    locales: { zh: { label: "中文", lang: "zh-CN" }, en: { label: "English", lang: "en" } },
    sidebar: %s,
  })],
};
"""
COLLECTIONS = """
import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
const docs = defineCollection({ loader: docsLoader(), schema: docsSchema() });
export const collections = { docs };
"""


def make_starlight(sources: Path, work: Path) -> Path:
    """Build a site in a new folder from sources whose data is written out; return where it is.

    Raises MissingError (browsers/engines.py) where there is no npm, no registry, or a command
    fails or takes too long.
    """
    content = work / "src/content/docs"
    for pages in sources.glob("docs/*/pages"):
        target = content / pages.parent.name
        target.mkdir(parents=True)
        for page in pages.glob("*.md"):
            (target / page.name).write_text(converted(page), "utf-8")
    shared = yaml.safe_load((sources / "docs/language.yml").read_text("utf-8"))
    (work / "src/content.config.ts").write_text(COLLECTIONS, "utf-8")
    (work / "astro.config.mjs").write_text(CONFIG % json.dumps(menu(shared["nav"])), "utf-8")
    (work / "package.json").write_text('{"type": "module"}', "utf-8")
    for command in (
        ("npm", "install", "--silent", "--no-fund", "--no-audit", *PACKAGES),
        ("npx", "astro", "build"),
    ):
        run(*command, folder=work, patience=LONGEST, ASTRO_TELEMETRY_DISABLED="1", CI="1")
    return work / "dist"


def menu(nav: list[str | dict[str, list[str]]]) -> list[dict[str, object]]:
    """Return our menu as Starlight has it."""
    entries: list[dict[str, object]] = []
    for entry in nav:
        if isinstance(entry, str):
            entries.append({"slug": entry.removesuffix(".md")})
        else:
            entries += [{"label": name, "items": menu([*own])} for name, own in entry.items()]
    return entries


def converted(page: Path) -> str:
    """Return a page as Starlight reads it: the title is its front matter's, ids are its own."""
    _, head, body = page.read_text("utf-8").split("---\n", 2)
    known = {
        key: value for key, value in yaml.safe_load(head).items() if key in ("title", "description")
    }
    body = re.sub(r"^# .*\n", "", body, count=1, flags=re.MULTILINE)
    body = re.sub(r" *\{ ?[#.:][^{}\n]*\}", "", body)
    up = "" if page.name == "index.md" else "../"
    body = re.sub(r"\]\(([\w-]+)\.md(#[\w.-]*)?\)", rf"]({up}\1/\2)", body)
    return f"---\n{json.dumps(known, ensure_ascii=False)}\n---\n{body}"
