"""A sequence whose steps may come in any order."""

from __future__ import annotations

import pytest

from linter.errors import RuleErrors

from .helpers import ANGRY, ASK, SCOLD, SORRY, TELL, chain, one, places, status

TWO = "{sequence: [{训: 训人}, {等: 稍等}], order: any}"
THREE = "{sequence: [{训: 训人}, {等: 稍等}, {骂: 骂人}], order: any, span: 6}"
WAIT = "坐席：请稍等。"
INSULT = "坐席：有病。"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((SCOLD, TELL, WAIT), [(2, "请稍等")]),
        ((WAIT, TELL, SCOLD), [(2, "别喊")]),
        ((SCOLD, TELL, SCOLD), []),
        ((WAIT, TELL, ASK), []),
        ((TELL, SCOLD), []),
    ],
)
def test_two_steps(lines: tuple[str, ...], expected: list[tuple[int, str]]) -> None:
    assert places(TWO, *lines) == expected


def test_the_order_of_the_rule_is_what_is_meant_without_it() -> None:
    given = TWO.replace("any", "given")
    assert places(given, SCOLD, TELL, WAIT) == [(2, "请稍等")]
    assert places(given, WAIT, TELL, SCOLD) == []
    assert places(TWO.replace(", order: any", ""), WAIT, TELL, SCOLD) == []


@pytest.mark.parametrize(
    "order",
    [
        (SCOLD, WAIT, INSULT),
        (SCOLD, INSULT, WAIT),
        (WAIT, SCOLD, INSULT),
        (WAIT, INSULT, SCOLD),
        (INSULT, SCOLD, WAIT),
        (INSULT, WAIT, SCOLD),
    ],
)
def test_three_steps(order: tuple[str, str, str]) -> None:
    first, second, third = order
    found = one(THREE, first, TELL, second, TELL, third)
    assert found.turn == 4
    assert [turn for turn, *_ in chain(found)] == [0, 2]
    assert places(THREE, first, TELL, second, TELL, second) == []


def test_each_piece_of_evidence_has_the_name_of_its_step() -> None:
    found = one(THREE, INSULT, TELL, SCOLD, TELL, WAIT)
    assert [(e.turn, e.as_, e.label) for e in found.evidence] == [
        (0, "step", "骂：骂人"),
        (2, "step", "训：训人"),
    ]


def test_every_turn_that_completes_it_is_reported_once() -> None:
    assert places(TWO, SCOLD, TELL, WAIT, TELL, SCOLD) == [(2, "请稍等"), (4, "别喊")]
    assert chain(one(TWO, SCOLD, TELL, SCOLD, TELL, WAIT)) == [(2, "step", "别喊")]


def test_the_span_is_kept() -> None:
    near = "{sequence: [{训: 训人}, {等: 稍等}], order: any, span: 2}"
    assert places(near, WAIT, TELL, SCOLD) == [(2, "别喊")]
    assert places(near, WAIT, TELL, ASK, TELL, SCOLD) == []


def test_a_turn_is_one_step_only() -> None:
    assert places(TWO, TELL, "坐席：请稍等，您别喊。") == []
    assert places(TWO, TELL, "坐席：请稍等，您别喊。", TELL, SCOLD) == [(3, "别喊")]


def test_a_step_may_share_the_turn_of_the_one_before() -> None:
    shared = "{sequence: [{训: 训人}, {同轮 等: 稍等}], order: any}"
    assert places(shared, TELL, "坐席：您别喊，请稍等。") == [(1, "请稍等")]


def test_a_shared_turn_has_no_order_either() -> None:
    shared = "{sequence: [{训: 训人}, {同轮 等: 稍等}], order: any}"
    assert places(shared, TELL, "坐席：请稍等，您别喊。") == [(1, "别喊")]


def test_excuses_hold_in_any_order() -> None:
    between = "{sequence: [{训: 训人}, {等: 稍等}], order: any, unless_between: 致歉安抚}"
    assert places(between, WAIT, TELL, SORRY, TELL, SCOLD) == []
    turn = "{sequence: [{训: 训人}, {等: 稍等}], order: any, unless_turn: 致歉安抚}"
    assert places(turn, WAIT, TELL, "坐席：抱歉，您别喊。") == []
    assert places(turn, "坐席：抱歉，请稍等。", TELL, SCOLD) == [(2, "别喊")]


def test_both_sides_steps() -> None:
    both = "{sequence: [{诉: 投诉诉求}, {训: 训人}], order: any}"
    assert places(both, SCOLD, ANGRY) == [(1, "我要投诉")]
    assert places(both, ANGRY, SCOLD) == [(1, "别喊")]


def test_slots_are_joined_whatever_the_order() -> None:
    asked = "{sequence: [{要: 索要(项=X)}, {给: given(项=X)}], order: any, say: '又要{项}'}"
    found = one(asked, "客户：电话是1234567。", "坐席：请报一下号码。")
    assert (found.turn, found.message) == (1, "又要电话")
    assert places(asked, "客户：电话是1234567。", "坐席：请报一下地址。") == []


def test_a_doubtful_step_makes_it_doubtful() -> None:
    assert one(TWO, "坐席：您小声点。", TELL, WAIT).certainty == "review"
    assert one(TWO, WAIT, TELL, "坐席：您小声点。").certainty == "review"
    assert one(TWO, WAIT, TELL, SCOLD).certainty == "certain"


def test_it_applies_when_any_step_is_there() -> None:
    assert status(TWO, TELL, WAIT) == "met"
    assert status(TWO, TELL, ASK) == "not_applicable"


def test_steps_that_must_not_come_need_an_order() -> None:
    with pytest.raises(RuleErrors) as caught:
        places("{sequence: [{训: 训人}, {无 等: 稍等}, {骂: 骂人}], order: any}", TELL)
    assert "有“无”的步骤时不能写 order: any; 去掉“无”的步骤" in str(caught.value)


def test_many_steps_in_any_order_are_refused() -> None:
    steps = ", ".join(f"{{步{n}: 训人}}" for n in range(10))
    with pytest.raises(RuleErrors):
        status(f"{{sequence: [{steps}], order: any}}", TELL)
