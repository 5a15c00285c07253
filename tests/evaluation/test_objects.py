from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from linter.evaluation.objects import head_object, record_from, record_object
from linter.evaluation.result import Asked, Result
from linter.reports import RulesIdentity

from .samples import CALLS, LATE, SENTENCES, records, result


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    for record in records([*CALLS, LATE, *SENTENCES], tmp_path):
        read = record_from(json.loads(json.dumps(record_object(record))))
        assert read == replace(record, overlaps=(), verdicts=())


def test_keys_of_later_versions_are_passed_over(tmp_path: Path) -> None:
    (record,) = records(CALLS[1:2], tmp_path)
    row = record_object(record)
    row["later"] = row["labels"][0]["later"] = row["findings"][0]["later"] = 1
    assert record_from(row).labels == record.labels


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    (record,) = records(CALLS[1:2], tmp_path)
    row = record_object(record)
    del row["labels"][0]["outcome"]
    with pytest.raises(KeyError):
        record_from(row)


def test_the_figures(tmp_path: Path) -> None:
    made, _, _ = result(tmp_path)
    head = head_object(made)
    assert list(head) == ["format", "version", "rules", "profiles", "asked", "figures"]
    assert (head["format"], head["version"]) == ("huashu-eval", 1)
    assert head["rules"] == {"name": "shop", "version": "0.1.0", "hash": "abc"}
    assert head["asked"] == {"min_severity": "info", "categories": [], "parts": [], "voices": []}
    assert list(head["figures"]) == ["call", "sentence"]
    calls = head["figures"]["call"]
    assert (calls["items"], calls["agent_turns"], calls["labels"]) == (4, 9, 5)
    assert (calls["overlap"]["turns"], calls["overlap"]["mean"]) == (4, 0.541667)
    assert calls["overlap"]["part"]["dev"] == {"turns": 3, "mean": 0.722222}
    # Wilson of 4 of 5 and of 4 of 6.
    total = {
        "labels": 5,
        "found": 4,
        "missed": 1,
        "false": 2,
        "recall": {"value": 0.8, "low": 0.375535, "high": 0.963776},
        "precision": {"value": 0.666667, "low": 0.299993, "high": 0.903229},
        "f1": 0.727273,
    }
    assert calls["scores"]["call"]["all"]["total"] == total
    assert calls["scores"]["call"]["all"]["false_per_1000"] == 222.222222
    assert calls["scores"]["turn"]["certain"]["grade"]["everyday"]["found"] == 2
    assert calls["clean"]["items"] == 2
    assert calls["clean"]["certain_warning"]["items"] == 0
    assert calls["clean"]["warning"]["value"] == 0.5
    assert calls["findings"]["rule"]["rude"] == {
        "findings": 2,
        "right": 1,
        "other_turn": 1,
        "false": 0,
        "precision": {"value": 1.0, "low": 0.34238, "high": 1.0},
    }
    assert calls["verdicts"]["no-sorry"] == {
        "violated": 0,
        "met": 1,
        "not_applicable": 3,
        "not_evaluated": 0,
    }
    assert "helps" not in calls["verdicts"]


def test_what_was_asked_for_is_kept() -> None:
    asked = Asked("error", ("blame",), ("dev",), ("甲",))
    empty = Result(asked, RulesIdentity(), ("严",), {})
    head = head_object(empty)
    assert head["asked"] == {
        "min_severity": "error",
        "categories": ["blame"],
        "parts": ["dev"],
        "voices": ["甲"],
    }
    assert (head["profiles"], head["figures"]) == (["严"], {})
