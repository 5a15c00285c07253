"""One finding a turn, whatever the number of those that were made of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.judging.outcome import merged, one_a_turn
from linter.model import Evidence, Finding

from .helpers import SCOLD, TELL, one

FOUND = one("{forbid: 训人}", TELL, SCOLD)


def _finding(turn: int, start: int, certain: bool, triggers: list[int]) -> Finding:
    chain = tuple(Evidence(turn, at, at + 1, "词", "trigger", "触发") for at in sorted({*triggers}))
    certainty = "certain" if certain else "review"
    place = {"turn": turn, "start": start, "end": start + 1}
    return replace(FOUND, **place, quote="词", certainty=certainty, evidence=chain)  # type: ignore[arg-type]


found = st.builds(
    _finding,
    st.integers(0, 2),
    st.integers(0, 3),
    st.booleans(),
    st.lists(st.integers(0, 3), max_size=2),
)


def _with_spans(winner: Finding, other: Finding) -> Finding:
    again = Evidence(other.turn, other.start, other.end, other.quote, "again", "同一轮里还有")
    own = (winner.turn, winner.start, winner.end)
    spans = [
        e
        for e in (again, *(e for e in other.evidence if e.as_ == "again"))
        if (e.turn, e.start, e.end) != own
    ]
    return replace(winner, evidence=merged(winner.evidence, spans))


def _one_after_the_other(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each finding beside the one that stands so far: the first certain one takes its place."""
    kept: dict[int, Finding] = {}
    for each in findings:
        first = kept.get(each.turn)
        if first is None:
            kept[each.turn] = each
        elif (first.certainty, each.certainty) == ("review", "certain"):
            kept[each.turn] = _with_spans(each, first)
        else:
            kept[each.turn] = _with_spans(first, each)
    return tuple(kept.values())


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(found, max_size=8))
def test_all_at_once_as_one_after_the_other(findings: list[Finding]) -> None:
    assert one_a_turn((each.turn, each) for each in findings) == _one_after_the_other(findings)
