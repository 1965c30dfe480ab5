"""The published scripts and styles, held against all of MDN's data on browsers."""

import os
import re
from pathlib import Path

import pytest
from browsers import mdn
from javascript import names, own_names, published

# Names that MDN has for something newer, and why scripts may use them.
FINE = {
    "connection": "asked for before it is used: what is not there saves no data",
    "saveData": "as above",
    "effectiveType": "as above",
    "Segmenter": "asked for before it is used: what is not there takes no word for right",
    "segment": "as above",
    "navigationPreload": "asked for before it is used, to switch it off",
    "colorScheme": "of an element's data; MDN means a setting of service workers",
    "maxHeight": "of an element's style; MDN means a camera's",
    "opacity": "of an element's style; MDN means that of something newer",
}

# Properties that some of the oldest browsers lack, and what their readers get.
BETTER = {
    "accent-color": "boxes to tick in the system's colour",
    "appearance": "its prefixed form, which the build adds",
    "color-scheme": "light bars to scroll beside a dark page",
    "content-visibility": "contents that the script opens",
    "hyphenate-limit-chars": "the browser's own idea of where to hyphenate",
    "hyphens": "its prefixed form, which the build adds",
    "outline": "the focus, in a frame that does not follow round corners",
    "overscroll-behavior": "a page that scrolls on when a list has come to its end",
    "print-color-adjust": "its prefixed form, which the build adds",
    "scroll-margin-top": "Safari 14.0 alone: a section that arrives at the top, under the bar",
    "text-autospace": "no space between Han and Latin letters",
    "text-decoration-thickness": "lines below links a little thicker",
    "text-spacing-trim": "punctuation of full width at the start of a line",
    "text-wrap": "lines of headings of uneven length",
}


@pytest.fixture(scope="module", autouse=True)
def known() -> None:
    """Skip or fail where the data could not be had, as the engines do."""
    if not mdn.FILE.exists():
        text = f"{mdn.PACKAGE} is not on this machine: nothing tells of its names"
        (pytest.skip if os.environ.get("MISSING") == "tell" else pytest.fail)(text)


def test_scripts_use_no_name_that_the_oldest_browsers_lack(site: Path) -> None:
    newer = mdn.newer_names()
    scripts = published(site)
    ours = {name for script in scripts.values() for name in own_names(script)}
    found = {
        f"{file}: {name}: {newer[name]}"
        for file, script in scripts.items()
        for name in names(script) & set(newer) - set(FINE) - ours
    }
    assert not found, "Ask before use, or do it in an older way:\n" + "\n".join(sorted(found))


def test_styles_need_no_property_that_the_oldest_browsers_lack(site: Path) -> None:
    inside = re.findall(r"<style>(.*?)</style>", (site / "zh/index.html").read_text("utf-8"))
    files = [file.read_text("utf-8") for file in site.rglob("*.css")]
    used = set(re.findall(r"[{;]([a-z][a-z-]*):", "".join(inside + files)))
    newer = mdn.newer_properties(used)
    found = {f"{name}: {newer[name]}" for name in set(newer) - set(BETTER)}
    assert not found, "Older browsers must show the page well without:\n" + "\n".join(found)


def test_the_data_tells_old_from_new() -> None:
    newer = mdn.newer_names()
    assert {"checkVisibility", "at", "structuredClone"} <= set(newer)
    assert not {"replaceChildren", "matchAll", "querySelector", "fromEntries"} & set(newer)
    assert set(mdn.newer_properties({"text-wrap", "color", "margin"})) == {"text-wrap"}
