"""Let an attribute list stand at the end of the line it is about: `- [ ] Note the PUK { #puk }`.

Python-Markdown reads the attributes of a paragraph or a list item only on a line of their own
(its attr_list extension, BLOCK_RE), which is easily overlooked and breaks a list in two.
"""

import re

from content.fences import outside

# A space before the brace tells a block's attributes from those of a link or of strong text.
AT_END = re.compile(r"^([ ]*)(?![#|])(\S.*?) (\{ [.#][^{}\n]*\})[ ]*$", re.MULTILINE)


def move_to_own_line(markdown: str) -> str:
    """Return a text whose trailing attribute lists, but for those in code, have their own line."""
    return outside(markdown, lambda part: AT_END.sub(r"\1\2\n\1\3", part))
