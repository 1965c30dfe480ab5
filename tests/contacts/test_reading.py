"""Every kind of contacts file is read rightly, and what is wrong with it is said, and no more."""

import json

import pytest
from contacts.reader import Reader, found
from contacts.samples import SAMPLES, Sample, card


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


def test_a_file_too_large_to_read_is_refused_before_it_is_read(reader: Reader) -> None:
    answer = reader.page.evaluate(
        """() => new Promise((resolve) => {
          const file = { name: "a.vcf", size: 5e8, arrayBuffer: () => resolve("it was read") };
          self.readContacts(resolve).answer({ id: 1, ask: "read", files: [file] });
        })"""
    )
    assert answer["error"] == "RangeError"


def test_what_the_page_gets_stays_small(reader: Reader) -> None:
    """The contacts stay in the worker: the page would stand still while it takes them over."""
    many = "".join(card(f"张{at}", f"138{at:08d}") for at in range(2_000))
    answer = reader.read(many.encode() + many.encode()[:-20])
    answer.pop("people")
    assert answer["contacts"] == 4_000
    assert len(json.dumps(answer)) < 20_000
