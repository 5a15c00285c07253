from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.errors import InputError

from .helpers import assert_positions, error, read


def said(text: str, source: str | None = "script") -> list[tuple[str, list[str]]]:
    """Title and lines of every scene."""
    calls = read(text, "库.txt", source=source)
    return [(call.id, [turn.text for turn in call.turns]) for call in calls]


@pytest.mark.parametrize(
    "heading",
    [
        "开场白",
        "一、开场白",
        "【开场白】",
        "【开场白】：",
        "[开场白]",
        "== 开场白 ==",
        "---- 开场白 ----",
        "第一章 开场白",
        "（一）开场白",
        "1.1 开场白",
        "2.10、开场白",
        "■ 开场白",
        "开场白：",
        "1、开场白：",
        "3. 开场白",
    ],
)
def test_ways_to_write_a_heading(heading: str) -> None:
    assert said(f"{heading}\n您好，请讲\n") == [("开场白", ["您好，请讲"])]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("请稍等", "请稍等"),
        ("请您稍等", "请您稍等"),
        ("请稍等：", "请稍等："),
        ("欢迎致电", None),
        ("欢迎您来电", "欢迎您来电"),
        ("【您好】", "【您好】"),
        ("【温馨提示】您好", "【温馨提示】您好"),
        ("二、请您核对", "二、请您核对"),
        ("好的，再见", "好的，再见"),
        ("1.5元每度，您看呢", "1.5元每度，您看呢"),
        ("3 天内给您回复", "3 天内给您回复"),
        ("*微笑*您好", "*微笑*您好"),
        ("您好，结束语", "您好，结束语"),
    ],
)
def test_what_is_no_heading(line: str, words: str | None) -> None:
    ((title, lines),) = said(f"【业务】\n您好\n{line}\n")
    assert title == "业务"
    assert lines == (["您好", words] if words else ["您好"])


@pytest.mark.parametrize(
    "line",
    [
        "1. 订单发出",
        "1、订单发出",
        "（1）订单发出",
        "①订单发出",
        "- 订单发出",
        "* 订单发出",
        "> 订单发出",
    ],
)
def test_what_is_numbered_under_a_heading_is_said(line: str) -> None:
    assert said(f"【开场】\n您好\n{line}\n") == [("开场", ["您好", "订单发出"])]


def test_other_lines_are_notes_and_sentences_of_them_are_counted() -> None:
    (call,) = read("【开场】\n您好\n查询系统\n三天内回电。\n", "库.txt", source="script")
    assert len(call.turns) == 1
    assert [(n.message, n.left_out) for n in call.notices] == [("说明", 1)]


def test_whose_words_they_are() -> None:
    text = "【退款】\n问：怎么退\n答：我来办\n客户：快点\n坐席：好的\n❌ 自己看\n"
    (call,) = read(text, "库.txt", source="script")
    assert [(t.text, t.line, t.column) for t in call.turns] == [("我来办", 3, 3), ("好的", 5, 4)]
    assert {n.message: n.left_out for n in call.notices} == {"客户的话": 2, "反例": 1}


def test_parts_that_nobody_is_to_say() -> None:
    text = "【开场】\n您好\n【错误示范】\n你好\n【图例】\n{姓名}：系统带出\n【结束】\n再见{姓名}\n"
    opening, ending = read(text, "库.txt", source="script")
    assert [opening.id, ending.id] == ["开场", "结束"]
    assert ending.meta == {"legend": ["{姓名}"]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_stand_where_they_say(end: str, mark: str) -> None:
    text = "【开场】\n\u3000\u3000您好 \n 1、😀您请讲\n\t坐席： 在的\n".replace("\n", end)
    (call,) = read(mark + text, "库.txt", source="script")
    assert [(t.line, t.column) for t in call.turns] == [(2, 3), (3, 4), (4, 6)]
    for turn in call.turns:
        assert_positions(text, turn)


def test_a_library_is_told_by_its_headings() -> None:
    text = "一、开场白\n您好，请讲\n二、结束语\n感谢来电，再见\n"
    assert [title for title, _ in said(text, None)] == ["开场白", "结束语"]


def test_a_transcript_is_none() -> None:
    (call,) = read("坐席：您好\n客户：我要投诉\n坐席：您讲\n", "通话.txt")
    assert call.kind == "call"


@pytest.mark.parametrize("text", ["查询系统", "【开场】\n【结束】", "===\n"])
def test_nothing_is_said(text: str) -> None:
    wrong = error(text, "库.txt", source="script")
    assert wrong.message == "没有一条话术"
    assert wrong.hint


PIECES = st.lists(
    st.sampled_from(
        [
            "您好",
            "投诉",
            "【",
            "】",
            "一、",
            "1.",
            "1、",
            "坐席：",
            "：",
            "==",
            " ",
            "\u3000",
            "*",
            "\n",
            "❌",
            "😀",
            "İ",
        ]
    ),
    max_size=14,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        calls = read("您好\n" + text, "库.txt", source="script")
    except InputError:
        return
    for turn in (turn for call in calls for turn in call.turns):
        assert_positions("您好\n" + text, turn)
