"""Every kind of contacts file is read rightly, and what is wrong with it is said, and no more."""

from __future__ import annotations

import pytest
from check.reader import Reader, found
from check.samples import SAMPLES, Sample


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_file_is_read_rightly(reader: Reader, sample: Sample) -> None:
    answer = reader.read(sample.content)
    people = answer["people"]
    assert answer["contacts"] == sample.contacts
    expected = {name: count for name, count in sample.findings.items() if count}
    assert found(answer) == expected
    if sample.names is not None:
        assert [one["name"] for one in people] == sample.names
    if sample.numbers is not None:
        assert [one["numbers"] for one in people] == sample.numbers
    if sample.kind:
        assert answer["findings"][0]["kind"] == sample.kind
    if sample.encoding:
        assert answer["encoding"] == sample.encoding
