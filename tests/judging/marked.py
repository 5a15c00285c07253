"""Calls written down together with what the rules should say of them.

A line a turn, or several on a line with `` / `` between them; ``←`` marks the turn of a finding::

    客户：我要投诉。
    坐席：请接着讲。                ← error review
    坐席：非常抱歉。 / 客户：好的。
    = violated

After the arrow stand the rule (``r1`` unless said otherwise), severity (``warning``), certainty
(``certain``), ``late``, and ``hidden`` for a finding that gave way; ``;`` stands between two
findings of a turn. ``= met 3`` is a verdict with the turn that met it, ``= not_evaluated：…`` one
with its reason; ``;`` stands between the verdicts of several rules, in their order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from linter.judged import Verdict
from linter.judging.engine import Judged, judge
from linter.model import Call, Finding

from .helpers import SIGNALS, call, linter

_BETWEEN_TURNS = re.compile(r"\n| / ")
_TURN_MS = 2_000
_PARTS = (
    (r"r\d+", "r1"),
    ("error|warning|info", "warning"),
    ("certain|review", "certain"),
    ("late", ""),
    ("hidden", ""),
)
"""What a mark may say, and what is meant where it does not."""


@dataclass(frozen=True)
class Marked:
    """Rules to be tried on marked calls."""

    rules: tuple[str, ...]
    signals: str = SIGNALS

    def says(self, text: str, **fields: Any) -> None:
        """Exactly the marked findings and verdicts, with and without times in the transcript."""
        lines, findings, verdicts = _read(text)
        wanted = [*sorted(findings), *verdicts]
        spoken = call(*lines, **fields)
        made = linter(*self.rules, signals=self.signals)
        for heard in (spoken, timed(spoken)):
            judged = judge(made.book, made.view(heard))
            said = [*_findings(judged), *map(_verdict, judged.verdicts)]
            assert said == wanted, f"{said} instead of {wanted}"


def rules(*texts: str, signals: str = SIGNALS) -> Marked:
    """The n-th rule is called ``r<n>``; what is not given is as in :mod:`.helpers`."""
    return Marked(texts, signals)


def timed(spoken: Call) -> Call:
    """The same call with times: a turn every two seconds."""
    starts = range(0, len(spoken.turns) * _TURN_MS, _TURN_MS)
    return replace(
        spoken,
        turns=tuple(
            turn._replace(start_ms=start, end_ms=start + _TURN_MS)
            for turn, start in zip(spoken.turns, starts, strict=True)
        ),
    )


def _read(text: str) -> tuple[list[str], list[str], list[str]]:
    """The lines of the call, the findings and the verdicts that are expected."""
    lines: list[str] = []
    findings: list[str] = []
    verdicts: list[str] = []
    for line in filter(None, map(str.strip, _BETWEEN_TURNS.split(text))):
        if line.startswith("="):
            verdicts += [said.strip() for said in line[1:].split(";")]
            continue
        spoken, arrow, marks = line.partition("←")
        if arrow:
            findings += [_mark(len(lines), mark.split()) for mark in marks.split(";")]
        lines.append(spoken.strip())
    return lines, findings, verdicts


def _mark(turn: int, words: list[str]) -> str:
    """A mark in full, in the one order that :func:`_finding` writes."""
    unknown = [word for word in words if not any(re.fullmatch(form, word) for form, _ in _PARTS)]
    assert not unknown, f"no mark: {unknown}"
    chosen = (
        next((word for word in words if re.fullmatch(form, word)), default)
        for form, default in _PARTS
    )
    return _row(turn, *chosen)


def _findings(judged: Judged) -> list[str]:
    shown = [(found, "") for found in judged.findings]
    hidden = [(found, "hidden") for found in judged.hidden]
    return sorted(_finding(found, state) for found, state in (*shown, *hidden))


def _finding(found: Finding, state: str) -> str:
    late = "late" if found.late else ""
    return _row(found.turn, found.rule, found.severity, found.certainty, late, state)


def _row(turn: int, *words: str) -> str:
    return " ".join([f"{turn:2}", *filter(None, words)])


def _verdict(said: Verdict) -> str:
    turn = "" if said.turn is None else f" {said.turn}"
    reason = f"：{said.reason}" if said.reason else ""
    return f"{said.status}{turn}{reason}"
