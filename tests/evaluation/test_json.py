from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from linter import Linter, Selection
from linter.evaluation.base import Wanted
from linter.evaluation.comparing import Comparison
from linter.evaluation.json_ import JsonFormat
from linter.evaluation.objects import head_object, record_object

from .samples import SHOP, result


def document(tmp_path: Path, comparison: Comparison | None = None) -> str:
    made, lists, records = result(tmp_path)
    report = JsonFormat(Wanted())
    for record in records:
        report.add(record)
        if comparison:
            comparison.add(record)
    return "".join(report.text(made, lists, comparison))


def test_the_document(tmp_path: Path) -> None:
    made, _, records = result(tmp_path)
    text = document(tmp_path)
    expected = head_object(made) | {"items": [record_object(record) for record in records]}
    assert json.loads(text) == expected
    assert [json.loads(line.rstrip(","))["id"] for line in text.splitlines()[1:-1]] == [
        *("c1", "c2", "c3", "c4", "s1", "s2", "s3", "s4")
    ]


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    assert document(tmp_path) == document(tmp_path)


def test_what_was_compared(tmp_path: Path) -> None:
    _, _, before = result(tmp_path, Linter(SHOP, Selection(ignore=frozenset({"cold"}))))
    comparison = Comparison({(record.kind, record.id): record for record in before[:-1]})
    found: dict[str, Any] = json.loads(document(tmp_path, comparison))["compared"]
    figures = {kind: score["found"] for kind, score in found.pop("before").items()}
    assert figures == {"call": 3, "sentence": 2}
    assert {kind: score["found"] for kind, score in found.pop("after").items()} == {
        "call": 4,
        "sentence": 2,
    }
    fingerprint = found["alarms_came"][0].pop("fingerprint")
    assert len(fingerprint) >= 8
    assert found == {
        "items": 7,
        "different": 0,
        "new": 1,
        "gone": 0,
        "labels": [
            {
                "id": "c1",
                "category": "cold_refusal",
                "turn": 5,
                "before": "missed",
                "after": "found",
                "gained": True,
                "said": "你自己看。",
            }
        ],
        "alarms_came": [
            {
                "id": "c3",
                "rule": "cold",
                "category": "cold_refusal",
                "turn": 3,
                "quote": "自己看",
            }
        ],
        "alarms_went": [],
    }
