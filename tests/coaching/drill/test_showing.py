"""A card as the trainee sees it; whole sittings are in tests/cli/test_drill.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from linter.coaching.drill.cards import Better
from linter.coaching.drill.feedback import Feedback
from linter.coaching.drill.leitner import State
from linter.coaching.drill.showing import Showing
from linter.coaching.examples.model import ExampleTurn
from linter.judged import Part
from linter.linting import Linter
from linter.model import Call, Turn
from linter.reports.page import Page

from .made import card

SHOWING = Showing(Page(60), "zh")


def shown(lines):
    return "\n".join(lines)


def test_nothing_of_what_a_card_is_about_is_said_before():
    lines = shown(SHOWING.card(card(business="telecom", scene="账单"), 2, 5, State(3, "")))
    assert lines == ("第 2/5 张，第 3 盒，难度 1，账单，telecom\n  客户：我要投诉你们，等了三天！")


def test_nobody_can_draw_on_the_screen():
    turns = (ExampleTurn("customer", "\x1b[2J好"),)
    assert "\x1b" not in shown(SHOWING.card(card(turns=turns), 1, 1, None))
    assert "\x1b" not in shown(
        SHOWING.exemplar(card(instead="\x1b[2J", better=Better("\x07", "own")))
    )


def test_colors():
    colored = Showing(Page(60, color=True), "zh")
    assert "\x1b[1m客户：\x1b[0m" in shown(colored.card(card(), 1, 1, None))


def test_hints():
    told = card(suggestion="我马上给您登记。")
    assert [shown(SHOWING.hint(told, number)) for number in (1, 2, 3)] == [
        "提示：看的是态度——顶撞。\n再打一个 ? 看怎么说。",
        "可以这样说：我马上给您登记。",
        "没有更多的提示了。",
    ]
    assert shown(SHOWING.hint(card(suggestion=""), 2)) == "没有现成的说法。"


def test_the_parts_and_what_an_exemplar_was_praised_for():
    parts = (Part("话术", "做到", 1, "抱歉"), Part("职责", "缺失"))
    told = shown(SHOWING.feedback(card(), Feedback(parts=parts, unpraised="给了别的路。")))
    assert (
        told == "  标杆在这里还做到了：给了别的路。\n  没有发现问题。\n  四项：话术 做到，职责 缺失"
    )
    english = Showing(Page(60), "en").feedback(card(), Feedback(parts=parts))
    assert shown(english).endswith("  Four parts: Wording met, Duty missing")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("off", "这张卡的规则 backtalk 在这里没有启用"),
        ("silent", "照这样回答用不上 backtalk"),
        ("beyond", "backtalk 要看前后更多的话才判得了"),
        ("没有说话的时间", "backtalk 没有判（没有说话的时间）"),
    ],
)
def test_what_was_not_judged_is_said(reason, said):
    assert said in shown(SHOWING.feedback(card(), Feedback(unjudged=reason))).replace("\n  ", "")


def missed():
    found = (
        Linter(Path(__file__).parents[2] / "cli" / "shop.yml")
        .lint(Call("c", (Turn("customer", "太慢了。"), Turn("agent", "我看看。"))))
        .findings
    )
    return replace(found[0], message="客户抱怨了。（没有：致歉、办法）")


@pytest.mark.parametrize("kind", ["missing", "later", "think"])
def test_what_is_missing_is_named_and_the_rest_of_the_call_is_not_spoken_of(kind):
    told = shown(SHOWING.feedback(card(), Feedback(**{kind: (missed(),)})))
    assert told.partition("\n")[2] == (
        "    缺少致歉安抚（没有：致歉、办法）：先接住人。\n      怎么说：抱歉让您久等了。"
    )


def test_what_looks_like_a_breach_and_is_none():
    assert shown(SHOWING.exemplar(card(instead="", lookalike="引用了客户的话"))).endswith(
        "  说明：引用了客户的话"
    )


def test_without_an_exemplar():
    assert shown(SHOWING.exemplar(card(instead="", better=Better()))) == ""
