"""Measure the search: what it finds beside other engines, what it costs, what each rule earns.

All engines search the same sections for the queries of tests/search/queries.yml in one run. Those
of npm are fetched into a temporary folder; all else needs no network. Times depend on the machine.
"""

import argparse
import gzip
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "overrides/hooks")]

import search_peers  # noqa: E402
from chromium import find_chromium  # noqa: E402
from hosting import served  # noqa: E402
from perf_report import build, copy_sources  # noqa: E402
from search.conftest import ASK, INPUT, Box, sections_of  # noqa: E402
from search.queries import Query, Score, mean, read_queries, score  # noqa: E402
from search_index.weights import WEIGHTS  # noqa: E402
from search_rules import worth  # noqa: E402
from search_wire import costs  # noqa: E402

LANGUAGES = ("zh", "en")
KB = 1024
# Of so many queries, one is pasted into a browser that has loaded nothing, and one is typed.
PASTED, TYPED = 6, 8
CODE = {
    "engine and box": ("overrides/assets/javascripts/search", "*.js"),
    "index": ("overrides/hooks/search_index", "*.py"),
}
# Types the letters of a text, one every 30 ms; returns the milliseconds from the last to its
# answer, and to the last change of the list, which is its last excerpt.
TYPE = """async ([text, input]) => {
  const field = document.querySelector(input);
  const box = document.querySelector(".search");
  let began = 0;
  let answered = 0;
  let changed = 0;
  const observer = new MutationObserver(() => {
    changed = performance.now();
    if (began && !answered && box.dataset.answered === text) answered = changed;
  });
  observer.observe(box, { subtree: true, childList: true, attributes: true });
  for (let end = 1; end <= text.length; end++) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    field.value = text.slice(0, end);
    if (end === text.length) began = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  observer.disconnect();
  return [answered - began, changed - began];
}"""


def ours(browser: Browser, site: Path, queries: list[Query]) -> list[list[str]]:
    """Return what this site's search finds, in the order of the queries."""
    found: dict[tuple[str, str], list[str]] = {}
    with served(site) as url:
        for language in LANGUAGES:
            page = browser.new_page()
            page.goto(f"{url}/{language}/")
            texts = [it.text for it in queries if it.language == language]
            answers = page.evaluate(ASK, {"queries": texts, "each": False})
            for text, answer in zip(texts, answers, strict=True):
                found[language, text] = sections_of(answer)
            page.close()
    return [found[it.language, it.text] for it in queries]


def percentile(values: Sequence[float], share: int) -> float:
    """Return the value below which `share` per cent of the values are."""
    return sorted(values)[round((len(values) - 1) * share / 100)]


def figures(scores: list[Score]) -> dict[str, float]:
    """Return what a table shows of some scores; `silent` where nothing here answers a query."""
    answerable = [it for it in scores if it.ndcg is not None]
    return {
        "nDCG@5": mean(it.ndcg for it in scores),
        "3 first": mean(it.first for it in scores),
        "in first 3": mean(it.three for it in scores),
        "nothing": mean(it.offered == 0 for it in answerable),
        "offered": percentile([it.offered for it in answerable], 50),
        "beside": mean(it.beside for it in scores),
        "silent": mean(it.offered == 0 for it in scores if it.ndcg is None),
    }


def answers(queries: list[Query], engines: dict[str, list[list[str]]]) -> None:
    """Print what the engines find."""
    for held_out in (True, False):
        for language in LANGUAGES:
            own = [
                at
                for at, it in enumerate(queries)
                if it.language == language and it.held_out == held_out
            ]
            rows = {
                name: figures([score(queries[at], found[at]) for at in own])
                for name, found in engines.items()
            }
            title = f"{language}, {'held out' if held_out else 'tuned with'} ({len(own)})"
            names = next(iter(rows.values()))
            print(f"\n{title:36}" + "".join(f"{it:>11}" for it in names))
            for name, row in rows.items():
                print(f"  {name:34}" + "".join(f"{value:11.2f}" for value in row.values()))


