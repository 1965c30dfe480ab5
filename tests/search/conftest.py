"""What the tests of the search share: the box on a page, the engine alone, its modules."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hosting import served
from playwright.sync_api import Browser, Page, expect
from search.queries import section
from search_index import Section, write

INPUT, LINK, STATUS = ".search__input", ".results__link", ".results__count"
MODULES = ROOT / "overrides/assets/javascripts/search"


@dataclass
class Box:
    """The search box of a page."""

    page: Page

    def type(self, text: str) -> None:
        """Type into the empty box and wait for the answer, as a person does."""
        self.page.fill(INPUT, "")
        self.page.locator(INPUT).press_sequentially(text)
        self.answered(text)

    def paste(self, text: str) -> None:
        """Put a text into the box at once and wait for the answer."""
        self.page.fill(INPUT, text)
        self.answered(text)

    def answered(self, text: str) -> None:
        """Wait until the box shows the answer to a text."""
        expect(self.page.locator(f'.search[data-answered="{text}"]')).to_be_attached()

    def results(self) -> list[str]:
        """Return what the results are, best first: `page#section`."""
        return [
            section(address)
            for address in self.page.eval_on_selector_all(
                LINK, "all => all.map(it => it.pathname + it.hash)"
            )
        ]

    def marked(self, place: int = 0) -> list[str]:
        """Return the marked words of a result, once its excerpt is there."""
        item = self.page.locator(LINK).nth(place)
        expect(item.locator(".results__excerpt")).not_to_be_empty()
        return item.locator("mark").all_inner_texts()


@pytest.fixture
def open_box(page: Page) -> Callable[[str], Box]:
    """Return a function that opens a page and the search box on it."""

    def box(address: str) -> Box:
        page.goto(address)
        page.keyboard.press("/")
        return Box(page)

    return box


# What a page asks the engine in a worker: one for all queries, or a new one for each.
ASK = """async ({ queries, each }) => {
  const { script, index } = document.querySelector("button.toggle-search").dataset;
  let worker;
  const found = [];
  for (const [at, query] of queries.entries()) {
    if (!worker || each) {
      worker?.terminate();
      worker = new Worker(script);
      worker.postMessage({ id: 0, index: new URL(index, document.baseURI).href });
    }
    found.push(await new Promise((resolve) => {
      worker.onmessage = ({ data }) => data.id === at + 1 && resolve(data);
      worker.postMessage({ id: at + 1, query });
    }));
  }
  worker.terminate();
  return found;
}"""


@dataclass
class Engine:
    """The engine that readers get, as a page asks it."""

    page: Page

    def ask(self, language: str, queries: list[str], *, each: bool = False) -> list[dict[str, Any]]:
        """Return its answers to queries, one after the other; `each` by a new engine."""
        if f"/{language}/" not in self.page.url:
            self.page.goto(f"/{language}/")
        answers: list[dict[str, Any]] = self.page.evaluate(ASK, {"queries": queries, "each": each})
        return answers

    def results(self, language: str, query: str) -> list[str]:
        """Return what it finds, best first: `page#section`."""
        (answer,) = self.ask(language, [query])
        return sections_of(answer)


def sections_of(answer: dict[str, Any]) -> list[str]:
    """Return the results of an answer as `page#section`; what only perhaps answers is none."""
    return [] if answer.get("perhaps") else [section(item["url"]) for item in answer["items"]]


@pytest.fixture(scope="module")
def engine(browser: Browser, site_url: str) -> Iterator[Engine]:
    """Return the engine of the built site."""
    context = browser.new_context(base_url=site_url, service_workers="block")
    yield Engine(context.new_page())
    context.close()


@dataclass
class Modules:
    """The modules of the engine, run in a page, on an index that a test makes."""

    page: Page
    folder: Path
    made: int = field(default=0)

    def index(self, *sections: Section, language: str = "en", **data: str) -> str:
        """Write the index of sections, with the text of data files by name; return its address."""
        self.made += 1
        sources = self.folder / f"data-{self.made}"
        sources.mkdir()
        for name in ("questions", "synonyms", "glossary"):
            (sources / f"{name}.yml").write_text(data.get(name, ""), "utf-8")
        write(self.folder / f"index-{self.made}", list(sections), language, sources)
        return f"/index-{self.made}/"

    def run(self, script: str, argument: object = None) -> Any:  # noqa: ANN401
        """Return what the body of an async function returns; it can `import` /modules/….js."""
        return self.page.evaluate(f"async (it) => {{ {script} }}", argument)

    def open(self, address: str) -> str:
        """Return JavaScript that makes `index` of the index at an address."""
        return f"""
          const {{ Files }} = await import("/modules/files.js");
          const {{ Index }} = await import("/modules/index.js");
          const data = await new Files("{address}").load("index");
          const index = new Index(data, new Files("{address}" + data.folder + "/"));
        """

    def understood(self, address: str, query: str, wanted: str) -> Any:  # noqa: ANN401
        """Return what an expression says of a `query` to an index, and its `parts`."""
        return self.run(
            f"""{self.open(address)}
            const {{ Query }} = await import("/modules/query.js");
            const {{ ranked, answers }} = await import("/modules/rank.js");
            const query = new Query(index, it);
            const parts = await query.understand();
            return {wanted};
            """,
            query,
        )

    def find(self, address: str, query: str) -> list[str]:
        """Return the titles of what answers a query in an index, best first."""
        return self.answers(address, query)["results"]

    def answers(self, address: str, query: str) -> dict[str, list[str]]:
        """Return the titles of the `results`, and of those that `perhaps` answer."""
        titles = "map(({ section }) => index.sections[section].title)"
        found: dict[str, list[str]] = self.understood(
            address,
            query,
            f"""(({{ results, perhaps }}) =>
              ({{ results: results.{titles}, perhaps: perhaps.{titles} }})
            )(answers(index, ranked(index, query, parts)))""",
        )
        return found


@pytest.fixture(scope="module")
def modules(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Modules]:
    """Return the modules of the engine in an empty page."""
    folder = tmp_path_factory.mktemp("modules")
    (folder / "modules").symlink_to(MODULES)
    (folder / "empty.html").write_text('<!doctype html><meta charset="utf-8">', "utf-8")
    with served(folder) as url:
        page = browser.new_page(base_url=url)
        page.goto("/empty.html")
        yield Modules(page, folder)
        page.close()
