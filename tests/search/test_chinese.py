"""What is known of Chinese words: which there are, their other characters, how they sound."""

from search.conftest import Modules
from search_index.chinese import divider, readings, variants


def test_words_are_those_of_a_dictionary_and_those_that_are_known() -> None:
    found = divider(["云盘", "保号卡"])(["请把通讯录备份到云盘。"])
    assert {"通讯录", "备份", "云盘"} <= found
    assert "保号卡" not in found


def test_traditional_characters_lead_to_the_simplified_ones_in_use() -> None:
    pairs = variants({"录", "备"})
    assert "錄录" in pairs
    assert "備备" in pairs
    assert "訊" not in pairs


def test_a_word_is_read_as_it_sounds_in_it() -> None:
    known = dict.fromkeys(readings(["重新", "重要"]).split(" "))
    assert {"chong重", "zhong重", "xin新", "yao要"} <= known.keys()


def test_a_word_is_found_by_pinyin_and_by_initials(modules: Modules) -> None:
    found = modules.run(
        """
        const { Sounds } = await import("/modules/pinyin.js");
        const sounds = new Sounds(it.readings, it.words);
        return it.typed.map((letters) => sounds.find(letters));
        """,
        {
            "readings": readings(["备份", "通讯录", "行李", "银行"]),
            "words": ["备份", "通讯录", "银行", "行李"],
            "typed": [
                "beifen",
                "beifentongxunlu",
                "txl",
                "tongx",
                "yinhang",
                "xingli",
                "xyz",
                "be",
            ],
        },
    )
    assert found == [
        ["备份"],
        ["备份", "通讯录"],
        ["通讯录"],
        ["通讯录"],
        ["银行"],
        ["行李"],
        [],
        [],
    ]


def test_a_mistyped_word_is_found_by_how_it_sounds(modules: Modules) -> None:
    found = modules.run(
        """
        const { Sounds } = await import("/modules/pinyin.js");
        const sounds = new Sounds(it.readings, it.words);
        return it.typed.map((word) => sounds.alike(word) || "");
        """,
        {
            "readings": readings(["备份", "通讯录", "是", "短信", "分"]),
            "words": ["备份", "通讯录", "是", "短信"],
            # The last two: no character is right, and one that sounds otherwise.
            "typed": ["备粉", "背份", "通迅录", "短心", "贝粉", "备忘"],
        },
    )
    assert found == ["备份", "备份", "通讯录", "短信", "", ""]
