from __future__ import annotations

import pytest

from linter.coaching.examples.moments import (
    answer_signals,
    moment_of,
    moment_signals,
    moments_before,
    plain,
)
from linter.model import Evidence

from .making import call, linter


def test_signals_of_a_book():
    assert moment_signals(linter().book) == ("生气",)
    assert answer_signals(linter().book) == ("道歉",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("客户：气死了\n坐席：什么事", [("生气", 0)]),
        ("客户：气死了\n客户：投诉你\n坐席：什么事", [("生气", 1), ("生气", 0)]),
        ("客户：气死了\n坐席：我查\n客户：灯坏了\n坐席：什么事", []),
        ("坐席：什么事", []),
    ],
)
def test_moments_before(text, found):
    view = linter().view(call(text))
    assert list(moments_before(view, ("生气",), view.turns[-1])) == found


@pytest.mark.parametrize(
    ("chain", "moment"),
    [
        ([("step", "客户给过：电话已给出"), ("trigger", "情绪（像“x”90%）")], "情绪"),
        ([("step", "客户给过：电话已给出")], "电话已给出"),
        ([("step", "上一次这样说")], ""),
        ([("note", "催促")], ""),
        ([], ""),
    ],
)
def test_moment_of(chain, moment):
    assert moment_of([Evidence(0, 0, 1, "q", as_, label) for as_, label in chain]) == moment


def test_a_label_quotes_nothing():
    assert plain("情绪（像“displeased”：“我的卡号是622848”）") == "情绪"
