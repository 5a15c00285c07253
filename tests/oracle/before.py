"""``require`` with ``before``: every trigger's reach is gone through."""

from __future__ import annotations

from linter.model import Finding
from linter.rulebook.types import Ref, Require, Rule

from .outcome import (
    Outcome,
    chosen,
    finding,
    hit_evidence,
    one_a_turn,
    place_of,
    spot_of,
)
from .seen import Seen, View


def judge_before(rule: Rule, spec: Require, view: View) -> Outcome:
    """Every trigger that came too soon; at most one finding a speaking turn."""
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
            for seen in view.taken_back.get(ref.name, ())
            if (reach, 0) <= place_of(seen) < place_of(trigger)
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


def _reach(spec: Require, view: View, trigger: Seen) -> int:
    """The first original turn in which it counts."""
    own = view.turns[trigger.speaking]
    before = [turn for turn in view.agent_turns if turn.number < own.number]
    if not spec.before:
        return own.first
    return before[-spec.before].first if spec.before <= len(before) else 0


def _last(view: View, ref: Ref, reach: int, trigger: Seen) -> Seen | None:
    """The last hit in reach that stands before the trigger."""
    found = [s for s in view.hits(ref) if (reach, 0) <= place_of(s) < place_of(trigger)]
    return found[-1] if found else None
