"""``measure`` of a whole call's times: who speaks how much, and how long nobody does."""

from __future__ import annotations

import math

from linter.judging.outcome import Outcome, evidence, finding, whole
from linter.rulebook.types import CallMeasure, Measure, MeasureKind, Rule
from linter.signals.clock import Clock
from linter.signals.placing import NO_TIMES
from linter.signals.view import CallView

TIMED: frozenset[MeasureKind] = frozenset(
    {"talk_share", "silence_share", "longest_silence", "call_duration"}
)


def judge_times(rule: Rule, spec: Measure, view: CallView) -> Outcome:
    """One finding where the limit is passed: at the place it shows, or the agent's last turn."""
    if not view.agent_turns:
        return Outcome("not_applicable", "没有坐席的话")
    clock = view.meter.clock
    if not clock.spans:
        return Outcome("not_evaluated", NO_TIMES)
    value = measured(clock, spec.of)  # type: ignore[arg-type]
    if value <= spec.limit:
        return Outcome("met")
    unit = "%" if spec.of.endswith("share") else "秒"
    last = view.agent_turns[-1].last
    shown = clock.longest_gap[1] if spec.of == "longest_silence" else None
    spot = whole(view, last if shown is None else shown)
    label = f"{_rounded(value)}{unit}，上限 {spec.limit}{unit}"
    note = evidence(view, spot, "measured", label)
    return Outcome("violated", findings=(finding(rule, view, spot, chain=[note]),))


def measured(clock: Clock, of: CallMeasure) -> float:
    """The measure of a call whose times are known: shares in percent, the others in seconds.

    Where several speak at once, each one's time counts for him; it is no silence. A bot's words
    and the system's are neither side's, but no silence.
    """
    match of:
        case "call_duration":
            return clock.lasting / 1000
        case "longest_silence":
            return clock.longest_gap[0] / 1000
        case "silence_share":
            return 100 * sum(gap for gap, _ in clock.gaps) / clock.lasting
        case "talk_share":
            spoken = clock.spoken
            talk = sum(spoken.values()) - spoken.get("bot", 0) - spoken.get("system", 0)
            return 100 * spoken.get("agent", 0) / talk if talk else 0.0


def _rounded(value: float) -> str:
    """With one decimal at most; upwards, lest it look like the limit it is beyond."""
    return f"{math.ceil(round(value * 10, 6)) / 10:g}"
