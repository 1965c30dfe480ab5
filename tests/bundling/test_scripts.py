"""Modules become one script that does what they do, and a mistake in one is named."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from bundling.scripts import join
from conftest import ROOT
from mkdocs.exceptions import PluginError
from playwright.sync_api import Browser


def write(folder: Path, **modules: str) -> Path:
    """Write modules, and return the one to begin with."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder / "entry.js"


def test_modules_are_joined_in_the_order_of_their_imports(browser: Browser, tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        entry='import { two } from "./b.js";\nimport {\n  one,\n  Three,\n} from "./a.js";\n'
        "self.said = `${one()}${two}${new Three().it}`;\nconst own = 1;\n",
        a="/** One. */\nexport async function first() {}\nexport function one() { return ORDER; }\n"
        'const ORDER = "1";\nexport class Three { constructor() { this.it = 3; } }\n',
        b='import { one } from "./a.js";\nexport const two = one() + "2";\n',
    )
    page = browser.new_page()
    page.evaluate(join(entry))
    assert page.evaluate("self.said") == "1123"
    # Nothing of it is in sight of other scripts.
    assert page.evaluate("typeof own + typeof one") == "undefinedundefined"
    page.close()


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        (
            {"entry": 'import { a } from "./gone.js";\n'},
            r"entry\.js: there is no module .*gone\.js",
        ),
        (
            {"entry": 'import { a } from "./a.js";\n', "a": "export const b = 1;\n"},
            r"entry\.js: a\.js does not export a",
        ),
        (
            {
                "entry": 'import { a } from "./a.js";\n',
                "a": 'import { b } from "./b.js";\nexport const a = b;\n',
                "b": 'import { a } from "./a.js";\nexport const b = a;\n',
            },
            r"b\.js: imports in a circle: a\.js → b\.js → a\.js",
        ),
        (
            {
                "entry": 'import { a } from "./a.js";\nconst own = a;\n',
                "a": "export const a = 1;\nlet own;\n",
            },
            r"entry\.js: the name 'own' stands at the top of .*a\.js, too",
        ),
        (
            {
                "entry": 'import { a } from "./a.js";\nfunction own() {}\n',
                "a": "export const a = 1;\nconst { x: own } = a;\n",
            },
            r"the name 'own' stands at the top",
        ),
        ({"entry": 'import a from "./a.js";\n', "a": ""}, r"cannot join 'import a from"),
        ({"entry": 'import * as a from "./a.js";\n', "a": ""}, r"cannot join 'import \* as a"),
        ({"entry": 'import "./a.js";\n', "a": ""}, r"cannot join 'import \"\./a\.js\""),
        (
            {"entry": 'import { a as b } from "./a.js";\n', "a": "export const a = 1;\n"},
            r"cannot join 'import \{ a as b \} from",
        ),
        ({"entry": "export default 1;\n"}, r"cannot join 'export default 1;'"),
        ({"entry": 'export { a } from "./a.js";\n', "a": ""}, r"cannot join 'export \{ a \}"),
        ({"entry": 'import { a } from "a";\n'}, r"cannot join 'import \{ a \} from \"a\""),
    ],
)
def test_a_mistake_is_named_with_its_file(
    tmp_path: Path, modules: dict[str, str], message: str
) -> None:
    entry = write(tmp_path, **modules)
    with pytest.raises(PluginError) as told:
        join(entry)
    assert re.search(message, str(told.value))
    assert str(tmp_path) in str(told.value)


def test_modules_are_short_and_say_what_they_take() -> None:
    for file in (ROOT / "overrides/assets/javascripts/contacts").glob("*.js"):
        lines = file.read_text("utf-8").splitlines()
        assert len(lines) <= 200, f"{file}: divide it; a module has one job"
        for before, line in pairwise(lines):
            named = re.match(r"\s*(?:export )?(?:async )?function\*? (\w+)\(\w", line)
            assert not named or before.endswith("*/"), (
                f"{file}: say in a comment above it what {named and named[1]} takes"
            )
