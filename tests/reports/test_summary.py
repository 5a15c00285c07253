from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from linter.judged import Entry, Report, Suppressed, Verdict
from linter.reports import RulesIdentity, Summary, Tally
from linter.triage.traces import Traces

from .samples import CALL, CLEAN, REPORT, RULES, TONE


def counted(reports: Iterable[Report]) -> Tally:
    tally = Tally()
    for report in reports:
        tally.count(report)
    return tally


def test_counting_two_calls():
    tally = counted([REPORT, CLEAN, REPORT])
    summary = tally.summary(files=1, rules=RULES)
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
    assert tally.by_rule == Counter({finding.rule: 2 for finding in REPORT.findings}), (
        "praise is counted by rule"
    )
    assert tally.certain == {"error": 2}


def test_calls_without_a_score_are_counted():
    reports = [replace(REPORT, scores={}), replace(CLEAN, scores={}), CLEAN]
    summary = counted(reports).summary()
    assert (summary.unjudged, summary.unscored) == (1, 2)


def test_what_nobody_asked_for_is_not_missed():
    off = replace(
        CLEAN, verdicts=(Verdict("slow", "not_evaluated", "no_times"),), off=frozenset({"slow"})
    )
    assert counted([off]).unjudged == 0
    assert counted([replace(off, off=frozenset())]).unjudged == 1


def test_counting_in_parts_is_counting_the_whole():
    reports = [REPORT, CLEAN, replace(CLEAN, scores={}), REPORT]
    whole = Tally()
    for part in (reports[:1], reports[1:3], [], reports[3:]):
        whole.add(pickle.loads(pickle.dumps(counted(part))))
    assert whole.summary(2, [("a", "b")]) == counted(reports).summary(2, [("a", "b")])
    assert whole.by_rule == counted(reports).by_rule
    assert whole.certain == counted(reports).certain
    assert list(whole.by_category) == list(counted(reports).by_category)


def test_nothing_counted():
    assert Tally().summary() == Summary()
    assert Tally().summary().findings == 0


def test_what_was_taken_out_is_counted_by_its_source():
    entries = [Entry(source, "x", "看过", "王") for source in ("inline", "baseline", "inline")]
    out = tuple(Suppressed(TONE, entry) for entry in entries)
    reports = [Report(CALL, (), (), suppressed=out, traces=Traces(entries))]
    whole = counted(reports)
    whole.add(counted(reports))
    assert whole.summary().suppressed == {"baseline": 2, "inline": 4}
    assert whole.traces.used == {entries[0]: 4, entries[1]: 2}
    assert whole.summary().findings == 0
