"""Laws of what a rule finds when more is allowed: wider windows, more excuses."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from linter.model import Call, Finding

from .helpers import call
from .random_calls import LAW, busy_calls
from .random_rules import (
    AGENT_SIGNALS,
    CUSTOMER_SIGNALS,
    Rule,
    anyones,
    excuses,
    forbids,
    linter_of,
    plain_forbids,
    requires_after,
    requires_at,
    rises,
    sequences,
    windowed_forbids,
)

THEIRS = ("trigger", "again")
WINDOWS = (1, 2, 3, 5, "end")


def _found(rules: Iterable[Rule], spoken: Call) -> list[list[Finding]]:
    """What each of the rules finds in the call."""
    pack = tuple({**rule, "id": f"v{number}"} for number, rule in enumerate(rules))
    found = linter_of(pack).lint(spoken).findings
    return [[f for f in found if f.rule == rule["id"]] for rule in pack]


def _never_more(rules: Iterable[Rule], spoken: Call) -> None:
    """Each rule finds something only in turns where the one before it does."""
    for before, after in pairwise(_found(rules, spoken)):
        assert {found.act for found in after} <= {found.act for found in before}


def _prefixes(rule: Rule, key: str, items: list[Any]) -> list[Rule]:
    """The rule without this key, and with one, two ... of the items there."""
    bare = {name: said for name, said in rule.items() if name != key}
    return [bare, *({**rule, key: items[: n + 1]} for n in range(len(items)))]


# --- windows


def _missing(rule: Rule, windows: Iterable[int | str], spoken: Call) -> list[list[Finding]]:
    """What is missing in each of these windows, late ones left out."""
    found = _found([{**rule, "within": window} for window in windows], spoken)
    return [[f for f in some if not f.late] for some in found]


def _triggers(found: Finding, parts: tuple[str, ...] = THEIRS) -> list[tuple[int, int]]:
    """What asked for a missing thing."""
    return [(e.turn, e.start) for e in found.evidence if e.as_ in parts]


asking = requires_after.filter(lambda rule: not {*rule["when"]} & {*rule["require"]})
"""No signal is both what asks and what is asked for."""


@LAW
@given(asking, busy_calls())
def test_a_wider_window_misses_nothing_more(rule: Rule, spoken: Call) -> None:
    """Each thing missing in the wider window, late ones left out, was missing in the narrower.

    It need not begin with the same trigger: what comes later may now settle the first of an
    episode, and end it there. But its first trigger belonged to an episode that was missing, and
    each to another one.
    """
    for narrow, wide in pairwise(_missing(rule, WINDOWS, spoken)):
        homes = [
            number
            for found in wide
            for number, other in enumerate(narrow)
            if _triggers(found, ("trigger",))[0] in _triggers(other)
        ]
        assert len(homes) == len(set(homes)) == len(wide)


def test_a_wider_window_misses_nothing_more_after_the_agents_own_trigger() -> None:
    rule = {"when": ["投诉诉求", "训人"], "require": "致歉安抚", "credit": 0, "late": 1}
    spoken = call("客户：我要投诉。", "坐席：请讲。", "客户：快点。", "坐席：抱歉，别喊。")
    narrow, wide = _missing(rule, (1, 2), spoken)
    assert len(wide) <= len(narrow)


@LAW
@given(requires_at, busy_calls())
def test_a_wider_place_misses_nothing_more(rule: Rule, spoken: Call) -> None:
    found = [len(some) for some in _missing(rule, (1, 2, 3, 4), spoken)]
    assert found == sorted(found, reverse=True)


@LAW
@given(windowed_forbids, busy_calls())
def test_a_narrower_window_finds_nothing_more(rule: Rule, spoken: Call) -> None:
    _never_more([{**rule, "within": n} for n in (5, 3, 2, 1)], spoken)


@LAW
@given(sequences(), busy_calls())
def test_a_shorter_span_finds_nothing_more(rule: Rule, spoken: Call) -> None:
    _never_more([{**rule, "span": n} for n in (12, 8, 5, 3, 2, 1)], spoken)


# --- excuses


@LAW
@given(forbids, busy_calls(), st.lists(excuses, min_size=1, max_size=3))
def test_one_more_excuse_finds_nothing_more(
    rule: Rule, spoken: Call, more: list[dict[str, list[str]]]
) -> None:
    _never_more(_prefixes(rule, "unless", more), spoken)


@LAW
@given(windowed_forbids, busy_calls(), st.permutations(CUSTOMER_SIGNALS))
def test_one_more_end_finds_nothing_more(rule: Rule, spoken: Call, ends: list[str]) -> None:
    _never_more(_prefixes(rule, "until", ends), spoken)


@LAW
@given(
    sequences(),
    busy_calls(),
    st.sampled_from(["unless_between", "unless_turn"]),
    st.permutations(AGENT_SIGNALS),
)
def test_one_more_excuse_of_a_sequence_finds_nothing_more(
    rule: Rule, spoken: Call, key: str, more: list[str]
) -> None:
    _never_more(_prefixes(rule, key, more), spoken)


@LAW
@given(sequences(), busy_calls(), anyones, st.integers(1, 3))
def test_one_more_thing_that_must_not_come_finds_nothing_more(
    rule: Rule, spoken: Call, barred: list[str], at: int
) -> None:
    steps = rule["sequence"]
    at = min(at, len(steps) - 1)
    barring = [*steps[:at], {"无 多": barred}, *steps[at:]]
    _never_more([rule, {**rule, "sequence": barring}], spoken)


@LAW
@given(plain_forbids, rises(), busy_calls(), st.lists(excuses, min_size=1, max_size=3))
def test_one_more_excuse_of_the_cause_raises_nothing_more(
    cause: Rule, rise: Rule, spoken: Call, more: list[dict[str, list[str]]]
) -> None:
    rising = {**rise, "id": "up", "category": "heat"}
    reports = [
        linter_of((excused, rising)).lint(spoken) for excused in _prefixes(cause, "unless", more)
    ]
    risen = [{f.act for f in report.findings if f.rule == "up"} for report in reports]
    assert all(after <= before for before, after in pairwise(risen))
