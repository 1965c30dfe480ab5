"""Contacts files as programs write them, whole and damaged, with what a reader must find in them.

Each is made here; none is a copy of anyone's file. Names are examples, numbers are made up.
"""

import base64
import io
import zipfile
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """A file, the right reading of it, and what is to be said of it.

    `findings` are all findings with their counts; `names` and `numbers` of the contacts are
    compared where they are given; `kind` is that of a file that is no contacts file.
    """

    name: str
    content: bytes
    contacts: int
    findings: dict[str, int]
    names: list[str] | None = None
    numbers: list[list[str]] | None = None
    kind: str = ""
    encoding: str = ""
    pairs: dict[str, str] = field(default_factory=dict)


JPEG = base64.b64encode(b"\xff\xd8\xff\xe0" + bytes(range(200)) + b"\xff\xd9").decode()


def card(name: str, *numbers: str, version: str = "3.0", more: str = "", end: str = "\r\n") -> str:
    """Return a plain contact."""
    lines = ["BEGIN:VCARD", f"VERSION:{version}", f"FN:{name}"]
    lines += [f"TEL;TYPE=CELL:{number}" for number in numbers]
    lines += [*filter(None, more.split("\n")), "END:VCARD", ""]
    return end.join(lines)


def quoted(text: str, encoding: str = "utf-8", width: int = 23) -> str:
    """Return text in codes as Android writes it: all bytes, and a soft break after every 23rd.

    A text of exactly 23 bytes ends with a soft break, and an empty line follows.
    """
    codes = [f"={byte:02X}" for byte in text.encode(encoding)]
    lines = ["".join(codes[at : at + width]) for at in range(0, len(codes), width)]
    broken = "=\r\n".join(lines)
    return f"{broken}=\r\n" if codes and len(codes) % width == 0 else broken


def android(name: str, *numbers: str, label: str = "UTF-8", encoding: str = "utf-8") -> str:
    """Return a contact as Android's old export (version 2.1) writes one with a Chinese name."""
    head = f";CHARSET={label};ENCODING=QUOTED-PRINTABLE:"
    lines = ["BEGIN:VCARD", "VERSION:2.1", f"N{head}{quoted(name, encoding)};;;;"]
    lines += [f"FN{head}{quoted(name, encoding)}"]
    lines += [f"TEL;CELL:{number}" for number in numbers]
    return "\r\n".join([*lines, "END:VCARD", ""])


def folded(line: str, width: int = 75) -> bytes:
    """Return a line folded after so many bytes, also inside a character."""
    data = line.encode()
    parts = [data[:width]]
    parts += [data[at : at + width - 1] for at in range(width, len(data), width - 1)]
    return b"\r\n ".join(parts)


