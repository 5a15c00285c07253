"""Laws of exceptions: over, not_if, not_if_turn and not_when of a signal that rules use.

They take hits back. So a rule finds no more when it looks for the signal, and no less when the
signal excuses or is required. Where one signal is both, nothing is said; nor of slot states, as a
question taken back takes back its answer too, nor of a requirement's triggers, as fewer of them
may make two episodes of one, nor of the heat of a rise, as it is measured before and after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from linter.judged import Report

from .random_calls import LAW, busy_calls
from .random_rules import (
    AGENT_SIGNALS,
    CUSTOMER_SIGNALS,
    Rule,
    counts,
    excepted,
    forbids,
    linter_of,
    mixtures,
    refs,
    repeats,
    requires_after,
    requires_at,
    sequences,
)

FEWER = settings(LAW, max_examples=60)
"""Each example tries three exceptions."""


def _names(references: Iterable[str]) -> set[str]:
    """The signals that may get an exception: 火气 is made of 情绪."""
    names = {ref.split(" ")[0].split("(")[0] for ref in references}
    return {"情绪" if name == "火气" else name for name in names}


def _both(
    rule: Rule, names: Iterable[str], others: Iterable[str], data: st.DataObject
) -> Iterator[tuple[Report, Report]]:
    """What is found without and with an exception of one of ``names`` that is none of others."""
    free = _names(names) - _names(others)
    assume(free)
    spoken = data.draw(busy_calls())
    plain = linter_of((rule,)).lint(spoken)
    for signals in data.draw(st.lists(excepted(free, spoken), min_size=3, max_size=3)):
        yield plain, linter_of((rule,), signals=signals).lint(spoken)


def _acts(report: Report) -> set[str]:
    return {found.act for found in report.findings}


# --- what is looked for


def _excusing(rule: Rule) -> list[str]:
    excuses = [ref for item in rule.get("unless", []) for some in item.values() for ref in some]
    return [*excuses, *rule.get("until", [])]


@LAW
@given(forbids, st.data())
def test_of_what_is_forbidden_or_its_trigger(rule: Rule, data: st.DataObject) -> None:
    looked_for = [*rule["forbid"], *rule.get("when", [])]
    for plain, fewer in _both(rule, looked_for, _excusing(rule), data):
        assert _acts(fewer) <= _acts(plain)


NAMED = refs(*CUSTOMER_SIGNALS, *AGENT_SIGNALS, "索要(项=X)", most=3)


def _steps(rule: Rule, *, negative: bool) -> list[str]:
    return [
        ref
        for step in rule["sequence"]
        for name, some in step.items()
        for ref in some
        if name.startswith("无 ") == negative
    ]


def _barring(rule: Rule) -> list[str]:
    excuses = [*rule.get("unless_between", []), *rule.get("unless_turn", [])]
    return [*_steps(rule, negative=True), *excuses]


@FEWER
@given(sequences(NAMED), st.data())
def test_of_a_step(rule: Rule, data: st.DataObject) -> None:
    for plain, fewer in _both(rule, _steps(rule, negative=False), _barring(rule), data):
        assert _acts(fewer) <= _acts(plain)


@FEWER
@given(repeats, st.data())
def test_of_a_repetitions_trigger(rule: Rule, data: st.DataObject) -> None:
    said = rule["repeat"]
    for plain, fewer in _both(rule, said.get("when", []), said.get("over", []), data):
        assert _acts(fewer) <= _acts(plain)


@FEWER
@given(counts | counts | mixtures, st.data())
def test_of_what_is_counted(rule: Rule, data: st.DataObject) -> None:
    """The one too many may be another one, so only their number is compared."""
    for plain, fewer in _both(rule, rule["measure"]["signals"], [], data):
        assert len(fewer.findings) <= len(plain.findings)


# --- what excuses: the other way round


@FEWER
@given(forbids, st.data())
def test_of_what_excuses(rule: Rule, data: st.DataObject) -> None:
    looked_for = [*rule["forbid"], *rule.get("when", [])]
    for plain, more in _both(rule, _excusing(rule), looked_for, data):
        assert _acts(plain) <= _acts(more)


@FEWER
@given(sequences(NAMED, inner=("无 ",)), st.data())
def test_of_a_negative_step(rule: Rule, data: st.DataObject) -> None:
    for plain, more in _both(rule, _barring(rule), _steps(rule, negative=False), data):
        assert _acts(plain) <= _acts(more)


@FEWER
@given(requires_at, st.data())
def test_of_what_is_required_somewhere(rule: Rule, data: st.DataObject) -> None:
    for plain, more in _both(rule, rule["require"], [], data):
        assert _acts(plain) <= _acts(more)


@FEWER
@given(requires_after, st.data())
def test_of_what_is_required_after_something(rule: Rule, data: st.DataObject) -> None:
    """Two episodes may become one, but what asked in vain asks in vain, or late, still."""
    meets = [*rule["require"], *rule.get("settled", [])]
    for plain, more in _both(rule, meets, rule["when"], data):
        assert _asked(plain) <= _asked(more)


def _asked(report: Report) -> set[tuple[int, int]]:
    pieces = [e for found in report.findings for e in found.evidence]
    return {(e.turn, e.start) for e in pieces if e.as_ in ("trigger", "again")}
