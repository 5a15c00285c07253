"""``measure``: limits on what can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.calls.scripts.adapt import legend_of
from linter.judging.call_times import TIMED, judge_times
from linter.judging.outcome import (
    Outcome,
    Spot,
    evidence,
    finding,
    hit_evidence,
    one_a_turn,
    spot_of,
    whole,
)
from linter.judging.slots import judge_slots
from linter.model import Certainty, Evidence, Finding
from linter.rulebook.types import Measure, Rule
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.alike import substance
from linter.text.turns import Piece

_UNBROKEN = re.compile(r"[^，。！？]+")


def judge_measure(rule: Rule, spec: Measure, view: CallView) -> Outcome:
    """Every place where the limit is passed."""
    if spec.of in TIMED:
        return judge_times(rule, spec, view)
    kinds = {
        "unbroken": _unbroken,
        "mixed": _mixed,
        "duplicate": _duplicate,
        "slots": judge_slots,
        "count": _count,
    }
    findings = one_a_turn(kinds[spec.of](rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _lines(view: CallView) -> list[Piece]:
    """The agent's original turns in order."""
    pieces = [piece for turn in view.turns if turn.role == "agent" for piece in turn.pieces]
    return sorted(pieces, key=lambda piece: piece.turn)


def _unbroken(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    for piece in _lines(view):
        # Most lines are shorter as a whole.
        for run in _UNBROKEN.finditer(piece.form) if len(piece.form) > spec.limit else ():
            if run.end() - run.start() > spec.limit:
                start, end = piece.original(run.start(), run.end())
                yield piece.turn, finding(rule, view, Spot(piece.turn, start, end))


def _mixed(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    first, second = (view.hits(ref) for ref in spec.signals[:2])
    if not first or not second:
        return
    # Of several in one line the first certain one is shown, or else the first.
    ranked = (*reversed(second), *reversed(_certain(second)))
    others = {seen.hit.turn: seen for seen in ranked}
    for one in first:
        if other := others.get(one.hit.turn):
            chain = [hit_evidence(view, other, "step")]
            spot = spot_of(one)
            certainty: Certainty = "certain" if len(_certain((one, other))) == 2 else "review"
            yield one.hit.turn, finding(rule, view, spot, chain=chain, certainty=certainty)


def _duplicate(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    seen: dict[str, tuple[int, str]] = {}
    for piece in _lines(view):
        text = piece.form
        if len(text) < spec.limit:
            continue
        key = substance(view.call.turns[piece.turn].text, legend_of(view.call)) or text
        if key in seen:
            again = "前面已有" if text == seen[key][1] else "前面已有，说的是同一个意思"
            first = evidence(view, whole(view, seen[key][0]), "step", again)
            yield piece.turn, finding(rule, view, whole(view, piece.turn), chain=[first])
        elif place := view.call.elsewhere.get(piece.turn):
            spot = whole(view, piece.turn)
            there = Evidence(piece.turn, spot.start, spot.start, "", "step", f"{place} 已有")
            yield piece.turn, finding(rule, view, spot, chain=[there])
        else:
            seen[key] = piece.turn, text


def _count(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    hits = view.any_hits(spec.signals)
    if len(hits) <= spec.limit:
        return
    # Enough certain ones make it certain, whatever doubtful ones stand between them.
    counts: tuple[tuple[list[Seen], Certainty], ...] = (
        (_certain(hits), "certain"),
        (hits, "review"),
    )
    reached: set[int] = set()
    for counted, certainty in counts:
        units = counted
        if not spec.hits:
            units = list({seen.speaking: seen for seen in reversed(counted)}.values())[::-1]
        for row in _rows(spec, view, units):
            place = range(row[0].speaking, row[-1].speaking + 1)
            known = reached and (not spec.within or not reached.isdisjoint(place))
            if known and certainty == "review":
                continue
            chain = [hit_evidence(view, seen, "step") for seen in row[:-1]]
            last = row[-1]
            if last.hit.note:
                chain.append(hit_evidence(view, last, "note"))
            spot = spot_of(last)
            yield last.speaking, finding(rule, view, spot, chain=chain, certainty=certainty)
            if certainty == "certain":
                reached |= set(place)


def _rows(spec: Measure, view: CallView, units: list[Seen]) -> Iterator[list[Seen]]:
    """The first stretches that hold one unit more than the limit; none overlaps another."""
    turns = view.ordinals
    first = 0
    while (last := first + spec.limit) < len(units):
        apart = turns[units[last].speaking] - turns[units[first].speaking]
        if not spec.within or apart < spec.within:
            yield units[first : last + 1]
            if not spec.within:
                return
            first = last + 1
        else:
            first += 1


def _certain(hits: Iterable[Seen]) -> list[Seen]:
    return [seen for seen in hits if seen.hit.certainty == "certain"]
