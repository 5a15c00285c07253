from __future__ import annotations

from dataclasses import replace

from linter.desk.scores import Score, percent_of, score_of
from linter.judged import Report
from tests.reports.samples import CALL
from tests.reports.scored import SHEET


def test_the_simple_score() -> None:
    report = Report(CALL, (), (), scores={"总分": 85, "态度": -15})
    assert score_of(report) == Score(85, 100)
    assert percent_of(report) == 85


def test_a_scheme_is_stronger() -> None:
    report = Report(CALL, (), (), scores={"总分": 85}, sheet=SHEET)
    assert score_of(report) == Score(80.25, 100)


def test_what_was_not_scored_has_none() -> None:
    assert score_of(Report(CALL, (), ())) is None
    assert percent_of(Report(CALL, (), ())) is None
    unscored = SHEET._replace(total=None)
    assert score_of(Report(CALL, (), (), scores={"总分": 85}, sheet=unscored)) is None


def test_a_script_has_none() -> None:
    script = replace(CALL, kind="script")
    assert score_of(Report(script, (), (), scores={"总分": 85})) is None
