from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls.labels import Label, parse_label


@pytest.mark.parametrize(
    ("before", "role", "speaker"),
    [
        ("坐席：", "agent", ""),
        ("客服:", "agent", ""),
        ("坐席 ： ", "agent", ""),
        ("  客户：", "customer", ""),
        ("【客服】", "agent", ""),
        ("【客服】：", "agent", ""),
        ("[客户] ", "customer", ""),
        ("<agent> ", "agent", ""),
        ("坐席1：", "agent", "坐席1"),
        ("客服小王：", "agent", "客服小王"),
        ("【客服小王】", "agent", "客服小王"),
        ("**客户**：", "customer", ""),
        ("**客户：** ", "customer", ""),
        ("机器人：", "bot", ""),
        ("系统：", "system", ""),
        ("12 坐席：", "agent", ""),
        ("3. 坐席：", "agent", ""),
        ("3、坐席：", "agent", ""),
        ("坐席：\u00a0\u3000\u200b", "agent", ""),
        ("\ufeff坐席：", "agent", ""),
    ],
)
def test_labels(before: str, role: str, speaker: str) -> None:
    found = parse_label(before + "您好：请讲")
    assert found == Label(role, speaker, begin=len(before))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "start", "end"),
    [
        ("[00:01:02] 客户：", "00:01:02", ""),
        ("00:01:02 客户：", "00:01:02", ""),
        ("(01:02) 客户:", "01:02", ""),
        ("【00：01：02.5】客户：", "00：01：02.5", ""),
        ("12 [00:01:02] 客户：", "00:01:02", ""),
        ("[00:01:02] 【客户】", "00:01:02", ""),
        ("[00:01:02 - 00:01:05] 客户：", "00:01:02", "00:01:05"),
        ("00:01:02-->00:01:05 客户：", "00:01:02", "00:01:05"),
        ("2026-01-01 08:00:03 客户：", "2026-01-01 08:00:03", ""),
    ],
)
def test_times_before_labels(before: str, start: str, end: str) -> None:
    found = parse_label(before + "您好")
    assert found == Label("customer", "", len(before), start, end)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "您好",
        "客户",
        "您好：坐席",
        "客户姓名：张三",
        "客服电话：400",
        "时间 00:01:02",
        "00:01:02",
        "00:01:02:03 客户：好",
        "【温馨提示】请讲",
        "A：您好",
        "1.5 客户：好",
        " " * 5000 + "x",
        "字" * 41 + "：客户",
    ],
)
def test_lines_without_a_label(line: str) -> None:
    assert parse_label(line) is None


@pytest.mark.parametrize(
    ("line", "role"), [("A：您好", "agent"), ("Ｂ:您好", "customer"), ("[00:01] B：好", "customer")]
)
def test_letters_are_labels_when_told_so(line: str, role: str) -> None:
    found = parse_label(line, letters=True)
    assert found is not None
    assert found.role == role


def test_other_letters_are_not() -> None:
    assert parse_label("C：您好", letters=True) is None


@given(st.text(st.sampled_from("坐席客户1A 　:：[]【】()0123-.*_\u00a0#"), max_size=40))
def test_words_begin_inside_the_line_and_not_with_a_blank(line: str) -> None:
    found = parse_label(line)
    if found:
        assert 0 < found.begin <= len(line)
        assert not line[found.begin :][:1].isspace()
