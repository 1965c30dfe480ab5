"""What is gone since an older copy is what a reader could lose, however either file is written."""

import pytest
from contacts.reader import Reader, found
from contacts.samples import CHINESE, android, card


def compared(reader: Reader, before: str | bytes, after: str | bytes) -> dict[str, int]:
    """Return the findings of comparing two files."""
    older, newer = (it.encode() if isinstance(it, str) else it for it in (before, after))
    return found(reader.read(newer, older=older), "older")


KARI = card("Kari Nordmann", "+47 22 33 44 55", "900 00 001")
OLA = card("Ola Hansen", "90000002", more="EMAIL:ola@example.com")


@pytest.mark.parametrize(
    ("name", "before", "after", "findings"),
    [
        ("the same file", KARI + OLA, KARI + OLA, {}),
        ("another order", KARI + OLA, OLA + KARI, {}),
        ("a person gone", KARI + OLA, KARI, {"gone": 1}),
        ("a new one", KARI, KARI + OLA, {"new": 1}),
        ("one of two numbers gone", KARI, card("Kari Nordmann", "22334455"), {"numbers-gone": 1}),
        ("an address gone", OLA, card("Ola Hansen", "90000002"), {"mails-gone": 1}),
        ("another name", KARI, card("Kari Hansen", "22334455", "90000001"), {"renamed": 1}),
        (
            "another name and a number gone",
            KARI,
            card("Kari Hansen", "22334455"),
            {"renamed": 1, "numbers-gone": 1},
        ),
        (
            "two entries of one person merged",
            card("Kari", "22334455") + KARI,
            KARI,
            {},
        ),
        ("the same one twice, once now", KARI + KARI, KARI, {}),
        ("the same one twice, and gone", KARI + KARI + OLA, OLA, {"gone": 1}),
        (
            "one entry divided in two",
            KARI,
            card("Kari Nordmann", "22334455") * 2 + card("Kari Nordmann", "90000001"),
            {},
        ),
        (
            "a namesake gone",
            card("张伟", "13800000001") + card("张伟", "13800000002"),
            card("张伟", "13800000001"),
            {"numbers-gone": 1},
        ),
        ("names only, one gone", card("A") + card("B"), card("A"), {"gone": 1}),
        ("nameless, by its number", card("", "22334455"), card("", "+4722334455"), {}),
        ("nameless, gone", card("", "22334455"), card("", "22334456"), {"gone": 1, "new": 1}),
        (
            "a family's number stays with one of them",
            card("Kari", "22334455", "90000001") + card("Ola", "22334455"),
            card("Ola", "22334455"),
            {"numbers-gone": 1},
        ),
        ("nothing of it", KARI, OLA, {"gone": 1, "new": 1}),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value and ":" not in value else "",
)
def test_what_is_gone(
    reader: Reader, name: str, before: str, after: str, findings: dict[str, int]
) -> None:
    assert compared(reader, before, after) == findings, name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+47 22 33 44 55", "22334455", True),
        ("0047 22334455", "+4722334455", True),
        ("47123456", "123456", False),
        ("47 12 34 56", "+47 47123456", True),
        ("+86 138 0000 1111", "13800001111", True),
        ("8613800001111", "138-0000-1111", True),
        ("17951 13800001111", "13800001111", True),
        ("010-88886666", "+86 10 8888 6666", True),
        ("010-88886666", "021-88886666", False),
        ("88886666", "010-88886666", True),
        ("110", "10110", False),
        ("22334455;ext=12", "22 33 44 55 x12", True),
        ("22334455p12", "22334455", True),
        ("１３８００００１１１１", "13800001111", True),
        ("tel:+47-22-33-44-55", "(+47) 22334455", True),
        ("138****1111", "1381111", False),
        ("sip:kari@example.com", "SIP:kari@example.com", True),
    ],
)
def test_the_same_number_however_it_is_written(
    reader: Reader, one: str, other: str, same: bool
) -> None:
    for before, after in ((one, other), (other, one)):
        told = compared(reader, card("Kari", before), card("Kari", after))
        assert told == ({} if same else {"numbers-gone": 1})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张三", "三张"),
        ("Kari Nordmann", "Nordmann, Kari"),
        ("KARI NORDMANN", "kari  nordmann"),
        ("Ｋａｒｉ", "Kari"),
        ("李·雷", "李雷"),
        ("寮犱笁", "张三"),
    ],
)
def test_the_same_name_however_it_is_written(reader: Reader, one: str, other: str) -> None:
    assert compared(reader, card(one, "1000001"), card(other, "1000001")) == {}
    assert compared(reader, card(other, "1000001"), card(one, "1000001")) == {}


def test_old_and_new_ways_of_writing_are_the_same_people(reader: Reader) -> None:
    numbers = [f"1380000{at}001" for at, _ in enumerate(CHINESE)]
    old = [android(name, f"+86{number}") for name, number in zip(CHINESE, numbers, strict=True)]
    new = [
        card(
            name, f"{number[:3]}-{number[3:7]}-{number[7:]}", more="UID:7\nREV:2026", version="4.0"
        )
        for name, number in zip(CHINESE, numbers, strict=True)
    ]
    for before, after in ((old, new[::-1]), (new, old[::-1])):
        assert compared(reader, "".join(before), "".join(after)) == {}


def test_an_older_file_that_is_broken_is_named_as_such(reader: Reader) -> None:
    assert compared(reader, b"", KARI) == {"not-vcard": 1}
    assert compared(reader, (KARI + OLA)[:-30], KARI) == {"cut": 1, "gone": 1}


def test_several_files_are_one_backup(reader: Reader) -> None:
    answer = reader.read(KARI.encode(), OLA.encode(), b"{}")
    assert answer["contacts"] == 2
    assert found(answer) == {"not-vcard": 1, "whole": 2}
