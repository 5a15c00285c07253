"""``rise``, the second layer: a finding, and then the customer's heat rises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf

from linter.judging.outcome import (
    Outcome,
    Spot,
    finding,
    found_evidence,
    hit_evidence,
    one_a_turn,
    speaking_of,
)
from linter.judging.windows import count_before, first_after
from linter.model import Finding
from linter.rulebook.types import Ref, Rise, Rule
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn


def judge_rise(
    rule: Rule, spec: Rise, view: CallView, findings: Iterable[Finding], ceiling: int
) -> Outcome:
    """Every agent turn with such a finding after which the signal rose.

    :param findings: all findings of the first layer, hidden ones too.
    :param ceiling: the signal's highest level.
    """
    causes = sorted(
        (f for f in findings if f.category in spec.categories),
        key=lambda f: (f.turn, f.start, f.end, f.rule),
    )
    if not causes:
        return Outcome("not_applicable", "坐席没有拱火的话")
    found = one_a_turn(_findings(rule, spec, view, causes, ceiling))
    return Outcome("violated" if found else "met", findings=found)


def _findings(
    rule: Rule, spec: Rise, view: CallView, causes: list[Finding], ceiling: int
) -> Iterator[tuple[int, Finding]]:
    turns = view.customer_turns
    heat: dict[int, list[Seen]] = {}
    for seen in view.hits(Ref(spec.signal)):
        heat.setdefault(seen.speaking, []).append(seen)
    for cause in causes:
        speaking = speaking_of(view, cause.turn).number
        # A customer who is answered with a mere 好嘞 goes on in the same turn.
        earlier = count_before(turns, cause.turn, speaking)
        later = first_after(turns, cause.turn, speaking)
        before = turns[max(0, earlier - spec.before) : earlier]
        level, hits = _heat(heat, before, -1, cause.turn)
        for turn in turns[later : later + spec.within]:
            now, more = _heat(heat, [turn], cause.turn, inf)
            if now > level or (now == level == ceiling and len(more) > len(hits)):
                chain = [hit_evidence(view, s, "before", f"之前{spec.signal}") for s in hits[-1:]]
                chain += [hit_evidence(view, s, "outcome", f"之后{spec.signal}") for s in more]
                spot = Spot(cause.turn, cause.start, cause.end)
                chain.append(found_evidence(cause, "cause"))
                sure = [s for s in more if s.hit.certainty == "certain"]
                clear = len(sure) > (0 if now > level else len(hits))
                certainty = cause.certainty if clear else "review"
                yield speaking, finding(rule, view, spot, chain=chain, certainty=certainty)
                break


def _heat(
    heat: Mapping[int, Sequence[Seen]], turns: Iterable[SpeakingTurn], low: int, high: float
) -> tuple[int, list[Seen]]:
    """The highest level of the hits in one of ``turns``, with the hits of the hottest turn.

    :param heat: the hits in each speaking turn.
    :param low: only hits behind this original turn count, and only those before ``high``.
    """
    hottest: list[Seen] = []
    level = 0
    for turn in turns:
        hits = [s for s in heat.get(turn.number, ()) if low < s.hit.turn < high]
        top = max((s.hit.level for s in hits), default=0)
        at_top = [s for s in hits if s.hit.level == top]
        if top > level or (top == level and len(at_top) > len(hottest)):
            level, hottest = top, at_top
    return level, hottest
