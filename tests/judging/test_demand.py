"""What meets a demand, against looking at every hit."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from linter.judging.demand import Demand
from linter.judging.outcome import place_of
from linter.model import Call
from linter.rulebook.types import Require
from linter.signals.detect import Seen
from linter.signals.view import CallView

from .random_calls import LAW, any_calls
from .test_triggers import LINTER, NAMES, names

specs = st.builds(
    Require,
    names,
    when=names,
    within=st.integers(0, 3),
    credit=st.integers(0, 2),
    settled=st.just(()) | names,
    every=st.booleans(),
)


def _met(
    spec: Require,
    view: CallView,
    after: Collection[int],
    since: tuple[int, int],
    credited: Collection[int],
) -> Seen | None:
    """The first hit in the turns after a place or in credited ones; the last of these of all."""
    things = [(ref,) for ref in spec.signals] if spec.every else [spec.signals]
    firsts = [
        next(
            (
                seen
                for seen in view.any_hits(refs)
                if seen.speaking in credited or (seen.speaking in after and place_of(seen) > since)
            ),
            None,
        )
        for refs in things
    ]
    there = [seen for seen in firsts if seen is not None]
    return max(there, key=place_of) if len(there) == len(firsts) else None


@LAW
@given(any_calls, specs)
def test_what_answers_every_trigger(spoken: Call, spec: Require) -> None:
    view = LINTER.view(spoken)
    demand = Demand.of(spec, view)
    for name in NAMES:
        for trigger in view.seen.get(name, ()):
            at = trigger.hit.turn
            others = [t for t in view.agent_turns if t.number != trigger.speaking]
            after = [turn for turn in others if turn.last > at]
            window = after[: spec.within] if spec.within else after
            assert demand.window(trigger) == tuple(window)
            before = [turn.number for turn in others if turn.first < at]
            credited = before[-spec.credit :] if spec.credit else []
            numbers = [turn.number for turn in window]
            met = _met(spec, view, numbers, place_of(trigger), credited)
            reach = window[-1].last if window else at
            signs = [
                sign
                for sign in view.any_hits(spec.settled)
                if view.turns[trigger.speaking].first <= sign.hit.turn
                and (not spec.within or sign.hit.turn <= reach)
            ]
            assert demand.answer(trigger) == (met or (signs[-1] if signs else None))
            late = [turn.number for turn in after]
            assert demand.met(
                (demand.after(trigger), len(view.agent_turns)), place_of(trigger)
            ) == _met(spec, view, late, place_of(trigger), ())
