"""``require``: something that has to be said, at a place of the call or after a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from linter.judging.outcome import Outcome, Spot, finding, hit_evidence, whole
from linter.model import Evidence, Finding
from linter.rulebook.types import Require, Rule
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

QUIET = 6
"""Substantive turns without a trigger after which an episode is over."""


def judge_require(rule: Rule, spec: Require, view: CallView) -> Outcome:
    """Met, missing, or not to be judged."""
    if not view.agent_turns:
        return Outcome("not_applicable", "没有坐席的话")
    if spec.where is not None:
        return _at_place(rule, spec, view)
    return _after_triggers(rule, spec, view)


def _at_place(rule: Rule, spec: Require, view: CallView) -> Outcome:
    turns = view.agent_turns
    if spec.where == "opening":
        window = turns[: spec.within]
    elif spec.where == "closing":
        if view.cut_off:
            return Outcome("not_evaluated", "录音在客户说话时截断")
        window = turns[-spec.within :]
    else:
        window = turns
    met = _met(spec, view, _reach(view, spec, window))
    if met is not None:
        return Outcome("met", met=met.hit.turn)
    at = window[-1].last if spec.where == "closing" else window[0].first
    found = finding(
        rule,
        view,
        whole(view, at),
        chain=_near_misses(spec, view, window),
        window=_originals(window),
    )
    return Outcome("violated", findings=(found,))


def _reach(view: CallView, spec: Require, window: tuple[SpeakingTurn, ...]) -> set[int]:
    """The window's speaking turns, and the agent's short ones (再见。) within its reach."""
    if spec.where == "closing":
        return {t.number for t in view.turns if t.role == "agent" and t.first >= window[0].first}
    if spec.where == "opening":
        return {t.number for t in view.turns if t.role == "agent" and t.first <= window[-1].last}
    return {turn.number for turn in window}


def _after_triggers(rule: Rule, spec: Require, view: CallView) -> Outcome:
    episodes = list(_episodes(spec, view))
    if not episodes:
        return Outcome("not_applicable", "没有出现触发条件")
    findings: list[Finding] = []
    met: int | None = None
    unjudged = ""
    for triggers, hit in episodes:
        if hit is not None:
            met = hit.hit.turn if met is None else met
            continue
        window = _window(spec, view, triggers[0].hit.turn)
        if not window and view.cut_off:
            unjudged = "触发之后录音截断"
            continue
        findings.append(_missing(rule, spec, view, triggers, window))
    if findings:
        return Outcome("violated", findings=tuple(findings), met=met)
    return Outcome("met", met=met) if met is not None else Outcome("not_evaluated", unjudged)


def _episodes(spec: Require, view: CallView) -> Iterator[tuple[list[Seen], Seen | None]]:
    """Triggers that belong together, with the hit that met the demand, when one did.

    An episode ends when the demand is met or when :data:`QUIET` substantive turns bring no
    trigger.
    """
    triggers: list[Seen] = []
    for trigger in view.any_hits(spec.when):
        if triggers:
            met = _answer(spec, view, triggers[0])
            over = (met is not None and met.hit.turn < trigger.hit.turn) or (
                _distance(view, triggers[-1], trigger) > QUIET
            )
            if over:
                yield triggers, met
                triggers = []
        triggers.append(trigger)
    if triggers:
        yield triggers, _answer(spec, view, triggers[0])


def _distance(view: CallView, first: Seen, second: Seen) -> int:
    return sum(1 for turn in view.substantive if first.speaking < turn.number <= second.speaking)


def _window(spec: Require, view: CallView, turn: int) -> tuple[SpeakingTurn, ...]:
    after = view.agent_turns_after(turn)
    return after[: spec.within] if spec.within else after


def _answer(spec: Require, view: CallView, trigger: Seen) -> Seen | None:
    """What met the demand: in the window, in the turns credited before it, or made it moot."""
    turn = trigger.hit.turn
    window = _window(spec, view, turn)
    credited = view.agent_turns_before(turn)[-spec.credit :] if spec.credit else ()
    met = _met(spec, view, {t.number for t in (*credited, *window)})
    if met is None:
        last = window[-1].last if window else turn
        settled = [
            s
            for s in view.any_hits(spec.settled)
            if turn <= s.hit.turn and (not spec.within or s.hit.turn <= last)
        ]
        met = settled[-1] if settled else None
    return met


def _met(spec: Require, view: CallView, speaking: set[int]) -> Seen | None:
    return next((s for s in view.any_hits(spec.signals) if s.speaking in speaking), None)


def _missing(
    rule: Rule,
    spec: Require,
    view: CallView,
    triggers: list[Seen],
    window: tuple[SpeakingTurn, ...],
) -> Finding:
    chain = [hit_evidence(view, triggers[0], "trigger")]
    chain += [hit_evidence(view, again, "again") for again in triggers[1:]]
    chain += _near_misses(spec, view, window)
    late = _late(spec, view, triggers[0], window)
    if late is not None:
        chain.append(hit_evidence(view, late, "late", "到这里才说"))
    if not window:
        spot = Spot(triggers[0].hit.turn, triggers[0].hit.start, triggers[0].hit.end)
    else:
        spot = whole(view, window[0].first if spec.report == "first" else window[-1].last)
    short = spec.within and len(window) < spec.within and view.cut_off
    return finding(
        rule,
        view,
        spot,
        chain=chain,
        window=_originals(window),
        certainty="review" if short else triggers[0].hit.certainty,
        late=late is not None,
    )


def _late(
    spec: Require, view: CallView, trigger: Seen, window: tuple[SpeakingTurn, ...]
) -> Seen | None:
    if not spec.late or not window:
        return None
    after = view.agent_turns_after(window[-1].last)[: spec.late]
    return _met(spec, view, {turn.number for turn in after})


def _near_misses(
    spec: Require, view: CallView, window: tuple[SpeakingTurn, ...]
) -> list[Evidence]:
    """Words in the window that look like what was required and do not count."""
    numbers = {turn.number for turn in window}
    return [
        hit_evidence(view, seen, "near_miss", f"不算：{seen.taken_back}")
        for ref in spec.signals
        for seen in view.taken_back.get(ref.name, ())
        if seen.speaking in numbers
    ]


def _originals(window: tuple[SpeakingTurn, ...]) -> tuple[int, ...]:
    return tuple(piece.turn for turn in window for piece in turn.pieces)
