"""``measure``: limits on what can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from linter.model import Finding
from linter.rulebook.types import Measure, Rule
from linter.signals.view import CallView
from linter.text.normal import normalise
from linter.text.turns import Piece, SpeakingTurn

_UNBROKEN = re.compile(r"[^，。！？]+")


def judge_measure(rule: Rule, spec: Measure, view: CallView) -> Outcome:
    """Every place where the limit is passed."""
    kinds = {
        "unbroken": _unbroken,
        "mixed": _mixed,
        "duplicate": _duplicate,
        "count": _count,
    }
    findings = one_a_turn(kinds[spec.of](rule, spec, view))
    return Outcome("violated" if findings else "met", findings=findings)


def _lines(view: CallView) -> Iterator[tuple[SpeakingTurn, Piece]]:
    for turn in view.turns:
        if turn.role == "agent":
            for piece in turn.pieces:
                yield turn, piece


def _unbroken(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    for turn, piece in _lines(view):
        for run in _UNBROKEN.finditer(piece.normal.text):
            if run.end() - run.start() > spec.limit:
                start, end = piece.normal.original(run.start(), run.end())
                yield piece.turn, finding(rule, view, Spot(piece.turn, start, end))


def _mixed(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    first, second = (view.hits(ref) for ref in spec.signals[:2])
    for one in first:
        other = next((s for s in second if s.hit.turn == one.hit.turn), None)
        if other is not None:
            chain = [hit_evidence(view, other, "step")]
            yield one.hit.turn, finding(rule, view, spot_of(one), chain=chain)


def _duplicate(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    seen: dict[str, int] = {}
    for turn in range(len(view.call.turns)):
        text = normalise(view.call.turns[turn].text).text
        if len(text) < spec.limit:
            continue
        if text in seen:
            first = evidence(view, whole(view, seen[text]), "step", "前面已有")
            yield turn, finding(rule, view, whole(view, turn), chain=[first])
        else:
            seen[text] = turn


def _count(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    hits = view.any_hits(spec.signals)
    speaking = list({seen.speaking: seen for seen in reversed(hits)}.values())[::-1]
    if len(speaking) > spec.limit:
        chain = [hit_evidence(view, seen, "step") for seen in speaking[: spec.limit]]
        last = speaking[spec.limit]
        yield last.speaking, finding(rule, view, spot_of(last), chain=chain)
