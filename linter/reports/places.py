"""Saying where in a call something stands."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Call, Evidence
from linter.reports.words import Words

_LISTED = 8


def clock(start_ms: int) -> str:
    """Minutes and seconds from the call's start, ``mm:ss``; minutes do not wrap at 60."""
    minutes, seconds = divmod(start_ms // 1000, 60)
    return f"{minutes:02d}:{seconds:02d}"


def place(call: Call, turn: int, words: Words) -> str:
    """``#5 01:07 坐席``: the turn's 0-based number, the time when known, who speaks."""
    spoken = call.turns[turn]
    time = [] if spoken.start_ms is None else [clock(spoken.start_ms)]
    return " ".join([f"#{turn}", *time, words.roles[spoken.role]])


def turn_list(turns: Sequence[int]) -> str:
    """``#3 #5 #7``; of a long list both ends."""
    if len(turns) > _LISTED:
        turns = [*turns[: _LISTED // 2], -1, *turns[-_LISTED // 2 :]]
    return " ".join("…" if turn < 0 else f"#{turn}" for turn in turns)


def evidence_line(call: Call, evidence: Evidence, words: Words) -> str:
    """``#2 客户 客户不满：“……”``: where, what it shows, in which words."""
    quote = words.quote.format(quote=evidence.quote) if evidence.quote else ""
    both = bool(evidence.label and quote)
    pair = words.pair.format(first=evidence.label, second=quote)
    said = pair if both else evidence.label or quote
    return f"{place(call, evidence.turn, words)} {said}".rstrip()
