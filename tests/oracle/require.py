"""``require``: every trigger's window is gone through."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter.model import Evidence, Finding
from linter.rulebook.types import Ref, Require, Rule

from .before import judge_before
from .outcome import (
    Outcome,
    chosen,
    finding,
    hit_evidence,
    place_of,
    spot_of,
    whole,
)
from .seen import Seen, View
from .turns import SpeakingTurn

QUIET = 6
"""Substantive turns without a trigger after which an episode is over."""


def judge_require(rule: Rule, spec: Require, view: View) -> Outcome:
    """Met, missing, or not to be judged."""
    if spec.before is not None:
        return judge_before(rule, spec, view)
    if spec.where is None:
        return _after_triggers(rule, spec, view)
    if not view.agent_turns:
        return Outcome("not_applicable", "没有坐席的话")
    return _at_place(rule, spec, view)


def _at_place(rule: Rule, spec: Require, view: View) -> Outcome:
    turns = view.agent_turns
    if spec.where == "opening":
        window = turns[: spec.within]
    elif spec.where == "closing":
        if view.cut_off:
            return Outcome("not_evaluated", "录音在客户说话时截断")
        if view.hung_up:
            return Outcome("not_evaluated", "客户先挂断了")
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
        chain=[*_near_misses(spec, view, window), *_there(spec, view, window)],
        window=_originals(window),
        missing=_absent(spec, view, _reach(view, spec, window)),
    )
    return Outcome("violated", findings=(found,))


def _reach(view: View, spec: Require, window: tuple[SpeakingTurn, ...]) -> set[int]:
    """The window's speaking turns, and the agent's short ones (喂。) within its reach."""
    low = window[0].first if spec.where == "closing" else 0
    high = window[-1].last if spec.where == "opening" else len(view.call.turns)
    return {t.number for t in view.turns if t.role == "agent" and low <= t.first <= high}


def _after_triggers(rule: Rule, spec: Require, view: View) -> Outcome:
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
        window = _window(spec, view, triggers[0])
        if view.hung_up and (not spec.within or len(window) < spec.within):
            unjudged = "客户先挂断了"
            continue
        if not window and view.cut_off:
            unjudged = "触发之后录音截断"
            continue
        findings.append(_missing(rule, spec, view, triggers, window))
    if findings:
        return Outcome("violated", findings=tuple(findings), met=met)
    return Outcome("not_evaluated" if unjudged else "met", unjudged, met=met)


def _episodes(spec: Require, view: View) -> Iterator[tuple[list[Seen], Seen | None]]:
    """Triggers that belong together, with the hit that met the demand, when one did."""
    triggers: list[Seen] = []
    for trigger in chosen(view.any_hits(spec.when), spec.which):
        if triggers and _over(spec, view, triggers, trigger):
            yield triggers, _answer(spec, view, triggers[0])
            triggers = []
        triggers.append(trigger)
    if triggers:
        yield triggers, _answer(spec, view, triggers[0])


def _over(spec: Require, view: View, triggers: list[Seen], trigger: Seen) -> bool:
    """Whether the episode of ``triggers`` had ended when ``trigger`` came."""
    quiet = view.ordinal(trigger.speaking) - view.ordinal(triggers[-1].speaking)
    if quiet - view.turns[trigger.speaking].substantive >= QUIET:
        return True
    answer = _answer(spec, view, triggers[0])
    if answer is not None and place_of(answer) < place_of(trigger):
        return True
    after = {turn.number for turn in _after(view, triggers[0])}
    late = _met(spec, view, after, since=place_of(triggers[0]))
    return late is not None and place_of(late) < place_of(trigger)


def _after(view: View, trigger: Seen) -> tuple[SpeakingTurn, ...]:
    """The agent's turns after the trigger's own."""
    turns = view.agent_turns_after(trigger.hit.turn)
    return tuple(turn for turn in turns if turn.number != trigger.speaking)


def _window(spec: Require, view: View, trigger: Seen) -> tuple[SpeakingTurn, ...]:
    after = _after(view, trigger)
    return after[: spec.within] if spec.within else after


def _answer(spec: Require, view: View, trigger: Seen) -> Seen | None:
    """What met the demand: in the window, in the turns credited before it, or made it moot."""
    window = _window(spec, view, trigger)
    before = [
        turn
        for turn in view.agent_turns_before(trigger.hit.turn)
        if turn.number != trigger.speaking
    ]
    credited = {turn.number for turn in before[-spec.credit :]} if spec.credit else set()
    after = {turn.number for turn in window} - credited
    met = _met(spec, view, credited | after, since=place_of(trigger), credited=credited)
    return met or _settled(spec, view, trigger, window)


def _settled(
    spec: Require, view: View, trigger: Seen, window: tuple[SpeakingTurn, ...]
) -> Seen | None:
    """The last sign in the trigger's turn or after it, in reach, that nothing is open."""
    first = view.turns[trigger.speaking].first
    last = window[-1].last if window else trigger.hit.turn
    settled = [
        s
        for s in view.any_hits(spec.settled)
        if first <= s.hit.turn and (not spec.within or s.hit.turn <= last)
    ]
    return settled[-1] if settled else None


