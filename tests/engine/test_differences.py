"""Comparing reports and views: whatever differs is told, and what does not is not."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from linter.judged import Report, Verdict
from linter.linting import Linter
from linter.model import Call, Turn

from .differences import Oracle, compare, in_report, in_view
from .pairs import load

BOOK = load(
    {
        "pack": "p",
        "signals": {
            "骂": {"any": ["骗子"], "not_if": ["不是"]},
            "问": {"any": ["报<项目 as 项>"]},
        },
        "classes": {"项目": {"电话": ["号码"]}},
        "rules": [
            {
                **{"id": name, "category": "c", "aspect": "态度", "severity": "error"},
                **{"forbid": signal, "say": "说", "why": "因", "instead": "问"},
                "tests": [{"flag": "坐席：【好】"}, {"pass": "坐席：好"}],
            }
            for name, signal in (("scold", "骂"), ("ask", "问"))
        ],
    }
)
CALL = Call(
    "c",
    (
        Turn("customer", "在吗"),
        Turn("agent", "骗子，报号码。"),
        Turn("customer", "不说"),
        Turn("agent", "不是骗子"),
    ),
)
ORACLE, LINTER = Oracle(BOOK), Linter(BOOK)
WANTED = ORACLE.lint(CALL)


def test_both_say_the_same() -> None:
    judgement, found = compare(ORACLE, LINTER, CALL)
    assert found == []
    assert len(judgement.report.findings) == 2
    assert judgement.view.taken_back["骂"]


FINDINGS = WANTED.report.findings


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"findings": FINDINGS[1:]}, "findings: missing"),
        ({"hidden": FINDINGS[:1]}, "hidden: too many"),
        ({"findings": FINDINGS[::-1]}, "findings: in another order"),
        ({"findings": (*FINDINGS, FINDINGS[1])}, "findings: in another order or number"),
        (
            {"findings": (replace(FINDINGS[0], act="x"), *FINDINGS[1:])},
            "findings: ('scold', 1, 0, 2).act: wanted",
        ),
        ({"verdicts": WANTED.report.verdicts[1:]}, "verdicts: missing"),
        (
            {"verdicts": (Verdict("scold", "met"), *WANTED.report.verdicts[1:])},
            "verdicts: scold.status: wanted 'violated', got 'met'",
        ),
        ({"diagnosis": ()}, "diagnosis: missing"),
        ({"scores": {}}, "scores: wanted"),
        ({"off": frozenset(["scold"])}, "off: wanted"),
    ],
)
def test_what_differs_in_a_report_is_told(changed: dict[str, Any], told: str) -> None:
    got: Report = replace(WANTED.report, **changed)
    assert told in "\n".join(in_report(WANTED.report, got))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"seen": {}}, "seen of 骂: missing"),
        ({"taken_back": {}}, "taken_back of 骂: missing"),
        ({"slots": ()}, "slots: missing"),
        ({"unjudged": {"骂": "x"}}, "unjudged: wanted"),
        ({"turns": WANTED.view.turns[:1]}, "number of turns: wanted 4, got 1"),
        (
            {"turns": (replace(WANTED.view.turns[0], text="在么"), *WANTED.view.turns[1:])},
            "turn 0: text: wanted '在吗', got '在么'",
        ),
    ],
)
def test_what_differs_in_a_view_is_told(changed: dict[str, Any], told: str) -> None:
    names = ("turns", "seen", "taken_back", "slots", "unjudged")
    got = SimpleNamespace(**{name: getattr(WANTED.view, name) for name in names} | changed)
    assert told in "\n".join(in_view(WANTED.view, got, ORACLE))


def test_a_crash_of_the_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise IndexError("out of range")

    monkeypatch.setattr(LINTER, "lint", crash)
    _, found = compare(ORACLE, LINTER, CALL)
    assert "IndexError: out of range" in found[0]
