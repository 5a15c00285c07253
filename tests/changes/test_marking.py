from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from linter.changes.changes import Changes
from linter.changes.lines import Touched
from linter.changes.marking import Marked, is_changed
from linter.judged import Part, Report, Verdict
from linter.model import Call, Evidence, Finding, Turn
from linter.scoresheet import ScoreSheet

TEXTS = ("我要投诉。", "哦。\n随便。", "气死了！", "不归我管。")
LINES = (2, 3, 6, 8)


def call(lines: tuple[int | None, ...] = LINES, column: int | None = 4) -> Call:
    turns = (
        Turn("agent", text, line=n, column=column) for text, n in zip(TEXTS, lines, strict=True)
    )
    return Call("c", tuple(turns), "a.txt")


FINDING = Finding(
    "c", "a.txt", "r", "x", "话术", "error", "certain", 3, "agent", 0, 4, "不归我管", "", ""
)


def touched(*lines: int, gaps: tuple[int, ...] = ()) -> Touched:
    return Touched(tuple((line, line) for line in lines), gaps)


@pytest.mark.parametrize(
    ("lines", "changed"), [((8,), True), ((7,), False), ((9,), False), ((2, 3, 6), False)]
)
def test_the_words(lines: tuple[int, ...], changed: bool) -> None:
    assert is_changed(FINDING, call(), touched(*lines)) is changed


def test_words_on_the_second_line_of_a_turn() -> None:
    found = replace(FINDING, turn=1, start=3, end=5)
    assert is_changed(found, call(), touched(4))
    assert not is_changed(found, call(), touched(3))
    assert is_changed(replace(found, start=0), call(), touched(3))


def test_the_evidence() -> None:
    found = replace(FINDING, evidence=(Evidence(0, 0, 5, TEXTS[0], "trigger", ""),))
    assert is_changed(found, call(), touched(2))
    assert not is_changed(found, call(), touched(3))


def test_the_window_of_a_missing_thing() -> None:
    found = replace(FINDING, window=(1, 2))
    assert is_changed(found, call(), touched(5))
    assert is_changed(found, call(), touched(gaps=(4,)))
    assert not is_changed(found, call(), touched(2, 7, gaps=(8,)))
    assert not is_changed(FINDING, call(), touched(gaps=(7, 8)))


def test_the_last_words_were_taken_out() -> None:
    found = replace(FINDING, window=(1, 3))
    assert is_changed(found, call(), touched(gaps=(8,)))


def test_a_call_on_one_line() -> None:
    one = call((5,) * 4, None)
    found = replace(FINDING, window=(1, 3))
    assert is_changed(found, one, touched(5))
    assert not is_changed(found, one, touched(4, 6, gaps=(4, 5)))


def test_no_lines() -> None:
    none = call((None,) * 4, None)
    assert is_changed(FINDING, none, touched(7))
    assert is_changed(FINDING, none, Touched(whole=True))


SHEET = ScoreSheet("表", Decimal(100), Decimal(1), "", (), ())


class Fixed:
    def lint(self, call: Call) -> Report:
        first = replace(FINDING, turn=0, end=1, rule="first")
        verdicts = (Verdict("r", "violated"),)
        parts = (Part("话术", "缺失"),)
        return Report(
            call, (first, FINDING), verdicts, parts, {"total": 1}, (FINDING,), sheet=SHEET
        )


def marked(lines: Touched | None, *, only: bool) -> Report:
    files = {} if lines is None else {"a.txt": lines}
    return Marked(Fixed(), Changes("/r", files), only=only).lint(replace(call(), path="/r/a.txt"))


def test_every_finding_is_marked() -> None:
    report = marked(touched(2), only=False)
    assert [f.changed for f in report.findings] == [True, False]
    assert [f.changed for f in report.hidden] == [False]
    assert report.diagnosis


def test_only_what_is_on_changed_lines() -> None:
    report = marked(touched(2), only=True)
    assert [f.rule for f in report.findings] == ["first"]
    assert [f.rule for f in report.hidden] == ["r", "r"]
    assert (len(report.verdicts), len(report.diagnosis), report.sheet) == (1, 1, SHEET)


@pytest.mark.parametrize("lines", [touched(1, 9), None])
def test_nothing_is_said_of_a_call_nobody_touched(lines: Touched | None) -> None:
    report = marked(lines, only=True)
    assert (report.findings, report.verdicts, report.diagnosis) == ((), (), ())
    assert len(report.hidden) == 3
    assert (report.scores, report.sheet) == ({"total": 1}, None)
