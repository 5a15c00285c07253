"""Slots in scripts: those nobody filled, those written wrongly, those the file does not explain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter.calls.scripts.adapt import legend_of
from linter.calls.scripts.marks import Legend, Mark, marks
from linter.judging.outcome import Spot, evidence, finding
from linter.model import Call, Certainty, Finding
from linter.rulebook.types import Measure, Rule
from linter.signals.view import CallView

_LEGEND = 2
"""Who explains so many slots by name means to explain all."""
_STAND_INS = "XxＸ×✕*＊某_＿% sd"


def judge_slots(rule: Rule, spec: Measure, view: CallView) -> Iterator[tuple[int, Finding]]:
    """Every slot that an agent could not read out as it is meant."""
    for wrong in wrong_slots(view.call):
        spot = Spot(wrong.turn, wrong.start, wrong.end)
        chain = [evidence(view, spot, "note", wrong.what)]
        yield wrong.turn, finding(rule, view, spot, chain=chain, certainty=wrong.certainty)


class WrongSlot(NamedTuple):
    """A slot in a line, ``[start, end)``, and what is wrong with it."""

    turn: int
    start: int
    end: int
    what: str
    certainty: Certainty


def wrong_slots(call: Call) -> Iterator[WrongSlot]:
    """The slots of a script that nobody filled, that are written wrongly or that its file does
    not explain.
    """
    legend = legend_of(call)
    for number, turn in enumerate(call.turns):
        for mark in marks(turn.text, legend) if turn.role == "agent" else ():
            found = _wrong(mark, turn.text[mark.start : mark.end], legend)
            if found is not None:
                yield WrongSlot(number, mark.start, mark.end, *found)


def _wrong(mark: Mark, written: str, legend: Legend) -> tuple[str, Certainty] | None:
    """What is wrong with it, and how sure that is."""
    if mark.kind == "malformed":
        return f"占位符写坏了：{mark.name}", "certain"
    if mark.kind == "unfilled":
        return ("没有填", "certain") if mark.name not in legend.names else None
    if mark.kind != "slot" or mark.name in legend.names or written[:1] in legend.free:
        return None
    if _is_crosses(written):
        if legend.closed:
            return "图例里没有这一个", "certain"
        return None if _is_surname(mark, written) else ("没有填，也没有说明代表什么", "review")
    # Bare lines and the like stand for whatever is said there.
    named = frozenset(name for name in legend.names if len(name.strip(_STAND_INS)) > 1)
    if not any(char.isalnum() for char in mark.name):
        return ("图例里没有这种空", "review") if legend.closed and legend.names else None
    if not legend.closed and (
        len(named) < _LEGEND or written.lstrip("$")[:1] not in legend.brackets
    ):
        return None
    if not named:
        return "图例里没有这一个", "certain"
    # Not at the top: nearly all runs have no slot that its file does not explain.
    from rapidfuzz.distance import OSA

    near = min(named, key=lambda name: (OSA.distance(name, mark.name), name))
    if OSA.distance(near, mark.name) <= max(1, len(mark.name) // 4):
        return f"图例里没有这一个，像是“{near}”写错了", "certain"
    return "图例里没有这一个", "certain" if legend.closed else "review"


def _is_crosses(written: str) -> bool:
    return not written.strip("XxＸ×✕*＊某{}[]【】<>《》｛｝［］")


def _is_surname(mark: Mark, written: str) -> bool:
    return len(written) <= 2
