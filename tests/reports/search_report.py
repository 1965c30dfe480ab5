"""Compare this site's search with that of stock Material, built from the same pages.

Types every query of tests/search/queries.yml into both boxes, in one run and one browser, and
prints by language and kind: how often a wanted section comes first and among the first three,
the mean reciprocal rank, how often nothing is found, and the time from the last key to settled
results. Then the bytes of a first search, and how index and times grow with the site.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "overrides/hooks")]

from chromium import find_chromium  # noqa: E402
from hosting import served  # noqa: E402
from playwright.sync_api import Browser, Error, Page, sync_playwright  # noqa: E402
from search.queries import Query, Score, first, read_queries, reciprocal, score  # noqa: E402
from search_index import build, write  # noqa: E402
from searching.sections import Section  # noqa: E402
from searching.synonyms import Synonyms, read_synonyms  # noqa: E402

LANGUAGES = ("zh", "en")
INPUT, LINK = ".search__input", ".results__link"
# The hooks that write what pages say; the others belong to our own theme.
CONTENT = ("languages", "claims", "glossary", "figures", "citations", "tables", "terms", "words")
# Milliseconds without a change after which results count as settled, and the longest wait.
SETTLED, LONGEST = 250, 1500
GROWTH = (50, 200, 1000)
# Of so many queries, one is typed a second time.
AGAIN = 4
# KB that a first search may load.
MOST = 15


def build_ours(folder: Path) -> None:
    """Build the site as it is published."""
    run(["build", "--site-dir", str(folder)], ROOT)


def build_stock(folder: Path, work: Path) -> None:
    """Build the same pages with Material's own templates, script and search."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, work / name, ignore=shutil.ignore_patterns("site"))
    shared = (ROOT / "mkdocs.yml").read_text("utf-8")
    shared = re.sub(r"^  custom_dir: .*\n", "", shared, flags=re.MULTILINE)
    shared = shared.replace("  features:\n", "  features:\n    - search.suggest\n")
    (work / "mkdocs.yml").write_text(
        re.sub(r"^extra_(css|javascript):\n(  .*\n)+", "", shared, flags=re.MULTILINE)
    )
    language = (work / "docs/language.yml").read_text("utf-8")
    language = re.sub(r"^  custom_dir: .*$", "  font: false", language, flags=re.MULTILINE)

    def keep(match: re.Match[str]) -> str:
        return match[0] if match[1] in CONTENT else ""

    language = re.sub(r"^  - \S*hooks/(\w+)\.py\n", keep, language, flags=re.MULTILINE)
    (work / "docs/language.yml").write_text(language, "utf-8")
    for name in LANGUAGES:
        config = work / "docs" / name / "mkdocs.yml"
        run(["build", "--config-file", str(config), "--site-dir", str(folder / name)], work)


def run(arguments: list[str], folder: Path) -> None:
    """Run MkDocs; what it says is shown only if it fails."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        sys.exit(f"mkdocs {' '.join(arguments)} failed:\n{result.stdout}{result.stderr}")


# -----------------------------------------------------------------------------


def opened(browser: Browser, url: str, language: str) -> Page:
    """Return a language's home page with the search box open."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{url}/{language}/")
    page.wait_for_timeout(600)
    page.keyboard.press("/")
    page.wait_for_timeout(1200)
    return page


def typed(page: Page, text: str) -> tuple[list[str], float]:
    """Type into the empty box; return the addresses of the results and the milliseconds they took.

    The page itself notes when its results change, so that our asking takes no part in the time.
    """
    page.fill(INPUT, "")
    page.press(INPUT, "Backspace")
    page.wait_for_timeout(150)
    return tuple(page.evaluate(TYPED, [text, INPUT, LINK, SETTLED, LONGEST]))


TYPED = """async ([text, input, link, settled, longest]) => {
  const box = document.querySelector(input);
  const read = () => [...document.querySelectorAll(link)].map((it) => it.href);
  let last = read().join(" "), changed = 0;
  const began = performance.now();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "End" }));
  while (performance.now() - began < longest) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const now = read().join(" ");
    if (now !== last) [last, changed] = [now, performance.now()];
    else if (changed && performance.now() - changed > settled) break;
  }
  return [read(), changed ? changed - began : 0];
}"""


