from __future__ import annotations

from typing import Any

import pytest
from judging.helpers import linter

from linter.errors import UsageError
from linter.model import Finding
from linter.triage.select import Selection, check_names, known_names, split

BOOK = linter("{forbid: 训人, id: scolding}", "{forbid: 骂人, id: insult, category: insult}").book


def _finding(**changes: Any) -> Finding:
    fields: dict[str, Any] = {
        "call": "c",
        "path": "",
        "rule": "scolding",
        "category": "tone",
        "aspect": "态度",
        "severity": "warning",
        "certainty": "certain",
        "turn": 1,
        "role": "agent",
        "start": 0,
        "end": 2,
        "quote": "别喊",
        "message": "",
        "suggestion": "",
    }
    return Finding(**{**fields, **changes})


def _shows(finding: Finding, **wanted: Any) -> bool:
    names = {key: frozenset(wanted.pop(key)) for key in ("select", "ignore") if key in wanted}
    return Selection(**names, **wanted).shows(finding, "rules")


@pytest.mark.parametrize("name", ["scolding", "tone", "rules"])
def test_select_and_ignore_by_rule_category_or_pack(name: str) -> None:
    found = _finding()
    assert _shows(found, select=[name])
    assert _shows(found, select=["insult", name])
    assert not _shows(found, ignore=[name])
    assert not _shows(found, select=[name], ignore=[name])
    assert not _shows(found, select=["rules"], ignore=[name])


def test_what_was_not_selected_is_not_shown() -> None:
    assert not _shows(_finding(), select=["insult"])
    assert _shows(_finding(), ignore=["insult"])
    assert _shows(_finding())


@pytest.mark.parametrize(
    ("severity", "least", "expected"),
    [
        ("error", "error", True),
        ("warning", "error", False),
        ("info", "error", False),
        ("error", "warning", True),
        ("warning", "warning", True),
        ("info", "warning", False),
        ("info", "info", True),
    ],
)
def test_least_severity(severity: str, least: str, expected: bool) -> None:
    assert _shows(_finding(severity=severity), min_severity=least) is expected


def test_certain_only() -> None:
    doubtful = _finding(certainty="review")
    assert _shows(doubtful)
    assert not _shows(doubtful, certain_only=True)
    assert _shows(_finding(), certain_only=True)


def test_praise_only_when_asked_for() -> None:
    praise = _finding(praise=True, severity="info")
    assert not _shows(praise)
    assert not _shows(praise, select=["scolding"])
    assert _shows(praise, praise=True)
    assert _shows(praise, praise=True, min_severity="error")
    assert not _shows(praise, praise=True, ignore=["tone"])
    assert not _shows(praise, praise=True, select=["insult"])
    assert not _shows(_finding(praise=True, certainty="review"), praise=True, certain_only=True)
    assert _shows(_finding(), praise=True)


def test_covers_asks_for_names_only() -> None:
    chosen = Selection(frozenset(["tone"]), frozenset(["insult"]), "error", certain_only=True)
    assert chosen.covers("scolding", "tone", "rules")
    assert not chosen.covers("insult", "tone", "rules")
    assert not chosen.covers("scolding", "blame", "rules")


def test_split_keeps_the_order() -> None:
    first, second, third = (_finding(turn=n, severity=s) for n, s in enumerate(SEVERITIES))
    shown, hidden = split(
        (first, second, third), Selection(min_severity="warning"), {"scolding": "rules"}
    )
    assert (shown, hidden) == ((first, third), (second,))


SEVERITIES = ("error", "info", "warning")


def test_names_are_rules_categories_and_packs() -> None:
    assert known_names(BOOK) == {"words", "rules", "tone", "insult", "scolding"}
    check_names(BOOK, ["rules", "tone", "insult", "scolding"])


def test_unknown_name_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="'scoldin'") as caught:
        check_names(BOOK, ["tone", "scoldin"])
    assert caught.value.hint == "是不是 scolding"
