"""Measure the page that checks a contacts file: sizes × time, beside the best other parser.

`check_report.py site` chooses files of many sizes and shapes, hostile ones among them, on the page
of a built site, and prints how long that took, how much processor time the browser spent, the
longest task that kept the page from answering, and what npm's vcard-parser does with the same
files. `check_report.py site folder` reads every file that folder/manifest.json names, and prints
the reading beside the right one. It asks no network but for that parser, which is not kept.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "overrides/hooks")]

from chromium import find_chromium  # noqa: E402
from contacts.reader import Reader, found  # noqa: E402
from contacts.samples import CHINESE, android, card  # noqa: E402
from hosting import served  # noqa: E402

MB = 1e6
# What the page promises for a backup of 20,000 contacts, and for one with 20 MB of pictures.
MOST_SECONDS, LONGEST_TASK = 2, 100
# How long the other parser may take, in seconds.
PATIENCE = 60
PARSER = "vcard-parser@1.0.0"
# It reads one contact at a time.
PARSE = """
const { parse } = require("vcard-parser");
const text = require("fs").readFileSync(process.argv[1], "utf8");
const began = performance.now();
let contacts = 0;
for (const part of text.split(/^END:VCARD\\r?\\n?/im)) {
  if (!/BEGIN:VCARD/i.test(part)) continue;
  try { parse(part + "END:VCARD\\r\\n"); contacts++; } catch {}
}
console.log(JSON.stringify([performance.now() - began, contacts]));
"""
WATCH = """
self.__longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) self.__longest = Math.max(self.__longest, duration);
}).observe({ type: "longtask", buffered: true });
document.querySelector("#choose input").addEventListener("change", () => {
  self.__longest = 0;
  const began = performance.now();
  self.__took = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      // The result before goes first.
      if (!document.getElementById("result").dataset.contacts) return;
      observer.disconnect();
      // When it is painted, too.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began), 200));
    }).observe(document.getElementById("result"), { attributeFilter: ["data-contacts"] });
  });
}, { capture: true });
"""


@dataclass(frozen=True)
class Case:
    """A file of some size and shape; `promised` if the page promises to be quick with it."""

    name: str
    content: bytes
    contacts: int
    promised: bool = False


def cases() -> Iterator[Case]:
    """Yield the files, from ordinary ones to those made to be slow."""
    for count in (1_000, 5_000, 10_000, 20_000):
        people = "".join(
            card(
                f"{CHINESE[at % 3]}{at}",
                f"+86 138{at:08d}",
                f"010-{at * 7 % 100_000_000:08d}",
                more=f"EMAIL:{at}@example.com\nNOTE:在挪威的同事 {at}\nORG:公司 {at % 50}",
            )
            for at in range(count)
        )
        yield Case(f"{count:,} contacts", people.encode(), count, count == 20_000)
    coded = "".join(android(f"{CHINESE[at % 3]}{at}", f"138{at:08d}") for at in range(20_000))
    yield Case("20,000 of Android, in codes", coded.encode(), 20_000, True)
    gbk = "".join(card(f"{CHINESE[at % 3]}{at}", f"138{at:08d}") for at in range(20_000))
    yield Case("20,000 in GBK, unlabelled", gbk.encode("gbk"), 20_000, True)
    for count in (150, 300, 600):
        lines = "\n".join(" " + "QUJD" * 18 for _ in range(460))
        picture = f"PHOTO;ENCODING=b;TYPE=JPEG:QUJD\n{lines}"
        people = "".join(card(f"P{at}", f"9{at:07d}", more=picture) for at in range(count))
        yield Case(f"{count} pictures", people.encode(), count, count == 600)
    for millions in (0.75, 1.5, 3):
        breaks = "=\r\n" * int(millions * 1e6)
        note = card("A", "1", more=f"NOTE;ENCODING=QUOTED-PRINTABLE:{breaks}x")
        yield Case(f"{millions} million soft breaks", note.encode(), 1)
    for millions in (0.375, 0.75, 1.5):
        yield Case(
            f"{millions} million BEGIN",
            b"BEGIN:VCARD\r\n" * int(millions * 1e6),
            int(millions * 1e6),
        )
    for size in (5, 10, 20):
        yield Case(
            f"one line of {size} MB", card("A", "1", more=f"NOTE:{'x' * size * 10**6}").encode(), 1
        )
    for size in (5, 10, 20):
        yield Case(f"one name of {size} MB", card("張" * (size * 10**6 // 3), "1").encode(), 1)
    yield Case("300,000 alike", card("A", "1234567").encode() * 300_000, 300_000)
    yield Case("10 million empty lines", b"BEGIN:VCARD\n" + b"\r" * 10_000_000 + b"END:VCARD\n", 1)


class Browsing:
    """The page in a browser, and the processor time that the browser has spent."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        """Keep both."""
        self.page = page
        self.session = session

    def spent(self) -> float:
        """Return the processor time of all pages and their workers so far, in seconds."""
        processes = self.session.send("SystemInfo.getProcessInfo")["processInfo"]
        return sum(one["cpuTime"] for one in processes if one["type"] == "renderer")

    def choose(self, file: Path) -> tuple[float, float, float, int]:
        """Choose a file; return seconds, processor seconds, longest task in ms, contacts."""
        before = self.spent()
        self.page.set_input_files("#choose input[type=file]", file)
        took, longest, contacts = self.page.evaluate(
            "self.__took.then((took) => [took, self.__longest,"
            " Number(document.getElementById('result').dataset.contacts)])"
        )
        return (took - 200) / 1000, self.spent() - before, longest, contacts


def other_parser(folder: Path) -> str:
    """Install the other parser into a folder; return why that failed, or nothing."""
    if not shutil.which("npm") or not shutil.which("node"):
        return "there is no npm on this machine"
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), PARSER]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"npm could not install {PARSER}"


def parsed(folder: Path, file: Path) -> str:
    """Return how long the other parser takes for a file, and how many contacts it finds."""
    try:
        done = subprocess.run(
            ["node", "-e", PARSE, str(file)],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return f"over {PATIENCE} s"
    except subprocess.CalledProcessError:
        return "broke off"
    took, contacts = json.loads(done.stdout)
    return f"{took / 1000:6.2f} s {contacts:>9,}"


def measure(site: Path) -> bool:
    """Print the table of sizes and times; tell whether all is read and in the time promised."""
    kept = True
    with (
        tempfile.TemporaryDirectory() as name,
        served(site) as url,
        sync_playwright() as playwright,
    ):
        folder = Path(name)
        missing = other_parser(folder)
        if missing:
            print(f"Not compared with another parser: {missing}.\n")
        browser = playwright.chromium.launch(
            executable_path=EXECUTABLE, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(service_workers="block")
        page.goto(f"{url}/en/check/")
        page.wait_for_selector("#choose label")
        page.evaluate(WATCH)
        browsing = Browsing(page, browser.new_browser_cdp_session())
        print(
            f"{'file':<28}{'MB':>6}{'seconds':>9}{'of CPU':>8}{'task ms':>9}{'contacts':>11}"
            f"   {PARSER}"
        )
        for number, case in enumerate(cases()):
            # Choosing the same file again would be no change.
            file = folder / f"contacts-{number}.vcf"
            file.write_bytes(case.content)
            took, spent, longest, contacts = browsing.choose(file)
            size = len(case.content) / MB
            beside = "" if missing else parsed(folder, file)
            file.unlink()
            slow = case.promised and (spent > MOST_SECONDS or longest > LONGEST_TASK)
            bad = "TOO SLOW" if slow else "" if contacts == case.contacts else "WRONG"
            kept = kept and not bad
            print(
                f"{case.name:<28}{size:6.1f}{took:9.2f}{spent:8.2f}{longest:9.0f}{contacts:11,}"
                f"   {beside}   {bad}",
                flush=True,
            )
        browser.close()
    print(
        f"\nPromised: at most {MOST_SECONDS} s of processor time for 20,000 contacts and for 20 MB"
        f" of pictures, no task above {LONGEST_TASK} ms (tasks under 50 ms count as 0)."
    )
    return kept


def wrong(answer: dict[str, Any], truth: dict[str, Any]) -> list[str]:
    """Return in what a reading differs from the right one, where that says anything."""
    people = answer["people"]
    read = {
        "cards": answer["contacts"],
        "names": [one["name"] for one in people],
        "tels": [len(one["numbers"]) for one in people],
    }
    return [
        f"{key}: {read[key]}, not {truth[key]}"
        for key in read
        if truth.get(key) is not None and truth[key] != read[key]
    ]


def readings(folder: Path) -> bool:
    """Print the reading of every file that a manifest names; tell whether all are right."""
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=["--no-sandbox"])
        reader = Reader(browser.new_page())
        for entry in entries:
            truth = entry["truth"]
            answer = reader.read((folder / entry["file"]).read_bytes())
            bad = wrong(answer, truth)
            count += not bad
            told = " ".join(f"{name}:{many}" for name, many in found(answer).items())
            encoding = answer["encoding"] and f" ({answer['encoding']})"
            print(f"{'WRONG' if bad else 'right'}  {entry['file']:<36}{told}{encoding}")
            print(f"       {'; '.join(bad) or 'flags: ' + ' '.join(truth.get('flags', []))}")
        browser.close()
    print(f"\n{count} of {len(entries)} are read rightly: contacts, names, numbers.")
    return count == len(entries)


def main() -> None:
    """Print the report that the command line asks for; fail where a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of files with manifest.json")
    given = parser.parse_args()
    if not given.folder:
        sys.exit(not measure(given.site))
    if not (given.folder / "manifest.json").is_file():
        sys.exit(f"{given.folder} has no manifest.json that says what its files hold.")
    sys.exit(not readings(given.folder))


if __name__ == "__main__":
    EXECUTABLE = find_chromium()
    if not EXECUTABLE:
        sys.exit("No Chromium or Chrome was found: install one, or set CHROMIUM.")
    main()
