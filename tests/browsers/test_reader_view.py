"""The views for reading that browsers offer keep every section, and show no sign of ours."""

import os

import pytest
from browsers import reader_view
from playwright.sync_api import Page

# What is left of a page, beside the headings that it has.
READ = """
() => {
  const own = [...document.querySelectorAll("article :is(h2, h3)[id]:not(#page-sources)")];
  const headings = own.map((one) => one.textContent.trim());
  const article = new Readability(document.cloneNode(true)).parse();
  const found = document.createElement("div");
  found.innerHTML = article.content;
  return {
    headings,
    kept: [...found.querySelectorAll("h2, h3")].map((one) => one.textContent.trim()),
    text: article.textContent,
  };
}
"""


def test_a_view_for_reading_keeps_every_section(page: Page, address: str) -> None:
    if not reader_view.FILE.exists():
        text = f"{reader_view.PACKAGE} is not on this machine: nothing tells of views for reading"
        (pytest.skip if os.environ.get("MISSING") == "tell" else pytest.fail)(text)
    page.goto(address)
    script = reader_view.FILE.read_text("utf-8")
    view = page.evaluate(f"(() => {{ {script}; return ({READ})() }})()")
    lost = [one for one in view["headings"] if one not in view["kept"]]
    assert not lost, "content/permalinks.py: the box around a heading, or its class"
    assert "¶" not in view["text"]
