"""Roles that are inferred or look wrong: what rests on a doubtful turn is not said."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from linter.judged import Report
from linter.judging.doubtful import SURE, doubted_turns
from linter.model import Call, Casting

from .helpers import ANGRY, ASK, SCOLD, SORRY, TELL, call, linter

FORBID = "{forbid: 训人}"
REQUIRE = "{when: 投诉诉求, require: 致歉安抚, within: 2, aspect: 话术}"
STEPS = "{sequence: [{诉求: 投诉诉求}, {训: 训人}]}"
NOT_BETWEEN = "{sequence: [{诉求: 投诉诉求}, {无 歉: 致歉安抚}, {训: 训人}]}"
OPENING = "{require: 问候, at: opening}"
CLOSING = "{require: 结束语, at: closing}"
ANYWHERE = "{require: 问候, at: anywhere}"


def lint(rules: str | tuple[str, ...], given: Call) -> Report:
    return linter(*([rules] if isinstance(rules, str) else rules)).lint(given)


Source = Literal["inferred", "swapped", "bleeding", "unknown"]


def cast(given: Call, source: Source, confidence: float = 0.99, *doubtful: int) -> Call:
    roles = tuple(turn.role for turn in given.turns)
    return replace(given, casting=Casting(source, confidence, roles, doubtful))


def said(rule: str, given: Call) -> tuple[str, str]:
    verdict = lint(rule, given).verdicts[0]
    return verdict.status, verdict.reason


@pytest.mark.parametrize(
    ("confidence", "certainty"), [(SURE, "certain"), (0.99, "certain"), (0.96, "review")]
)
def test_findings_are_as_sure_as_the_roles(confidence: float, certainty: str) -> None:
    given = cast(call(ANGRY, SCOLD), "inferred", confidence)
    assert [found.certainty for found in lint(FORBID, given).findings] == [certainty]


def test_roles_that_were_given_make_nothing_doubtful() -> None:
    given = cast(call(ANGRY, SCOLD), "bleeding", 0.5, 0)
    assert [found.certainty for found in lint(FORBID, given).findings] == ["certain"]


def test_of_sides_that_look_swapped_nothing_is_judged() -> None:
    report = lint((FORBID, REQUIRE, STEPS, OPENING), cast(call(ANGRY, SCOLD, TELL, ASK), "swapped"))
    reason = "坐席和客户像是标反了"
    assert {(one.status, one.reason) for one in report.verdicts} == {("not_evaluated", reason)}
    assert (report.findings, report.hidden, report.scores) == ((), (), {})
    assert [(part.status, part.reason) for part in report.diagnosis] == [("未评", reason)] * 4


def test_what_is_known_of_a_call_is_not_taken_for_another() -> None:
    given = call(ANGRY, SCOLD)
    assert said(FORBID, cast(given, "swapped"))[0] == "not_evaluated"
    assert said(FORBID, given)[0] == "violated"
    assert said(FORBID, cast(given, "inferred"))[0] == "violated"


CALL = call(ASK, ANGRY, SCOLD, TELL, SCOLD, TELL, ASK)


@pytest.mark.parametrize(
    ("rule", "doubtful"),
    [
        (FORBID, (2, 4)),
        (REQUIRE, (1,)),
        (REQUIRE, (3,)),
        (STEPS, (1,)),
        (NOT_BETWEEN, (1,)),
        (OPENING, (0,)),
        (CLOSING, (5,)),
        (ANYWHERE, (3,)),
    ],
)
def test_what_rests_on_a_doubtful_turn_is_not_judged(rule: str, doubtful: tuple[int, ...]) -> None:
    assert said(rule, CALL)[0] == "violated"
    given = cast(CALL, "bleeding", 0.9, *doubtful)
    assert said(rule, given) == ("not_evaluated", doubted_turns(given))
    assert lint(rule, given).findings == ()


@pytest.mark.parametrize(
    ("rule", "doubtful"),
    [(FORBID, (3,)), (REQUIRE, (0, 5, 6)), (STEPS, (5,)), (OPENING, (6,)), (CLOSING, (1,))],
)
def test_everything_else_is_as_before(rule: str, doubtful: tuple[int, ...]) -> None:
    given = cast(CALL, "bleeding", 0.9, *doubtful)
    assert lint(rule, given).findings == lint(rule, CALL).findings != ()
    assert lint(rule, given).verdicts == lint(rule, CALL).verdicts


def test_a_step_that_must_not_be_may_be_in_a_doubtful_turn() -> None:
    given = call(ANGRY, TELL, SCOLD)
    assert said(NOT_BETWEEN, given)[0] == "violated"
    assert said(NOT_BETWEEN, cast(given, "bleeding", 0.9, 1))[0] == "not_evaluated"
    assert said(STEPS, cast(given, "bleeding", 0.9, 1))[0] == "violated"


def test_of_several_findings_only_the_doubtful_are_left_out() -> None:
    report = lint(FORBID, cast(CALL, "bleeding", 0.9, 2))
    assert [found.turn for found in report.findings] == [4]
    assert report.verdicts[0].status == "violated"


def test_what_was_met_is_met() -> None:
    given = cast(call(ANGRY, SORRY, TELL), "bleeding", 0.9, 2)
    assert said(REQUIRE, given)[0] == "met"


def test_a_part_that_rests_on_a_doubtful_turn_is_not_evaluated() -> None:
    parts = {part.name: part for part in lint(REQUIRE, CALL).diagnosis}
    assert parts["话术"].status == "缺失"
    given = cast(CALL, "bleeding", 0.9, 3)
    parts = {part.name: part for part in lint(REQUIRE, given).diagnosis}
    assert (parts["话术"].status, parts["话术"].reason) == ("未评", "#3 是谁说的拿不准")
    assert parts["态度"].status == "做到"


def test_the_reason_names_the_first_turns() -> None:
    assert doubted_turns(CALL) == ""
    assert doubted_turns(cast(CALL, "bleeding", 0.9, 5, 1)) == "#1、#5 是谁说的拿不准"
    many = cast(CALL, "bleeding", 0.9, *range(7))
    assert doubted_turns(many) == "#0、#1、#2、#3、#4 等 是谁说的拿不准"
