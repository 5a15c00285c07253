"""What excuses a hit, against asking every excuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.judging.excuses import Excuses
from linter.model import Call
from linter.rulebook.types import Ref, Unless
from linter.signals.detect import Seen
from linter.signals.view import CallView

from .random_calls import LAW, LINTER, any_calls

SIGNALS = ("情绪", "同意", "致歉安抚", "稍等", "拒答或叫停", "通话结束")
signals = st.lists(st.sampled_from(SIGNALS), min_size=1, max_size=3, unique=True)


def _excuses(view: CallView, seen: Seen, excuse: Seen, unless: Unless) -> bool:
    """What each place of an excuse means."""
    here, there = seen.speaking, excuse.speaking
    own = [
        turn
        for turn in view.substantive
        if view.turns[there].role in (turn.role, "system") and turn.number != here
    ]
    if unless.where == "same_turn":
        return here == there
    if unless.where == "same_or_next":
        following = [t for t in view.agent_turns if t.last > view.turns[here].last]
        return here == there or there in [t.number for t in following[: unless.turns]]
    if here == there:
        return False
    if unless.where == "earlier":
        return excuse.hit.turn < seen.hit.turn
    if unless.where == "before":
        before = [turn for turn in own if turn.first < seen.hit.turn][-unless.turns :]
        reach = before[0].first if len(before) == unless.turns else 0
        return reach <= excuse.hit.turn < seen.hit.turn
    after = [turn for turn in own if turn.last > seen.hit.turn][: unless.turns]
    limit = after[-1].last if len(after) == unless.turns else len(view.call.turns)
    return seen.hit.turn < excuse.hit.turn <= limit


@pytest.mark.parametrize("where", ["same_turn", "same_or_next", "earlier", "before", "after"])
@LAW
@given(spoken=any_calls, names=signals, turns=st.integers(1, 3))
def test_an_excuse_covers_a_hit_where_one_of_them_does(
    where: str, spoken: Call, names: list[str], turns: int
) -> None:
    view = LINTER.view(spoken)
    unless = Unless(tuple(map(Ref, names)), where, turns)  # type: ignore[arg-type]
    excuses = Excuses.of(unless, view)
    for name in SIGNALS:
        for seen in view.seen.get(name, ()):
            stand = [_excuses(view, seen, other, unless) for other in view.any_hits(unless.signals)]
            assert excuses.cover(seen) == any(stand)
