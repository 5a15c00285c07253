"""``forbid``: a signal that must not be there, unless something excuses it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.judging.excuses import Excuses
from linter.judging.outcome import (
    Outcome,
    chosen,
    finding,
    hit_evidence,
    last_before,
    needed_evidence,
    one_a_turn,
    spot_of,
)
from linter.judging.triggers import Triggers
from linter.model import Finding
from linter.rulebook.types import Forbid, Rule, Unless
from linter.signals.detect import Seen
from linter.signals.view import CallView


def judge_forbid(rule: Rule, spec: Forbid, view: CallView) -> Outcome:
    """Every forbidden hit that nothing excuses; at most one finding a speaking turn."""
    if spec.when and not chosen(view.any_hits(spec.when), spec.which):
        return Outcome("not_applicable", "没有出现触发条件")
    # What a hit needs beside it is mostly rarer than the hit, and is looked for first.
    places: list[Excuses] = []
    for place in spec.only_if:
        places.append(Excuses.of(place, view))
        if not places[-1].hits:
            return Outcome("met")
    hits = view.any_hits(spec.signals)
    if not hits:
        return Outcome("met")
    findings = one_a_turn(_findings(rule, spec, view, hits, places))
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(
    rule: Rule, spec: Forbid, view: CallView, hits: Sequence[Seen], places: Sequence[Excuses]
) -> Iterator[tuple[int, Finding]]:
    triggers = Triggers.of(spec, view) if spec.when else None
    excuses = _Lazily(spec.unless, view)
    for seen in hits if triggers else chosen(hits, spec.which):
        trigger = triggers.last(seen) if triggers else None
        if triggers and trigger is None:
            continue
        there = [place.standing(seen.speaking, seen.hit.turn) for place in places]
        if not all(there) or any(excuse.cover(seen) for excuse in excuses):
            continue
        needed = [trigger, *there] if trigger else there
        chain = [hit_evidence(view, trigger, "trigger")] if trigger else []
        chain += [needed_evidence(view, one, seen.hit.turn) for one in there if one]
        for ref, _ in rule.severity_after:
            before = last_before(view, ref, view.turns[seen.speaking])
            chain += [hit_evidence(view, before, "context")] if before else []
        if seen.hit.note:
            chain.append(hit_evidence(view, seen, "note"))
        doubtful = any(one and one.hit.certainty == "review" for one in needed)
        yield (
            seen.speaking,
            finding(
                rule,
                view,
                spot_of(seen),
                chain=chain,
                certainty="review" if doubtful else seen.hit.certainty,
                slots=seen.hit.slots,
            ),
        )


class _Lazily:
    """The excuses of a rule, each looked for when those before it do not cover a hit."""

    def __init__(self, unless: Sequence[Unless], view: CallView) -> None:
        self._left = iter(unless)
        self._view = view
        self._known: list[Excuses] = []

    def __iter__(self) -> Iterator[Excuses]:
        yield from self._known
        for unless in self._left:
            self._known.append(Excuses.of(unless, self._view))
            yield self._known[-1]


def excused(view: CallView, seen: Seen, unless: Unless) -> bool:
    """Whether one of the excusing signals stands where ``unless`` says."""
    return Excuses.of(unless, view).cover(seen)
