from __future__ import annotations

from typing import Any

import pytest

from linter.calls.members import Members
from linter.calls.place import Place
from linter.errors import InputError


def members(**value: Any) -> Members:
    return Members(value, Place("a.json", at="doc"))


def test_the_first_name_that_is_there_is_read_and_null_is_not_there() -> None:
    row = members(a=None, b="x", c="y")
    assert row.string("a", "b", "c") == "x"
    assert "a" not in row
    assert row.rest() == {}


def test_what_nobody_asks_for_is_the_rest() -> None:
    row = members(a=1, b=2, c=3)
    row.number("a")
    assert row.rest("b") == {"c": 3}


@pytest.mark.parametrize("value", [[{"x": 1}], '[{"x": 1}]'])
def test_rows_may_stand_in_a_string(value: object) -> None:
    assert [row.value("x") for row in members(rows=value).rows("rows")] == [1]
    assert members(one='{"x": 1}').inside("one").value("x") == 1


@pytest.mark.parametrize("value", [None, "", " "])
def test_nothing_is_no_rows_and_an_empty_object(value: object) -> None:
    assert list(members(rows=value).rows("rows")) == []
    assert members(one=value).inside("one").rest() == {}


@pytest.mark.parametrize(
    ("unit", "ms"), [("us", 2), ("ms", 1500), ("10ms", 15000), ("s", 1_500_000)]
)
def test_times_are_in_the_vendors_unit(unit: Any, ms: int) -> None:
    assert members(t="1500").ms("t", unit=unit) == ms


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: members(a=[]).string("a"), "doc.a：要是字符串"),
        (lambda: members(a=True).string("a"), "doc.a：要是字符串"),
        (lambda: members(a="x").number("a"), "doc.a：要是数"),
        (lambda: members(a=True).number("a"), "doc.a：要是数"),
        (lambda: members(a="inf").number("a"), "doc.a：要是数"),
        (lambda: members(a=10**400).number("a"), "doc.a：要是数"),
        (lambda: members(a=1e300).ms("a"), "doc.a：这个时间太大了"),
        (lambda: list(members(a=1).rows("a")), "doc.a：要是一个列表"),
        (lambda: list(members(a=[1]).rows("a")), "doc.a[0]：要是一个 JSON 对象"),
        (lambda: members(b=[1]).inside("a", "b"), "doc.b：要是一个 JSON 对象"),
        (lambda: members(a="{").inside("a"), "doc.a：这个字符串不是合法的 JSON"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(wrong: Any, said: str) -> None:
    with pytest.raises(InputError) as caught:
        wrong()
    assert caught.value.message.startswith(said)
    assert caught.value.line is None


def test_a_member_without_a_name_is_the_value_itself() -> None:
    row = Members({"": [{"x": "y"}]}, Place("a", at="list"))
    (one,) = row.rows("")
    assert one.place.at == "list[0]"