def rules(queries: list[Query], found: dict[str, list[list[str]]]) -> None:
    """Print what is lost without each rule."""
    names = ("nDCG@5", "3 first", "beside", "silent")
    print("\nHundredths lost where it is left out, both languages: tuned with | held out")
    print(f"  {'':52}" + 2 * "".join(f"{it:>8}" for it in names))
    base: dict[bool, dict[str, float]] = {}
    for name, lists in found.items():
        cells = []
        for half in (False, True):
            own = [at for at, it in enumerate(queries) if it.held_out == half]
            row = figures([score(queries[at], lists[at]) for at in own])
            base.setdefault(half, row)
            cells += [100 * (base[half][it] - row[it]) for it in names]
        print(f"  {name:52}" + "".join(f"{it:8.1f}" for it in cells))


def wire(browser: Browser, site: Path, work: Path, queries: list[Query]) -> None:
    """Print what a search costs."""
    print("\nOn the wire before the first result of a pasted query (nginx, HTTP/2, with headers)")
    for language in LANGUAGES:
        own = [it.text for it in queries if it.language == language][::PASTED]
        pairs = costs(browser, site, work / f"nginx-{language}", language, own)
        for name, at in (("first", 0), ("next", 1)):
            sizes = [pair[at].received / KB for pair in pairs]
            asked = [pair[at].requests for pair in pairs]
            print(
                f"  {language} {name:6} KB: median {percentile(sizes, 50):5.1f}   "
                f"p90 {percentile(sizes, 90):5.1f}   most {max(sizes):5.1f}      "
                f"requests: median {percentile(asked, 50):.0f}   p90 {percentile(asked, 90):.0f}   "
                f"most {max(asked)}   ({len(own)} queries)"
            )


def typing(browser: Browser, site: Path, queries: list[Query]) -> None:
    """Print how long an answer takes as one types."""
    print("\nMilliseconds from the last key to the list, and to its last excerpt (once loaded)")
    with served(site) as url:
        for language in LANGUAGES:
            page = browser.new_page()
            page.goto(f"{url}/{language}/")
            page.keyboard.press("/")
            texts = [it.text for it in queries if it.language == language][::TYPED]
            for text in texts:
                Box(page).paste(text)
            times = [page.evaluate(TYPE, [text, INPUT]) for text in texts]
            cells = "".join(
                f"   {name} p50 {percentile(part, 50):3.0f} p95 {percentile(part, 95):3.0f}"
                for name, part in zip(("list", "all"), zip(*times, strict=True), strict=True)
            )
            print(f"  {language}{cells}   ({len(texts)} queries)")
            page.close()


def sizes(site: Path) -> None:
    """Print what the search weighs, as files and as code."""
    print("\nFiles")
    for language in LANGUAGES:
        files = list((site / language / "search").rglob("*.js"))
        pages, search = (
            len(gzip.compress(next(site.glob(f"assets/offline/{name}.*.json")).read_bytes(), 9))
            for name in (language, f"{language}-search")
        )
        print(
            f"  {language} index: {len(files)} files; copy without a network: {pages / KB:.0f} KB"
            f" of pages, then {search / KB:.0f} KB for who searches"
        )
    published = [it for it in site.rglob("*") if it.is_file() and it.suffix not in (".gz", ".br")]
    print(f"  the whole site: {len(published)} files, beside compressed copies")
    for name, (folder, pattern) in CODE.items():
        lines = [it.read_text("utf-8").splitlines() for it in (ROOT / folder).glob(pattern)]
        print(f"  {name}: {sum(map(len, lines))} lines in {len(lines)} files")
    print(f"  weights: {len(WEIGHTS)}")


def main() -> None:
    """Build the site, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-peers", action="store_true", help="measure this site alone")
    options = parser.parse_args()
    queries = read_queries()
    chromium = find_chromium()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        work = Path(name)
        sources = work / "sources"
        sources.mkdir()
        copy_sources(sources)
        site = sources / "site"
        build(sources, site)
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        engines = {"this site": ours(browser, site, queries)}
        if not options.no_peers:
            engines |= search_peers.fetched(site, queries, browser, work / "peers")
            engines["stock Material"] = search_peers.stock(queries, browser, work / "stock")
        answers(queries, engines)
        wire(browser, site, work, queries)
        typing(browser, site, queries)
        sizes(site)
        rules(queries, worth(browser, site, queries, work / "rules"))
        browser.close()


if __name__ == "__main__":
    main()
