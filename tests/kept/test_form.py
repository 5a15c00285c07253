from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from linter.judged import Report
from linter.kept.form import Form
from linter.model import Call, Evidence, Turn

from .samples import linter, reports

RULES = Path(__file__).parents[2] / "rules"


def form() -> Form:
    return Form(linter().book)


def packed(report: Report) -> bytes:
    data = form().packed(report)
    assert data is not None
    return data


def raw(report: Report) -> str:
    """All that is kept of a report, readable."""
    dictionary = form()._known
    data = zlib.decompressobj(wbits=-15, zdict=dictionary).decompress(packed(report))
    return data.decode("utf-8", "replace")


def test_what_is_kept_comes_out_as_it_was() -> None:
    for report in reports():
        again = form().unpacked(packed(report), report.call)
        assert again == report
        assert again is not None
        assert list(again.scores) == list(report.scores)


def test_there_is_much_to_keep_in_the_samples() -> None:
    kinds = {report.call.kind for report in reports()}
    found = [finding for report in reports() for finding in report.findings]
    assert kinds == {"call", "script"}
    assert any(finding.window for finding in found)
    assert any(finding.line is None or finding.column is None for finding in found)
    assert any(part.status == "缺失" for report in reports() for part in report.diagnosis)
    assert any(report.hidden for report in reports())


def test_nothing_that_was_said_is_kept() -> None:
    rules = "".join(path.read_text(encoding="utf-8") for path in RULES.glob("*.yml"))
    pieces = quoted = 0
    for report in reports():
        kept = raw(report)
        for turn in report.call.turns:
            told = {turn.text[n : n + 8] for n in range(len(turn.text) - 7)}
            assert [piece for piece in told if piece in kept and piece not in rules] == []
            pieces += len(told)
        quoted += sum(len(finding.quote) > 8 for finding in report.findings)
        quoted += sum("：“" in one.label for finding in report.findings for one in finding.evidence)
    assert pieces > 2000
    assert quoted > 10


def test_a_call_that_moved_in_its_file() -> None:
    turns = tuple(
        Turn(role, text, line=n + 1, column=4)
        for n, (role, text) in enumerate(
            [("customer", "我要投诉！"), ("agent", "你投诉去吧，投诉也没用。")]
        )
    )
    call = Call("c", turns, "a.txt")
    report = linter().lint(call)
    moved = replace(call, turns=tuple(t._replace(line=t.line + 7) for t in turns), path="b.txt")
    assert form().unpacked(packed(report), moved) == linter().lint(moved)


def test_a_quote_that_stands_nowhere_is_kept_itself() -> None:
    report = next(report for report in reports() if report.findings)
    odd = Evidence(0, 0, 1, "别处说的", "note", "")
    finding = replace(report.findings[0], evidence=(odd,))
    one = replace(report, findings=(finding,))
    assert form().unpacked(packed(one), one.call) == one


def test_what_would_not_come_out_is_not_kept() -> None:
    report = next(report for report in reports() if report.findings)
    finding = report.findings[0]
    for odd in (
        replace(finding, message="\ud800"),
        replace(finding, line=99),
        replace(finding, path="x"),
    ):
        assert form().packed(replace(report, findings=(odd,))) is None


@given(st.binary())
def test_anything_else_is_refused(data: bytes) -> None:
    assert form().unpacked(data, Call("c", ())) is None


@given(st.integers(0), st.integers(0, 255))
def test_damaged_data_is_refused_or_understood(at: int, byte: int) -> None:
    report = max(reports(), key=lambda report: len(report.findings))
    data = bytearray(packed(report))
    data[at % len(data)] = byte
    again = form().unpacked(bytes(data), report.call)
    assert again is None or again.call is report.call


def test_of_another_call_it_says_nothing() -> None:
    report = next(report for report in reports() if report.findings)
    assert form().unpacked(packed(report), Call("c", ())) is None


def test_what_the_agent_has_to_bear_is_kept() -> None:
    report = next(iter(reports()))
    words = report.call.turns[0].text[:2]
    borne = replace(report, load=(Evidence(0, 0, 2, words, "load", "客户辱骂"),))
    assert form().unpacked(packed(borne), report.call) == borne
