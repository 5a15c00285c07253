from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.errors import InputError

from .helpers import error, read


def said(text: str, name: str = "库.csv") -> list[tuple[str, list[str]]]:
    """Title and lines of every scene."""
    return [(call.id, [turn.text for turn in call.turns]) for call in read(text, name)]


@pytest.mark.parametrize(
    "text",
    [
        "场景,话术\n开场,您好\n结束,再见\n",
        "话术;场景\n您好;开场\n再见;结束\n",
        "场景\t话术\n开场\t您好\n结束\t再见",
        "场景|话术\n开场|您好\n结束|再见",
        '"场景","话术"\r\n"开场","您好"\r\n"结束","再见"\r\n',
        "\n,,\n场景,话术,\n开场,您好,\n\n结束,再见,\n",
        "话术库二〇二六版,,\n场景,话术,备注\n开场,您好,\n结束,再见,\n",
        "#,场景,话术\n1,开场,您好\n2,结束,再见\n",
        '"场景\n名称",话术\n开场,您好\n结束,再见\n',
        "title,script\n开场,您好\n结束,再见\n",
    ],
)
def test_ways_to_write_a_table(text: str) -> None:
    assert said(text) == [("开场", ["您好"]), ("结束", ["再见"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_stand_where_they_say(end: str, mark: str) -> None:
    text = '场景,话术\n开场,"您好，\n请讲"\n,\t😀在的 \n结束,"点""提交""，再见"\n'
    opening, ending = read(mark + text.replace("\n", end), "库.csv")
    assert [(t.text, t.line, t.column) for t in (*opening.turns, *ending.turns)] == [
        ("您好，\n请讲", 2, 5),
        ("😀在的", 4, 3),
        ('点""提交""，再见', 5, 5),
    ]


def test_a_gbk_file() -> None:
    (call,) = read("场景,话术\n开场,您好，请讲\n".replace("，", "").encode("gbk"), "库.csv")
    assert [(t.text, t.line, t.column) for t in call.turns] == [("您好请讲", 2, 4)]


def test_what_is_left_out() -> None:
    text = "编号,场景,客户问题,话术,错误示范\n1,退款,怎么退,帮您退,自己看\n2,退款,,好的,\n"
    (call,) = read(text, "库.csv")
    assert [turn.text for turn in call.turns] == ["帮您退", "好的"]
    assert {n.message: n.left_out for n in call.notices} == {"客户的话": 1, "反例": 1}


def test_what_stands_above_the_header_may_explain() -> None:
    (call,) = read("说明：{姓名}由系统带出\n场景,话术\n开场,您好{姓名}\n", "库.csv")
    assert call.meta["legend"] == ["{姓名}"]


def test_a_transcript_is_no_library() -> None:
    (call,) = read("角色,话术\n坐席,您好\n客户,你们的话术真好\n", "通话.csv")
    assert (call.kind, len(call.turns)) == ("call", 2)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("场景,备注\n开场,您好\n", 1, "找不到话术列"),
        ("您好\n", 1, "找不到话术列"),
        ("场景,话术\n", 1, "没有一条话术"),
        ("场景,话术,备注\n开场,,请看\n", 1, "没有一条话术"),
        ("场景,话术\n开场,您好,请讲\n", 2, "这一行有 3 格，表头只有 2 列"),
        ('场景,话术\n开场,"您好\n', 2, "引号没有结束，后面的行都读不到"),
        ('""""""\n', 1, "找不到话术列"),
        ('"\n', 1, "找不到话术列"),
    ],
)
def test_what_is_wrong(text: str, line: int, message: str) -> None:
    wrong = error(text, "库.csv", source="csv-script")
    assert (wrong.line, wrong.message) == (line, message)
    assert wrong.hint


PIECES = st.lists(
    st.sampled_from(
        ["场景", "话术", ",", "\n", '"', '""', "\t", ";", "您好", " ", "\x0b", "\u2028"]
    ),
    max_size=16,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["", "场景,话术\n"]), PIECES)
def test_any_text_is_read_or_refused(header: str, text: str) -> None:
    lines = (header + text).split("\n")
    try:
        calls = read(header + text, "库.csv", source="csv-script")
    except InputError:
        return
    for turn in (turn for call in calls for turn in call.turns):
        first, *others = turn.text.split("\n")
        assert turn.line is not None
        assert turn.column is not None
        assert lines[turn.line - 1][turn.column - 1 :].startswith(first)
        for below, words in enumerate(others, turn.line):
            assert lines[below].startswith(words)
