"""Time a reader's steps from page to page: from the finger on the glass to the next page.

A phone on slow 4G, CPU four times slower, each step in a fresh browser on a page that has been
there for a moment, as when it is read. All sites are served by nginx: ours as it is published, the
others with compression, and with their hashed files kept.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import nginx
from playwright.sync_api import Browser, CDPSession, Error, Page
from slow_network import slowed

# How long a finger stays down (seconds), and a page is read before (milliseconds).
TAP, READ = 0.08, 1500
ROUNDS = 3
# How long a step may take (seconds).
LONGEST = 20

# Notes when a finger comes down, and when a frame has shown another page since. Pages that are
# put in place of others by a script are such, too.
WATCH = """
addEventListener("touchstart", () => {
  const heading = document.querySelector("main h1");
  sessionStorage.left = JSON.stringify([Date.now(), location.href, heading && heading.textContent]);
}, true);
const look = () => {
  const [at, address, title] = JSON.parse(sessionStorage.left || "[]");
  const heading = document.querySelector("main h1");
  const other = at && heading && heading.textContent !== title && location.href !== address;
  requestAnimationFrame(other ? () => {
    sessionStorage.removeItem("left");
    sessionStorage.took = Date.now() - at;
  } : look);
};
requestAnimationFrame(look);
"""
PLAIN = """
index index.html;
absolute_redirect off;
charset utf-8;
gzip on;
gzip_comp_level 6;
gzip_types application/javascript application/json image/svg+xml text/css text/plain text/xml;
location ~ "/(_astro|assets)/" { add_header Cache-Control "public, max-age=31536000, immutable"; }
"""


@dataclass(frozen=True)
class Kind:
    """A kind of site: where on its pages what a reader presses is."""

    text: str
    menu: str
    menu_links: str
    search: str
    field: str
    result: str
    language: str
    languages: str
    following: str


OURS = Kind(
    text="article",
    menu="button.toggle-drawer",
    menu_links="#nav",
    search="button.toggle-search",
    field=".search__input",
    result=".results__link",
    languages="",
    language="a.language-switch__link",
    following="a[rel=next]",
)
STOCK = Kind(
    text="article",
    menu="label.md-header__button[for=__drawer]",
    menu_links=".md-nav--primary",
    search="label.md-header__button[for=__search]",
    field=".md-search__input",
    result=".md-search-result__link",
    languages=".md-select button",
    language=".md-select__link[hreflang=en]",
    following=".md-footer__link--next",
)
STARLIGHT = Kind(
    text="main",
    menu="starlight-menu-button button",
    menu_links="#starlight__sidebar",
    search="button[data-open-modal]",
    field=".pagefind-ui__search-input",
    result=".pagefind-ui__result-link",
    languages="",
    language="",
    following="a[rel=next]",
)


def tap(page: Page, session: CDPSession, selector: str) -> None:
    """Put a finger on the first element that is shown, and take it off."""
    element = page.locator(selector).locator("visible=true").first
    element.scroll_into_view_if_needed()
    # It may slide in.
    before = None
    while (box := element.bounding_box()) != before:
        before = box
        page.wait_for_timeout(100)
    assert box
    at = {"x": box["x"] + min(box["width"] / 2, 40), "y": box["y"] + min(box["height"] / 2, 12)}
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    time.sleep(TAP)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def to_lost(page: Page, session: CDPSession, kind: Kind) -> None:
    """Go from the home page to what to do after a loss."""
    tap(page, session, f"{kind.text} a[href*='lost/']")


def to_checklist(page: Page, session: CDPSession, kind: Kind) -> None:
    """Go to the checklist by the menu."""
    tap(page, session, kind.menu)
    link = f"{kind.menu_links} a[href*='checklist/']"
    if not page.locator(link).locator("visible=true").count():
        # In a group of the menu that is closed.
        page.wait_for_timeout(600)
        page.locator(f"{kind.menu_links} li:has({link}) label").locator(
            "visible=true"
        ).first.click()
        page.wait_for_timeout(600)
    tap(page, session, link)


def to_result(page: Page, session: CDPSession, kind: Kind) -> None:
    """Go to the first section that the search finds."""
    tap(page, session, kind.search)
    page.locator(kind.field).wait_for()
    page.wait_for_timeout(READ)
    page.locator(kind.field).press_sequentially("PUK")
    page.locator(kind.result).first.wait_for()
    page.wait_for_timeout(READ)
    tap(page, session, kind.result)


def to_language(page: Page, session: CDPSession, kind: Kind) -> None:
    """Go to the same page in English."""
    if kind.languages:
        tap(page, session, kind.languages)
    if kind.language:
        return tap(page, session, kind.language)
    # A list of the system's, which no finger on the page reaches.
    tap(page, session, kind.menu)
    choice = page.locator("starlight-lang-select select").locator("visible=true").first
    choice.wait_for()
    page.wait_for_timeout(READ)
    page.evaluate("dispatchEvent(new Event('touchstart'))")
    time.sleep(TAP)
    choice.select_option(label="English")
    return None


def to_next(page: Page, session: CDPSession, kind: Kind) -> None:
    """Go to the next page by the foot of this one."""
    tap(page, session, kind.following)


# What a step is called, where it begins, and what a reader does.
STEPS: dict[str, tuple[str, Callable[[Page, CDPSession, Kind], None]]] = {
    "home → lost": ("zh/", to_lost),
    "menu → checklist": ("zh/limits/", to_checklist),
    "search → section": ("zh/", to_result),
    "language": ("zh/limits/", to_language),
    "next page": ("zh/lost/", to_next),
}


def asked(page: Page, function: str) -> str:
    """Wait until a function gives something; between two pages there is none to ask.

    Playwright's own waiting is what our policy forbids. Raises TimeoutError.
    """
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        page.wait_for_timeout(100)
        with suppress(Error):
            if answer := page.evaluate(function):
                return str(answer)
    raise TimeoutError(f"no other page within {LONGEST} s on {page.url}")


def take(browser: Browser, url: str, kind: Kind, step: str) -> float:
    """Return the milliseconds that a step takes."""
    start, act = STEPS[step]
    context = browser.new_context(
        viewport={"width": 412, "height": 823},
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
    )
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.add_init_script(WATCH)
        page.goto(f"{url}/{start}", wait_until="networkidle")
        page.wait_for_timeout(READ)
        act(page, session, kind)
        return float(asked(page, "() => sessionStorage.took"))
    finally:
        context.close()


@contextmanager
def published(site: Path, kind: Kind, port: int = 0) -> Iterator[str]:
    """Serve a site by nginx behind a slow network, on a port or a free one; return the address."""
    program = nginx.find_nginx()
    assert program, "`make perf-report` finds or installs nginx"
    if kind is not OURS:
        (site / "_nginx.conf").write_text(PLAIN, "utf-8")
    with (
        tempfile.TemporaryDirectory() as folder,
        nginx.serve(program, site, Path(folder)) as url,
        slowed(url, port) as slow,
    ):
        yield slow


def with_instant_navigation(sources: Path) -> None:
    """Give stock Material its navigation without loading pages, and what a reader goes on by."""
    for config in (sources / "mkdocs.yml", sources / "docs/language.yml"):
        features = "  font: false\n  features: [navigation.instant, navigation.footer]"
        config.write_text(config.read_text("utf-8").replace("  font: false", features), "utf-8")
    others = "extra:\n  alternate:\n" + "".join(
        f"    - {{name: {name}, link: /{code}/, lang: {code}}}\n"
        for code, name in (("zh", "中文"), ("en", "English"))
    )
    for config in sources.glob("docs/*/mkdocs.yml"):
        text = config.read_text("utf-8")
        config.write_text(text.replace("extra:\n", others, 1), "utf-8")


def compare(browser: Browser, sites: dict[str, tuple[Path, Kind, int]]) -> None:
    """Print what each step takes on each site, in turn; medians, and each target."""
    with ExitStack() as stack:
        urls = {name: stack.enter_context(published(*site)) for name, site in sites.items()}
        print("  step              " + "".join(f"{name:>12}" for name in sites), flush=True)
        for step in STEPS:
            times: dict[str, list[float]] = {name: [] for name in sites}
            for _ in range(ROUNDS):
                for name, (_, kind, _) in sites.items():
                    times[name].append(take(browser, urls[name], kind, step))
            took = {name: statistics.median(own) for name, own in times.items()}
            ours, stock = took["ours"], took["stock"]
            said = f"{ours / stock:.2f} × stock (≤ 0.5): {verdict(ours <= 0.5 * stock)}"
            if "starlight" in took:
                other = took["starlight"]
                said += f"; {ours / other:.2f} × Starlight (≤ 1): {verdict(ours <= other)}"
            print(
                f"  {step:18}" + "".join(f"{one:12.0f}" for one in took.values()) + f"  {said}",
                flush=True,
            )


def verdict(met: bool) -> str:
    """Return how a target fares."""
    return "met" if met else "MISSED"
