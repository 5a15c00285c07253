from __future__ import annotations

import pytest
from judging.helpers import SCOLD, TELL, call, linter

from linter.linting import Linter
from linter.scoring.score import score
from linter.triage.select import Selection

SCOLDING = "{forbid: 训人, severity: %s}"
INSULT = "{forbid: 骂人, severity: %s}"


def _score(rules: tuple[str, ...], *lines: str) -> dict[str, int]:
    return dict(linter(*rules).lint(call(*lines)).scores)


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ("error", {"总分": 80, "态度": -20}),
        ("warning", {"总分": 95, "态度": -5}),
        ("info", {"总分": 100}),
    ],
)
def test_points_by_severity(severity: str, expected: dict[str, int]) -> None:
    assert _score((SCOLDING % severity,), TELL, SCOLD) == expected


def test_clean_call_keeps_them_all() -> None:
    assert _score((SCOLDING % "error",), TELL, "坐席：请讲。") == {"总分": 100}


def test_an_act_costs_what_its_dearest_finding_costs() -> None:
    both = (SCOLDING % "warning", INSULT % "error")
    assert _score(both, TELL, "坐席：别喊，有病。") == {"总分": 80, "态度": -20}
    assert _score(both, TELL, "坐席：有病，别喊。") == {"总分": 80, "态度": -20}


def test_each_act_costs() -> None:
    both = (SCOLDING % "warning", INSULT % "error")
    assert _score(both, TELL, SCOLD, TELL, "坐席：有病。") == {"总分": 75, "态度": -25}


def test_another_aspect_of_the_same_turn_is_another_act() -> None:
    rules = (SCOLDING % "warning", "{forbid: 稍等, aspect: 职责}")
    expected = {"总分": 90, "态度": -5, "职责": -5}
    assert _score(rules, TELL, "坐席：别喊，请稍等。") == expected


def test_a_rules_own_weight() -> None:
    rule = "{forbid: 训人, weight: 12, severity: {default: warning, after 投诉诉求: error}}"
    assert _score((rule,), TELL, SCOLD)["总分"] == 88
    # The weight was given for the default severity.
    assert _score((rule,), "客户：我要投诉。", SCOLD)["总分"] == 80


def test_never_below_nothing() -> None:
    lines = [line for _ in range(6) for line in (TELL, SCOLD)]
    assert _score((SCOLDING % "error",), *lines) == {"总分": 0, "态度": -120}


@pytest.mark.parametrize("key", ["certainty: review", "praise: true", "deduct: false"])
def test_what_costs_nothing(key: str) -> None:
    rule = f"{{forbid: 训人, severity: error, fatal: true, {key}}}"
    assert _score((rule,), TELL, SCOLD) == {"总分": 100}


def test_doubtful_hit_costs_nothing() -> None:
    assert _score((SCOLDING % "error",), TELL, "坐席：小声点。") == {"总分": 100}


def test_hidden_findings_cost_nothing() -> None:
    rules = ("{forbid: 训人, severity: warning, aspect: 职责, yields_to: r2}", INSULT % "warning")
    assert _score(rules, TELL, "坐席：别喊，有病。") == {"总分": 95, "态度": -5}


def test_fatal_takes_all() -> None:
    rule = "{forbid: 训人, severity: error, fatal: true}"
    assert _score((rule,), TELL, SCOLD) == {"总分": 0, "态度": -20}


def test_fatal_rule_met_late_is_not_fatal() -> None:
    rule = """{when: 投诉诉求, require: 致歉安抚, within: 1, late: 1, severity: error,
               fatal: true, weight: 40}"""
    late = ("客户：我要投诉。", "坐席：请讲。", TELL, "坐席：抱歉。")
    assert _score((rule,), *late) == {"总分": 100}
    assert _score((rule,), *late[:-1], "坐席：请讲。")["总分"] == 0


UNKNOWN = ("未知：我要投诉。", "未知：别喊。")
SILENCE = "{measure: {of: longest_silence, limit: 15}}"


def test_no_score_where_nothing_could_be_judged() -> None:
    assert _score((SCOLDING % "error",), *UNKNOWN) == {}
    assert _score((SILENCE,), TELL, SCOLD) == {}
    assert _score((SILENCE, SCOLDING % "warning"), TELL, "坐席：请讲。") == {"总分": 100}
    assert _score((SILENCE, "{when: 投诉诉求, require: 致歉安抚}"), TELL, SCOLD) == {"总分": 100}


def test_a_rule_that_does_not_apply_gives_no_full_marks() -> None:
    for kind, expected in (("script", {}), ("call", {"总分": 100})):
        rule = f"{{forbid: 骂人, applies: {{kind: {kind}}}}}"
        assert _score((SILENCE, rule), TELL, SCOLD) == expected


def test_a_rule_nobody_asked_for_gives_no_full_marks() -> None:
    book = linter(
        "{measure: {of: longest_silence, limit: 15}, category: time}", INSULT % "error"
    ).book
    for wanted, expected in (("time", {}), ("tone", {"总分": 100})):
        report = Linter(book, Selection(select=frozenset({wanted}))).lint(call(TELL, SCOLD))
        assert report.scores == expected


def test_order_of_findings_does_not_matter() -> None:
    made = linter(SCOLDING % "warning", "{forbid: 稍等, aspect: 职责}", INSULT % "error")
    report = made.lint(call(TELL, "坐席：别喊，请稍等，有病。", TELL, SCOLD))
    forth, back = (
        list(score(made.book, fs).items()) for fs in (report.findings, report.findings[::-1])
    )
    assert forth == back
