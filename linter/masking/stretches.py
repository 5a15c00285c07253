"""Stretches of digits between amounts: what kind of number each is, if any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter import lazy
from linter.masking.labels import Labels
from linter.masking.mentions import Kind, Mention
from linter.masking.runs import Run
from linter.masking.shapes import LONGEST, strong
from linter.masking.unshaped import Unshaped, number_mention

_CROSS = lazy.pattern(r"[ ,，\-]?(?:x(?![a-z0-9])|叉|[艾埃][克科]斯)")

_FALSE_START, _LONG_START = 12, 24
_AREA = lazy.pattern(r"0\d{2,3}")
_TAKEN_BACK = lazy.pattern(r"不是|不对|错")


class Stretch:
    """What the runs of a stretch of plain text are."""

    def __init__(self, text: str, labels: Labels, asked: Kind | None) -> None:
        self._text = text
        self._rest = Unshaped(text, labels, asked)

    def of(self, runs: Sequence[Run]) -> Iterator[Mention]:
        """The mentions among them, in order."""
        rest: list[Run] = []
        at = 0
        while at < len(runs):
            shaped = self._shaped(runs, at)
            if shaped is None:
                rest.append(runs[at])
                at += 1
                continue
            mention, at = shaped
            while rest and self._is_false_start(rest, mention):
                mention = mention._replace(start=rest.pop().start)
            yield from self._rest.mentions(rest)
            rest = []
            yield mention
        yield from self._rest.mentions(rest)

    def _is_false_start(self, rest: Sequence[Run], whole: Mention) -> bool:
        """Whether a run was begun and said again; a dialling code that it is not tells nothing."""
        run = rest[-1]
        between = self._text[run.end : whole.start]
        begun = "".join(one.digits for one in rest)
        if len(begun) > 1 and whole.key.startswith(begun) and len(between) < _LONG_START:
            return True
        if _AREA.fullmatch(run.digits) and _TAKEN_BACK.search(between):
            return False
        return len(run.digits) >= 3 and len(between) < _FALSE_START

    def _shaped(self, runs: Sequence[Run], at: int) -> tuple[Mention, int] | None:
        """The longest number of a form of its own that begins with a run."""
        best = None
        digits = ""
        for stop in range(at, len(runs)):
            digits += runs[stop].digits
            start, end = runs[at].start, runs[stop].end
            if len(digits) > LONGEST or self._is_taken_back(runs, at, stop):
                break
            cross = _CROSS.match(self._text, end) if len(digits) == 17 else None
            if cross and (shape := strong(digits + "X")):
                mention = Mention(shape[0], start, cross.end(), shape[1], digits + "X")
                best = mention, stop + 1
            if shape := strong(digits):
                best = number_mention(self._text, shape[0], start, end, shape[1], digits), stop + 1
        return best

    def _is_taken_back(self, runs: Sequence[Run], at: int, stop: int) -> bool:
        """Whether what came before the last run is taken back: 零零，不对，六二一七."""
        between = self._text[runs[stop - 1].end : runs[stop].start] if stop > at else ""
        return _TAKEN_BACK.search(between) is not None
