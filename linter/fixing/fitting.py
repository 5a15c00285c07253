"""Whether better words fit the line they are to stand in."""

from __future__ import annotations

from linter import lazy
from linter.calls.scripts.marks import marks
from linter.fixing.edits import REVIEW, SLOT, Edit, Reason, doubled

_LINK = lazy.pattern(r"(?i)(?:[a-z][a-z\d+.-]*://|www\.)[^\s\"'“”（）()<>，。；、]+")
_FEWEST = 2
"""Characters that tell that words are said twice: 远程远程, 的同事的同事."""


def unfit(edit: Edit) -> Reason | None:
    """Why a person should look at an edit before it is made; ``None`` when it fits.

    Slots and links are for machines: another name in them, and nothing is filled in any more.
    """
    found, text = edit.finding, edit.turn.text
    if found.certainty != "certain":
        return REVIEW
    spans = [(mark.start, mark.end) for mark in marks(text) if mark.kind in ("slot", "unfilled")]
    spans += [link.span() for link in _LINK.finditer(text)]
    if any(start < found.end and found.start < end for start, end in spans):
        return SLOT
    twice = _twice(text[: found.start], edit.new, text[found.end :])
    return doubled(twice) if twice else None


def _twice(before: str, new: str, after: str) -> str:
    """What of some words stands right before or behind them already; empty when nothing does."""
    for size in range(len(new), _FEWEST - 1, -1):
        if before.endswith(new[:size]):
            return new[:size]
        if after.startswith(new[-size:]):
            return new[-size:]
    return ""
