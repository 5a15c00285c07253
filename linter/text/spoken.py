"""What of a script's line is heard, in as many characters as the line has.

A slot is heard as 某, a stage direction not at all, of alternatives one at a time. What is not
heard becomes U+200B, which folding removes, so that every position stays what it was and what is
found quotes the file.
"""

from __future__ import annotations

from dataclasses import replace

from linter.calls.scripts.adapt import legend_of
from linter.calls.scripts.marks import NO_LEGEND, Legend, Mark, marks
from linter.model import Call

_SILENT = "\u200b"
_SLOT = "某"
MOST_VARIANTS = 8
"""Alternatives of a line that are looked at; who writes more means a list, not a choice."""


def is_heard(call: Call) -> bool:
    """Whether a call's words are all said as they stand; those of a transcript are."""
    return call.kind != "script"


def spoken(text: str, legend: Legend = NO_LEGEND, *, quotes: bool = False) -> tuple[str, ...]:
    """The ways a line can be said: at least one, each as long as the line.

    Every alternative occurs in one of them, up to :data:`MOST_VARIANTS`; not every combination of
    two choices does.

    :param quotes: whether what others say, or a label, is heard too.
    """
    found = marks(text, legend)
    if quotes:
        found = tuple(mark for mark in found if mark.kind != "quoted")
    if not found:
        return (text,)
    ways = max((len(mark.options) for mark in found if mark.kind == "choice"), default=1)
    return tuple(_said(text, found, way) for way in range(min(max(ways, 1), MOST_VARIANTS)))


def _said(text: str, found: tuple[Mark, ...], way: int) -> str:
    out: list[str] = []
    at = 0
    for mark in found:
        out.append(text[at : mark.start])
        at = mark.end
        size = mark.end - mark.start
        if mark.kind == "direction":
            out.append(_SILENT * size)
        elif mark.kind == "choice":
            begin, end = mark.options[way % len(mark.options)] if mark.options else (at, at)
            before, after = begin - mark.start, mark.end - end
            out.append(_SILENT * before + text[begin:end] + _SILENT * after)
        else:
            out.append(_SLOT + _SILENT * (size - 1))
    out.append(text[at:])
    return "".join(out)


def heard(call: Call) -> tuple[Call, ...]:
    """A script's scene as it can be heard; a transcript is heard as it stands.

    The first has all lines. Each other one has the next alternative of the lines that have so
    many, and no words in the others.
    """
    if is_heard(call):
        return (call,)
    legend = legend_of(call)
    ways = [spoken(turn.text, legend) for turn in call.turns]
    return tuple(
        _with(call, [said[way] if way < len(said) else "" for said in ways])
        for way in range(max(map(len, ways), default=1))
    )


def _with(call: Call, texts: list[str]) -> Call:
    turns = tuple(turn._replace(text=text) for turn, text in zip(call.turns, texts, strict=True))
    return replace(call, turns=turns)
