from __future__ import annotations

from dataclasses import replace

import pytest

from linter.impact.matching import differing, matched
from linter.model import Finding


def found(rule: str, turn: int, start: int, end: int) -> Finding:
    return Finding(
        *("c", "p", rule, "impatience", "态度", "error", "certain"),
        *(turn, "agent", start, end, "x" * (end - start), "说", "改"),
    )


def pairs(old, new, renamed=lambda rule: rule):
    def spot(one):
        return one and (one.rule, one.turn, one.start, one.end)

    return [(spot(pair.old), spot(pair.new)) for pair in matched(old, new, renamed)]


def test_same_place_and_rule():
    one, other = found("a", 1, 0, 2), found("b", 1, 0, 2)
    assert pairs([one, other], [other]) == [(("a", 1, 0, 2), None), (("b", 1, 0, 2),) * 2]


def test_another_turn_is_another_finding():
    assert pairs([found("a", 1, 0, 2)], [found("a", 3, 0, 2)]) == [
        (("a", 1, 0, 2), None),
        (None, ("a", 3, 0, 2)),
    ]


def test_the_same_span_is_matched_before_one_that_overlaps():
    old = [found("a", 1, 0, 4), found("a", 1, 6, 8)]
    new = [found("a", 1, 2, 9), found("a", 1, 0, 4)]
    assert pairs(old, new) == [
        (("a", 1, 0, 4), ("a", 1, 0, 4)),
        (("a", 1, 6, 8), ("a", 1, 2, 9)),
    ]


def test_what_overlaps_more_is_matched_first():
    old = [found("a", 1, 0, 3), found("a", 1, 2, 8)]
    assert pairs(old, [found("a", 1, 2, 7)]) == [
        (("a", 1, 0, 3), None),
        (("a", 1, 2, 8), ("a", 1, 2, 7)),
    ]


def test_what_moved_in_its_turn_is_matched():
    assert pairs([found("a", 1, 0, 2)], [found("a", 1, 5, 7)]) == [(("a", 1, 0, 2), ("a", 1, 5, 7))]


def test_a_renamed_rule_is_matched_by_its_new_name():
    old, new = [found("a", 1, 0, 2)], [found("b", 1, 0, 2)]
    names = {"a": "b"}
    assert pairs(old, new, lambda rule: names.get(rule, rule)) == [(("a", 1, 0, 2), ("b", 1, 0, 2))]
    assert len(pairs(old, new)) == 2


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        ({}, ()),
        ({"rule": "b", "fingerprint": "f", "act": "a", "why": "w", "path": "q"}, ()),
        ({"severity": "info", "late": True}, ("severity", "late")),
        ({"certainty": "review"}, ("certainty",)),
        ({"start": 1, "end": 3}, ("span",)),
        ({"message": "又", "suggestion": "别"}, ("message", "suggestion")),
        ({"category": "blame", "aspect": "职责"}, ("category", "aspect")),
    ],
)
def test_what_differs(change, keys):
    one = found("a", 1, 0, 2)
    assert differing(one, replace(one, **change)) == keys
