from __future__ import annotations

from linter.judged import Report
from linter.judging.alternatives import with_alternatives
from linter.model import Call, Turn

from .helpers import linter

FORBID = "{forbid: 骂人, applies: {kind: script}}"
MIXED = "{measure: {of: mixed, signals: [称你, 称您]}, applies: {kind: script}}"
DUPLICATE = "{measure: {of: duplicate, limit: 4}, applies: {kind: script}}"


def lint(rule: str, *lines: str) -> Report:
    turns = tuple(Turn("agent", line) for line in lines)
    return linter(rule).lint(Call("a", turns, kind="script"))


def places(rule: str, *lines: str) -> list[tuple[int, str]]:
    return [(found.turn, found.quote) for found in lint(rule, *lines).findings]


def test_every_alternative_is_judged() -> None:
    assert places(FORBID, "您(没事/有病)吧") == [(0, "有病")]
    assert places(FORBID, "您(有病/没事)吧") == [(0, "有病")]
    assert places(FORBID, "您(没事/还好)吧") == []


def test_what_all_ways_have_is_found_once() -> None:
    assert places(FORBID, "有病(先生/女士)", "(早/晚)安") == [(0, "有病")]


def test_findings_stand_in_the_order_of_the_lines() -> None:
    lines = ("您(没事/有病)吧", "有病", "(好/有病)")
    assert places(FORBID, *lines) == [(0, "有病"), (1, "有病"), (2, "有病")]


def test_a_rule_is_violated_by_another_way() -> None:
    (verdict,) = lint(FORBID, "您(没事/有病)吧").verdicts
    assert verdict.status == "violated"
    (verdict,) = lint(FORBID, "您(没事/还好)吧").verdicts
    assert verdict.status == "met"


def test_two_alternatives_are_never_said_together() -> None:
    assert places(MIXED, "(你的/您的)账单") == []
    assert places(MIXED, "你的账单(和您的/和别的)流量") == [(0, "你的")]
    assert places(MIXED, "你的账单(和别的/和您的)流量") == [(0, "你的")]


def test_what_is_no_matter_of_one_lines_words_is_judged_once() -> None:
    assert places(DUPLICATE, "(早/晚)上好请讲", "(早/晚)上好请讲") != []
    assert places(DUPLICATE, "早上好请讲", "(晚/早)上好请讲") == []


def test_without_other_ways_nothing_changes() -> None:
    from linter.judging.engine import judge

    made = linter(FORBID)
    judged = judge(made.book, made.view(Call("a", (Turn("agent", "有病"),), kind="script")))
    assert with_alternatives(judged, [], made.book) is judged
    assert with_alternatives(judged, [judged], made.book) is judged
