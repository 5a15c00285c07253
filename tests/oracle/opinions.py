"""What the learned scorer, which is shared, makes of turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linter.model import Finding, Hit
from linter.rulebook.sheets.categories import KNOWN
from linter.rulebook.types import Rule, RuleBook, Signal
from linter.signals import learned
from linter.signals.acts import ACTS

from .exceptions import READ_BACK, is_sure
from .normal import STOPS
from .seen import Seen
from .turns import Piece, SpeakingTurn

SHORTEST = 8
NUMERALS = "零一二三四五六七八九十百千万两幺"

Turns = tuple[SpeakingTurn, ...]


def learned_in(
    spec: Signal, turn: SpeakingTurn, turns: Turns, found: list[Seen]
) -> Iterator[tuple[Seen, int]]:
    """The pieces the scorer is sure of and in which nothing of ``found`` stands, and how sure."""
    wanted, scorer = spec.learned, learned.default_scorer()
    if wanted is None:
        return
    for piece in turn.pieces:
        text, begin = piece.normal.text, piece.offset
        end = begin + len(text)
        if any(not o.taken_back and o.start < end and begin < o.end for o in found):
            continue
        percent = _percent(wanted.of, turn, piece, turns)
        if percent is None or percent <= wanted.over:
            continue
        before = _before(turn, turns)
        best, most = scorer.top(text, before)
        if wanted.alone and best != wanted.of and most > percent:
            continue
        weights = scorer.weighing(wanted.of, text, before)
        spans = [_bare(text, weight.start, weight.end) for weight in weights]
        first, last = spans[0] if spans else _bare(text, 0, len(text))
        place = begin + first, begin + last
        words = [
            f"“{text[low:high]}”{weight.points:+.1f}"
            for (low, high), weight in zip(spans, weights, strict=True)
        ]
        note = f"像“{_named(wanted.of)}” {percent}%" + ("：" if words else "") + "，".join(words)
        at = turn.locate(*(begin + at for at in _clauses(text, first, last)))
        hit = Hit(spec.name, *at, wanted.level, (), "review", "learned", note)
        yield Seen(hit, turn.number, *place, member=spec.name), percent


def excepted(book: RuleBook, spec: Signal, seen: Seen, percent: int, found: list[Seen]) -> Seen:
    """Taken back with the first pattern's hit that it touches and that an exception took back.

    Not with one that is quoted and less than a quarter of it; nor with one that a context took
    back, if the scorer is sure.
    """
    for other in sorted(found, key=lambda one: (one.start, one.end, one.taken_back)):
        touches = other.start < seen.end and seen.start < other.end
        by_exception = other.taken_back and other.taken_back.split(":")[0] != "weighed"
        if other.taken_back.startswith("not_when: "):
            name = other.taken_back.removeprefix("not_when: ").split("（")[0]
            common = min(other.end, seen.end) - max(other.start, seen.start)
            if name == READ_BACK or book.conditions[name].quoted:
                by_exception = common >= (seen.end - seen.start) / 4
            else:
                by_exception = not is_sure(spec, percent)
        if touches and by_exception and not seen.taken_back:
            return replace(seen, taken_back=other.taken_back)
    return seen


def weighed(spec: Signal, seen: Seen, turn: SpeakingTurn, turns: Turns) -> Seen:
    """A pattern's hit, taken back or doubtful where the scorer thinks little of it."""
    limits = spec.weighed
    if limits is None or seen.taken_back or seen.hit.pattern in spec.unweighed:
        return seen
    (piece,) = (piece for piece in turn.pieces if piece.turn == seen.hit.turn)
    percent = _percent(limits.of, turn, piece, turns)
    if percent is None:
        return seen
    if limits.drop is not None and percent < limits.drop:
        return replace(seen, taken_back=f"weighed: {limits.of} {percent} % < {limits.drop} %")
    if limits.doubt is not None and percent < limits.doubt:
        notes = [seen.hit.note, f"像“{_named(limits.of)}”只有 {percent}%"]
        note = "；".join(filter(None, notes))
        return replace(seen, hit=seen.hit._replace(certainty="review", note=note))
    return seen


def opined(rule: Rule, findings: tuple[Finding, ...], turns: Turns) -> tuple[list[Finding], str]:
    """The findings in turns that look like them to the scorer; if none, why not."""
    limits = rule.weighed
    if limits is None or limits.drop is None:
        return list(findings), ""
    kept, most = [], 0
    for found in findings:
        (percent,) = (
            _percent(limits.of, turn, piece, turns)
            for turn in turns
            for piece in turn.pieces
            if piece.turn == found.turn
        )
        if percent is None or percent >= limits.drop:
            kept.append(found)
        else:
            most = max(most, percent)
    return kept, f"像“{_named(limits.of)}”只有 {most}%，不到 {limits.drop}%"


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the stops at its ends, unless it is nothing else."""
    there = [at for at in range(start, end) if text[at] not in STOPS]
    return (there[0], there[-1] + 1) if there else (start, end)


def _clauses(text: str, start: int, end: int) -> tuple[int, int]:
    """From stop to stop around a stretch, if that is not too much to be shown."""
    low, high = start, end
    while low > 0 and text[low - 1] not in STOPS:
        low -= 1
    while high < len(text) and text[high] not in STOPS:
        high += 1
    return (low, high) if high - low <= 30 else (start, end)


def _percent(label: str, turn: SpeakingTurn, piece: Piece, turns: Turns) -> int | None:
    """``None`` for what says too little."""
    text = piece.normal.text
    if (
        not turn.substantive
        or sum("\u4e00" <= c <= "\u9fff" and c not in NUMERALS for c in text) < SHORTEST
    ):
        return None
    return learned.default_scorer().score(label, text, _before(turn, turns))


def _before(turn: SpeakingTurn, turns: Turns) -> str:
    """What the other side said last."""
    others = [t.text for t in turns[: turn.number] if t.substantive and t.role != turn.role]
    return others[-1] if others else ""


def _named(label: str) -> str:
    return KNOWN[label].name if label in KNOWN else ACTS.get(label, label)
