"""``measure``: everything is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.calls.scripts.adapt import legend_of
from linter.judging.slots import wrong_slots
from linter.model import Certainty, Evidence, Finding
from linter.rulebook.types import Measure, Rule
from linter.text.alike import substance

from .call_times import TIMED, judge_times
from .outcome import (
    Outcome,
    Spot,
    evidence,
    finding,
    hit_evidence,
    one_a_turn,
    spot_of,
    whole,
)
from .seen import Seen, View
from .turns import Piece

_UNBROKEN = re.compile(r"[^，。！？]+")


def judge_measure(rule: Rule, spec: Measure, view: View) -> Outcome:
    """Every place where the limit is passed."""
    if spec.of in TIMED:
        return judge_times(rule, spec, view)
    kinds = {
        "unbroken": _unbroken,
        "mixed": _mixed,
        "duplicate": _duplicate,
        "slots": _slots,
        "count": _count,
    }
    findings = one_a_turn(kinds[spec.of](rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _lines(view: View) -> list[Piece]:
    """The agent's original turns in order."""
    pieces = [piece for turn in view.turns if turn.role == "agent" for piece in turn.pieces]
    return sorted(pieces, key=lambda piece: piece.turn)


def _unbroken(rule: Rule, spec: Measure, view: View) -> Iterator[tuple[int, Finding]]:
    for piece in _lines(view):
        for run in _UNBROKEN.finditer(piece.normal.text):
            if run.end() - run.start() > spec.limit:
                start, end = piece.normal.original(run.start(), run.end())
                yield piece.turn, finding(rule, view, Spot(piece.turn, start, end))


def _mixed(rule: Rule, spec: Measure, view: View) -> Iterator[tuple[int, Finding]]:
    first, second = (view.hits(ref) for ref in spec.signals[:2])
    for one in first:
        others = [s for s in second if s.hit.turn == one.hit.turn]
        if others:
            other = next(iter([*_certain(others), *others]))
            chain = [hit_evidence(view, other, "step")]
            spot = spot_of(one)
            certainty: Certainty = "certain" if len(_certain((one, other))) == 2 else "review"
            yield one.hit.turn, finding(rule, view, spot, chain=chain, certainty=certainty)


def _duplicate(rule: Rule, spec: Measure, view: View) -> Iterator[tuple[int, Finding]]:
    seen: dict[str, tuple[int, str]] = {}
    legend = legend_of(view.call)
    for piece in _lines(view):
        text = piece.normal.text
        if len(text) < spec.limit:
            continue
        means = substance(view.call.turns[piece.turn].text, legend) or text
        if means in seen:
            again = "前面已有" if text == seen[means][1] else "前面已有，说的是同一个意思"
            first = evidence(view, whole(view, seen[means][0]), "step", again)
            yield piece.turn, finding(rule, view, whole(view, piece.turn), chain=[first])
        elif piece.turn in view.call.elsewhere:
            spot = whole(view, piece.turn)
            label = f"{view.call.elsewhere[piece.turn]} 已有"
            there = Evidence(piece.turn, spot.start, spot.start, "", "step", label)
            yield piece.turn, finding(rule, view, spot, chain=[there])
        else:
            seen[means] = piece.turn, text


def _slots(rule: Rule, spec: Measure, view: View) -> Iterator[tuple[int, Finding]]:
    for wrong in wrong_slots(view.call):
        spot = Spot(wrong.turn, wrong.start, wrong.end)
        chain = [evidence(view, spot, "note", wrong.what)]
        yield wrong.turn, finding(rule, view, spot, chain=chain, certainty=wrong.certainty)


def _count(rule: Rule, spec: Measure, view: View) -> Iterator[tuple[int, Finding]]:
    hits = view.any_hits(spec.signals)
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


def _rows(spec: Measure, view: View, units: list[Seen]) -> Iterator[list[Seen]]:
    """The first stretches that hold one unit more than the limit; none overlaps another."""
    first = 0
    while len(row := units[first : first + spec.limit + 1]) > spec.limit:
        apart = view.ordinal(row[-1].speaking) - view.ordinal(row[0].speaking)
        if not spec.within or apart < spec.within:
            yield row
            if not spec.within:
                return
            first += len(row)
        else:
            first += 1


def _certain(hits: Iterable[Seen]) -> list[Seen]:
    return [seen for seen in hits if seen.hit.certainty == "certain"]
