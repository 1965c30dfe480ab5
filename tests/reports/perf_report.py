"""Compare what this site weighs and how fast it is with stock Material made from the same pages.

Steps from page to page are compared with stock Material's navigation without loading pages, and
with Starlight, which is fetched from npm; where that cannot be had, the report says so.

Builds both from nothing, serves both compressed on loopback, and loads pages of both in one
browser as a phone on slow 4G with a CPU four times slower, in turn, with nothing cached. Prints
each target beside what was measured. Times depend on the machine: only those of one run compare.
"""

import argparse
import functools
import gzip
import mimetypes
import os
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

sys.path.insert(0, str(ROOT / "overrides/hooks"))

import steps  # noqa: E402
from browsers.engines import MissingError  # noqa: E402
from chromium import find_chromium  # noqa: E402
from content import directives  # noqa: E402
from content.citations import CITATION  # noqa: E402
from hosting import Quiet, served  # noqa: E402
from inputs.data import read_data  # noqa: E402
from inputs.languages import read_languages  # noqa: E402
from starlight import make_starlight  # noqa: E402
from steps import verdict  # noqa: E402

LANGUAGES = ("zh", "en")
# The pages that are timed: the lightest, a typical one, the heaviest.
TIMED = ("", "limits/", "fact-check/")
ROUNDS = 5
KB = 1024
# Pages that hold a whole language for printing are no pages to read, and no sitemap names them.
LEFT_OUT = {"print"}
# Pages that are repeated to make a large site; they need no data but the sources.
MODELS = ("android", "iphone", "no-google", "operator-data", "lost", "backup")

OBSERVE = """
window.__seen = {lcp: 0, cls: 0, long: 0};
const seen = (type, each) => {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(each));
  observer.observe({type, buffered: true});
};
seen("largest-contentful-paint", (entry) => { __seen.lcp = entry.startTime; });
seen("layout-shift", (entry) => { if (!entry.hadRecentInput) __seen.cls += entry.value; });
seen("longtask", (entry) => { __seen.long += Math.max(0, entry.duration - 50); });
"""
READ = """() => ({...__seen,
  fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime})"""


@dataclass
class Load:
    """What loading a page took."""

    requests: int
    kb: float
    fcp: float
    lcp: float
    cls: float
    long: float
    others: int


# -----------------------------------------------------------------------------
# Sites


def copy_sources(target: Path) -> None:
    """Copy what a build reads."""
    ignore = shutil.ignore_patterns("site", "__pycache__")
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, target / name, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", target)


def make_stock(sources: Path) -> None:
    """Turn a copy of the sources into a plain Material site of the same pages."""
    shared = (sources / "mkdocs.yml").read_text("utf-8")
    # `material` is asked for fonts by default; they are another host's, which is not there.
    shared = re.sub(r"^  custom_dir: .*$", "  font: false", shared, flags=re.MULTILINE)
    for key in ("hooks", "exclude_docs"):
        shared = re.sub(rf"^{key}:.*\n(?:  .*\n|\n)+", "", shared, flags=re.MULTILINE)
    shared = shared.replace("strict: true", "strict: false")
    (sources / "mkdocs.yml").write_text(shared, "utf-8")
    language = (sources / "docs/language.yml").read_text("utf-8")
    language = re.sub(r"^  custom_dir: .*$", "  font: false", language, flags=re.MULTILINE)
    language = re.sub(r"^hooks:\n(?:  .*\n)+", "", language, flags=re.MULTILINE)
    language = language.replace("plugins: []", "plugins: [search]")
    (sources / "docs/language.yml").write_text(language, "utf-8")
    (sources / "docs/landing/index.md").write_text("# Languages\n\n[zh](zh/) [en](en/)\n", "utf-8")
    write_out_data(sources)


def write_out_data(sources: Path) -> None:
    """Write into the pages what our build takes from docs/data, citations as plain links."""
    languages = read_languages(sources)
    data = read_data([language.folder for language in languages])
    for language in languages:
        pages = sources / "docs" / language.folder / "pages"
        texts = {page: page.read_text("utf-8") for page in pages.rglob("*.md")}
        lists = {
            group: page.name
            for page, text in texts.items()
            for name, groups in directives.uses(text)
            if name == "sources"
            for group in groups
        }

        def links(match: re.Match[str], lists: dict[str, str] = lists) -> str:
            keys = [key for key in re.findall(r"@([a-z0-9]+)", match[1]) if key in data.sources]
            return "".join(
                f" [{key.upper()}]({lists[data.sources[key].group]}#{key})" for key in keys
            )

        for page, text in texts.items():
            # Material has no template of ours.
            plain = re.sub(r"^template: .*\n", "", text, count=1, flags=re.MULTILINE)
            whole, _ = directives.expand(plain, page.name, language, data)
            page.write_text(CITATION.sub(links, whole), "utf-8")


