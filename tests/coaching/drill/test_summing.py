"""What is said when a drill is over."""

from __future__ import annotations

from linter.coaching.drill.feedback import Feedback, Well
from linter.coaching.drill.summing import Results

from .made import card


def results(*passed, well=(), skipped=0):
    made = Results()
    for number, one in enumerate(passed):
        category = "backtalk" if number % 2 == 0 else "shirking"
        made.add(card(category=category), Feedback(well=well), passed=one)
    made.skipped = skipped
    return made


def test_nothing_was_answered():
    assert [*results(skipped=2).lines("zh")] == ["这次没有回答。"]
    assert [*results().lines("en")] == ["Nothing was answered."]


def test_all_was_well():
    well = (Well("抱歉", "致歉安抚"), Well("对不起", "致歉安抚"), Well("我来办", "揽下了事情。"))
    assert [*results(True, True, well=well).lines("zh")] == [
        "答了 2 张：过了 2 张，再练 0 张。",
        "做到最多的：致歉安抚 2 次；揽下了事情 2 次。",
        "都过了，保持这样说。",
    ]


def test_some_was():
    assert [*results(True, False, False, False, skipped=1).lines("zh")] == [
        "答了 4 张：过了 1 张，再练 3 张，跳过 1 张。",
        "先练这些：推诿 2 次；顶撞 1 次。",
        "过了的记住是怎么说的；再练的明天先来。",
    ]


def test_none_was():
    assert [*results(False).lines("en")] == [
        "Answered: 1; passed: 0, to practise: 1.",
        "Practise first: back-talk (1).",
        "Good to meet the hard ones early: you have seen every exemplar; again tomorrow.",
    ]
