"""What is published asks nothing of a browser that the oldest we name do not have.

Here stand the names that an author is likely to reach for; tests/browsers/ knows all of MDN's.
"""

from pathlib import Path

import pytest
from javascript import names, newer_syntax, published

# Newer than the oldest browsers (hooks/bundling/oldest_browsers.py), with the first versions that
# have them, from MDN's browser-compat-data.
NEWER = {
    "at": "Chrome 92, Safari 15.4",
    "cause": "Chrome 93, Safari 15",
    "checkVisibility": "Chrome 105, Firefox 106, Safari 17.4",
    "CompressionStream": "Firefox 113, Safari 16.4",
    "DecompressionStream": "Firefox 113, Safari 16.4",
    "findLast": "Chrome 97, Firefox 104, Safari 15.4",
    "findLastIndex": "Chrome 97, Firefox 104, Safari 15.4",
    "fromAsync": "Chrome 121, Firefox 115, Safari 16.4",
    "getHTML": "Chrome 125, Firefox 128, Safari 18",
    "getOrInsert": "Chrome 145, Firefox 144, Safari 26.2",
    "groupBy": "Chrome 117, Firefox 119, Safari 17.4",
    "hasOwn": "Chrome 93, Safari 15.4",
    "inert": "Chrome 102, Firefox 112, Safari 15.5",
    "isWellFormed": "Chrome 111, Firefox 119, Safari 16.4",
    "locks": "Firefox 96, Safari 15.4, Chrome 125",
    "moveBefore": "Chrome 133, Firefox 144, not in Safari",
    "navigationPreload": "Firefox 99, Safari 15.4",
    "popover": "Chrome 114, Firefox 125, Safari 17",
    "preloadResponse": "Firefox 99, Safari 15.4",
    "randomUUID": "Chrome 92, Firefox 95, Safari 15.4",
    "requestIdleCallback": "not in Safari",
    "requestSubmit": "Safari 16",
    "scheduler": "Chrome 94, Firefox 142, not in Safari",
    "scrollIntoViewIfNeeded": "not in Firefox",
    "Segmenter": "Firefox 125, Safari 14.1",
    "showOpenFilePicker": "not in Firefox, not in Safari",
    "showPicker": "Chrome 99, Firefox 101, Safari 16",
    "showPopover": "Chrome 114, Firefox 125, Safari 17",
    "showSaveFilePicker": "not in Firefox, not in Safari",
    "structuredClone": "Chrome 98, Safari 15.4",
    "TextDecoderStream": "Firefox 105, Safari 14.1",
    "throwIfAborted": "Chrome 100, Firefox 97, Safari 15.4",
    "togglePopover": "Chrome 114, Firefox 125, Safari 17",
    "toReversed": "Chrome 110, Firefox 115, Safari 16",
    "toSorted": "Chrome 110, Firefox 115, Safari 16",
    "toSpliced": "Chrome 110, Firefox 115, Safari 16",
    "WeakRef": "Safari 14.1",
    "withResolvers": "Chrome 119, Firefox 121, Safari 17.4",
}
# Asked for before they are used: the one to switch it off, the other to take no word for mistyped.
GUARDED = {"navigationPreload", "Segmenter"}


def test_scripts_ask_for_nothing_newer(site: Path) -> None:
    found = [
        f"{file}: {name}: {NEWER[name]}"
        for file, script in published(site).items()
        for name in sorted(names(script) & set(NEWER) - GUARDED)
    ]
    assert not found, "Do it in an older way:\n" + "\n".join(found)


def test_scripts_have_no_newer_syntax(site: Path) -> None:
    found = [
        f"{file}: {text}"
        for file, script in published(site).items()
        for text in newer_syntax(script)
    ]
    assert not found, "Say it in an older way:\n" + "\n".join(found)


@pytest.mark.parametrize(
    "script",
    [
        "list.at(-1)",
        "list?.at(-1)",
        "const { at } = list",
        "const { at: it } = list",
        "structuredClone(list)",
    ],
)
def test_newer_names_are_seen(script: str) -> None:
    assert names(script) & set(NEWER)


@pytest.mark.parametrize("script", ["const at = 1", "({ at: 1 })", "'list.at'", "function at() {}"])
def test_our_own_names_are_not_taken_for_them(script: str) -> None:
    assert not names(script) & set(NEWER)


@pytest.mark.parametrize(
    "script",
    [
        "class A { #x }",
        "class A { static x = 1 }",
        "class A { static { f() } }",
        "/a/d",
        "/(?<=a)b/",
        "new RegExp('(?<!a)b')",
        "new RegExp(`(?<!a)${b}`)",
        "let = = 1",
    ],
)
def test_newer_syntax_is_seen(script: str) -> None:
    assert newer_syntax(script)


def test_the_syntax_of_our_edition_is_not_taken_for_newer() -> None:
    script = "class A { x = 1 } a ||= b?.c ?? 1_000n; try { for (const b of a) c`${b}` } catch {}"
    assert newer_syntax(script) == []
