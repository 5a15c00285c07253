"""``require`` with ``before``: what has to have been said when something comes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from linter.judging.outcome import (
    Outcome,
    chosen,
    finding,
    hit_evidence,
    one_a_turn,
    place_of,
    spot_of,
    turn_of,
)
from linter.model import Finding
from linter.rulebook.types import Ref, Require, Rule
from linter.signals.detect import Seen
from linter.signals.view import CallView


def judge_before(rule: Rule, spec: Require, view: CallView) -> Outcome:
    """Every trigger that came too soon; at most one finding a speaking turn.

    What is required may be either side's: a customer consents, an agent gives the reason. It
    counts in the trigger's own turn as far as it stands before the trigger, and from the start of
    the ``before``-th substantive agent turn ahead of that turn.
    """
    triggers = chosen(view.any_hits(spec.when), spec.which)
    if not triggers:
        return Outcome("not_applicable", "没有出现触发条件")
    found: list[tuple[int, Finding]] = []
    met: int | None = None
    for trigger in triggers:
        reach = _reach(spec, view, trigger)
        said = [_last(view, ref, reach, trigger) for ref in spec.signals]
        missing = [ref for ref, seen in zip(spec.signals, said, strict=True) if seen is None]
        there = [seen for seen in said if seen is not None]
        if not missing or (there and not spec.every):
            met = max(seen.hit.turn for seen in there) if met is None else met
            continue
        chain = [hit_evidence(view, trigger, "note")] if trigger.hit.note else []
        chain += [hit_evidence(view, seen, "there", f"已有：{seen.hit.signal}") for seen in there]
        chain += [
            hit_evidence(view, seen, "near_miss", f"不算：{seen.taken_back}")
            for ref in missing
            for seen in _between(view.taken_back.get(ref.name, ()), reach, trigger)
        ]
        searched = tuple(range(reach, trigger.hit.turn + 1))
        certainty = trigger.hit.certainty
        found.append(
            (
                trigger.speaking,
                finding(
                    rule,
                    view,
                    spot_of(trigger),
                    chain=chain,
                    certainty=certainty,
                    window=searched,
                    slots=trigger.hit.slots,
                    missing=missing if spec.every else (),
                ),
            )
        )
    findings = one_a_turn(found)
    return Outcome("violated" if findings else "met", findings=findings, met=met)


def _reach(spec: Require, view: CallView, trigger: Seen) -> int:
    """The first original turn in which it counts."""
    own = view.turns[trigger.speaking]
    if not spec.before:
        return own.first
    earlier = bisect_left(view.agent_turns, own.number, key=attrgetter("number"))
    return view.agent_turns[earlier - spec.before].first if spec.before <= earlier else 0


def _last(view: CallView, ref: Ref, reach: int, trigger: Seen) -> Seen | None:
    """The last hit in reach that stands before the trigger."""
    found = _between(view.hits(ref), reach, trigger)
    return found[-1] if found else None


def _between(hits: Sequence[Seen], reach: int, trigger: Seen) -> Sequence[Seen]:
    """The hits in reach that stand before the trigger."""
    low = bisect_left(hits, reach, key=turn_of)
    return hits[low : bisect_left(hits, place_of(trigger), key=place_of)]
