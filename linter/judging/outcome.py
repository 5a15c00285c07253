"""What judging one rule yields, and how findings are written."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from linter.judged import AGAIN, Status
from linter.model import Certainty, Evidence, Finding, Severity, Turn
from linter.rulebook.types import Ref, Rule, Which
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

turn_of = attrgetter("hit.turn")
"""The original turn of a hit; a list of hits is in the order of these."""
_FIRST = attrgetter("first")


class Outcome(NamedTuple):
    """A rule's answer on a call.

    :ivar met: the original turn that met a requirement, when one did.
    """

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


def whole(view: CallView, turn: int) -> Spot:
    """All words of an original turn, without surrounding space."""
    text = view.call.turns[turn].text
    start = len(text) - len(text.lstrip())
    return Spot(turn, start, max(start, len(text.rstrip())))


def evidence(view: CallView, spot: Spot, as_: str, label: str) -> Evidence:
    """A place as evidence, quoted as written."""
    quote = view.call.turns[spot.turn].text[spot.start : spot.end]
    return Evidence(spot.turn, spot.start, spot.end, quote, as_, label)


def found_evidence(found: Finding, as_: str) -> Evidence:
    """A finding as evidence; what it says is the label."""
    label = found.message.rstrip("。")
    return Evidence(found.turn, found.start, found.end, found.quote, as_, label, found.rule)


def hit_evidence(view: CallView, seen: Seen, as_: str, label: str = "") -> Evidence:
    """A hit as evidence; its signal's name is the label unless one is given."""
    label = label or seen.hit.signal
    if seen.hit.note:
        label = f"{label}（{seen.hit.note}）"
    return evidence(view, spot_of(seen), as_, label)


def finding(
    rule: Rule,
    view: CallView,
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
    """A finding of ``rule`` at ``spot``; act and fingerprint are given later.

    :param missing: of several required things, those that are not there.
    """
    turn = view.call.turns[spot.turn]
    message, suggestion = rule.message, rule.suggestion
    for name, group in slots:
        message = message.replace(f"{{{name}}}", group)
        suggestion = suggestion.replace(f"{{{name}}}", group)
    if missing:
        message += f"（没有：{'、'.join(ref.name for ref in missing)}）"
    line, column = in_file(turn, spot.start)
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


def in_file(turn: Turn, start: int) -> tuple[int | None, int | None]:
    """Line and column of a place in a turn's text.

    In formats that tell a column, the text after a newline begins at column 1 of the next line.
    """
    if turn.line is None or turn.column is None:
        return turn.line, None
    before = turn.text[:start]
    breaks = before.count("\n")
    column = start - before.rfind("\n") if breaks else turn.column + start
    return turn.line + breaks, column


def severity(rule: Rule, view: CallView, turn: int) -> Severity:
    """The rule's severity at ``turn``: the first ``after`` seen before it, or the default."""
    for ref, level in rule.severity_after:
        if last_before(view, ref, speaking_of(view, turn)) is not None:
            return level
    return rule.severity


def needed_evidence(view: CallView, seen: Seen, turn: int) -> Evidence:
    """What a finding needs beside its own words, before the original turn ``turn`` or after it."""
    return hit_evidence(view, seen, "outcome" if seen.hit.turn > turn else "context")


def last_before(view: CallView, ref: Ref, turn: SpeakingTurn) -> Seen | None:
    """The last hit of a signal before a speaking turn began."""
    hits = view.hits(ref)
    before = bisect_left(hits, turn.first, key=turn_of)
    return hits[before - 1] if before else None


def one_a_turn(findings: Iterable[tuple[int, Finding]]) -> tuple[Finding, ...]:
    """One finding a speaking turn: the first certain one; the other spans become evidence."""
    turns: dict[int, list[Finding]] = {}
    for speaking, found in findings:
        turns.setdefault(speaking, []).append(found)
    return tuple(found[0] if len(found) == 1 else _one(found) for found in turns.values())


def _one(findings: Sequence[Finding]) -> Finding:
    """Of findings in one turn the first certain one, or else the first, with all spans."""
    winner = next((found for found in findings if found.certainty == "certain"), findings[0])
    places = ((found.turn, found.start, found.end, found.quote) for found in findings)
    return with_spans(winner, (Evidence(*place, *AGAIN) for place in places))


def with_spans(winner: Finding, spans: Iterable[Evidence]) -> Finding:
    """A finding with other spans in its turn as evidence; its own is none."""
    own = (winner.turn, winner.start, winner.end)
    others = [span for span in spans if (span.turn, span.start, span.end) != own]
    return replace(winner, evidence=merged(winner.evidence, others))


def merged(chain: tuple[Evidence, ...], more: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence in the order of the call, each place once."""
    places = {(e.turn, e.start, e.end, e.as_): e for e in (*more, *chain)}
    return tuple(sorted(places.values(), key=lambda e: (e.turn, e.start, e.end)))


def speaking_of(view: CallView, turn: int) -> SpeakingTurn:
    """The speaking turn an original turn belongs to."""
    # Between the pieces of a speaking turn stand only turns of one original turn each.
    at = bisect_right(view.turns, turn, key=_FIRST) - 1
    while view.turns[at].first != turn and view.turns[at].last < turn:
        at -= 1
    return view.turns[at]
