"""Numbers that have no form of their own: which of them are somebody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter import lazy
from linter.masking.choosing import UNSURE
from linter.masking.labels import Label, Labels
from linter.masking.mentions import LABELS, Kind, Mention
from linter.masking.plain import DIGITS
from linter.masking.runs import Run
from linter.masking.shapes import HOTLINE, nameless

_CROSS = lazy.pattern(r"[ ,，\-]?(?:x(?![a-z0-9])|叉|[艾埃][克科]斯)")
_SAYS = lazy.pattern(rf"[a-z\u4e00-\u9fff](?<![{DIGITS}])")
_HAN = lazy.pattern(r"[\u4e00-\u9fff]")
_NUMBERED = lazy.pattern(r"号(?!码)|楼|室")
_PREFIX = lazy.pattern(r"[a-z]{1,6}[ \-]?$")

_LEAST: dict[Kind, int] = {
    "phone": 5,
    "id_card": 6,
    "bank_card": 6,
    "account": 5,
    "order": 4,
    "other_id": 5,
    "plate": 5,
}
"""Digits a number must have where a word says what it is."""
_EXTENSIONS = ("分机", "转")
_MOST = 32
_TERSE = 14
"""Characters beside digits in a turn that does little but read a number out."""
_AREA = lazy.pattern(r"0\d{2,3}")
_READ_OUT, _PIECE_OUT = 9, 6
_READ_IN_PIECES = ("phone", "id_card", "bank_card")
_KNOWN_LONG = 7
_OPEN_ENDED = ("order", "other_id", "account")


class Unshaped:
    """Numbers of no form of their own: a word says what they are, or they were asked for."""

    def __init__(self, text: str, labels: Labels, asked: Kind | None) -> None:
        self._text = text
        self._labels = labels
        self._asked = asked
        # Who says much else besides answers with a whole number, not with a piece of one.
        short = 3 if asked in _READ_IN_PIECES or asked == "plate" else 4
        self._least = short if len(_SAYS.findall(text)) <= _TERSE else 5

    def mentions(self, runs: Sequence[Run]) -> Iterator[Mention]:
        """The mentions among neighbouring runs, in order."""
        runs = _trimmed(self._text, runs)
        if not runs:
            return
        start, end = runs[0].start, runs[-1].end
        label = self._labels.of(start, end)
        digits = "".join(run.digits for run in runs)
        kind = label.kind if label else None
        if label is not None and kind is not None:
            yield from self._labelled(runs, digits, label, kind)
        elif label is None and self._asked is not None:
            for run in runs:
                if HOTLINE.fullmatch(run.digits) and len(run.digits) > 3:
                    continue
                if len(run.digits) < _KNOWN_LONG and _NUMBERED.match(self._text, run.end):
                    continue
                if len(run.digits) >= self._least_of(run) or (len(runs) > 2 and len(digits) > 4):
                    why = f"刚问了{LABELS[self._asked]}"
                    yield number_mention(
                        self._text, self._asked, run.start, run.end, why, run.digits
                    )
        elif label is None:
            yield from self._nameless(runs)

    def _least_of(self, run: Run) -> int:
        """The least digits of an answer; digits that are spoken one by one are no amount."""
        return 3 if self._is_spoken([run]) else self._least

    def _is_spoken(self, runs: Sequence[Run]) -> bool:
        return all(not self._text[run.start].isascii() and len(run.digits) > 2 for run in runs)

    def _labelled(
        self, runs: Sequence[Run], digits: str, label: Label, kind: Kind
    ) -> Iterator[Mention]:
        said = self._text[label.start : label.end]
        least = 3 if said.startswith(_EXTENSIONS) or kind == self._asked else _LEAST.get(kind, 5)
        if "a" <= self._text[runs[0].start - 1 : runs[0].start] <= "z":
            least = max(least, _LEAST.get(kind, 5))
        if self._is_spoken(runs) and kind in _READ_IN_PIECES and not _AREA.fullmatch(digits):
            least = 3
        if len(digits) < least or (
            HOTLINE.fullmatch(digits)
            and (kind == "phone" or digits[:2] in ("95", "96", "12", "10"))
        ):
            return
        why = f"前后说的是“{said}”"
        if len(digits) <= _MOST:
            yield number_mention(self._text, kind, runs[0].start, runs[-1].end, why, digits)
            return
        for run in runs:
            if len(run.digits) >= least:
                yield number_mention(self._text, kind, run.start, run.end, why, run.digits)

    def _nameless(self, runs: Sequence[Run]) -> Iterator[Mention]:
        digits = "".join(run.digits for run in runs)
        written = self._text[runs[0].start : runs[-1].end]
        if self._is_read_out(runs) and (
            len(digits) >= _READ_OUT or ("幺" in written and len(digits) > _PIECE_OUT)
        ):
            end = runs[-1].end
            cross = _CROSS.match(self._text, end)
            end = cross.end() if cross else end
            yield number_mention(
                self._text, "other_id", runs[0].start, end, "一位一位念出来的号码", digits
            )
            return
        for run in runs:
            if nameless(self._text[run.start : run.end], run.digits):
                yield number_mention(self._text, "other_id", run.start, run.end, UNSURE, run.digits)

    def _is_read_out(self, runs: Sequence[Run]) -> bool:
        """Whether digits are spoken one by one, in one piece or several."""
        if any(self._text[run.start].isascii() or len(run.digits) < 3 for run in runs):
            return False
        return sum(len(run.digits) for run in runs) >= _PIECE_OUT


def number_mention(text: str, kind: Kind, start: int, end: int, why: str, digits: str) -> Mention:
    """A mention of a number, with what is written right before the first digit."""
    while start and text[start - 1] == "+":
        start -= 1
    if kind in _OPEN_ENDED and (prefix := _PREFIX.search(text[max(0, start - 7) : start])):
        start -= len(prefix[0])
    key = digits[2:] if kind == "phone" and len(digits) == 13 else digits
    return Mention(kind, start, end, why, key)


def _trimmed(text: str, runs: Sequence[Run]) -> Sequence[Run]:
    """Without 一 of 一下 and the like at the edges."""
    if all(len(run.digits) < 3 for run in runs) and len(runs) > 4:
        return runs
    first, last = 0, len(runs)
    while first < last and _is_loose(text, runs[first]):
        first += 1
    while last > first and _is_loose(text, runs[last - 1]):
        last -= 1
    return runs[first:last]


def _is_loose(text: str, run: Run) -> bool:
    """Whether one digit by itself is next to other words."""
    if len(run.digits) > 1:
        return False
    is_after = run.start > 0 and _HAN.match(text, run.start - 1) is not None
    return bool(_HAN.match(text, run.end)) or (is_after and text[run.start] in "一两")
