"""``rise``: every cause, with the heat of every turn around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.model import Finding
from linter.rulebook.types import Ref, Rise, Rule

from .outcome import (
    Outcome,
    Spot,
    evidence,
    finding,
    hit_evidence,
    one_a_turn,
    speaking_of,
)
from .seen import Seen, View
from .turns import SpeakingTurn


def judge_rise(
    rule: Rule, spec: Rise, view: View, findings: Iterable[Finding], ceiling: int
) -> Outcome:
    """Every agent turn with such a finding after which the signal rose."""
    causes = sorted(
        (f for f in findings if f.category in spec.categories),
        key=lambda f: (f.turn, f.start, f.end, f.rule),
    )
    if not causes:
        return Outcome("not_applicable", "坐席没有拱火的话")
    found = one_a_turn(_findings(rule, spec, view, causes, ceiling))
    return Outcome("violated" if found else "met", findings=found)


def _findings(
    rule: Rule, spec: Rise, view: View, causes: list[Finding], ceiling: int
) -> Iterator[tuple[int, Finding]]:
    for cause in causes:
        speaking = speaking_of(view, cause.turn).number
        # A customer who is answered with a mere 好嘞 goes on in the same turn.
        heat = [s for s in view.hits(Ref(spec.signal)) if s.hit.turn != cause.turn]
        earlier = [s for s in heat if s.hit.turn < cause.turn]
        later = [s for s in heat if s.hit.turn > cause.turn]
        others = [t for t in view.customer_turns if t.number != speaking]
        before = [t for t in others if t.first < cause.turn][-spec.before :]
        after = [t for t in others if t.last > cause.turn][: spec.within]
        level, hits = _heat(earlier, before)
        for turn in after:
            now, more = _heat(later, [turn])
            if now > level or (now == level == ceiling and len(more) > len(hits)):
                chain = [hit_evidence(view, s, "before", f"之前{spec.signal}") for s in hits[-1:]]
                chain += [hit_evidence(view, s, "outcome", f"之后{spec.signal}") for s in more]
                spot = Spot(cause.turn, cause.start, cause.end)
                why = evidence(view, spot, "cause", cause.message.rstrip("。"))
                chain.append(replace(why, rule=cause.rule))
                sure = [s for s in more if s.hit.certainty == "certain"]
                clear = len(sure) > (0 if now > level else len(hits))
                certainty = cause.certainty if clear else "review"
                yield speaking, finding(rule, view, spot, chain=chain, certainty=certainty)
                break


def _heat(heat: list[Seen], turns: list[SpeakingTurn]) -> tuple[int, list[Seen]]:
    """The highest level of the hits in one of ``turns``, with the hits of the hottest turn."""
    hottest: list[Seen] = []
    level = 0
    for turn in turns:
        hits = [s for s in heat if s.speaking == turn.number]
        top = max((s.hit.level for s in hits), default=0)
        at_top = [s for s in hits if s.hit.level == top]
        if top > level or (top == level and len(at_top) > len(hottest)):
            level, hottest = top, at_top
    return level, hottest
