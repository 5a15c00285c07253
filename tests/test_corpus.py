"""The corpus is labelled as documented, and the packs do on it what the README says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from linter import Call, Linter, Report
from linter.calls import find_inputs, read_path
from linter.reports import CATEGORIES

CORPUS = Path(__file__).parent.parent / "corpus"
GRADES = {"textbook", "everyday", "indirect", "clean"}


@cache
def linter() -> Linter:
    return Linter()


@cache
def reports() -> tuple[Report, ...]:
    # Every third call, and the articles retold: all of them take a minute.
    chosen = (n % 3 == 0 or str(call.id).startswith("articles") for n, call in enumerate(calls()))
    return tuple(
        linter().lint(call) for call, is_chosen in zip(calls(), chosen, strict=True) if is_chosen
    )


@cache
def calls() -> tuple[Call, ...]:
    return tuple(call for path in find_inputs([str(CORPUS / "calls")]) for call in read_path(path))


def labels(call: Call) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = call.meta["labels"]
    return found


def report_of(identifier: str) -> Report:
    return next(report for report in reports() if report.call.id == identifier)


def test_at_least_sixty_calls_half_of_them_clean_from_six_trades_by_phone_and_chat() -> None:
    clean = [call for call in calls() if not labels(call)]
    assert len(calls()) >= 60
    assert 0.4 <= len(clean) / len(calls()) <= 0.6
    assert len({call.business for call in calls()}) >= 6
    assert {call.channel for call in calls()} == {"phone", "chat"}


@pytest.mark.parametrize("call", calls(), ids=lambda call: str(call.id))
def test_labels_are_what_the_format_says(call: Call) -> None:
    assert call.meta["grade"] in GRADES
    assert call.meta["voice"]
    for label in labels(call):
        assert set(label) == {"category", "turn"}
        assert label["category"] in CATEGORIES
        assert call.turns[label["turn"]].role == "agent"
    places = [(label["category"], label["turn"]) for label in labels(call)]
    assert len(places) == len(set(places))


def test_ids_are_unique_over_all_files() -> None:
    assert len({call.id for call in calls()}) == len(calls())


def test_every_finding_quotes_the_original() -> None:
    for report in reports():
        for finding in report.findings:
            text = report.call.turns[finding.turn].text
            assert finding.quote == text[finding.start : finding.end]
            for place in finding.evidence:
                text = report.call.turns[place.turn].text
                assert place.quote == text[place.start : place.end]


# The golden call: article 4 retold. All four parts are missing, each at its turn.
GOLDEN = {"话术": 2, "态度": 4, "职责": 2, "适时结束": 6}
CHAIN = ["request-ignored", "tone-policing", "rigid-repeat", "backtalk"]


def test_the_golden_call_misses_all_four_parts_each_at_its_turn() -> None:
    report = report_of("articles-01")
    assert {part.name: part.status for part in report.diagnosis} == dict.fromkeys(GOLDEN, "缺失")
    assert {part.name: part.turn for part in report.diagnosis} == GOLDEN
    for part in report.diagnosis:
        assert part.suggestion
        assert part.chain[0].as_ == "trigger"
        turns = [place.turn for place in part.chain]
        assert turns == sorted(turns)


def test_the_golden_call_shows_the_chain_from_complaint_to_back_talk() -> None:
    found = [finding.rule for finding in report_of("articles-01").findings]
    assert [rule for rule in dict.fromkeys(found) if rule in CHAIN] == CHAIN
    assert "escalation" in found
    assert "missing-apology" in found


def test_its_mirror_does_all_four_parts_and_has_no_finding() -> None:
    report = report_of("articles-02")
    assert [part.status for part in report.diagnosis] == ["做到"] * 4
    assert report.findings == ()


def _outcomes() -> Iterator[tuple[str, str, bool]]:
    """Grade, category, whether it was found: for each category labelled in a call."""
    for report in reports():
        found = {finding.category for finding in report.findings}
        for category in {label["category"] for label in labels(report.call)}:
            yield str(report.call.meta["grade"]), category, category in found


def test_the_packs_find_no_less_than_they_did() -> None:
    by_grade: dict[str, list[bool]] = {}
    for grade, _, found in _outcomes():
        by_grade.setdefault(grade, []).append(found)
    shares = {grade: sum(found) / len(found) for grade, found in by_grade.items()}
    assert shares["textbook"] >= 0.7
    assert shares["everyday"] >= 0.5
    assert shares["indirect"] >= 0.2


def test_few_clean_calls_are_flagged() -> None:
    clean = [report for report in reports() if not labels(report.call)]
    flagged = [
        report.call.id
        for report in clean
        if any(f.severity != "info" and f.certainty == "certain" for f in report.findings)
    ]
    assert len(flagged) / len(clean) <= 0.25, flagged


def test_the_canonical_files_are_one_call_a_line() -> None:
    for path in sorted((CORPUS / "calls").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert {"id", "channel", "labels", "turns"} <= set(json.loads(line))
