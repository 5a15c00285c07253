"""Objects whose every value is asked for."""

from __future__ import annotations

import pytest

from linter.calls.place import Place
from linter.coaching.drill.fields import Fields
from linter.errors import InputError

PLACE = Place("set.jsonl", 3)


def fields(value, needed=("a",), more=("b",), what=""):
    return Fields(value, PLACE, what, needed, more)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "要是一个对象 {…}"),
        ({}, "没有 a"),
        ({"a": 1, "c": 2}, "不认识的键 c"),
    ],
)
def test_what_is_no_such_object(value, said):
    with pytest.raises(InputError) as error:
        fields(value)
    assert error.value.message == said
    assert error.value.where == "set.jsonl:3"
    assert "huashu examples" in error.value.hint


def test_the_error_says_what_it_is_an_error_of():
    with pytest.raises(InputError, match="第 2 轮 没有 a"):
        fields({}, what="第 2 轮")


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [(1, str, "文字"), ("1", int, "整数"), (True, int, "整数"), ({}, list, "一列 […]")],
)
def test_a_value_of_another_kind(value, kind, said):
    with pytest.raises(InputError, match=f"a 要是{said.replace('[', '.')}".replace("…]", "..")):
        fields({"a": value}).get("a", kind)


def test_what_need_not_be_there_has_a_default():
    assert fields({"a": 1}).get("b", str, "x") == "x"
    assert fields({"a": 1}).texts("b") == ()
    with pytest.raises(InputError):
        fields({"a": 1}).get("b", str)


@pytest.mark.parametrize("value", ["z", 0, True, None, [], 4])
def test_one_of_several(value):
    assert fields({"a": 1}).one_of("a", (1, 2)) == 1
    with pytest.raises(InputError, match="a 要是1、2之一"):
        fields({"a": value}).one_of("a", (1, 2))


@pytest.mark.parametrize("value", [[1], "甲", None])
def test_a_list_of_texts(value):
    assert fields({"a": ["甲"]}).texts("a") == ("甲",)
    with pytest.raises(InputError):
        fields({"a": value}).texts("a")


@pytest.mark.parametrize("value", [-1, 3])
def test_an_index_out_of_bounds(value):
    assert fields({"a": 2}).index("a", 0, 2) == 2
    with pytest.raises(InputError, match="a 要在 0 和 2 之间"):
        fields({"a": value}).index("a", 0, 2)
