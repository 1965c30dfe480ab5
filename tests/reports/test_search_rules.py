"""The report on the search leaves out each weight once."""

import re

from reports.search_rules import LEFT_OUT
from search_index.weights import WEIGHTS


def test_every_weight_is_left_out_once() -> None:
    names = re.findall(r"weights\.(\w+) =", " ".join(LEFT_OUT.values()))
    assert sorted(names) == sorted(WEIGHTS), (
        "LEFT_OUT in tests/reports/search_rules.py: add or remove what differs from WEIGHTS"
    )
