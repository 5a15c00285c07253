from __future__ import annotations

from dataclasses import replace

from linter.reports import RulesIdentity, Summary

from .samples import CLEAN, REPORT, RULES


def test_counting_two_calls():
    summary = Summary(files=1, rules=RULES).plus(REPORT).plus(CLEAN).plus(REPORT)
    assert summary == Summary(
        files=1,
        calls=3,
        turns=18,
        agent_turns=9,
        by_severity={"error": 2, "warning": 2, "info": 0},
        by_category={"missing_apology": 2, "tone_policing": 2},
        review=2,
        praise=2,
        unjudged=2,
        rules=RulesIdentity("huashu", "0.1.0", "5f3c"),
    )
    assert summary.findings == 4


def test_calls_without_a_score_are_counted():
    summary = Summary().plus(replace(REPORT, scores={})).plus(replace(CLEAN, scores={})).plus(CLEAN)
    assert (summary.unjudged, summary.unscored) == (1, 2)


def test_counting_leaves_the_earlier_summary_as_it_was():
    before = Summary()
    before.plus(REPORT)
    assert before == Summary()
    assert before.findings == 0
