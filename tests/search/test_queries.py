"""The query set: what the engine that readers get makes of all of it, held-out half included."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from search.queries import Score, first, read_queries, score

# Least shares of wanted sections first and among the first three: of all queries, and of those
# that nothing was tuned with. Most queries that find nothing.
ALL, HELD_OUT, EMPTY = (0.90, 0.97), (0.85, 0.95), 0.02
IDS = re.compile(r'\bid="?([\w-]+)')

ASK = """async (queries) => {
  const { engine, index } = document.querySelector(".search").dataset;
  const worker = new Worker(engine);
  const ask = (id, query) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => data.id === id && resolve(data);
    worker.postMessage({ id, query });
  });
  worker.postMessage({ id: 0, index: new URL(index, document.baseURI).href });
  const found = [];
  for (const [id, query] of queries.entries()) found.push(await ask(id + 1, query));
  return found;
}"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_query_set_reaches_its_marks(page: Page, language: str) -> None:
    page.goto(f"/{language}/")
    queries = [query for query in read_queries() if query.language == language]
    assert len(queries) >= 120
    answers = page.evaluate(ASK, [query.text for query in queries])
    scores: list[Score] = [
        score(query, [item["url"] for item in answer["items"]], answer["took"])
        for query, answer in zip(queries, answers, strict=True)
    ]
    missed = [it.query.text for it in scores if not 0 < it.place <= 3]
    held_out = [it for it in scores if it.query.held_out]
    for some, marks in ((scores, ALL), (held_out, HELD_OUT)):
        assert first(some, 1) >= marks[0], missed
        assert first(some, 3) >= marks[1], missed
    assert sum(it.empty for it in scores) / len(scores) <= EMPTY


def test_the_wanted_sections_exist(site: Path) -> None:
    known: dict[Path, list[str]] = {}
    for query in read_queries():
        for wanted in query.want:
            name, _, anchor = wanted.partition("#")
            page = site / query.language / ("" if name == "index" else name) / "index.html"
            if page not in known:
                known[page] = IDS.findall(page.read_text("utf-8"))
            assert anchor in known[page], f"queries.yml: {query.text}: there is no {wanted}"
