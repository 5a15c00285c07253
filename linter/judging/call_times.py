"""``measure`` of a whole call's times: who speaks how much, and how long nobody does."""

from __future__ import annotations

import math
from collections.abc import Sequence

from linter.judging.outcome import Outcome, evidence, finding, whole
from linter.rulebook.types import CallMeasure, Measure, MeasureKind, Rule
from linter.signals.clock import Span
from linter.signals.placing import NO_TIMES
from linter.signals.view import CallView

TIMED: frozenset[MeasureKind] = frozenset(
    {"talk_share", "silence_share", "longest_silence", "call_duration"}
)


def judge_times(rule: Rule, spec: Measure, view: CallView) -> Outcome:
    """One finding where the limit is passed: at the place it shows, or the agent's last turn."""
    if not view.agent_turns:
        return Outcome("not_applicable", "没有坐席的话")
    spans = view.meter.clock.spans
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


def measured(view: CallView, of: CallMeasure, spans: Sequence[Span]) -> tuple[float, int]:
    """The measure, and the original turn it is shown at.

    Shares are percent, the others seconds. Where several speak at once, each one's time counts
    for him; it is no silence. A bot's words and the system's are neither side's, but no silence.

    :param spans: in order of time; not all without length.
    """
    last = view.agent_turns[-1].last
    length = max(span.end for span in spans) - spans[0].start
    if of == "call_duration":
        return length / 1000, last
    if of == "talk_share":
        talk = sum(s.end - s.start for s in spans if s.role not in ("bot", "system"))
        own = sum(s.end - s.start for s in spans if s.role == "agent")
        return (100 * own / talk if talk else 0.0), last
    gaps = view.meter.clock.gaps
    if of == "longest_silence":
        longest, turn = max(gaps, key=lambda gap: (gap[0], -gap[1]), default=(0, last))
        return longest / 1000, turn
    return 100 * sum(gap for gap, _ in gaps) / length, last


def _rounded(value: float) -> str:
    """With one decimal at most; upwards, lest it look like the limit it is beyond."""
    return f"{math.ceil(round(value * 10, 6)) / 10:g}"
