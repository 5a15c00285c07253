"""Laws of what a rule finds when more is allowed: wider windows, more excuses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model import Call, Finding, Report

from .helpers import call
from .random_calls import LAW, busy_calls
from .random_rules import (
    Rule,
    anyones,
    customers,
    excuses,
    forbids,
    linter_of,
    numbers,
    plain_forbids,
    requires_at,
    requires_of,
    rises,
    sequences,
    windowed_forbids,
)

Place = tuple[int, int]
THEIRS = ("trigger", "again")


def _lint(rule: Rule, spoken: Call) -> Report:
    return linter_of((rule,)).lint(spoken)


def _acts(report: Report, *rules: str) -> set[str]:
    """The turns in which something was found."""
    return {found.act for found in report.findings if not rules or found.rule in rules}


def _with(rule: Rule, key: str, more: list[object]) -> Rule:
    """The rule with more items of a key, none of them twice."""
    old = rule.get(key, [])
    return {**rule, key: [*old, *(item for item in more if item not in old)]}


# --- windows


def _triggers(found: Finding, parts: tuple[str, ...] = THEIRS) -> list[Place]:
    """What asked for a missing thing."""
    return [(e.turn, e.start) for e in found.evidence if e.as_ in parts]


@settings(LAW, max_examples=200)
@given(requires_of(customers), busy_calls(), numbers, numbers | st.just("end"))
def test_a_wider_window_misses_nothing_more(
    rule: Rule, spoken: Call, within: int, more: int | str
) -> None:
    """Each thing missing in the wider window, late ones left out, was missing in the narrower.

    It need not begin with the same trigger: what comes later may now settle the first of an
    episode, and end it there. But its first trigger belonged to an episode that was missing, and
    each to another one.
    """
    wider = more if isinstance(more, str) else within + more
    narrow, wide = (_missing({**rule, "within": n}, spoken) for n in (within, wider))
    homes = [
        number
        for found in wide
        for number, other in enumerate(narrow)
        if _triggers(found, ("trigger",))[0] in _triggers(other)
    ]
    assert len(homes) == len(set(homes)) == len(wide)


def _missing(rule: Rule, spoken: Call) -> list[Finding]:
    return [found for found in _lint(rule, spoken).findings if not found.late]


@pytest.mark.xfail(strict=True, reason="late words end no episode in the next trigger's own turn")
def test_a_wider_window_misses_nothing_more_after_the_agents_own_trigger() -> None:
    rule = {"when": ["投诉诉求", "训人"], "require": "致歉安抚", "credit": 0, "late": 1}
    spoken = call("客户：我要投诉。", "坐席：请讲。", "客户：快点。", "坐席：抱歉，别喊。")
    narrow, wide = (_missing({**rule, "within": n}, spoken) for n in (1, 2))
    assert len(wide) <= len(narrow)


@LAW
@given(requires_at, busy_calls(), numbers)
def test_a_wider_place_misses_nothing_more(rule: Rule, spoken: Call, more: int) -> None:
    wide = _lint({**rule, "within": rule["within"] + more}, spoken)
    assert len(wide.findings) <= len(_lint(rule, spoken).findings)


@LAW
@given(windowed_forbids, busy_calls(), numbers)
def test_a_wider_window_finds_what_the_narrower_found(rule: Rule, spoken: Call, more: int) -> None:
    wide = _lint({**rule, "within": rule["within"] + more}, spoken)
    assert _acts(_lint(rule, spoken)) <= _acts(wide)


# --- excuses


@LAW
@given(forbids, busy_calls(), excuses)
def test_one_more_excuse_finds_nothing_more(
    rule: Rule, spoken: Call, excuse: dict[str, list[str]]
) -> None:
    assert _acts(_lint(_with(rule, "unless", [excuse]), spoken)) <= _acts(_lint(rule, spoken))


@LAW
@given(windowed_forbids, busy_calls(), anyones)
def test_one_more_end_finds_nothing_more(rule: Rule, spoken: Call, ends: list[str]) -> None:
    assert _acts(_lint(_with(rule, "until", [*ends]), spoken)) <= _acts(_lint(rule, spoken))


@LAW
@given(sequences(), busy_calls(), anyones, st.sampled_from(["unless_between", "unless_turn"]))
def test_one_more_excuse_of_a_sequence_finds_nothing_more(
    rule: Rule, spoken: Call, excuse: list[str], key: str
) -> None:
    assert _acts(_lint(_with(rule, key, [*excuse]), spoken)) <= _acts(_lint(rule, spoken))


@LAW
@given(sequences(), busy_calls(), anyones, st.integers(1, 3))
def test_one_more_thing_that_must_not_come_finds_nothing_more(
    rule: Rule, spoken: Call, barred: list[str], at: int
) -> None:
    steps = rule["sequence"]
    at = min(at, len(steps) - 1)
    more = {**rule, "sequence": [*steps[:at], {"无 多": barred}, *steps[at:]]}
    assert _acts(_lint(more, spoken)) <= _acts(_lint(rule, spoken))


@LAW
@given(sequences(), busy_calls(), numbers)
def test_a_shorter_span_finds_nothing_more(rule: Rule, spoken: Call, less: int) -> None:
    short = {**rule, "span": max(1, rule["span"] - less)}
    assert _acts(_lint(short, spoken)) <= _acts(_lint(rule, spoken))


@LAW
@given(plain_forbids, rises(), busy_calls(), excuses)
def test_one_more_excuse_of_the_cause_raises_nothing_more(
    cause: Rule, rise: Rule, spoken: Call, excuse: dict[str, list[str]]
) -> None:
    rising = {**rise, "id": "up", "category": "heat"}
    few, many = (
        linter_of((some, rising)).lint(spoken) for some in (_with(cause, "unless", [excuse]), cause)
    )
    assert _acts(few, "up") <= _acts(many, "up")
