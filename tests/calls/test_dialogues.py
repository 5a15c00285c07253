from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls.dialogues import is_dialogue, turns_of
from linter.calls.roles import BUILT_IN, RoleWords
from linter.calls.times import Timeline
from linter.model import Turn


def turns(cell: str, words: RoleWords = BUILT_IN) -> tuple[Turn, ...]:
    return turns_of(cell, words, Timeline(), lambda offsets: [(1, at + 1) for at in offsets])


def said(cell: str) -> list[tuple[str, str]]:
    return [(turn.role, turn.text) for turn in turns(cell)]


THREE = [("agent", "您好"), ("customer", "我要查话费"), ("agent", "好的")]


@pytest.mark.parametrize(
    "parting",
    ["\n", "\r\n", "\r", "<br>", "<BR/>", "\\n", "\\r\\n", ";", "；", " | ", "  ", "\t", "", " "],
)
@pytest.mark.parametrize(
    "labels", [("坐席：", "客户："), ("坐席:", "客户:"), ("【坐席】", "【客户】")]
)
def test_partings(parting: str, labels: tuple[str, str]) -> None:
    agent, customer = labels
    cell = parting.join([f"{agent}您好", f"{customer}我要查话费", f"{agent}好的"])
    assert said(cell) == THREE
    assert is_dialogue(cell, BUILT_IN)
    for turn in turns(cell):
        assert turn.column is not None
        assert cell[turn.column - 1 :].startswith(turn.text)


def test_marks_that_part_nothing_are_words() -> None:
    cell = "坐席：请选；一是话费；二是流量;客户：二;谢谢"
    assert said(cell) == [("agent", "请选；一是话费；二是流量"), ("customer", "二;谢谢")]


def test_times_before_labels_in_a_row() -> None:
    first, second = turns("[00:01] 坐席：您好 [00:03-00:05] 客户：喂")
    assert (first.text, first.start_ms) == ("您好", 1000)
    assert (second.text, second.start_ms, second.end_ms) == ("喂", 3000, 5000)


def test_longer_role_words_and_speakers() -> None:
    found = turns("智能客服:请讲客户1:转吧客服小王:您好")
    assert [(turn.role, turn.speaker, turn.text) for turn in found] == [
        ("bot", "", "请讲"),
        ("customer", "客户1", "转吧"),
        ("agent", "客服小王", "您好"),
    ]


def test_words_that_only_name_a_role() -> None:
    assert said("坐席：请问客户姓名：张三\n客户：对") == [
        ("agent", "请问客户姓名：张三"),
        ("customer", "对"),
    ]


def test_lines_without_a_label_continue() -> None:
    assert said("坐席：您好\n请讲<br>客户：喂") == [("agent", "您好\n请讲"), ("customer", "喂")]


def test_words_before_any_label() -> None:
    assert said("（接通）\n坐席：您好") == [("unknown", "（接通）"), ("agent", "您好")]


@pytest.mark.parametrize("cell", ["", "您好", "坐席：您好", "备注：一\n说明：二"])
def test_what_is_no_dialogue(cell: str) -> None:
    assert not is_dialogue(cell, BUILT_IN)


def test_a_companys_own_words() -> None:
    words = RoleWords({"小二": "agent", "买主": "customer"})
    found = turns("小二:您好买主:多少钱", words)
    assert [(turn.role, turn.text) for turn in found] == [("agent", "您好"), ("customer", "多少钱")]


PIECES = st.lists(
    st.sampled_from(["坐席：", "客户:", "【机器人】", "您好", ";", " ", "<br>", "\n", "00:01"])
)


@given(PIECES)
def test_every_turn_stands_in_the_cell(pieces: list[str]) -> None:
    cell = "".join(pieces)
    for turn in turns(cell):
        assert turn.column is not None
        assert cell[turn.column - 1 :].startswith(turn.text.split("\n")[0])