def grow(sources: Path, pages: int) -> None:
    """Give every language this number of pages."""
    for language in LANGUAGES:
        folder = sources / "docs" / language / "pages"
        for number in range(pages):
            model = (folder / f"{MODELS[number % len(MODELS)]}.md").read_text("utf-8")
            # What other pages or other languages record about a page is true of the model only.
            model = re.sub(r"^(aliases|translation):.*\n(?:  .*\n)*", "", model, flags=re.MULTILINE)
            # Two pages with one title or description stop the build.
            model = re.sub(r"^(title|description): ", rf"\g<0>{number} ", model, flags=re.MULTILINE)
            (folder / f"page-{number}.md").write_text(model, "utf-8")
    config = sources / "docs/language.yml"
    text = config.read_text("utf-8").rstrip("\n")
    entries = "".join(f"\n  - page-{number}.md" for number in range(pages))
    config.write_text(text + entries + "\n", "utf-8")


def build(sources: Path, site: Path, url: str = "https://example.org/") -> float:
    """Build from nothing, and return the seconds of processor time it took, of all processes.

    Another program that keeps the machine busy would count in the time on the clock.
    """
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(sources / ".cache", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site)],
        cwd=sources,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{sources} does not build:\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# -----------------------------------------------------------------------------
# Loading


