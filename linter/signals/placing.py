"""What only the whole call can say of a hit: where it stands, and what else is near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from linter.model import Call, Hit
from linter.rulebook.types import Position, Signal
from linter.signals.detect import Seen
from linter.signals.measures import measured, passes
from linter.text.normal import clause
from linter.text.turns import SpeakingTurn

NO_TIMES = "没有说话的时间"
_UNITS = {"characters": "字", "rate": "字/分", "repetition": "%"}


def measure_hits(
    spec: Signal, call: Call, turns: Sequence[SpeakingTurn]
) -> tuple[list[Seen], bool]:
    """The turns whose measure is beyond the signal's limit.

    :returns: the hits, and whether a turn of that side could not be measured.
    """
    assert spec.measure is not None
    found: list[Seen] = []
    unknown = False
    for turn in turns:
        if not turn.substantive or spec.who not in ("any", turn.role):
            continue
        try:
            measure = measured(call, turns, turn, spec.measure.of)
        except LookupError:
            unknown = True
            continue
        if measure is not None and passes(spec.measure, measure.value):
            piece = turn.pieces[measure.piece]
            start, end = piece.offset, piece.offset + len(piece.normal.text)
            pattern, note = f"measure: {spec.measure.of}", _value(spec.measure.of, measure.value)
            hit = Hit(spec.name, *turn.locate(start, end), pattern=pattern, note=note)
            found.append(Seen(hit, turn.number, start, end, member=spec.name))
    return found, unknown


def nods(spec: Signal, call: Call, turns: Sequence[SpeakingTurn]) -> Iterator[Seen]:
    """The turns of a side that only hum or nod: they say nothing, but they may consent."""
    for turn in turns:
        if turn.substantive or spec.who not in ("any", turn.role) or turn.role in ("bot", "system"):
            continue
        text = call.turns[turn.first].text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if any(char.isalnum() for char in text):
            hit = Hit(spec.name, turn.first, start, end, pattern="backchannel")
            yield Seen(hit, turn.number, 0, len(turn.text), member=spec.name)


def _value(of: str, value: int) -> str:
    return f"{value} {_UNITS[of]}" if of in _UNITS else f"{value / 1000:g} 秒"


def positioned(
    spec: Signal, hits: Iterable[Seen], call: Call, turns: Sequence[SpeakingTurn]
) -> tuple[list[Seen], bool]:
    """The hits of a signal with a place in the call; those elsewhere are taken back.

    :returns: the hits, and whether there are some and no times to tell their place by.
    """
    at = spec.at
    hits = list(hits)
    if at is None:
        return hits, False
    if at.seconds:
        inside = _timed(at, call)
        if inside is None:
            gone = [seen for seen in hits if seen.taken_back]
            return gone, len(gone) < len(hits)
        kept = {seen for seen in hits if seen.hit.turn in inside}
    else:
        kept = {seen for seen in hits if _within(at, spec, turns, turns[seen.speaking])}
    why = f"at: {at.edge} {at.count}{'s' if at.seconds else ''}"
    return [s if s in kept or s.taken_back else replace(s, taken_back=why) for s in hits], False


def _within(at: Position, spec: Signal, turns: Sequence[SpeakingTurn], turn: SpeakingTurn) -> bool:
    """Whether a turn stands up to (from) the last (first) one that counts of its own side.

    Short answers (喂。) are not counted, but what stands in them may count.
    """
    both = spec.who == "any" and not spec.members
    own = [t.number for t in turns if t.substantive and (both or t.role == turn.role)]
    if len(own) <= at.count:
        return True
    return turn.number <= own[at.count - 1] if at.edge == "first" else turn.number >= own[-at.count]


def _timed(at: Position, call: Call) -> set[int] | None:
    """The original turns that begin in the first (end in the last) seconds; ``None``: no times."""
    first, limit = at.edge == "first", at.count * 1000
    said = [t for t in call.turns if t.role != "system"]
    times = [t.start_ms if first else t.end_ms for t in said]
    known = [time for time in times if time is not None]
    if len(known) < len(times):
        return None
    edge = (min if first else max)(known, default=0)
    return {
        number
        for number, turn in enumerate(call.turns)
        if (time := turn.start_ms if first else turn.end_ms) is not None
        and abs(time - edge) < limit
    }


def together(
    spec: Signal, hits: Sequence[Seen], turns: Sequence[SpeakingTurn], ordinals: Sequence[int]
) -> list[Seen]:
    """The hits of a group, of which so many members have to be near each other.

    Where it takes doubtful hits to make so many, all of them are doubtful.

    :param ordinals: for each speaking turn, how many turns are substantive up to it.
    """
    if spec.least <= 1 or not spec.members:
        return list(hits)
    standing = [seen for seen in hits if not seen.taken_back]
    sure = [seen for seen in standing if seen.hit.certainty == "certain"]

    def near(seen: Seen, others: list[Seen]) -> int:
        """The most members that stand in one stretch with a hit."""
        if spec.scope.unit == "turns":
            last = ordinals[seen.speaking]
            stretches = [
                [o for o in others if start <= ordinals[o.speaking] < start + spec.scope.turns]
                for start in range(last - spec.scope.turns + 1, last + 1)
            ]
        else:
            stretches = [[o for o in others if _side_by_side(spec, turns, seen, o)]]
        return max(len({other.member for other in stretch}) for stretch in stretches)

    placed = []
    for seen in hits:
        if not seen.taken_back and near(seen, standing) < spec.least:
            seen = replace(seen, taken_back=f"least: {spec.least}")
        elif not seen.taken_back and near(seen, sure) < spec.least:
            seen = replace(seen, hit=replace(seen.hit, certainty="review"))
        placed.append(seen)
    return placed


def _side_by_side(spec: Signal, turns: Sequence[SpeakingTurn], one: Seen, other: Seen) -> bool:
    """Whether two hits stand in the same speaking turn, or even sentence."""
    if one.speaking != other.speaking:
        return False
    text = turns[one.speaking].text
    return spec.scope.unit == "turn" or clause(text, one.start) == clause(text, other.start)
