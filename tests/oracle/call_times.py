"""``measure`` of a whole call's times."""

from __future__ import annotations

import math
from dataclasses import dataclass

from linter.model import Call, Role
from linter.rulebook.types import CallMeasure, Measure, MeasureKind, Rule

from .outcome import Outcome, evidence, finding, whole
from .placing import NO_TIMES
from .seen import View

TIMED: frozenset[MeasureKind] = frozenset(
    {"talk_share", "silence_share", "longest_silence", "call_duration"}
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From when to when an original turn was said, in milliseconds."""

    start: int
    end: int
    turn: int
    role: Role


def judge_times(rule: Rule, spec: Measure, view: View) -> Outcome:
    """One finding where the limit is passed: at the place it shows, or the agent's last turn."""
    if not view.agent_turns:
        return Outcome("not_applicable", "没有坐席的话")
    spans = _spans(view.call)
    if not spans:
        return Outcome("not_evaluated", NO_TIMES)
    value, turn = measured(view, spec.of, spans)  # type: ignore[arg-type]
    if value <= spec.limit:
        return Outcome("met")
    unit = "%" if spec.of.endswith("share") else "秒"
    spot = whole(view, turn)
    label = f"{_rounded(value)}{unit}，上限 {spec.limit}{unit}"
    note = evidence(view, spot, "measured", label)
    return Outcome("violated", findings=(finding(rule, view, spot, chain=[note]),))


def measured(view: View, of: CallMeasure, spans: list[Span]) -> tuple[float, int]:
    """The measure, and the original turn it is shown at."""
    last = view.agent_turns[-1].last
    length = max(span.end for span in spans) - spans[0].start
    if of == "call_duration":
        return length / 1000, last
    if of == "talk_share":
        talk = sum(s.end - s.start for s in spans if s.role not in ("bot", "system"))
        own = sum(s.end - s.start for s in spans if s.role == "agent")
        return (100 * own / talk if talk else 0.0), last
    gaps = _gaps(spans)
    if of == "longest_silence":
        longest, turn = max(gaps, key=lambda gap: (gap[0], -gap[1]), default=(0, last))
        return longest / 1000, turn
    return 100 * sum(gap for gap, _ in gaps) / length, last


def _rounded(value: float) -> str:
    """With one decimal at most; upwards, lest it look like the limit it is beyond."""
    return f"{math.ceil(round(value * 10, 6)) / 10:g}"


def _gaps(spans: list[Span]) -> list[tuple[int, int]]:
    """How long nobody spoke, in milliseconds, and before which original turn."""
    found = []
    heard = spans[0].start
    for span in spans:
        if span.start > heard:
            found.append((span.start - heard, span.turn))
        heard = max(heard, span.end)
    return found


def _spans(call: Call) -> list[Span]:
    """The times of all turns, in order of time; none where they cannot be told."""
    spans = []
    for number, turn in enumerate(call.turns):
        if turn.start_ms is None or turn.end_ms is None:
            if turn.role != "system":
                return []
        elif turn.end_ms < turn.start_ms:
            return []
        else:
            spans.append(Span(turn.start_ms, turn.end_ms, number, turn.role))
    return sorted(spans) if any(span.end > span.start for span in spans) else []
