from __future__ import annotations

from dataclasses import replace
from typing import Any

from linter.desk.figures import Figures, Group, counted, known
from linter.desk.rows import row
from linter.desk.scores import Score
from linter.judged import Report
from tests.reports.samples import CALL, NO_APOLOGY, PRAISE, REPORT, TONE

INFO = replace(TONE, severity="info", category="servility")


def add(figures: Figures, report: Report, group: str = "", day: str = "") -> None:
    made: dict[str, Any] = row(report, frozenset(), "zh")
    figures.add(made, counted(report), group, day)


def test_what_is_counted_of_a_call() -> None:
    found = counted(replace(REPORT, findings=(TONE, PRAISE, NO_APOLOGY, INFO)))
    assert found.found == {
        ("tone_policing", "态度", True): 1,
        ("missing_apology", "话术", False): 1,
        ("servility", "态度", True): 1,
    }
    assert found.certain == {"tone_policing"}
    assert found.verdicts == {
        "violated": ("missing-apology",),
        "met": ("followup",),
        "not_evaluated": ("hold-etiquette",),
    }
    assert found.score == Score(82, 100)


def test_rules_nobody_asked_for_do_not_count() -> None:
    assert counted(replace(REPORT, off=frozenset({"followup"}))).verdicts.get("met") is None


def test_calls_are_counted_by_group_and_day() -> None:
    figures = Figures()
    add(figures, REPORT, "一组", "2026-01-01")
    add(figures, replace(REPORT, findings=(), scores={}), "一组", "2026-01-02")
    add(figures, REPORT, "", "")
    assert (figures.all.calls, figures.all.problems, figures.all.scores) == (3, 2, [82, 82])
    first = figures.groups["一组"]
    assert (first.calls, first.problems, first.certain, first.review, first.praise) == (
        *(2, 1, 1, 1, 1),
    )
    assert known(figures.groups) == ["一组"]
    assert known(figures.days) == ["2026-01-01", "2026-01-02"]
    assert figures.within == {"tone_policing": 2, "missing_apology": 2}
    assert figures.certain == {"tone_policing": 2}
    assert figures.of("violated") == {"missing-apology": 3}
    assert figures.of("nothing") == {}


def test_a_scene_is_no_call() -> None:
    figures = Figures()
    scene = replace(REPORT, call=replace(CALL, kind="script"))
    add(figures, scene)
    assert figures.scenes is not None
    assert figures.charted is figures.scenes
    assert figures.groups == figures.days == {}
    add(figures, REPORT, "一组")
    add(figures, scene)
    assert figures.charted is figures
    assert (figures.all.calls, figures.scenes.all.calls) == (1, 2)
    assert figures.within == {"tone_policing": 1, "missing_apology": 1}
    assert figures.scenes.certain == {"tone_policing": 2}
    assert figures.of("violated") == {"missing-apology": 1}
    assert [*figures.groups] == ["一组"]


def test_groups_are_put_together() -> None:
    figures = Figures()
    add(figures, REPORT, "一组")
    both = Group()
    both.include(figures.all)
    both.include(figures.all)
    assert (both.calls, both.problems, both.scores) == (2, 2, [82, 82])
    assert figures.all.calls == 1
