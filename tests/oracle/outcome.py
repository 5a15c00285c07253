"""How a finding is written, and what a rule answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from linter.judged import Status
from linter.model import Certainty, Evidence, Finding, Severity, Turn
from linter.rulebook.types import Ref, Rule, Which

from .seen import Seen, View
from .turns import SpeakingTurn


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule's answer on a call."""

    status: Status
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    met: int | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one original turn (code points of its text)."""

    turn: int
    start: int
    end: int


def spot_of(seen: Seen) -> Spot:
    """Where a hit is."""
    return Spot(seen.hit.turn, seen.hit.start, seen.hit.end)


def place_of(seen: Seen) -> tuple[int, int]:
    """Where a hit begins, for saying which of two came first."""
    return seen.hit.turn, seen.hit.start


def chosen(hits: Sequence[Seen], which: Which) -> Sequence[Seen]:
    """The hits that count, of hits in order of place."""
    match which:
        case "each":
            return hits
        case "first":
            return hits[:1]
        case "last":
            return hits[-1:]
        case int(number):
            return hits[number - 1 : number]


def whole(view: View, turn: int) -> Spot:
    """All words of an original turn, without surrounding space."""
    text = view.call.turns[turn].text
    start = len(text) - len(text.lstrip())
    return Spot(turn, start, max(start, len(text.rstrip())))


def evidence(view: View, spot: Spot, as_: str, label: str) -> Evidence:
    """A place as evidence, quoted as written."""
    quote = view.call.turns[spot.turn].text[spot.start : spot.end]
    return Evidence(spot.turn, spot.start, spot.end, quote, as_, label)


def hit_evidence(view: View, seen: Seen, as_: str, label: str = "") -> Evidence:
    """A hit as evidence; its signal's name is the label unless one is given."""
    label = label or seen.hit.signal
    if seen.hit.note:
        label = f"{label}（{seen.hit.note}）"
    return evidence(view, spot_of(seen), as_, label)


def finding(
    rule: Rule,
    view: View,
    spot: Spot,
    *,
    chain: Iterable[Evidence] = (),
    certainty: Certainty = "certain",
    window: tuple[int, ...] = (),
    slots: tuple[tuple[str, str], ...] = (),
    missing: Sequence[Ref] = (),
    late: bool = False,
    mild: bool = False,
) -> Finding:
    """A finding of ``rule`` at ``spot``; act and fingerprint are given later."""
    turn = view.call.turns[spot.turn]
    message, suggestion = rule.message, rule.suggestion
    for name, group in slots:
        message = message.replace(f"{{{name}}}", group)
        suggestion = suggestion.replace(f"{{{name}}}", group)
    if missing:
        message += f"（没有：{'、'.join(ref.name for ref in missing)}）"
    line, column = _in_file(turn, spot.start)
    return Finding(
        call=view.call.id,
        path=view.call.path,
        rule=rule.id,
        category=rule.category,
        aspect=rule.aspect,
        severity="info" if late or mild else severity(rule, view, spot.turn),
        certainty="review" if "review" in (certainty, rule.certainty) else "certain",
        turn=spot.turn,
        role=turn.role,
        start=spot.start,
        end=spot.end,
        quote=turn.text[spot.start : spot.end],
        message=message,
        suggestion=suggestion,
        why=rule.why,
        evidence=tuple(sorted(chain, key=lambda e: (e.turn, e.start, e.end))),
        window=window,
        line=line,
        column=column,
        sheet=turn.sheet,
        cell=turn.cell,
        praise=rule.praise,
        late=late,
        deduct=rule.deduct,
    )


def _in_file(turn: Turn, start: int) -> tuple[int | None, int | None]:
    """Line and column of a place in a turn's text."""
    if turn.line is None or turn.column is None:
        return turn.line, None
    before = turn.text[:start]
    breaks = before.count("\n")
    column = start - before.rfind("\n") if breaks else turn.column + start
    return turn.line + breaks, column


def severity(rule: Rule, view: View, turn: int) -> Severity:
    """The rule's severity at ``turn``: the first ``after`` seen before it, or the default."""
    for ref, level in rule.severity_after:
        if seen_before(view, ref, speaking_of(view, turn)):
            return level
    return rule.severity


def seen_before(view: View, ref: Ref, turn: SpeakingTurn) -> list[Seen]:
    """The hits of a signal before a speaking turn began."""
    return [seen for seen in view.hits(ref) if seen.hit.turn < turn.first]


def one_a_turn(findings: Iterable[tuple[int, Finding]]) -> tuple[Finding, ...]:
    """One finding a speaking turn: the first certain one; the other spans become evidence."""
    kept: dict[int, Finding] = {}
    for speaking, found in findings:
        first = kept.get(speaking)
        if first is None:
            kept[speaking] = found
        elif (first.certainty, found.certainty) == ("review", "certain"):
            kept[speaking] = _with_spans(found, first)
        else:
            kept[speaking] = _with_spans(first, found)
    return tuple(kept.values())


def _with_spans(winner: Finding, other: Finding) -> Finding:
    """``winner`` with the spans of ``other``, and those it stood for, as evidence."""
    again = Evidence(other.turn, other.start, other.end, other.quote, "again", "同一轮里还有")
    own = (winner.turn, winner.start, winner.end)
    spans = [
        e
        for e in (again, *(e for e in other.evidence if e.as_ == "again"))
        if (e.turn, e.start, e.end) != own
    ]
    return replace(winner, evidence=merged(winner.evidence, spans))


def merged(chain: tuple[Evidence, ...], more: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in the order of the call, each place once."""
    places = {(e.turn, e.start, e.end, e.as_): e for e in (*more, *chain)}
    return tuple(sorted(places.values(), key=lambda e: (e.turn, e.start, e.end)))


def speaking_of(view: View, turn: int) -> SpeakingTurn:
    """The speaking turn an original turn belongs to."""
    return next(t for t in view.turns if any(piece.turn == turn for piece in t.pieces))
