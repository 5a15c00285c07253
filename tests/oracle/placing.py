"""What only the whole call can say of a hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linter.model import Call, Hit
from linter.rulebook.types import Position, Signal

from .measures import measured, passes
from .normal import clause
from .seen import Seen, ordinal
from .turns import SpeakingTurn

NO_TIMES = "没有说话的时间"
_UNITS = {"characters": "字", "rate": "字/分", "repetition": "%"}

Turns = tuple[SpeakingTurn, ...]


def measure_hits(spec: Signal, call: Call, turns: Turns) -> tuple[list[Seen], bool]:
    """The turns beyond the limit, and whether one could not be measured."""
    assert spec.measure is not None
    of = spec.measure.of
    found: list[Seen] = []
    unknown = False
    for turn in turns:
        if not turn.substantive or spec.who not in ("any", turn.role):
            continue
        try:
            measure = measured(call, turns, turn, of)
        except LookupError:
            unknown = True
            continue
        if measure is not None and passes(spec.measure, measure[0]):
            value, number = measure
            piece = turn.pieces[number]
            start, end = piece.offset, piece.offset + len(piece.normal.text)
            note = f"{value} {_UNITS[of]}" if of in _UNITS else f"{value / 1000:g} 秒"
            hit = Hit(spec.name, *turn.locate(start, end), pattern=f"measure: {of}", note=note)
            found.append(Seen(hit, turn.number, start, end, member=spec.name))
    return found, unknown


def nods(spec: Signal, call: Call, turns: Turns) -> Iterator[Seen]:
    for turn in turns:
        text = call.turns[turn.first].text
        if turn.substantive or turn.role in ("bot", "system") or not any(map(str.isalnum, text)):
            continue
        if spec.who in ("any", turn.role):
            start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            hit = Hit(spec.name, turn.first, start, end, pattern="backchannel")
            yield Seen(hit, turn.number, 0, len(turn.text), member=spec.name)


def positioned(spec: Signal, hits: list[Seen], call: Call, turns: Turns) -> tuple[list[Seen], bool]:
    """The hits, those elsewhere taken back; and whether there are some and no times for them."""
    at = spec.at
    if at is None:
        return hits, False
    if at.seconds:
        inside = _timed(at, call)
        if inside is None:
            gone = [seen for seen in hits if seen.taken_back]
            return gone, len(gone) < len(hits)
        there = [seen.hit.turn in inside for seen in hits]
    else:
        there = [_counted(at, spec, turns, turns[seen.speaking]) for seen in hits]
    why = f"at: {at.edge} {at.count}{'s' if at.seconds else ''}"
    return [
        seen if inside or seen.taken_back else replace(seen, taken_back=why)
        for seen, inside in zip(hits, there, strict=True)
    ], False


def _counted(at: Position, spec: Signal, turns: Turns, turn: SpeakingTurn) -> bool:
    both = spec.who == "any" and not spec.members
    own = [t.number for t in turns if t.substantive and (both or t.role == turn.role)]
    if len(own) <= at.count:
        return True
    return turn.number <= own[at.count - 1] if at.edge == "first" else turn.number >= own[-at.count]


def _timed(at: Position, call: Call) -> set[int] | None:
    """The original turns in the first or last seconds; ``None``: no times."""
    times = [turn.start_ms if at.edge == "first" else turn.end_ms for turn in call.turns]
    said = [time for time, turn in zip(times, call.turns, strict=True) if turn.role != "system"]
    known = [time for time in said if time is not None]
    if len(known) < len(said):
        return None
    edge = (min if at.edge == "first" else max)(known, default=0)
    return {
        number
        for number, time in enumerate(times)
        if time is not None and abs(time - edge) < at.count * 1000
    }


def together(spec: Signal, hits: list[Seen], turns: Turns) -> list[Seen]:
    """The hits of a group, of which so many members have to be near each other."""
    if spec.least <= 1 or not spec.members:
        return hits
    standing = [seen for seen in hits if not seen.taken_back]
    sure = [seen for seen in standing if seen.hit.certainty == "certain"]
    placed = []
    for seen in hits:
        if not seen.taken_back and _near(spec, turns, seen, standing) < spec.least:
            seen = replace(seen, taken_back=f"least: {spec.least}")
        elif not seen.taken_back and _near(spec, turns, seen, sure) < spec.least:
            seen = replace(seen, hit=seen.hit._replace(certainty="review"))
        placed.append(seen)
    return placed


def _near(spec: Signal, turns: Turns, seen: Seen, others: list[Seen]) -> int:
    """The most members that stand in one stretch with a hit."""
    if spec.scope.unit == "turns":
        last = ordinal(turns, seen.speaking)
        stretches = [
            [o for o in others if first <= ordinal(turns, o.speaking) < first + spec.scope.turns]
            for first in range(last - spec.scope.turns + 1, last + 1)
        ]
    else:
        stretches = [[other for other in others if _side_by_side(spec, turns, seen, other)]]
    return max(len({other.member for other in stretch}) for stretch in stretches)


def _side_by_side(spec: Signal, turns: Turns, one: Seen, other: Seen) -> bool:
    if one.speaking != other.speaking:
        return False
    text = turns[one.speaking].text
    return spec.scope.unit == "turn" or clause(text, one.start) == clause(text, other.start)
