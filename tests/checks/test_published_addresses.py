"""An address that was once published leads to the same thing for ever."""

from pathlib import Path

import pytest
from checks.published_addresses import COUNT, LIST, gone, lost, read_list
from commands.published import add, addresses
from conftest import Build
from mistakes import change, must_stop_and_tell
from mkdocs.exceptions import PluginError

# What other people were told they may link to; the list has at least these, in each language.
CONTRACT = {
    "": "answer what-to-do summary",
    "card/": "definition who-it-is-for advantages core-functions before-you-leave-norway",
    "backup/": "definition common-methods device-level sync-is-not-backup",
    "limits/": "basic-functions cloud-services operator-services",
    "voices/": "student expatriate freelancer in-common",
    "workarounds/": "contacts contacts-iphone contacts-android contacts-no-google cloud-storage "
    "integrity-check",
    "fact-check/": " ".join(
        f"claim-{group}-{number}"
        for group, count in enumerate([4, 7, 6, 11, 7, 10, 5])
        for number in range(1, count + 1)
    ),
}


def test_promised_addresses_are_listed() -> None:
    promised = {"/", "/#zh", "/#en"}
    for language in ("zh", "en"):
        for page, names in CONTRACT.items():
            promised |= {f"/{language}/{page}#{name}" for name in names.split()}
    lost = sorted(promised - set(read_list()))
    assert not lost, f"docs/data/published.txt has lost {lost}; lines are only added there"


def test_every_published_address_exists(site: Path) -> None:
    assert gone(read_list(), site) == []


def test_every_address_is_listed(site: Path) -> None:
    new = sorted(set(addresses(site)) - set(read_list()))
    assert not new, f"{len(new)} addresses are not listed yet; run `make published`: {new[:9]}"


def test_list_is_sorted_and_without_doubles() -> None:
    lines = read_list()
    assert lines == sorted(set(lines), key=lambda line: line.replace("#", " #"))


def test_list_says_how_many_it_has() -> None:
    """Else as many could be lost unseen as were added by hand, or in a merge."""
    count = COUNT.search(LIST.read_text("utf-8"))
    assert count, f"{LIST} does not say how many addresses it has; run `make published`"
    assert int(count[1]) == len(read_list()), f"{count[0]} is not true; run `make published`"


def test_page_that_is_gone_is_told_once(tmp_path: Path) -> None:
    lost = ["/zh/a/", "/zh/a/#b", "/zh/a/#c", "/zh/d/"]
    told = gone(lost, tmp_path)
    assert [line.partition(":")[0] for line in told] == ["/zh/a/ and 2 of its sections", "/zh/d/"]


def test_loss_stops_the_build_and_is_named(tiny: Path, build: Build) -> None:
    for language in ("zh", "en"):
        for page in ("card", "index"):
            change(tiny, f"docs/{language}/pages/{page}.md", "#definition", "#meaning")
    change(
        tiny,
        "docs/data/published.txt",
        "/",
        "/en/sim/\n/en/sim/#a\n/en/sim/#b\n/zh/card/#definition\n/",
    )
    must_stop_and_tell(
        build(tiny),
        [
            "/zh/card/#definition: docs/zh/pages/card.md has no id 'definition'",
            'data-alias="definition"',
            "/en/sim/ and 2 of its sections: there is no such page. If it moved or was removed",
            "'aliases: [sim/]' to the front matter of the page that takes its place below docs/en",
        ],
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no longer says how many addresses it has; restore it"),
        ("/zh/card/\n", "begin it with '# 1 addresses.'"),
        ("# 2 addresses.\n/zh/card/\n", "has 1 addresses and says that it had 2"),
        ("# 2 addresses.\n/zh/card/\nzh/\n", "has 1 addresses and says that it had 2"),
        ("# 2 addresses.\n/zh/card/\n/zh/\n", ""),
    ],
)
def test_list_that_lost_lines_is_told(text: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "published.txt"
    file.write_text(text, "utf-8")
    told = list(lost(file))
    assert (words in "\n".join(told)) if words else not told, told
    if words:
        with pytest.raises(PluginError):
            add(tmp_path, file)
