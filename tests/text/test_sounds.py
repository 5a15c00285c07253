import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import linter.model
from linter.text.fold import fold
from linter.text.sounds import MERGERS, NEAR, hearing

ROOT = Path(linter.model.__file__).resolve().parents[1]
TABLE = ROOT / "linter" / "text" / "sounds.txt"

SAME: frozenset[str] = frozenset()
ALL = frozenset(MERGERS)

merger_sets = st.frozensets(st.sampled_from(sorted(MERGERS)))


def groups() -> dict[str, str]:
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    return dict(line.split(" ") for line in lines if line and not line.startswith("#"))


KNOWN = "".join(groups().values())
READING = {char: syllable for syllable, chars in groups().items() for char in chars}

texts = st.text(st.one_of(st.characters(), st.sampled_from("南蓝您宁零金经,。 a\ue000")))


def alike(one: str, other: str, *mergers: str) -> bool:
    ear = hearing(frozenset(mergers))
    return ear.code(one) == ear.code(other)


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "make_sounds.py"))


def test_the_file_is_what_the_script_writes(script: dict[str, Any]) -> None:
    assert TABLE.read_bytes() == script["render"]().encode("utf-8")


def test_the_script_writes_to_the_file(script: dict[str, Any]) -> None:
    assert script["TARGET"] == TABLE


def test_every_override_is_needed(script: dict[str, Any]) -> None:
    style = script["Style"].NORMAL
    usual = {char: script["pinyin"](char, style=style)[0][0] for char in script["OVERRIDES"]}
    assert [char for char, syllable in script["OVERRIDES"].items() if usual[char] == syllable] == []


def test_the_file_says_where_it_is_from() -> None:
    head = [line for line in TABLE.read_text(encoding="utf-8").split("\n") if line[:1] == "#"]
    assert "pypinyin" in "".join(head)
    assert "MIT" in "".join(head)
    assert "tools/make_sounds.py" in "".join(head)


def test_syllables_are_sorted_and_plain() -> None:
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    syllables = [line.split(" ")[0] for line in lines if line and not line.startswith("#")]
    assert syllables == sorted(set(syllables))
    assert [name for name in syllables if not (name.isascii() and name.islower())] == []
    assert "lv" in syllables
    assert "nve" in syllables


def test_every_character_is_listed_once_and_can_be_reached() -> None:
    assert len(KNOWN) == len(set(KNOWN))
    assert [char for char in KNOWN if fold(char).text != char] == []


@pytest.mark.parametrize(
    ("char", "syllable"),
    [
        ("还", "hai"),
        ("都", "dou"),
        ("了", "le"),
        ("得", "de"),
        ("行", "xing"),
        ("说", "shuo"),
        ("没", "mei"),
        ("吗", "ma"),
        ("什", "shen"),
        ("么", "me"),
        ("给", "gei"),
        ("大", "da"),
        ("地", "di"),
        ("着", "zhe"),
        ("和", "he"),
        ("的", "de"),
        ("呢", "ne"),
        ("重", "chong"),
        ("长", "chang"),
        ("调", "tiao"),
        ("会", "hui"),
        ("单", "dan"),
        ("查", "cha"),
        ("参", "can"),
        ("率", "lv"),
        ("女", "nv"),
        ("嗯", "en"),
    ],
)
def test_the_reading_that_calls_use_most(char: str, syllable: str) -> None:
    assert READING[char] == syllable


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("抱歉", "报欠"),
        ("投诉", "投宿"),
        ("经理", "精力"),
        ("感谢您", "敢谢您"),
        ("登记", "等级"),
        ("久等", "就等"),
        ("嗯好", "恩好"),
        ("女", "钕"),
    ],
)
def test_the_same_sound_needs_no_merger(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other", "merger"),
    [
        ("资料", "治疗", "z-zh"),
        ("推辞", "推迟", "c-ch"),
        ("三十", "山寺", "s-sh"),
        ("男方", "蓝方", "n-l"),
        ("女客", "旅客", "n-l"),
        ("日子", "栗子", "l-r"),
        ("飞机", "灰机", "f-h"),
        ("福建", "胡建", "f-h"),
        ("风", "轰", "f-h"),
        ("客", "个", "g-k"),
        ("担心", "当心", "an-ang"),
        ("申明", "声明", "en-eng"),
        ("温", "翁", "en-eng"),
        ("您", "宁", "in-ing"),
        ("印象", "映象", "in-ing"),
        ("先", "香", "ian-iang"),
        ("燕子", "样子", "ian-iang"),
        ("关", "光", "uan-uang"),
        ("晚上", "网上", "uan-uang"),
        ("帮您登记", "班您灯记", "an-ang"),
    ],
)
def test_one_merger_makes_them_alike_and_no_other_does(one: str, other: str, merger: str) -> None:
    assert alike(one, other, merger)
    assert not alike(one, other, *(ALL - {merger}))