def _met(
    spec: Require,
    view: View,
    speaking: set[int],
    *,
    since: tuple[int, int] = (-1, 0),
    credited: Collection[int] = (),
) -> Seen | None:
    """What meets the demand in these speaking turns: the first of it, or the last of all of it."""

    def first(refs: tuple[Ref, ...]) -> Seen | None:
        hits = (s for s in view.any_hits(refs) if s.speaking in speaking)
        return next((s for s in hits if place_of(s) > since or s.speaking in credited), None)

    if not spec.every:
        return first(spec.signals)
    firsts = [first((ref,)) for ref in spec.signals]
    there = [seen for seen in firsts if seen is not None]
    return max(there, key=place_of) if len(there) == len(firsts) else None


def _missing(
    rule: Rule,
    spec: Require,
    view: View,
    triggers: list[Seen],
    window: tuple[SpeakingTurn, ...],
) -> Finding:
    chain = [hit_evidence(view, triggers[0], "trigger")]
    chain += [hit_evidence(view, again, "again") for again in triggers[1:]]
    chain += _near_misses(spec, view, window)
    chain += _there(spec, view, window)
    late = _late(spec, view, triggers[0], window)
    if late is not None:
        chain.append(hit_evidence(view, late, "late", "到这里才说"))
    nearly = [s for s in view.any_hits(spec.nearly) if s.speaking in {t.number for t in window}]
    chain += [hit_evidence(view, seen, "nearly", f"接近：{seen.hit.signal}") for seen in nearly[:1]]
    if not window:
        spot = spot_of(triggers[0])
    elif spec.report == "last":
        spot = whole(view, window[-1].last)
    else:
        # The turn may have begun before what asked for it.
        begun = triggers[0].hit.turn
        spot = whole(view, next(p.turn for p in window[0].pieces if p.turn > begun))
    sure = any(_surely(spec, view, trigger) for trigger in triggers)
    return finding(
        rule,
        view,
        spot,
        chain=chain,
        window=_originals(window),
        certainty="certain" if sure and not nearly else "review",
        missing=_absent(spec, view, {turn.number for turn in window}),
        late=late is not None,
        mild=bool(nearly),
    )


def _surely(spec: Require, view: View, trigger: Seen) -> bool:
    """Whether a trigger by itself is certain, unanswered, and no cut took its window short."""
    window = _window(spec, view, trigger)
    # What came after the cut may have met it.
    short = view.cut_off and (not spec.within or len(window) < spec.within)
    certain = trigger.hit.certainty == "certain" and not _doubtful(view, trigger, window)
    return certain and not short and _answer(spec, view, trigger) is None


def _doubtful(view: View, trigger: Seen, window: tuple[SpeakingTurn, ...]) -> bool:
    """Whether somebody unknown, who may be the agent, spoke in the window."""
    last = window[-1].last if window else len(view.call.turns)
    return any(
        turn.role == "unknown" and trigger.hit.turn < turn.first < last for turn in view.turns
    )


def _late(
    spec: Require, view: View, trigger: Seen, window: tuple[SpeakingTurn, ...]
) -> Seen | None:
    if not window:
        return None
    after = view.agent_turns_after(window[-1].last)[: spec.late]
    return _met(spec, view, {turn.number for turn in after})


def _near_misses(spec: Require, view: View, window: tuple[SpeakingTurn, ...]) -> list[Evidence]:
    """Words in the window that look like what was required and do not count."""
    numbers = {turn.number for turn in window}
    return [
        hit_evidence(view, seen, "near_miss", f"不算：{seen.taken_back}")
        for ref in spec.signals
        for seen in view.taken_back.get(ref.name, ())
        if seen.speaking in numbers
    ]


def _absent(spec: Require, view: View, speaking: set[int]) -> list[Ref]:
    """Of several required things, those not said in these speaking turns."""
    said = {ref: {seen.speaking for seen in view.hits(ref)} for ref in spec.signals}
    return [ref for ref in spec.signals if spec.every and said[ref].isdisjoint(speaking)]


def _there(spec: Require, view: View, window: tuple[SpeakingTurn, ...]) -> list[Evidence]:
    """What was said of something that has several parts."""
    numbers = {turn.number for turn in window}
    return [
        hit_evidence(view, seen, "there", f"已有：{seen.hit.signal}")
        for ref in (spec.signals if spec.every else ())
        for seen in view.hits(ref)
        if seen.speaking in numbers
    ]


def _originals(window: tuple[SpeakingTurn, ...]) -> tuple[int, ...]:
    return tuple(piece.turn for turn in window for piece in turn.pieces)