class Compressing(Quiet):
    """A static host that compresses texts, as most do."""

    def do_GET(self) -> None:  # noqa: N802 (http.server's name)
        """Send a file, compressed if it is text."""
        path = Path(self.directory) / unquote(urlsplit(self.path).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or re.search("json|javascript|xml|svg", kind)
        body = pack(path) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.cache
def pack(path: Path) -> bytes:
    """Return a file compressed."""
    return gzip.compress(path.read_bytes(), 9)


def load(browser: Browser, url: str) -> Load:
    """Load a page as a phone that has never seen it, until the network is quiet."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=2)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on(
        "Network.requestWillBeSent",
        lambda event: asked.__setitem__(event["requestId"], event["request"]["url"]),
    )
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"]),
    )
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 150,
            "downloadThroughput": 1.6 * 1024 * 1024 / 8,
            "uploadThroughput": 750 * 1024 / 8,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(OBSERVE)
    page.goto(url, wait_until="load")
    page.wait_for_timeout(2500)
    seen = page.evaluate(READ)
    context.close()
    web = {key: address for key, address in asked.items() if address.startswith("http")}
    host = urlsplit(url).netloc
    return Load(
        requests=len(web),
        kb=sum(sizes.get(key, 0) for key in web) / KB,
        others=sum(urlsplit(address).netloc != host for address in web.values()),
        **seen,
    )


def blocking(site: Path, page: Path) -> float:
    """Return the KB of a page and of all it has to wait for before the first paint."""
    head = html.parse(str(page)).find("head")
    files = [page]
    for element in head.iter("link", "script"):
        address = element.get("href") or element.get("src") or ""
        waits = element.get("rel") == "stylesheet" or (
            element.get("src") and element.get("defer") is None and element.get("async") is None
        )
        if waits and not re.match(r"https?:|//", address):
            # Pages for wrong addresses name files from the root.
            base = site if address.startswith("/") else page.parent
            files.append(base / address.lstrip("/"))
    return sum(len(pack(file.resolve())) for file in files if file.exists()) / KB


# -----------------------------------------------------------------------------
# Report


def weights(ours: Path, stock: Path) -> None:
    """Print what each page needs before it can be painted."""
    print("\nHTML and everything that blocks the first paint, KB gzip (target: at most 14.0)")
    heaviest = 0.0
    for page in sorted(ours.rglob("*.html")):
        if page.parent.name in LEFT_OUT:
            continue
        own = blocking(ours, page)
        heaviest = max(heaviest, own)
        other = stock / page.relative_to(ours)
        beside = f"{blocking(stock, other):8.1f}" if other.exists() else "       –"
        print(f"  {page.relative_to(ours).as_posix():38}{own:6.1f}  stock{beside}")
    print(f"  heaviest {heaviest:.1f}: {verdict(heaviest <= 14.0)}")


def speed(browser: Browser, ours: Path, stock: Path) -> None:
    """Print what loading some pages takes, beside stock Material."""
    print(f"\nLoaded as a phone on slow 4G, CPU 4× slower, nothing cached; medians of {ROUNDS}")
    print(
        "  page               requests     KB     FCP    LCP ms    CLS  long tasks ms  other hosts"
    )
    with served(ours, Compressing) as here, served(stock, Compressing) as there:
        for path in (f"{language}/{page}" for language in LANGUAGES for page in TIMED):
            rounds: dict[str, list[Load]] = {"ours": [], "stock": []}
            for _ in range(ROUNDS):
                rounds["ours"].append(load(browser, f"{here}/{path}"))
                rounds["stock"].append(load(browser, f"{there}/{path}"))
            middle = {
                name: Load(
                    *(
                        statistics.median(getattr(one, key) for one in loads)
                        for key in Load.__dataclass_fields__
                    )
                )
                for name, loads in rounds.items()
            }
            for name, one in middle.items():
                print(
                    f"  {path if name == 'ours' else '  stock':20}{one.requests:7.0f}{one.kb:8.1f}"
                    f"{one.fcp:8.0f}{one.lcp:8.0f}{one.cls:9.3f}{one.long:13.0f}{one.others:10.0f}"
                )
            own, other = middle["ours"], middle["stock"]
            first, largest = own.fcp / other.fcp, own.lcp / other.lcp
            print(
                f"    ≤ 8 requests, ≤ 48 KB: {verdict(own.requests <= 8 and own.kb <= 48)};"
                f" FCP {first:.2f} ×, LCP {largest:.2f} × stock (≤ 0.6):"
                f" {verdict(first <= 0.6 and largest <= 0.6)};"
                f" no shift: {verdict(own.cls == 0)};"
                f" long tasks ≤ 150 ms: {verdict(own.long <= 150)}"
            )


def from_page_to_page(browser: Browser, ours: Path, work: Path) -> None:
    """Print what steps from page to page take, beside stock Material and Starlight."""
    print(
        f"\nFrom page to page: from the finger on the glass to the next page, ms; phone on slow 4G,"
        f" CPU 4× slower, nginx as published; medians of {steps.ROUNDS}"
    )
    instant, site = work / "instant", work / "instant-site"
    instant.mkdir()
    copy_sources(instant)
    make_stock(instant)
    steps.with_instant_navigation(instant)
    # It compares addresses with its own, so it is built for the one at which it will be.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    build(instant, site, f"http://127.0.0.1:{port}/")
    sites = {"ours": (ours, steps.OURS, 0), "stock": (site, steps.STOCK, port)}
    try:
        (work / "starlight").mkdir()
        made = make_starlight(instant, work / "starlight")
        sites["starlight"] = (made, steps.STARLIGHT, 0)
    except MissingError as error:
        print(f"  Starlight is not measured: {error}")
    steps.compare(browser, sites)


def builds(work: Path, pages: int, first: tuple[float, float]) -> None:
    """Print how long building takes: both languages, and a large site beside stock Material."""
    print("\nBuilding both languages from nothing, seconds of processor time")
    ours, stock = first
    print(f"  this site {ours:.1f} (target: at most 6): {verdict(ours <= 6)}; stock {stock:.1f}")
    if not pages:
        return
    for name in ("large", "large-stock"):
        (work / name).mkdir()
        copy_sources(work / name)
        grow(work / name, pages)
    make_stock(work / "large-stock")
    # In turn, for a machine may be busy for a while.
    rounds = [
        [build(work / name, work / f"{name}-site") for name in ("large", "large-stock")]
        for _ in range(3)
    ]
    own, bare = (min(times) for times in zip(*rounds, strict=True))
    print(
        f"  {pages} more pages a language: {own:.1f}, stock {bare:.1f}:"
        f" {own / bare:.2f} × (target: at most 1): {verdict(own / bare <= 1)}"
    )


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300, help="pages of the large site (0: none)")
    parser.add_argument("--no-browser", action="store_true", help="weights and builds only")
    parser.add_argument("--steps", action="store_true", help="only from page to page")
    options = parser.parse_args()
    chromium = find_chromium()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        work = Path(name)
        for kind in ("ours", "stock"):
            (work / kind).mkdir()
            copy_sources(work / kind)
        make_stock(work / "stock")
        ours, stock = work / "ours-site", work / "stock-site"
        first = tuple(
            min(build(work / kind, site) for _ in range(1 if options.steps else 3))
            for kind, site in (("ours", ours), ("stock", stock))
        )
        if not options.steps:
            weights(ours, stock)
        if not options.no_browser:
            browser = playwright.chromium.launch(
                executable_path=chromium,
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            if not options.steps:
                speed(browser, ours, stock)
            from_page_to_page(browser, ours, work)
            browser.close()
        if not options.steps:
            builds(work, options.pages, first)


if __name__ == "__main__":
    main()
