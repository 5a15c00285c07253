"""The signals that the patterns show in one speaking turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.model import Hit
from linter.rulebook.types import RuleBook, Signal
from linter.signals.matcher import HEARD

from .exceptions import READ_BACK, Place, taking_back
from .normal import clause
from .opinions import excepted, learned_in, weighed
from .patterns import Patterns
from .seen import Seen
from .similar import alike
from .turns import SpeakingTurn

READ_BACK_TURNS = 6

Turns = tuple[SpeakingTurn, ...]


def seen_in(
    book: RuleBook, patterns: Patterns, spec: Signal, turn: SpeakingTurn, turns: Turns
) -> list[Seen]:
    """What stands and what was taken back, in order; of hits that overlap, the best."""
    found = [
        weighed(spec, _judged(book, patterns, spec, seen, turns), turn, turns)
        for seen in _found(patterns, spec, turn)
    ]
    kept: list[Seen] = []
    for seen in sorted(_enough(spec, turn, _read_back(found)), key=_preference):
        if all(seen.end <= other.start or other.end <= seen.start for other in kept):
            kept.append(seen)
    for seen, percent in learned_in(spec, turn, turns, kept[:]):
        judged = _judged(book, patterns, spec, seen, turns, percent)
        kept.append(excepted(book, spec, judged, percent, found))
    return sorted(kept, key=lambda seen: seen.start)


def of_group(
    book: RuleBook, patterns: Patterns, spec: Signal, hits: Iterable[Seen], turns: Turns
) -> Iterator[Seen]:
    """Its side's hits as a group's own, unless the group's exceptions take them back."""
    for seen in hits:
        if spec.who in ("any", turns[seen.speaking].role):
            own = replace(seen, hit=seen.hit._replace(signal=spec.name), member=seen.hit.signal)
            yield own if own.taken_back else _judged(book, patterns, spec, own, turns)


def _found(patterns: Patterns, spec: Signal, turn: SpeakingTurn) -> Iterator[Seen]:
    def seen(start: int, end: int, **said: object) -> Seen:
        hit = Hit(spec.name, *turn.locate(start, end), **said)  # type: ignore[arg-type]
        return Seen(hit, turn.number, start, end, member=spec.name)

    for pattern in spec.patterns:
        for start, end, slots in patterns.find(pattern, turn.text):
            yield seen(
                *(start, end),
                level=pattern.level,
                slots=slots,
                certainty=pattern.certainty,
                pattern=pattern.text,
            )
    for pattern in spec.patterns if spec.heard is not None else ():
        for start, end, slots in patterns.find(pattern, turn.text, spec.heard):
            words = "".join(word for name, word in slots if name == HEARD)
            yield seen(
                *(start, end),
                level=pattern.level,
                slots=tuple(slot for slot in slots if slot[0] != HEARD),
                certainty="review",
                pattern=pattern.text,
                note=f"听作“{words}”",
            )
    for start, end, example in alike(turn.text, spec.like, spec.similar) if spec.like else ():
        yield seen(start, end, certainty="review", pattern=example, note=f"像“{example}”")
    if spec.none and turn.substantive and not any(patterns.find(p, turn.text) for p in spec.none):
        yield seen(0, len(turn.text), pattern="none")


def _judged(
    book: RuleBook,
    patterns: Patterns,
    spec: Signal,
    seen: Seen,
    turns: Turns,
    percent: int | None = None,
) -> Seen:
    turn = turns[seen.speaking]
    others = [t.text for t in turns[: turn.number] if t.role != turn.role and t.substantive]
    said = tuple(others[-READ_BACK_TURNS:])
    place = Place(turn, seen.start, seen.end, said, patterns, percent)
    return replace(seen, taken_back=taking_back(book, spec, place))


def _read_back(found: list[Seen]) -> list[Seen]:
    """With words that are read back goes whatever lies inside them."""
    back = [seen for seen in found if seen.taken_back == f"not_when: {READ_BACK}"]

    def inside(seen: Seen) -> bool:
        return any(other.start <= seen.start and seen.end <= other.end for other in back)

    return [
        replace(seen, taken_back=f"not_when: {READ_BACK}")
        if not seen.taken_back and inside(seen)
        else seen
        for seen in found
    ]


def _enough(spec: Signal, turn: SpeakingTurn, found: list[Seen]) -> list[Seen]:
    """Taken back, or doubtful, where too few different (certain) patterns stand in the scope."""
    if spec.least <= 1 or spec.members:
        return found

    def together(seen: Seen, other: Seen) -> bool:
        if spec.scope.unit != "sentence":
            return True
        return clause(turn.text, seen.start) == clause(turn.text, other.start)

    counted = []
    for seen in found:
        there = [o.hit for o in found if not o.taken_back and together(seen, o)]
        sure = [hit for hit in there if hit.certainty == "certain"]
        if not seen.taken_back and len({hit.pattern for hit in there}) < spec.least:
            seen = replace(seen, taken_back=f"least: {spec.least}")
        elif not seen.taken_back and len({hit.pattern for hit in sure}) < spec.least:
            seen = replace(seen, hit=seen.hit._replace(certainty="review"))
        counted.append(seen)
    return counted


def _preference(seen: Seen) -> tuple[bool, int, str, int, int]:
    """Standing, high, certain, early, long ones first."""
    return bool(seen.taken_back), -seen.hit.level, seen.hit.certainty, seen.start, -seen.end