def packed(*names: str) -> bytes:
    """Return a ZIP archive of files of these names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, "text")
    return target.getvalue()


def misread(text: str, as_: str) -> str:
    """Return what UTF-8 looks like that was read in another encoding."""
    return text.encode().decode(as_, "replace")


CHINESE = ["陈晓明", "欧阳娜娜", "张伟"]
TRADITIONAL = ["許功蓋", "陳怡君", "林志玲"]
JAPANESE = ["安藤ロイド", "山田太郎", "佐藤さくら"]
NORWEGIAN = ["Bjørn Sæther", "Åse Hansen", "Kjærsti Bø"]
RUSSIAN = ["Наталья Иванова", "Виталий Кличко", "Ольга"]
GREEK = ["Βαγγέλης Παπαθανασίου", "Ελένη", "Γιώργος"]
KOREAN = ["김철수", "이영희", "박지성"]


# Names in which a hasty look could see damage.
GOOD = [
    *(*CHINESE, *TRADITIONAL, *JAPANESE, *NORWEGIAN, *RUSSIAN, *GREEK, *KOREAN),
    *(
        "Ñ Ñ Ñ",
        "ÑÑÑÑ",
        "André",
        "Zoë Łukasz",
        "Đặng Thị Ngọc",
        "Müller-Lüdenscheidt",
        "Ægir Öþ",
        "Tadeáš Mach",
        "Mª José",
        "Bar¹ ²",
    ),
    *(
        "王Sir",
        "小A",
        "老K",
        "石英",
        "莫Anna",
        "陈 Åse",
        "محمد",
        "דוד",
        "สมชาย",
        "家（新）",
        "妈妈♥",
    ),
    *("1号楼", "李·雷", "C++ Club", "50% Rabatt", "A=B", "Q&A", "100%", "O'Brien", "Who?", "3+4"),
]


def people(names: list[str], **options: str) -> str:
    """Return contacts of these names, each with a number of its own."""
    return "".join(card(name, f"9000000{at}", **options) for at, name in enumerate(names))


def numbered(names: list[str]) -> list[list[str]]:
    """Return the numbers that `people` gives them."""
    return [[f"9000000{at}"] for at, _ in enumerate(names)]


def plain() -> list[Sample]:
    """Return whole files in the ways that programs write lines, versions and properties."""
    three = ["Kari Nordmann", "张三", "Åse Hansen"]
    text = people(three)
    whole = {"whole": 3}
    return [
        Sample("lines end in LF", people(three, end="\n").encode(), 3, whole, three),
        Sample("lines end in CR LF", text.encode(), 3, whole, three, numbered(three)),
        Sample("lines end in CR", people(three, end="\r").encode(), 3, whole, three),
        Sample("lines end in CR CR LF", people(three, end="\r\r\n").encode(), 3, whole, three),
        Sample("no line end at the end", text.rstrip().encode(), 3, whole, three),
        Sample("a mark at the beginning", b"\xef\xbb\xbf" + text.encode(), 3, whole, three),
        Sample("lower case", text.lower().encode(), 3, whole, [it.lower() for it in three]),
        Sample("BEGIN:vCard", text.replace("VCARD", "vCard").encode(), 3, whole, three),
        Sample("a space behind", text.replace("VCARD", "VCARD ").encode(), 3, whole, three),
        Sample("empty lines inside", people(three, end="\r\n\r\n").encode(), 3, whole, three),
        Sample("version 4.0", people(three, version="4.0").encode(), 3, whole, three),
        Sample("version 2.1", people(three, version="2.1").encode(), 3, whole, three),
        Sample(
            "files put behind each other, each with a mark and no line end",
            b"".join(b"\xef\xbb\xbf" + card(it, "90000000").rstrip().encode() for it in three),
            3,
            whole,
            three,
        ),
        Sample(
            "grouped properties",
            card("A", more="item1.TEL;type=pref:22 33 44 55\nitem1.X-ABLabel:Hytte").encode(),
            1,
            {"whole": 1},
            ["A"],
            [["22 33 44 55"]],
        ),
        Sample(
            "addresses of numbers, with an extension",
            card("A", more="TEL;VALUE=uri:tel:+47-22-33-44-55;ext=102", version="4.0").encode(),
            1,
            {"whole": 1},
            numbers=[["+47-22-33-44-55;ext=102"]],
        ),
        Sample(
            "a colon in a quoted parameter",
            card("A", more='TEL;X-NOTE="at: home; work":99887766').encode(),
            1,
            {"whole": 1},
            numbers=[["99887766"]],
        ),
        Sample(
            "pauses and codes for the network",
            card("A", "22334455p123", "*21*99887766#", "+47 22 33 44 55 ext. 7").encode(),
            1,
            {"whole": 1},
        ),
        Sample(
            "a folded line, inside a character",
            b"BEGIN:VCARD\r\nVERSION:3.0\r\n"
            + folded("FN:" + "欧阳" * 20)
            + b"\r\nTEL:99887766\r\nEND:VCARD\r\n",
            1,
            {"whole": 1},
            ["欧阳" * 20],
        ),
        Sample(
            "a name in parts only",
            b"BEGIN:VCARD\nN:Hansen;Kari;Marie;Dr.;\nTEL:1\nEND:VCARD\n"
            + "BEGIN:VCARD\nN:张;三;;;\nTEL:2\nEND:VCARD\n".encode(),
            2,
            {"whole": 2},
            ["Dr. Kari Marie Hansen", "张三"],
        ),
        Sample(
            "an empty name, and one in parts",
            b"begin:vcard\nn:Hansen;Kari\nfn:\ntel:\ntel;home:22334455\nend:vcard\n",
            1,
            {"whole": 1},
            ["Kari Hansen"],
            [["22334455"]],
        ),
        Sample(
            "a company without a person's name",
            b"BEGIN:VCARD\nN:;;;;\nFN:\nORG:Acme;Sales\nTEL:1\nEND:VCARD\n",
            1,
            {"whole": 1},
            ["Acme Sales"],
        ),
        Sample(
            "escapes",
            card(r"Hansen\, Kari\; jr.", "22334455", more=r"NOTE:one\ntwo\\three").encode(),
            1,
            {"whole": 1},
            ["Hansen, Kari; jr."],
        ),
        Sample(
            "lines that are comments",
            card("A", "22334455", more="# none of this\nNOTE:#but this").encode(),
            1,
            {"whole": 1},
        ),
        Sample(
            "a card inside a card, as its agent, folded",
            card(
                "Boss", "22334455", more="AGENT:BEGIN:VCARD\n FN:Aid\n TEL:1\n END:VCARD"
            ).encode(),
            1,
            {"whole": 1},
            ["Boss"],
            [["22334455"]],
        ),
        Sample(
            "a card inside a card, as its agent, in version 2.1",
            card("Boss", "22334455", more="AGENT:\nBEGIN:VCARD\nFN:Aid\nTEL:1\nEND:VCARD\nTEL:2")
            .replace("3.0", "2.1")
            .encode(),
            1,
            {"whole": 1},
            ["Boss"],
            [["22334455", "2"]],
        ),
        Sample(
            "groups",
            (
                card("Kari", "22334455", more="UID:1")
                + card("Family", more="X-ADDRESSBOOKSERVER-KIND:group")
                + card("Work", version="4.0", more="KIND:group\nMEMBER:urn:uuid:1")
            ).encode(),
            1,
            {"whole": 1, "groups": 2},
            ["Kari"],
        ),
    ]


def coded() -> list[Sample]:
    """Return files whose names are in Quoted-Printable."""
    quirk = "欧阳娜娜同学甲ab"
    assert len(quirk.encode()) == 23
    head = "CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,"
    return [
        Sample(
            "Android, version 2.1",
            "".join(android(it, "13800000000") for it in CHINESE).encode(),
            3,
            {"whole": 3, "coded": 3, "twice": 0},
            CHINESE,
        ),
        Sample(
            "a name that ends where a soft break is due",
            android(quirk, "13800000000").encode(),
            1,
            {"whole": 1, "coded": 1},
            [quirk],
            [["13800000000"]],
        ),
        Sample(
            "the same without the empty line",
            android(quirk, "13800000000").replace("\r\n\r\n", "\r\n").encode(),
            1,
            {"whole": 1, "coded": 1},
            [quirk],
            [["13800000000"]],
        ),
        Sample(
            "a long name over several lines",
            android("欧阳" * 15, "1").encode(),
            1,
            {"whole": 1, "coded": 1},
            ["欧阳" * 15],
        ),
        Sample(
            "the same with an empty line behind each line",
            android("欧阳" * 15, "1").replace("\r\n", "\r\n\r\n").encode(),
            1,
            {"whole": 1, "coded": 1},
            ["欧阳" * 15],
            [["1"]],
        ),
        Sample(
            "codes of GBK, and a label that says so",
            android("陈晓明", "1", label="GBK", encoding="gbk").encode(),
            1,
            {"whole": 1, "coded": 1},
            ["陈晓明"],
        ),
        Sample(
            "codes of UTF-8, and a label that says GB2312",
            android("陈晓明", "1", label="GB2312").encode(),
            1,
            {"whole": 1, "coded": 1},
            ["陈晓明"],
        ),
        Sample(
            "a label in codes, of a number",
            card("A", more=f"TEL;X-CUSTOM({head}{quoted('父母家里的座机')}):22334455")
            .replace("\r\n=", "\r\n=")
            .encode(),
            1,
            {"whole": 1},
            numbers=[["22334455"]],
        ),
        Sample(
            "a note of several lines, one of which looks like a number",
            card(
                "A", "1", more="NOTE;ENCODING=QUOTED-PRINTABLE:Call=0D=0A=\nTel: 22334455"
            ).encode(),
            1,
            {"whole": 1},
            numbers=[["1"]],
        ),
        Sample(
            "codes that no label speaks of",
            card(quoted("张三"), "1").encode(),
            1,
            {"whole": 1, "coded": 1},
            ["张三"],
        ),
        Sample(
            "long codes that no label speaks of",
            card(quoted("欧阳" * 9), "1").encode(),
            1,
            {"whole": 1, "coded": 1},
            ["欧阳" * 9],
            [["1"]],
        ),
        Sample(
            "codes of other kinds",
            people([r"\u5f20\u4e09", "&#24352;&#19977;", "%E5%BC%A0%E4%B8%89"]).encode(),
            3,
            {"whole": 3, "coded": 3},
            ["张三"] * 3,
        ),
        Sample(
            "a code as e-mail has it",
            card("=?UTF-8?B?5byg5LiJ?=", "1").encode(),
            1,
            {"whole": 1, "coded": 1},
            ["张三"],
        ),
    ]


def encoded() -> list[Sample]:
    """Return files in other encodings than UTF-8, with and without a word of it."""
    found = []
    for encoding, names in (
        ("gbk", CHINESE),
        ("big5", TRADITIONAL),
        ("shift_jis", JAPANESE),
        ("cp1252", NORWEGIAN),
        ("cp1251", RUSSIAN),
        ("cp1253", GREEK),
        ("koi8-r", RUSSIAN),
        ("euc-kr", KOREAN),
    ):
        label = {"gbk": "gb18030"}.get(encoding, encoding.replace("cp", "windows-"))
        text = people(names)
        found += [
            Sample(
                f"{encoding} without a label",
                text.encode(encoding),
                3,
                {"whole": 3, "guessed": 3},
                names,
                numbered(names),
                encoding=label,
            ),
            Sample(
                f"{encoding} with a label",
                text.replace("FN:", f"FN;CHARSET={label}:").encode(encoding),
                3,
                {"whole": 3},
                names,
                numbered(names),
            ),
        ]
    both = people(CHINESE)
    gbk = both.encode("gbk")
    for encoding, mark in (("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff")):
        found += [
            Sample(
                f"{encoding} with a mark", (mark + both).encode(encoding), 3, {"whole": 3}, CHINESE
            ),
            Sample(f"{encoding} without a mark", both.encode(encoding), 3, {"whole": 3}, CHINESE),
        ]
    found += [
        Sample(
            "UTF-8 and GBK in one file",
            card("张三", "1").encode() + gbk + card("李四", "2").encode(),
            5,
            {"whole": 5, "guessed": 3},
            ["张三", *CHINESE, "李四"],
        ),
        Sample(
            "GBK, Windows-1252 and Windows-1251 in one file, without a label",
            gbk + card("Åse Hansen", "1").encode("cp1252") + card("Наталья", "2").encode("cp1251"),
            5,
            {"whole": 5, "guessed": 5},
            [*CHINESE, "Åse Hansen", "Наталья"],
            encoding="gb18030",
        ),
        Sample(
            "Big5, Shift_JIS and UTF-8 in one file, each with its label",
            card("許功蓋", "1").replace("FN", "FN;CHARSET=BIG5").encode("big5")
            + card("表示", "2").replace("FN", "FN;CHARSET=SHIFT_JIS").encode("shift_jis")
            + card("Åse", "3").encode(),
            3,
            {"whole": 3},
            ["許功蓋", "表示", "Åse"],
        ),
        Sample(
            "a label that says GB2312 of UTF-8",
            both.replace("FN:", "FN;CHARSET=GB2312:").encode(),
            3,
            {"whole": 3},
            CHINESE,
        ),
        Sample(
            "a label that says UTF-8 of GBK",
            both.replace("FN:", "FN;CHARSET=UTF-8:").encode("gbk"),
            3,
            {"whole": 3, "guessed": 3},
            CHINESE,
        ),
        Sample(
            "a label that nobody knows",
            both.replace("FN:", "FN;CHARSET=X-UNKNOWN:").encode("gbk"),
            3,
            {"whole": 3, "guessed": 3},
            CHINESE,
        ),
        Sample(
            "labels that say Big5 and Shift_JIS of GBK",
            (
                card("陈晓明", "1").replace("FN:", "FN;CHARSET=BIG5:")
                + card("欧阳娜娜", "2").replace("FN:", "FN;CHARSET=SHIFT_JIS:")
            ).encode("gbk"),
            2,
            {"whole": 2, "guessed": 2},
            ["陈晓明", "欧阳娜娜"],
        ),
        Sample(
            "a rare name with a label that is right",
            card("龠麤", "1").replace("FN:", "FN;CHARSET=BIG5:").encode("big5"),
            1,
            {"whole": 1},
            ["龠麤"],
        ),
        Sample(
            "a name in base64",
            card("5byg5LiJ", "1").replace("FN:", "FN;ENCODING=B;CHARSET=UTF-8:").encode(),
            1,
            {"whole": 1},
            ["张三"],
        ),
        Sample(
            "GBK that is by chance UTF-8, with a label",
            card("石英", "1").replace("FN:", "FN;CHARSET=GBK:").encode("gbk"),
            1,
            {"whole": 1},
            ["石英"],
        ),
        Sample(
            "GBK that is by chance UTF-8, beside GBK that is not",
            people(["石英", *CHINESE]).encode("gbk"),
            4,
            {"whole": 4, "guessed": 3},
            ["石英", *CHINESE],
        ),
        Sample(
            "characters of four bytes",
            people(["䶮𠮷", "陈晓明", "王小丫"]).encode("gb18030"),
            3,
            {"whole": 3, "guessed": 3},
            ["䶮𠮷", "陈晓明", "王小丫"],
        ),
        Sample(
            "UTF-7 with a label",
            card("+XyBOCQ-", "1").replace("FN:", "FN;CHARSET=UTF-7:").encode(),
            1,
            {"whole": 1},
            ["张三"],
        ),
        Sample(
            "only an address in another encoding",
            card("Kari", "1", more="ADR:;;Høgåsveien 1;Bærum;;;").encode("cp1252"),
            1,
            {"whole": 1, "guessed": 1},
            ["Kari"],
            encoding="windows-1252",
        ),
    ]
    return found


def damaged() -> list[Sample]:
    """Return files of which something is missing or broken."""
    three = people(CHINESE)
    cut = three[: three.rindex("TEL") + 14]
    return [
        Sample("cut in a number", cut.encode(), 3, {"cut": 1}, CHINESE),
        Sample("cut in the last line", three[:-6].encode(), 3, {"cut": 1}, CHINESE),
        Sample(
            "cut inside a character",
            three[: three.rindex("TEL") - 2].encode()[:-2],
            3,
            {"cut": 1},
            ["陈晓明", "欧阳娜娜", "张"],
        ),
        Sample("cut before the next", (three + "BEGIN:VC").encode(), 3, {"cut": 1}, CHINESE),
        Sample("cut, and zeros", cut.encode() + bytes(5000), 3, {"cut": 1}, CHINESE),
        Sample("whole contacts, and zeros", three.encode() + bytes(5000), 3, {"cut": 1}, CHINESE),
        Sample("cut between two contacts", three.encode(), 3, {"whole": 3}, CHINESE),
        Sample(
            "cut in UTF-16",
            ("\ufeff" + cut).encode("utf-16-le")[:-1],
            3,
            {"cut": 1},
            CHINESE,
        ),
        Sample(
            "cut in a picture",
            (three + card("A", "1", more=f"PHOTO;ENCODING=b:{JPEG}"))[:-60].encode(),
            4,
            {"cut": 1},
        ),
        Sample(
            "a contact without an end",
            three.replace("END:VCARD\r\n", "", 1).encode(),
            3,
            {"no-end": 1},
        ),
        Sample(
            "no ends at all",
            three.replace("END:VCARD\r\n", "").encode(),
            3,
            {"no-end": 2, "cut": 1},
        ),
        Sample(
            "a card inside a card",
            b"BEGIN:VCARD\nN:parent\nBEGIN:VCARD\nN:child\nTEL:1\nEND:VCARD\nTEL:2\nEND:VCARD\n",
            2,
            {"no-end": 1, "stray": 2, "no-numbers": 1},
            ["parent", "child"],
        ),
        Sample(
            "text between contacts",
            (card("A", "1") + "From here:\r\n" + card("B", "2")).encode(),
            2,
            {"whole": 2, "stray": 1},
        ),
        Sample(
            "the first half of a contact missing",
            (card("A", "1")[20:] + card("B", "2")).encode(),
            1,
            {"whole": 1, "stray": 4},
        ),
        Sample(
            "a line without a property",
            card("A", "1", more="second line of a note").encode(),
            1,
            {"whole": 1, "stray": 1},
        ),
        Sample(
            "no numbers", "".join(map(card, CHINESE)).encode(), 3, {"whole": 3, "no-numbers": 3}
        ),
        Sample(
            "neither number nor address",
            (card("A") + card("B", "1") + card("C", more="EMAIL:c@example.com")).encode(),
            3,
            {"whole": 3, "no-numbers": 1},
        ),
        Sample(
            "without a name",
            (card("", "1") + card("B", "2")).encode(),
            2,
            {"whole": 2, "no-name": 1},
        ),
        Sample(
            "nothing in it",
            b"BEGIN:VCARD\nEND:VCARD\n" * 2,
            2,
            {"whole": 2, "no-name": 2, "no-numbers": 2},
        ),
        Sample(
            "the same one three times, in three versions",
            (
                card("Kari Nordmann", "+47 22 33 44 55", more="REV:1\nUID:1")
                + card("Nordmann, Kari", "22334455", version="2.1")
                + card("kari nordmann", "0047 22334455", version="4.0")
            ).encode(),
            3,
            {"whole": 3, "twice": 2},
        ),
        Sample(
            "namesakes are not the same",
            (card("张伟", "13800000001") + card("张伟", "13800000002")).encode(),
            2,
            {"whole": 2},
        ),
        Sample(
            "numbers of two towns are not the same",
            (card("A", "010-88886666") + card("A", "021-88886666")).encode(),
            2,
            {"whole": 2},
        ),
        Sample(
            "masked numbers",
            (card("A", "138****5678", "9123xxxx") + card("B", "22334455")).encode(),
            2,
            {"whole": 2, "masked": 2},
        ),
        *(
            Sample(
                f"a picture of an impossible length, {code[-3:]}",
                card("A", "1", more=f"PHOTO;ENCODING=b;TYPE=JPEG:{code}").encode(),
                1,
                {"whole": 1, "picture": 1},
            )
            for code in (JPEG[:41], f"{JPEG[:40]}=", f"{JPEG[:41]}==", f"{JPEG[:38]}=={JPEG[40:]}")
        ),
        Sample(
            "zeros in place of an end and of a beginning",
            three.encode().replace(b"END:VCARD\r\nBEGIN:VCARD\r\n", bytes(24) + b"\r\n", 1),
            2,
            {"whole": 2, "stray": 1},
        ),
        Sample(
            "zeros before a beginning",
            b"\0" * 512 + three.encode(),
            3,
            {"whole": 3, "stray": 1},
            CHINESE,
        ),
        Sample(
            "a picture that is no code",
            card("A", "1", more="PHOTO;ENCODING=BASE64;TYPE=JPEG:qgEP:ASDF==").encode(),
            1,
            {"whole": 1, "picture": 1},
        ),
        Sample(
            "pictures in all ways",
            (
                card("A", "1", more=f"PHOTO;ENCODING=b;TYPE=JPEG:{JPEG[:60]}\n {JPEG[60:]}")
                + card(
                    "B", "2", more=f"PHOTO;ENCODING=BASE64;JPEG:\n {JPEG[:60]}\n {JPEG[60:]}\n \n"
                )
                + card(
                    "C", "3", more=f"PHOTO;JPEG;ENCODING=BASE64:{JPEG[:60]}\n{JPEG[60:]}\nNOTE:x"
                )
                + card("D", "4", more=f"PHOTO:data:image/jpeg;base64\\,{JPEG}")
                + card("E", "5", more=f"PHOTO:data:image/jpeg;base64,{JPEG}")
                + card("F", "6", more="PHOTO;VALUE=URI:https://example.com/a.jpg")
                + card("G", "7", more="PHOTO;ENCODING=b:")
            ).encode(),
            7,
            {"whole": 7},
            numbers=[[str(at)] for at in range(1, 8)],
        ),
        Sample(
            "UTF-8 of which a byte is lost",
            card("欧阳娜娜", "1").encode().replace("娜".encode(), b"\xe5\xa8", 1),
            1,
            {"whole": 1, "lost": 1},
        ),
        Sample(
            "codes of UTF-8 of which a byte is lost, in a company",
            card(
                "A", "1", more="ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=C3=91=80"
            ).encode(),
            1,
            {"whole": 1, "lost": 1},
            ["A"],
        ),
        Sample(
            "lost characters",
            people(["\ufffd明", "锟斤拷", "???", "Bj?rn", "What?"]).encode(),
            5,
            {"whole": 5, "lost": 4},
        ),
    ]


def garbled() -> list[Sample]:
    """Return files whose names were garbled before they were written, and good ones beside."""
    was = ["张三", "欧阳娜娜", "李明"]
    found = [
        Sample(
            f"UTF-8 read as {encoding}",
            people([misread(name, encoding) for name in names]).encode(),
            len(names),
            {"whole": len(names), "garbled": len(names)},
            names,
        )
        for encoding, names in (
            ("gbk", ["张三", "李明", "Åse", "Bjørn", "Наталья"]),
            ("latin-1", [*was, "Åse", "Bjørn Sæther"]),
            ("cp1252", ["王雷", "Åse", "Müller", "Zoë"]),
            ("cp1251", ["Наталья", "Åse", "李四"]),
            ("mac-roman", ["Bjørn", "张三"]),
        )
    ]
    found += [
        Sample(
            "UTF-8 read as GBK, the last byte lost",
            people([misread("张", "gbk"), misread("欧阳娜", "gbk")]).encode(),
            2,
            {"whole": 2, "garbled": 1, "lost": 1},
        ),
        Sample(
            "UTF-8 read as Latin-1, no-break spaces made spaces",
            people([misread("张三", "latin-1").replace("\xa0", " ")]).encode(),
            1,
            {"whole": 1, "garbled": 1},
            ["张三"],
        ),
        Sample(
            "GBK read as Latin-1",
            people([it.encode("gbk").decode("latin-1") for it in was]).encode(),
            3,
            {"whole": 3, "garbled": 3},
            was,
        ),
        Sample(
            "Windows-1251 read as Windows-1252",
            people(
                [it.encode("cp1251").decode("cp1252") for it in ["Наталья", "Виталий"]]
            ).encode(),
            2,
            {"whole": 2, "garbled": 2},
            ["Наталья", "Виталий"],
        ),
        Sample(
            "good names of many languages",
            people(GOOD).encode(),
            len(GOOD),
            {"whole": len(GOOD)},
            GOOD,
        ),
    ]
    return found


def others() -> list[Sample]:
    """Return files that are no contacts files."""
    return [
        Sample(name, content, 0, {"not-vcard": 1}, kind=kind)
        for name, kind, content in (
            ("no bytes", "empty", b""),
            ("only a mark", "empty", b"\xef\xbb\xbf"),
            ("only space", "empty", b" \r\n\r\n"),
            ("only zeros", "zeros", bytes(70000)),
            ("an archive", "zip", packed("contacts.vcf")),
            ("another archive", "zip", b"\x1f\x8b\x08\x00abc"),
            ("a spreadsheet", "table", packed("[Content_Types].xml", "xl/workbook.xml")),
            ("an object", "json", b'{"contacts": [{"name": "A"}]}'),
            ("a list, with a mark", "json", b'\xef\xbb\xbf\n[\n {"vcard": "BEGIN:VCARD\\nFN:A"}]'),
            ("a page", "html", b"<!DOCTYPE html>\n<html><title>Sign in</title>"),
            ("a page without a type", "html", b"\n<html lang=zh><body>"),
            ("commas", "table", "姓名,电话\n张三,13800000000\n".encode()),
            ("one row", "table", b"Name;Phone 1 - Value"),
            ("tabs, in UTF-16", "table", "Name\tPhone\nA\t1\n".encode("utf-16")),
            ("quoted commas", "table", b'"Name, full","Phone"\n"Hansen, Kari","1"\n'),
            ("a calendar", "calendar", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
            ("genes", "genes", b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\n"),
            ("a picture", "other", b"\x89PNG\r\n\x1a\n" + bytes(50)),
            ("a phone's own format", "other", b"\x00\x01NBU" + bytes(200)),
            ("a database", "other", b"SQLite format 3\x00" + bytes(50)),
            ("prose", "other", b"Dear Kari,\nhere are, as you asked, my contacts.\nYours, Ola\n"),
            ("a contact without its beginning", "other", b"VERSION:3.0\nFN:A\nEND:VCARD\n"),
            ("noise", "other", bytes((at * 37 + 11) % 251 for at in range(3000))),
        )
    ]


SAMPLES = [*plain(), *coded(), *encoded(), *damaged(), *garbled(), *others()]
