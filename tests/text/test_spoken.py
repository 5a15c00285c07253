from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls.scripts.marks import NO_LEGEND, Legend, marks
from linter.model import Call, Turn
from linter.text.fold import folded
from linter.text.spoken import MOST_VARIANTS, heard, is_heard, spoken


def heard_of(text: str) -> list[str]:
    """The ways a line can be said, without what is silent."""
    return [folded(way) for way in spoken(text)]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("您好，请讲", ["您好,请讲"]),
        ("您好{姓名}先生", ["您好某先生"]),
        ("（微笑）您好", ["您好"]),
        ("请问(先生/女士)贵姓", ["请问先生贵姓", "请问女士贵姓"]),
        ("先生/女士，(早上/晚上/下午)好", ["先生,早上好", "女士,晚上好", "先生,下午好"]),
        ("请点“提交”那个按钮", ["请点“某”那个按钮"]),
        ("到账时间待补充。", ["到账时间某。"]),
        ("【温馨提示】您好", ["【温馨提示】您好"]),
        ("24/7为您服务", ["24/7为您服务"]),
        ("（如您方便的话）请讲", ["(如您方便的话)请讲"]),
        ("", [""]),
        ("（停顿）", [""]),
    ],
)
def test_what_is_heard(text: str, ways: list[str]) -> None:
    assert heard_of(text) == ways


def test_quotations_may_be_heard_too() -> None:
    (way,) = spoken("（微笑）请点“提交”那个按钮", quotes=True)
    assert folded(way) == "请点“提交”那个按钮"


def test_of_many_alternatives_some_are_heard() -> None:
    many = "/".join("一二三四五六七八九十")
    assert len(spoken(f"({many})")) == MOST_VARIANTS


WORDS = st.text(
    st.sampled_from('{}[]【】<>（）()/|*_$%“”"Xx某待补充微笑姓名先生女士您好，。 1\n😀İ'),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.sampled_from([NO_LEGEND, Legend.of(["[网点]"], closed=True)]), st.booleans())
def test_all_ways_are_as_long_and_alike_outside_the_marks(
    text: str, legend: Legend, quotes: bool
) -> None:
    found = [mark for mark in marks(text, legend) if not (quotes and mark.kind == "quoted")]
    marked = {at for mark in found for at in range(mark.start, mark.end)}
    ways = spoken(text, legend, quotes=quotes)
    assert 1 <= len(ways) <= MOST_VARIANTS
    for way in ways:
        assert len(way) == len(text)
        for at, (char, said) in enumerate(zip(text, way, strict=True)):
            if at not in marked:
                assert said == char


def script(*lines: str) -> Call:
    return Call("a", tuple(Turn("agent", line) for line in lines), kind="script")


def test_a_transcript_is_heard_as_it_stands() -> None:
    call = Call("a", (Turn("agent", "（微笑）您好{姓名}"),))
    assert is_heard(call)
    assert heard(call) == (call,)


def test_a_scene_is_heard_in_as_many_ways_as_a_line_has() -> None:
    call = script("您好(先生/女士)", "请讲", "(早/中/晚)安")
    assert not is_heard(call)
    ways = heard(call)
    assert [[folded(turn.text) for turn in way.turns] for way in ways] == [
        ["您好先生", "请讲", "早安"],
        ["您好女士", "", "中安"],
        ["", "", "晚安"],
    ]
    assert {way.id for way in ways} == {"a"}


def test_the_files_legend_counts() -> None:
    call = Call("a", (Turn("agent", "去[城区]办"),), kind="script", meta={"legend": ["[网点]"]})
    assert folded(heard(call)[0].turns[0].text) == "去某办"


def test_a_scene_without_lines() -> None:
    assert heard(script()) == (script(),)
