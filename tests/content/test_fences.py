"""What stands in a block of code is never taken for text, nor text for code."""

import re

from content.fences import outside

# Here every line of text begins with a w, and no line of code.
TEXT = """\
w

````markdown
a word
```text
another word
```
one more word
````

word

    ~~~
    a word
    ~~~

w ```code``` w
"""


def test_only_what_is_outside_of_code_is_changed() -> None:
    changed = outside(TEXT, lambda part: re.sub("^.*w", "W", part, flags=re.MULTILINE))
    assert changed == re.sub("(?m)^w.*w|^w", "W", TEXT)


def test_code_that_is_never_closed_is_text() -> None:
    assert outside("```text\na\n", str.upper) == "```TEXT\nA\n"
