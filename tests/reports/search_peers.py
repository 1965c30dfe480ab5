"""What other engines find in the same sections, for the same queries."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hosting import served
from perf_report import build, copy_sources, make_stock
from playwright.sync_api import Browser, Page
from search.queries import Query, section

# They are fetched for the report and not kept.
PACKAGES = ("minisearch@7.2.0", "pagefind@1.6.0")
# Milliseconds without a change after which results count as settled, and the longest wait.
SETTLED, LONGEST = 150, 1200

# What an engine finds: for each query the sections, best first.
Found = list[list[str]]
# Has a page of a language search for some texts; returns the addresses of what it finds.
Search = Callable[[Page, str, list[str]], Found]

PAGEFIND = """async ([language, queries]) => {
  const engine = await import(`/${language}/pagefind/pagefind.js`);
  const found = [];
  for (const query of queries) {
    const { results } = await engine.search(query);
    found.push(await Promise.all(results.map(async (it) => (await it.data()).raw_url)));
  }
  return found;
}"""
STOCK = """async ([queries, settled, longest]) => {
  const box = document.querySelector(".md-search__input");
  const read = () => [...document.querySelectorAll(".md-search-result__link")].map((it) => it.href);
  const found = [];
  for (const query of queries) {
    for (const text of ["", query]) {
      let last = read().join(" "), changed = performance.now();
      const began = changed;
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "End" }));
      while (performance.now() - began < (text ? longest : settled)) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        const now = read().join(" ");
        if (now !== last) [last, changed] = [now, performance.now()];
        else if (text && now && performance.now() - changed > settled) break;
      }
    }
    found.push(read());
  }
  return found;
}"""


def published(site: Path, language: str) -> list[dict[str, str]]:
    """Return the sections of a built site as its own index has them."""
    folder = site / language / "search"
    index = parsed(next(folder.glob("index.*.js")))
    listed = [
        {"url": f"/{url}#{own}" if own else f"/{url}", "title": title, "page": titles[0]}
        for url, titles, ids in index["pages"]
        for title, own in zip(titles, ids, strict=True)
    ]
    files = -(-len(listed) // index["texts"])
    texts = [
        " ".join(passages)
        for at in range(files)
        for passages in parsed(folder / index["folder"] / f"texts-{at}.js")
    ]
    return [{**it, "text": text} for it, text in zip(listed, texts, strict=True)]


def parsed(file: Path) -> Any:  # noqa: ANN401
    """Return the data of one file of an index."""
    return json.loads(re.sub(r'^put\(".*?",|\)\s*$', "", file.read_text("utf-8")))


def fetched(site: Path, queries: list[Query], browser: Browser, work: Path) -> dict[str, Found]:
    """Return what MiniSearch and Pagefind find; `work` is a folder for what they need."""
    work.mkdir()
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        sys.exit("The report fetches its peers by npm: install Node.js, or use --no-peers.")
    shutil.copy(Path(__file__).with_name("search_peers.mjs"), work)
    subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", *PACKAGES], cwd=work, check=True
    )
    languages = sorted({it.language for it in queries})
    told = {
        "sections": {language: published(site, language) for language in languages},
        "queries": [{"language": it.language, "text": it.text} for it in queries],
        "folder": str(work / "site"),
    }
    done = subprocess.run(
        [node, "search_peers.mjs"],
        cwd=work,
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"search_peers.mjs failed:\n{done.stderr}")
    mini = [[section(it) for it in found] for found in json.loads(done.stdout)]
    (work / "site/empty.html").write_text("<!doctype html>", "utf-8")

    def search(page: Page, language: str, texts: list[str]) -> Found:
        return page.evaluate(PAGEFIND, [language, texts])

    return {
        "MiniSearch with Intl.Segmenter": mini,
        "Pagefind, by sections": in_browser(browser, work / "site", queries, "empty.html", search),
    }


def stock(queries: list[Query], browser: Browser, work: Path) -> Found:
    """Return what stock Material finds on the same pages, typed into its box."""
    work.mkdir()
    copy_sources(work)
    make_stock(work)
    build(work, work / "site")

    def search(page: Page, language: str, texts: list[str]) -> Found:
        page.goto(f"{page.url}{language}/")
        page.wait_for_timeout(600)
        page.keyboard.press("/")
        page.wait_for_timeout(1500)
        return page.evaluate(STOCK, [texts, SETTLED, LONGEST])

    return in_browser(browser, work / "site", queries, "", search)


def in_browser(
    browser: Browser, site: Path, queries: list[Query], start: str, search: Search
) -> Found:
    """Return what `search` finds from a page of a site, in the order of the queries."""
    found: dict[tuple[str, str], list[str]] = {}
    with served(site) as url:
        for language in sorted({it.language for it in queries}):
            texts = [it.text for it in queries if it.language == language]
            page = browser.new_page()
            page.goto(f"{url}/{start}")
            for text, addresses in zip(texts, search(page, language, texts), strict=True):
                parts = [urlsplit(it) for it in addresses]
                found[language, text] = [
                    section(f"{it.path}#{it.fragment}".rstrip("#")) for it in parts
                ]
            page.close()
    return [found[it.language, it.text] for it in queries]
