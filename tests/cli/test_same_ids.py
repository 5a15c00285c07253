from __future__ import annotations

import pytest

from linter.calls.noticing import Told
from linter.cli.same_ids import SameIds

from .conftest import Huashu, write

CALL = '{"id": "%s", "turns": [{"role": "agent", "text": "您好"}]}\n'


def said(*told: Told) -> list[str]:
    ids = SameIds()
    return [notice.message for one in told if (notice := ids.notice(one))]


def test_ids_that_differ_are_nothing_to_tell():
    assert said(Told("a", "x"), Told("b", "x"), Told("a#2", "x", line=3), Told("", "x")) == [
        "这通的编号 a 和 x 那通一样，这里记作 a#2"
    ]
    assert said(Told("", "x"), Told("", "x")) == []
    assert said(Told("a#2", "x"), Told("a", "x")) == []
    assert said(Told("a", "x"), Told("a#2", "y"), Told("a#b", "x")) == []


def test_places_as_far_as_they_are_known():
    assert said(Told("a", "x", line=7), Told("a", "y"), Told("a", "z", line=1)) == [
        "这通的编号 a 和 x:7 那通一样",
        "这通的编号 a 和 x:7 那通一样",
    ]
    ids = SameIds()
    ids.notice(Told("a", "x.xlsx", sheet="一", cell="C2"))
    again = ids.notice(Told("a", "y.xlsx", line=3, sheet="二", cell="C3"))
    assert again is not None
    assert (again.line, again.sheet, again.cell) == (3, "二", "C3")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_names_both_places(huashu: Huashu, tmp_path, jobs):
    write(tmp_path / "a.jsonl", CALL % "c1" + CALL % "c2" + CALL % "c1")
    write(tmp_path / "b.jsonl", CALL % "c3" + CALL % "c2")
    found = huashu("lint", "a.jsonl", "b.jsonl", "--jobs", jobs, "--select", "insult")
    hint = "；是两通就改编号，是同一通就去掉一份"
    told = [line for line in found.err.splitlines() if line.startswith("警告")]
    assert told == [
        f"警告：a.jsonl:3: 这通的编号 c1 和 a.jsonl:1 那通一样，这里记作 c1#2{hint}",
        f"警告：b.jsonl:2: 这通的编号 c2 和 a.jsonl:2 那通一样{hint}",
    ]


def test_a_report_says_so_too(huashu: Huashu, tmp_path):
    write(tmp_path / "a.jsonl", CALL % "c1")
    write(tmp_path / "b.jsonl", CALL % "c1")
    found = huashu("report", "a.jsonl", "b.jsonl", "-o", "r.html")
    assert "b.jsonl:1: 这通的编号 c1 和 a.jsonl:1 那通一样" in found.err
