"""What only the whole call can say of a hit: where it stands, and what else is near."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain

from linter.model import Call, Hit, Role
from linter.rulebook.types import Position, Signal
from linter.signals.detect import Seen
from linter.signals.measures import Meter, passes
from linter.text.normal import clause
from linter.text.turns import SpeakingTurn

NO_TIMES = "没有说话的时间"
_UNITS = {"characters": "字", "rate": "字/分", "repetition": "%"}


def measure_hits(spec: Signal, meter: Meter) -> tuple[list[Seen], bool]:
    """The turns whose measure is beyond the signal's limit.

    :returns: the hits, and whether a turn of that side could not be measured.
    """
    limit = spec.measure
    assert limit is not None
    only_over = limit.over is not None and limit.under is None
    # Few turns are long enough for a limit on characters, whatever is counted of them.
    if limit.of == "characters" and only_over and not passes(limit, meter.longest(spec.who)):
        return [], False
    least = limit.over + 1 if limit.over is not None and limit.under is None else 0
    rows = meter.rows(limit.of, spec.who, least)
    found: list[Seen] = []
    if not (passes(limit, rows.highest) or passes(limit, rows.lowest)):
        return found, rows.unknown
    for turn, measure in rows.found:
        if passes(limit, measure.value):
            piece = turn.pieces[measure.piece]
            start, end = piece.offset, piece.offset + len(piece.form)
            pattern, note = f"measure: {limit.of}", _value(limit.of, measure.value)
            hit = Hit(spec.name, *turn.locate(start, end), pattern=pattern, note=note)
            found.append(Seen(hit, turn.number, start, end, member=spec.name))
    return found, rows.unknown


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
    if at is None or not hits:
        return hits, False
    if at.seconds:
        inside = _timed(at, call)
        if inside is None:
            gone = [seen for seen in hits if seen.taken_back]
            return gone, len(gone) < len(hits)
        kept = [seen.hit.turn in inside for seen in hits]
    else:
        roles = {turns[seen.speaking].role for seen in hits}
        counted = {role: _counted(at, spec, turns, role) for role in roles}
        kept = [seen.speaking in counted[turns[seen.speaking].role] for seen in hits]
    why = f"at: {at.edge} {at.count}{'s' if at.seconds else ''}"
    return [
        seen if inside or seen.taken_back else seen._replace(taken_back=why)
        for seen, inside in zip(hits, kept, strict=True)
    ], False


def reach(spec: Signal, turns: Sequence[SpeakingTurn]) -> range | None:
    """The speaking turns outside which a signal's own patterns count nowhere; ``None``: no telling.

    A signal of one side, or of both without members, has one such stretch.
    """
    if spec.at is None or spec.at.seconds or spec.members or spec.measure or spec.backchannel:
        return None
    role: Role = "customer" if spec.who == "customer" else "agent"
    return _counted(spec.at, spec, turns, role)


def _counted(at: Position, spec: Signal, turns: Sequence[SpeakingTurn], role: Role) -> range:
    """The speaking turns up to (from) the last (first) one that counts of a side.

    Short answers (喂。) are not counted, but what stands in them may count.
    """
    both = spec.who == "any" and not spec.members
    own = [t.number for t in turns if t.substantive and (both or t.role == role)]
    if len(own) <= at.count:
        return range(len(turns))
    return range(own[at.count - 1] + 1) if at.edge == "first" else range(own[-at.count], len(turns))


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
    certain = [seen for seen in standing if seen.hit.certainty == "certain"]
    every = _Together(spec, turns, ordinals, standing)
    sure = _Together(spec, turns, ordinals, certain)
    placed = []
    for seen in hits:
        if not seen.taken_back and every.most(seen) < spec.least:
            seen = seen._replace(taken_back=f"least: {spec.least}")
        elif not seen.taken_back and sure.most(seen) < spec.least:
            seen = seen._replace(hit=seen.hit._replace(certainty="review"))
        placed.append(seen)
    return placed


class _Together:
    """How many different members of a group stand together, stretch by stretch.

    :param hits: those that count.
    """

    def __init__(
        self,
        spec: Signal,
        turns: Sequence[SpeakingTurn],
        ordinals: Sequence[int],
        hits: Iterable[Seen],
    ) -> None:
        self._spec, self._turns, self._ordinals = spec, turns, ordinals
        self._members: dict[Hashable, set[str]] = {}
        for seen in hits:
            self._members.setdefault(self._place(seen), set()).add(seen.member)
        self._in_row: dict[int, int] = {}

    def most(self, seen: Seen) -> int:
        """The most members that stand in one stretch with a hit."""
        if self._spec.scope.unit != "turns":
            return len(self._members.get(self._place(seen), ()))
        last = self._ordinals[seen.speaking]
        return max(map(self._from, range(last - self._spec.scope.turns + 1, last + 1)))

    def _place(self, seen: Seen) -> Hashable:
        """What hits that stand together in any case have in common."""
        unit = self._spec.scope.unit
        if unit == "turns":
            return self._ordinals[seen.speaking]
        if unit == "turn":
            return seen.speaking
        return seen.speaking, clause(self._turns[seen.speaking].text, seen.start)

    def _from(self, start: int) -> int:
        """How many members stand in the stretch that begins at a substantive turn."""
        if start not in self._in_row:
            row = range(start, start + self._spec.scope.turns)
            there = (self._members.get(ordinal, ()) for ordinal in row)
            self._in_row[start] = len(set(chain.from_iterable(there)))
        return self._in_row[start]