@pytest.mark.parametrize(
    ("one", "other", "mergers"),
    [
        ("张", "赞", "z-zh an-ang"),
        ("您", "零", "in-ing n-l"),
        ("访", "环", "f-h an-ang"),
        ("装", "钻", "z-zh uan-uang"),
        ("嫩", "人", "n-l l-r"),
    ],
)
def test_mergers_compose(one: str, other: str, mergers: str) -> None:
    names = frozenset(mergers.split())
    assert alike(one, other, *names)
    assert [name for name in names if alike(one, other, *(names - {name}))] == []


@pytest.mark.parametrize(
    ("one", "other", "mergers"),
    [
        ("女", "努", ALL),  # ü is no u
        ("绿", "路", ALL),
        ("南", "能", ALL),
        ("安", "拉", ALL),  # n-l is about initials
        ("烦", "寒", ALL - {"an-ang"}),  # f becomes hu, not h
        ("烟", "央", ALL - {"ian-iang"}),  # spelt an and ang, not heard so
        ("弯", "汪", ALL - {"uan-uang"}),
        ("红", "很", ALL - {"f-h"}),
        ("投诉", "投诉的", ALL),
        ("抱歉", "抱,歉", ALL),
        ("qian", "前", ALL),
    ],
)
def test_still_sounds_different(one: str, other: str, mergers: frozenset[str]) -> None:
    assert not alike(one, other, *mergers)


def test_near_hears_the_usual_accents_and_no_others() -> None:
    assert alike("资料您南方", "治疗宁蓝反", *NEAR)
    assert not alike("飞", "灰", *NEAR)
    assert not alike("热", "乐", *NEAR)
    assert not alike("客", "个", *NEAR)
    assert not alike("晚", "网", *NEAR)
    assert not alike("先", "香", *NEAR)


def test_only_characters_with_a_reading_change() -> None:
    text = "您好,ABC 123…〇😀\n\ud800\u3400"
    coded = hearing(SAME).code(text)
    assert coded[2:] == text[2:]
    assert [char for char in coded[:2] if not "\ue000" <= char <= "\uf8ff"] == []


def test_private_use_characters_pass_for_no_syllable() -> None:
    private = "".join(map(chr, range(0xE000, 0xF900)))
    coded = hearing(SAME).code(private)
    assert len(coded) == len(private)
    assert set(coded).isdisjoint(hearing(SAME).code(KNOWN))


def test_an_unknown_merger_is_refused() -> None:
    with pytest.raises(KeyError, match="zh-z"):
        hearing(frozenset({"zh-z"}))


def test_hearings_are_built_once() -> None:
    assert hearing(frozenset(["z-zh", "n-l"])) is hearing(frozenset(["n-l", "z-zh"]))


def test_every_merger_merges_something() -> None:
    count = len(set(hearing(SAME).code(KNOWN)))
    assert count == len(groups())
    assert [
        name for name in MERGERS if len(set(hearing(frozenset({name})).code(KNOWN))) >= count
    ] == []


def test_the_table_of_mergers_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        MERGERS["b-p"] = ()  # type: ignore[index]


@settings(deadline=None)
@given(texts, merger_sets)
def test_the_length_is_kept(text: str, mergers: frozenset[str]) -> None:
    assert len(hearing(mergers).code(text)) == len(text)


@settings(deadline=None)
@given(texts, texts, merger_sets)
def test_a_text_is_coded_character_by_character(
    one: str, other: str, mergers: frozenset[str]
) -> None:
    ear = hearing(mergers)
    assert ear.code(one + other) == ear.code(one) + ear.code(other)


@settings(deadline=None)
@given(merger_sets, merger_sets)
def test_adding_mergers_never_separates(some: frozenset[str], more: frozenset[str]) -> None:
    fine = hearing(some).code(KNOWN)
    coarse = hearing(some | more).code(KNOWN)
    assert len(set(zip(fine, coarse, strict=True))) == len(set(fine))


@settings(deadline=None)
@given(merger_sets)
def test_what_has_the_same_sound_is_alike_to_every_ear(mergers: frozenset[str]) -> None:
    ear = hearing(mergers)
    assert [chars for chars in groups().values() if len(set(ear.code(chars))) != 1] == []
