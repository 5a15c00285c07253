"""``require``: something that has to be said, at a place of the call or after a trigger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from linter.judging.before import judge_before
from linter.judging.demand import Demand
from linter.judging.outcome import (
    Outcome,
    chosen,
    finding,
    hit_evidence,
    place_of,
    spot_of,
    whole,
)
from linter.judging.windows import among, first_after
from linter.model import Evidence, Finding
from linter.rulebook.types import Ref, Require, Rule
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

QUIET = 6
"""Substantive turns without a trigger after which an episode is over."""

HUNG_UP = "客户先挂断了"
"""Why a call is not judged by what its agent had no turn left for."""

_FIRST = attrgetter("first")

Window = tuple[SpeakingTurn, ...]


def judge_require(rule: Rule, spec: Require, view: CallView) -> Outcome:
    """Met, missing, or not to be judged."""
    if spec.before is not None:
        return judge_before(rule, spec, view)
    if spec.where is None:
        return _after_triggers(rule, spec, view)
    if not view.agent_turns:
        return Outcome("not_applicable", "没有坐席的话")
    return _at_place(rule, spec, view)


def _at_place(rule: Rule, spec: Require, view: CallView) -> Outcome:
    turns = view.agent_turns
    if spec.where == "opening":
        window = turns[: spec.within]
    elif spec.where == "closing":
        if view.cut_off:
            return Outcome("not_evaluated", "录音在客户说话时截断")
        if view.hung_up:
            return Outcome("not_evaluated", HUNG_UP)
        window = turns[-spec.within :]
    else:
        window = turns
    things = [(ref,) for ref in spec.signals] if spec.every else [spec.signals]
    firsts = [_first_in_reach(spec, view, window, refs) for refs in things]
    there = [seen for seen in firsts if seen is not None]
    if len(there) == len(firsts):
        return Outcome("met", met=max(there, key=place_of).hit.turn)
    at = window[-1].last if spec.where == "closing" else window[0].first
    absent: list[Ref] = []
    if spec.every:
        absent = [ref for ref, seen in zip(spec.signals, firsts, strict=True) if seen is None]
    found = finding(
        rule,
        view,
        whole(view, at),
        chain=[*_near_misses(spec, view, window), *_there(spec, view, window)],
        window=_originals(window),
        missing=absent,
    )
    return Outcome("violated", findings=(found,))


def _first_in_reach(
    spec: Require, view: CallView, window: Window, refs: tuple[Ref, ...]
) -> Seen | None:
    """The first hit in the window's turns or in the agent's short ones (喂。) within its reach."""
    low = window[0].number if spec.where == "closing" else 0
    high = len(view.turns)
    if spec.where == "opening":
        # Until somebody says something after it.
        high = bisect_right(view.turns, window[-1].last, key=_FIRST)
    return view.first_within(refs, range(low, high), "agent")


def _after_triggers(rule: Rule, spec: Require, view: CallView) -> Outcome:
    triggers = chosen(view.any_hits(spec.when), spec.which)
    if not triggers:
        return Outcome("not_applicable", "没有出现触发条件")
    demand = Demand.of(spec, view)
    findings: list[Finding] = []
    met: int | None = None
    unjudged = ""
    for episode, answer in _episodes(demand, triggers):
        if answer is not None:
            met = answer.hit.turn if met is None else met
            continue
        window = demand.window(episode[0])
        if view.hung_up and demand.short(episode[0]):
            unjudged = HUNG_UP
            continue
        if not window and view.cut_off:
            unjudged = "触发之后录音截断"
            continue
        findings.append(_missing(rule, demand, episode, window))
    if findings:
        return Outcome("violated", findings=tuple(findings), met=met)
    return Outcome("not_evaluated" if unjudged else "met", unjudged, met=met)


def _episodes(demand: Demand, triggers: Sequence[Seen]) -> Iterator[tuple[list[Seen], Seen | None]]:
    """Triggers that belong together, with the hit that met the demand, when one did.

    An episode ends when the demand is met, in time or late, or when :data:`QUIET` substantive
    turns bring no trigger.
    """
    view = demand.view
    counted = view.ordinals
    most = len(view.agent_turns)
    episode: list[Seen] = []
    answer: Seen | None = None
    ends: list[tuple[int, int]] = []
    for trigger in triggers:
        if episode:
            quiet = counted[trigger.speaking] - counted[episode[-1].speaking]
            over = quiet - view.turns[trigger.speaking].substantive >= QUIET
            if over or any(end < place_of(trigger) for end in ends):
                yield episode, answer
                episode = []
        if not episode:
            answer = demand.answer(trigger)
            late = demand.met((demand.after(trigger), most), place_of(trigger))
            ends = [place_of(seen) for seen in (answer, late) if seen is not None]
        episode.append(trigger)
    yield episode, answer


def _missing(rule: Rule, demand: Demand, triggers: list[Seen], window: Window) -> Finding:
    spec, view = demand.spec, demand.view
    chain = [hit_evidence(view, triggers[0], "trigger")]
    chain += [hit_evidence(view, again, "again") for again in triggers[1:]]
    chain += _near_misses(spec, view, window)
    chain += _there(spec, view, window)
    late = _late(demand, window)
    if late is not None:
        chain.append(hit_evidence(view, late, "late", "到这里才说"))
    nearly = _inside(view.any_hits(spec.nearly), window)
    chain += [hit_evidence(view, seen, "nearly", f"接近：{seen.hit.signal}") for seen in nearly[:1]]
    if not window:
        spot = spot_of(triggers[0])
    elif spec.report == "last":
        spot = whole(view, window[-1].last)
    else:
        # The turn may have begun before what asked for it.
        begun = triggers[0].hit.turn
        spot = whole(view, next(p.turn for p in window[0].pieces if p.turn > begun))
    strangers = [turn.first for turn in view.turns if turn.role == "unknown"]
    sure = any(_surely(demand, trigger, strangers) for trigger in triggers)
    return finding(
        rule,
        view,
        spot,
        chain=chain,
        window=_originals(window),
        certainty="certain" if sure and not nearly else "review",
        missing=_absent(spec, view, window),
        late=late is not None,
        mild=bool(nearly),
    )


def _surely(demand: Demand, trigger: Seen, strangers: Sequence[int]) -> bool:
    """Whether a trigger by itself is certain, unanswered, and no cut took its window short.

    :param strangers: where somebody unknown, who may be the agent, began to speak.
    """
    view = demand.view
    low, high = demand.reach(trigger)
    # What came after the cut may have met it.
    if (view.cut_off and demand.short(trigger)) or trigger.hit.certainty != "certain":
        return False
    last = view.agent_turns[high - 1].last if high > low else len(view.call.turns)
    next_stranger = bisect_right(strangers, trigger.hit.turn)
    if next_stranger < len(strangers) and strangers[next_stranger] < last:
        return False
    return demand.answer(trigger) is None


def _late(demand: Demand, window: Window) -> Seen | None:
    if not window:
        return None
    after = first_after(demand.view.agent_turns, window[-1].last, -1)
    return demand.met((after, after + demand.spec.late))


def _inside(hits: Sequence[Seen], window: Window) -> list[Seen]:
    """The hits that stand in the turns of a window."""
    if not window:
        return []
    numbers = {turn.number for turn in window}
    near = among(hits, window[0].first, window[-1].last)
    return [seen for seen in near if seen.speaking in numbers]


def _near_misses(spec: Require, view: CallView, window: Window) -> list[Evidence]:
    """Words in the window that look like what was required and do not count."""
    return [
        hit_evidence(view, seen, "near_miss", f"不算：{seen.taken_back}")
        for ref in spec.signals
        for seen in _inside(view.taken_back.get(ref.name, ()), window)
    ]


def _absent(spec: Require, view: CallView, window: Window) -> list[Ref]:
    """Of several required things, those not said in a window."""
    return [ref for ref in spec.signals if spec.every and not _inside(view.hits(ref), window)]


def _there(spec: Require, view: CallView, window: Window) -> list[Evidence]:
    """What was said of something that has several parts."""
    return [
        hit_evidence(view, seen, "there", f"已有：{seen.hit.signal}")
        for ref in (spec.signals if spec.every else ())
        for seen in _inside(view.hits(ref), window)
    ]


def _originals(window: Window) -> tuple[int, ...]:
    return tuple(piece.turn for turn in window for piece in turn.pieces)
