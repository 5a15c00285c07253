"""Severities that a user gives rules, and everything that goes by them."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from linter import Call, Linter, Turn
from linter.triage.select import Selection
from linter.triage.severities import graded, level_of

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"
BAD = Call("c", (Turn("customer", "我想想。"), Turn("agent", "快点说，随便吧。")))


def linted(*layers, **more):
    selection = Selection(severities=tuple(tuple(layer.items()) for layer in layers), **more)
    return Linter(SHOP, selection).lint(BAD)


def found(report):
    return {finding.rule: finding.severity for finding in report.findings}


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ((), {"rude": "error", "careless": "info"}),
        (({"rude": "warning"},), {"rude": "warning", "careless": "info"}),
        (({"impatience": "info"},), {"rude": "info", "careless": "info"}),
        (({"impatience": "info", "rude": "warning"},), {"rude": "warning", "careless": "info"}),
        (({"rude": "warning"}, {"impatience": "info"}), {"rude": "info", "careless": "info"}),
        (({"rude": "off"},), {"careless": "info"}),
        (({"rude": "off"}, {"rude": "error"}), {"rude": "error", "careless": "info"}),
    ],
)
def test_a_rule_is_stronger_than_its_category_and_a_layer_than_the_ones_before(layers, expected):
    assert found(linted(*layers)) == expected


def test_scores_go_by_the_new_severity():
    assert linted().scores["总分"] == 80
    assert linted({"rude": "warning"}).scores["总分"] == 95
    assert linted({"rude": "off"}).scores["总分"] == 100


def test_what_is_shown_goes_by_it():
    assert found(linted({"rude": "info"}, min_severity="warning")) == {}
    assert found(linted({"careless": "error"}, min_severity="error")) == {
        "rude": "error",
        "careless": "error",
    }


def test_what_was_deducted_for_the_old_severity_is_no_measure_for_the_new(tmp_path):
    text = SHOP.read_text(encoding="utf-8").replace("forbid: 催促", "forbid: 催促\n    weight: 30")
    path = tmp_path / "heavy.yml"
    path.write_text(text, encoding="utf-8")
    scores = [
        Linter(path, Selection(severities=((("rude", level),),))).lint(BAD).scores["总分"]
        for level in ("error", "info")
    ]
    assert scores == [70, 100]


def test_a_severity_that_depends_on_the_call_becomes_one(tmp_path):
    text = SHOP.read_text(encoding="utf-8")
    after = text.replace("severity: error\n    forbid: 催促", "XX", 1)
    assert "XX" in after
    path = tmp_path / "after.yml"
    path.write_text(
        after.replace("XX", "severity: {default: info, after 抱怨: error}\n    forbid: 催促"),
        encoding="utf-8",
    )
    call = Call("c", (Turn("customer", "太慢了。"), Turn("agent", "快点说。")))
    own, given = Linter(path), Linter(path, Selection(severities=((("rude", "warning"),),)))
    assert found(own.lint(call))["rude"] == "error"
    assert found(given.lint(call))["rude"] == "warning"


def test_they_go_to_other_processes_and_to_linters_alike():
    linter = Linter(SHOP, Selection(severities=((("rude", "warning"),),)))
    assert found(pickle.loads(pickle.dumps(linter)).lint(BAD))["rude"] == "warning"
    assert found(linter.alike(Selection()).lint(BAD))["rude"] == "error"


def test_nothing_is_said_of_other_rules():
    assert level_of(((("a", "error"),),), "b", "c") is None
    book = Linter(SHOP).book
    assert graded(book, ()) is book
