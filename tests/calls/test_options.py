"""What users say of their inputs, read from the command line's words."""

from __future__ import annotations

import pickle

import pytest

from linter.calls import ReadOptions
from linter.calls.options import parse_columns, parse_roles
from linter.errors import UsageError


def test_roles() -> None:
    assert parse_roles(("王丽=agent", " 小 李 = 客户 ", "a=b=bot")) == (
        ("王丽", "agent"),
        ("小 李", "customer"),
        ("a=b", "bot"),
    )
    assert parse_roles(()) == ()


@pytest.mark.parametrize("said", ["王丽", "王丽=", "=agent", "王丽=谁", "王丽=坐席2", ""])
def test_what_is_no_role(said: str) -> None:
    with pytest.raises(UsageError, match=f"读不懂 --role {said}") as caught:
        parse_roles(("老王=agent", said))
    assert caught.value.hint.startswith("写成 词=角色")


def test_columns() -> None:
    assert parse_columns(("内容=通话文字", "TEXT= 话 ", "通话ID=a=b", "开始=3")) == (
        ("text", "通话文字"),
        ("text", "话"),
        ("call", "a=b"),
        ("start", "3"),
    )


@pytest.mark.parametrize("said", ["内容", "内容=", "=话", "词=话", "meta=话"])
def test_what_is_no_column(said: str) -> None:
    with pytest.raises(UsageError, match="读不懂 --column"):
        parse_columns((said,))


def test_own_words_go_before_the_built_in_ones() -> None:
    words = ReadOptions(roles=(("客服", "bot"), ("王丽", "agent"))).words
    assert [words.parse(word) for word in ("客服", "王丽", "客户", "谁")] == [
        ("bot", ""),
        ("agent", "王丽"),
        ("customer", ""),
        None,
    ]


def test_another_process_gets_them_whole() -> None:
    options = ReadOptions("csv", "2", (("王丽", "agent"),), (("text", "话"),), "甲")
    assert options.words.parse("王丽")
    again = pickle.loads(pickle.dumps(options))
    assert again == options
    assert again.words.parse("王丽") == ("agent", "王丽")
