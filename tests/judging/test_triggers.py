"""The trigger that a hit follows, against asking every trigger."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.judging.outcome import chosen, place_of
from linter.judging.triggers import Triggers
from linter.model import Call
from linter.rulebook.types import Forbid, Ref
from linter.signals.detect import Seen
from linter.signals.view import CallView

from .helpers import SIGNALS, linter
from .random_calls import LAW, any_calls

NAMES = ("情绪", "投诉诉求", "训人", "索要", "称你", "应声", "坐席应声", "同意")
NODS = "  应声: {who: customer, backchannel: true}\n  坐席应声: {who: agent, backchannel: true}\n"
LINTER = linter(signals=SIGNALS + NODS)
names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(
    lambda some: tuple(map(Ref, some))
)
specs = st.builds(
    Forbid,
    st.just((Ref("训人"),)),
    when=names,
    within=st.integers(1, 3),
    until=st.just(()) | names,
    which=st.sampled_from(["each", "each", "first", "last", 2]),
)


def _last(spec: Forbid, view: CallView, seen: Seen) -> Seen | None:
    """The last trigger in whose window a hit stands; a certain one before a doubtful one."""
    found = []
    for trigger in chosen(view.any_hits(spec.when), spec.which):
        window = [
            turn.number
            for turn in view.agent_turns
            if turn.last > trigger.hit.turn and turn.number != trigger.speaking
        ]
        ended = any(
            place_of(trigger) < place_of(end) < place_of(seen) for end in view.any_hits(spec.until)
        )
        if (
            place_of(trigger) <= place_of(seen)
            and seen.speaking in window[: spec.within]
            and not ended
        ):
            found.append(trigger)
    sure = [trigger for trigger in found if trigger.hit.certainty == "certain"]
    return (sure or found or [None])[-1]


@LAW
@given(any_calls, specs)
def test_the_last_trigger_of_every_hit(spoken: Call, spec: Forbid) -> None:
    view = LINTER.view(spoken)
    triggers = Triggers.of(spec, view)
    for name in NAMES:
        for seen in view.seen.get(name, ()):
            assert triggers.last(seen) == _last(spec, view, seen)
