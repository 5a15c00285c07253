"""Turns being put together out of labelled lines: of a text file, of a cell, of a cue."""

from __future__ import annotations

from typing import NamedTuple

from linter.calls.labels import Label
from linter.calls.times import Timeline
from linter.model import Turn


class Piece(NamedTuple):
    """A line, or a part of one, and where it begins in the file; 1-based, ``None`` if unknown."""

    text: str
    line: int | None
    column: int | None = 1


class Draft:
    """The turns of one call.

    A line without a label continues the turn and is joined with a newline.

    :param timeline: turns the labels' times into milliseconds.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._turns: list[Turn] = []
        self._label: Label | None = None
        self._lines: list[str] = []
        self._place: tuple[int | None, int | None] = (None, None)

    def begin(self, label: Label, piece: Piece) -> None:
        """Begin a turn on its labelled line."""
        self._finish_turn()
        self._label = label
        self._place = _place(piece, label.begin)
        self._lines = [text] if (text := piece.text[label.begin :]) else []

    @property
    def speaking(self) -> bool:
        """Whether a turn has begun."""
        return self._label is not None

    def go_on(self, piece: Piece) -> None:
        """Take a line without a label, perhaps blank."""
        if self._lines:
            self._lines.append(piece.text)
        elif text := piece.text.lstrip():
            self._place = _place(piece, len(piece.text) - len(text))
            self._lines = [text]

    def finish(self) -> tuple[Turn, ...]:
        """The turns."""
        self._finish_turn()
        self._label = None
        return tuple(self._turns)

    def _finish_turn(self) -> None:
        label = self._label
        if label is None:
            return
        line, column = self._place
        self._turns.append(
            Turn(
                role=label.role,
                text="\n".join(part.rstrip() for part in self._lines).rstrip(),
                speaker=label.speaker,
                start_ms=self._timeline.ms(label.start),
                end_ms=self._timeline.ms(label.end),
                line=line,
                column=column,
            )
        )


def _place(piece: Piece, offset: int) -> tuple[int | None, int | None]:
    return piece.line, None if piece.column is None else piece.column + offset