def measure(browser: Browser, url: str, queries: list[Query]) -> tuple[list[Score], list[Score]]:
    """Type all queries, then some again; return the scores, and those of the second round."""
    once: list[Score] = []
    again: list[Score] = []
    for language in LANGUAGES:
        page = opened(browser, url, language)
        own = [it for it in queries if it.language == language]
        for scores, some in ((once, own), (again, own[::AGAIN])):
            for query in some:
                addresses, milliseconds = typed(page, query.text)
                paths = [urlsplit(it).path + "#" + urlsplit(it).fragment for it in addresses]
                scores.append(score(query, [it.rstrip("#") for it in paths], milliseconds))
        page.close()
    return once, again


def loaded(browser: Browser, url: str, site: Path, language: str, text: str) -> int | None:
    """Return the compressed bytes that are loaded, beyond the page, up to the first result."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    paths: list[str] = []
    if (site / language / "search/search_index.json").exists():
        # Stock Material loads its index with every page, before anyone searches.
        paths += [f"/{language}/search/search_index.json"]
        page.on("worker", lambda worker: paths.append(urlsplit(worker.url).path))
    page.goto(f"{url}/{language}/", wait_until="networkidle")
    page.context.on("request", lambda request: paths.append(urlsplit(request.url).path))
    page.keyboard.press("/")
    page.fill(INPUT, text)
    page.press(INPUT, "End")
    try:
        page.wait_for_selector(LINK, state="attached", timeout=3000)
    except Error:
        context.close()
        return None
    names = [it for it in dict.fromkeys(paths) if not re.search(r"/t\d+\.js", it)]
    context.close()
    return sum(len(gzip.compress((site / it.strip("/")).read_bytes(), 9)) for it in names)


# -----------------------------------------------------------------------------

ENGINE = """async ([engine, index, queries]) => {
  const worker = new Worker(engine);
  const ask = (message) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage(message);
  });
  const began = performance.now();
  worker.postMessage({ id: 0, index });
  await ask({ id: 1, query: queries[0] });
  const ready = performance.now() - began;
  const times = [];
  for (const round of [0, 1]) {
    times.length = 0;
    for (const [at, query] of queries.entries()) {
      times.push((await ask({ id: at + 2, query })).took);
    }
  }
  return [ready, times];
}"""


def grown(sections: list[Section], count: int) -> list[Section]:
    """Return so many sections: ours, then copies in which a third of the words is made unlike.

    So the vocabulary grows with the site, as it would with real pages.
    """
    found: list[Section] = []
    while len(found) < count:
        copy = len(found) // len(sections)
        for section in sections[: count - len(found)]:
            found.append(
                Section(
                    f"{section.page}copy-{copy}/" if copy else section.page,
                    section.id,
                    varied(section.title, copy),
                    section.level,
                    section.boost,
                    [varied(passage, copy) for passage in section.passages],
                )
            )
    return found


def varied(text: str, copy: int) -> str:
    """Return a text with every third Latin word and Han character changed, another way a copy."""
    if not copy:
        return text

    def change(match: re.Match[str]) -> str:
        word = match[0]
        if (sum(map(ord, word)) + match.start()) % 3:
            return word
        if "\u4e00" <= word <= "\u9fff":
            return chr(0x4E00 + (ord(word) - 0x4E00 + 37 * copy) % 3000)
        return f"{word}{chr(97 + copy % 26)}{chr(97 + copy // 26)}"

    return re.sub(r"[\u4e00-\u9fff]|[A-Za-z]{3,}", change, text)


def sections_of(site: Path, language: str) -> list[Section]:
    """Read the sections back from a built index."""
    folder = site / language / "search"
    index = parsed(next(folder.glob("index*.js")))
    texts = [
        text
        for at in range(len(index["texts"]))
        for text in parsed(folder / index["folder"] / f"t{at}.js")
    ]
    listed = [(page, entry) for page, _, entries in index["pages"] for entry in entries]
    return [
        # A title that the index has cut is not to be cut again.
        Section(page, entry[0], entry[1].rstrip("…"), 2, 1, [text])
        for (page, entry), text in zip(listed, texts, strict=True)
    ]


def parsed(file: Path) -> dict:
    """Return the data of one file of an index."""
    text = file.read_text("utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def growth(browser: Browser, site: Path, queries: list[Query]) -> None:
    """Print how the search grows."""
    print("\nGrowth (repeated and varied pages; bytes of index and words for the first search)")
    print(
        f"{'':4}{'sections':>9}{'ready ms':>10}{'p50 ms':>8}{'p95 ms':>8}"
        f"{'index KB':>10}{'first KB':>10}"
    )
    engine = next((site / "assets/javascripts").glob("search-engine*.js"))
    for language in LANGUAGES:
        own = sections_of(site, language)
        synonyms = read_synonyms()
        synonyms = Synonyms(synonyms.groups, synonyms.ignore, {}, 0)
        texts = [query.text for query in queries if query.language == language]
        for count in GROWTH:
            folder = site / "growth" / f"{language}-{count}"
            write(folder, *build(grown(own, count), {}, language, synonyms))
            with served(site) as url:
                page = browser.new_page()
                asked: list[str] = []
                page.goto(f"{url}/{language}/404.html")
                page.context.on(
                    "request", lambda it, asked=asked: asked.append(urlsplit(it.url).path)
                )
                address = f"{url}/growth/{language}-{count}/index.js"
                path = f"{url}/{engine.relative_to(site).as_posix()}"
                ready, times = page.evaluate(ENGINE, [path, address, texts[:1]])
                once = sum(
                    len(gzip.compress((site / it.strip("/")).read_bytes(), 9))
                    for it in dict.fromkeys(asked)
                )
                _, times = page.evaluate(ENGINE, [path, address, texts])
                page.close()
            index = len(gzip.compress((folder / "index.js").read_bytes(), 9))
            print(
                f"{language:4}{count:>9}{ready:>10.0f}{statistics.median(times):>8.1f}"
                f"{percentile(times, 95):>8.1f}{index / 1024:>10.1f}{once / 1024:>10.1f}"
            )


# -----------------------------------------------------------------------------


def percentile(values: list[float], share: int) -> float:
    """Return the value below which `share` per cent of the values are."""
    return sorted(values)[round((len(values) - 1) * share / 100)]


def line(name: str, scores: list[Score]) -> str:
    """Return one line of the table."""
    times = [it.milliseconds for it in scores]
    return (
        f"{name:24}{len(scores):>4}{first(scores, 1):>8.2f}{first(scores, 3):>8.2f}"
        f"{reciprocal(scores):>8.2f}{sum(it.empty for it in scores) / len(scores):>9.2f}"
        f"{statistics.median(times):>8.0f}{percentile(times, 95):>8.0f}"
    )


def table(name: str, rounds: tuple[list[Score], list[Score]]) -> None:
    """Print what a search makes of the queries; in the second round, all files are loaded."""
    print(f"\n{name}")
    print(
        f"{'':24}{'n':>4}{'first':>8}{'three':>8}{'mrr':>8}{'nothing':>9}{'p50 ms':>8}{'p95 ms':>8}"
    )
    once, again = rounds
    for language in LANGUAGES:
        own = [it for it in once if it.query.language == language]
        for kind in dict.fromkeys(it.query.kind for it in own):
            print(line(f"{language} {kind}", [it for it in own if it.query.kind == kind]))
        for half in (False, True):
            part = [it for it in own if it.query.held_out == half]
            if part:
                print(line(f"{language} {'held out' if half else 'used for tuning'}", part))
        print(line(f"{language} ALL", own))
        print(
            line(f"{language} some, again", [it for it in again if it.query.language == language])
        )


def main() -> None:
    """Build both sites, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-growth", action="store_true", help="leave the growth out")
    parser.add_argument("--every", type=int, default=1, help="type only every n-th query")
    options = parser.parse_args()
    queries = read_queries()[:: options.every]
    jieba = importlib.util.find_spec("jieba")
    print(f"{len(queries)} queries; stock Material {'with' if jieba else 'without'} jieba")
    chromium = find_chromium()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        work = Path(name)
        sites = {"This site": work / "ours", "Stock Material": work / "stock"}
        began = time.perf_counter()
        build_ours(sites["This site"])
        build_stock(sites["Stock Material"], work / "sources")
        print(f"both built in {time.perf_counter() - began:.0f} s")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for title, site in sites.items():
            with served(site) as url:
                table(title, measure(browser, url, queries))
        print("\nKB before the first result, beyond the page (every fifth query, pasted whole)")
        for title, site in sites.items():
            with served(site) as url:
                for language in LANGUAGES:
                    own = [it for it in queries if it.language == language][::5]
                    found = [loaded(browser, url, site, language, it.text) for it in own]
                    sizes = [it / 1024 for it in found if it]
                    print(
                        f"{title:16}{language:4} median {statistics.median(sizes):5.1f}"
                        f"   p90 {percentile(sizes, 90):5.1f}   most {max(sizes):5.1f}"
                        f"   above {MOST}: {sum(it > MOST for it in sizes)} of {len(sizes)}"
                    )
        if not options.no_growth:
            growth(browser, sites["This site"], queries)
        browser.close()


if __name__ == "__main__":
    main()
