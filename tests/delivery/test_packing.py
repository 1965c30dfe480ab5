"""What repeats in texts is there once, and the texts come out of it as they were."""

from __future__ import annotations

import random

import pytest
from delivery.packing import NOTICED, WORTH, pack

LONG = "".join(chr(0x4E00 + at) for at in range(200))


def unpacked(packed: dict[str, list]) -> dict[str, str]:
    """Put texts together again, as service-worker.js does."""
    whole = b""
    for number, part in enumerate(packed["parts"]):
        whole += part.encode()
        if number < len(packed["starts"]):
            start, length = packed["starts"][number], packed["lengths"][number]
            assert start + length <= len(whole)
            whole += whole[start : start + length]
    texts, end = {}, 0
    for name, length in packed["files"]:
        texts[name] = whole[end : end + length].decode()
        end += length
    assert end == len(whole)
    return texts


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"a": ""},
        {"a": "short", "b": "short"},
        {"a": LONG, "b": f"before{LONG}after", "c": LONG[::-1]},
        {"a": "x" * 500},
        {"a": "<p>é中" * 99, "b": "中" + "<p>é中" * 99},
    ],
)
def test_texts_come_out_as_they_were(texts: dict[str, str]) -> None:
    assert unpacked(pack(texts)) == texts


def test_any_mixture_comes_out_as_it_was() -> None:
    dice = random.Random(1)  # noqa: S311, nothing is kept secret
    for _ in range(50):
        pieces = ["".join(dice.choices("ab中é", k=dice.randint(1, 90))) for _ in range(8)]
        texts = {str(at): "".join(dice.choices(pieces, k=20)) for at in range(4)}
        assert unpacked(pack(texts)) == texts


def test_what_repeats_is_there_once() -> None:
    packed = pack({"a": LONG, "b": f"before{LONG}after"})
    assert packed["parts"] == [f"{LONG}before", "after"]


def test_what_is_short_is_not_worth_a_reference() -> None:
    assert len(pack({"a": LONG[: WORTH - 1] + "." + LONG[: WORTH - 1]})["parts"]) == 1
    assert WORTH >= NOTICED
