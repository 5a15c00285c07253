from __future__ import annotations

import pytest

from linter.calls.scripts.legend import documented, is_closed


@pytest.mark.parametrize(
    ("note", "slots"),
    [
        ("{姓名}：来自系统", {"{姓名}"}),
        ("XX 代表客户姓氏", {"XX"}),
        ("____ 由坐席填写", {"____"}),
        ("- `{金额}`、`{日期}`：系统带出", {"{金额}", "{日期}"}),
        ("| {工号} | 坐席工号 |", {"{工号}"}),
        ("占位符：[网点]", {"[网点]"}),
        ("〔 〕里照系统念", {"〔〕"}),
        ("- [城区]：填城区", {"[城区]"}),
        ("| `<城区>` | 填城区 |", {"<城区>"}),
        ("[城区]的网点", set()),
        ("【注意】：先核实", set()),
        ("您好，{姓名}", set()),
        ("{姓名}", set()),
        ("{姓名}：", set()),
        ("这里没有空位：都是整句", set()),
    ],
)
def test_slots_that_a_note_explains(note: str, slots: set[str]) -> None:
    assert documented([note]) == slots


def test_every_line_of_a_note_is_one_of_its_own() -> None:
    assert documented(["{姓名}：系统\n{金额}：账单", "您好"]) == {"{姓名}", "{金额}"}


def test_a_long_line_explains_nothing() -> None:
    assert documented(["{姓名}：" + "系统" * 100]) == frozenset()


@pytest.mark.parametrize(
    ("note", "closed"),
    [
        ("空位就这三个", True),
        ("只有以上几种", True),
        ("别的一律不认", True),
        ("没有别的占位符", True),
        ("{姓名}：客户的姓名", False),
        ("请您稍等", False),
    ],
)
def test_whether_there_are_no_others(note: str, closed: bool) -> None:
    assert is_closed(["说明", note]) is closed
