"""Calls with times, and what is seen in them."""

from __future__ import annotations

from linter.model import Call, Turn
from linter.signals.detect import Detector, Seen
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare

from .helpers import book

ROLES = {"a": "agent", "c": "customer", "b": "bot", "s": "system", "u": "unknown"}
Said = tuple[str, str, float | None, float | None]
"""Role letter (a number behind it is the speaker), words, start and end in seconds."""


def timed(*said: Said) -> Call:
    def ms(seconds: float | None) -> int | None:
        return None if seconds is None else round(seconds * 1000)

    return Call(
        "c",
        tuple(
            Turn(ROLES[who[0]], words, who[1:], ms(start), ms(end))  # type: ignore[arg-type]
            for who, words, start, end in said
        ),
    )


def view_of(rules: str, heard: Call) -> CallView:
    loaded = book(rules)
    detector = Detector(loaded)
    return prepare(heard, detector, SlotTracker(loaded.slots, detector))


def quote(heard: Call, seen: Seen) -> tuple[int, str]:
    """The original turn of a hit and its words; fails when the span is not in that turn."""
    turn = heard.turns[seen.hit.turn]
    assert 0 <= seen.hit.start < seen.hit.end <= len(turn.text)
    return seen.hit.turn, turn.text[seen.hit.start : seen.hit.end]


def hits(view: CallView, name: str) -> list[tuple[int, str]]:
    """Turn and words of each hit that stands."""
    return [quote(view.call, seen) for seen in view.seen.get(name, ())]


def gone(view: CallView, name: str) -> list[tuple[int, str, str]]:
    """Turn and words of each hit that was taken back, and by what."""
    return [(*quote(view.call, s), s.taken_back) for s in view.taken_back.get(name, ())]
