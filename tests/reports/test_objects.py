from __future__ import annotations

from linter.model import Evidence
from linter.reports.objects import evidence_object


def test_a_place_that_is_a_finding_names_its_rule() -> None:
    place = Evidence(1, 0, 2, "别喊", "cause", "训了人", "scolding")
    assert evidence_object(place) == {
        "turn": 1,
        "start": 0,
        "end": 2,
        "quote": "别喊",
        "as": "cause",
        "label": "训了人",
        "rule": "scolding",
    }


def test_a_place_that_is_none_names_no_rule() -> None:
    assert "rule" not in evidence_object(Evidence(1, 0, 2, "别喊", "step", "拒答"))
