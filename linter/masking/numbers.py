"""Numbers that are somebody's: by their form, by a word that says so, or because they were asked
for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter import lazy
from linter.masking.choosing import UNSURE
from linter.masking.labels import Label, Labels
from linter.masking.mentions import LABELS, Kind, Mention
from linter.masking.plain import DIGITS, HIDDEN
from linter.masking.runs import Chain, Run, chains, is_amount
from linter.masking.shapes import HOTLINE, LONGEST, nameless, strong

_N = rf" ?[{DIGITS}十]{{1,3}} ?"
_TIMES = lazy.pattern(
    r"(?<![0-9])(?:19|20)\d\d ?(?:[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}"
    rf"|年(?:{_N}月(?:{_N}[日号])?)?)(?![0-9])"
    r"(?:[ t]{0,2}\d{1,2}[:点]\d{1,2}(?::\d{1,2})?)?"
    rf"|[{DIGITS}]{{4}}年(?:{_N}月)?"
    rf"|(?<![{DIGITS}])[{DIGITS}十]{{1,3}} ?月{_N}[日号](?!楼)"
    r"|(?<![0-9])\d{1,2}:\d{2}(?::\d{2})?(?![0-9:])"
    r"|(?<![0-9.])\d{1,3}(?:\.\d{1,3}){2,3}(?![0-9.])"
    r"|(?<![0-9])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![0-9])"
)
"""Days, hours, versions and sums that are written so that they look like pieces of a number."""
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
_MOST_COUNTED = 12
"""Digits of what is counted or paid; nothing has a longer price."""
_FALSE_START, _LONG_START = 12, 24
_AREA = lazy.pattern(r"0\d{2,3}")
_TAKEN_BACK = lazy.pattern(r"不是|不对|错")
_READ_OUT, _PIECE_OUT = 9, 6
_READ_IN_PIECES = ("phone", "id_card", "bank_card")
_KNOWN_LONG = 7
_OPEN_ENDED = ("order", "other_id", "account")


def number_mentions(text: str, labels: Labels, asked: Kind | None = None) -> list[Mention]:
    """The numbers of a plain text that are somebody's.

    :param asked: what the other side has just asked for: pieces of it count, too.
    """
    text = _TIMES.sub(lambda found: HIDDEN * len(found[0]), text)
    found: list[Mention] = []
    for chain in chains(text):
        for part in _without_amounts(text, chain):
            found += _Reading(text, labels, asked).of(part)
    return found


def _without_amounts(text: str, chain: Chain) -> Iterator[Sequence[Run]]:
    """The stretches of a chain between runs that count something."""
    row: list[Run] = []
    for run in chain.runs:
        if _counts(text, run):
            if row:
                yield row
            row = []
        else:
            row.append(run)
    if row:
        yield row


def _counts(text: str, run: Run) -> bool:
    if len(run.digits) > _MOST_COUNTED or strong(run.digits):
        return False
    return is_amount(text, run.start, run.end)


class _Reading:
    """What the runs of a stretch are."""

    def __init__(self, text: str, labels: Labels, asked: Kind | None) -> None:
        self._text = text
        self._labels = labels
        self._asked = asked
        # Who says much else besides answers with a whole number, not with a piece of one.
        short = 3 if asked in _READ_IN_PIECES or asked == "plate" else 4
        self._least = short if len(_SAYS.findall(text)) <= _TERSE else 5

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
            yield from self._unshaped(rest)
            rest = []
            yield mention
        yield from self._unshaped(rest)

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
                best = self._mention(shape[0], start, end, shape[1], digits), stop + 1
        return best

    def _is_taken_back(self, runs: Sequence[Run], at: int, stop: int) -> bool:
        """Whether what came before the last run is taken back: 零零，不对，六二一七."""
        between = self._text[runs[stop - 1].end : runs[stop].start] if stop > at else ""
        return _TAKEN_BACK.search(between) is not None

    def _mention(self, kind: Kind, start: int, end: int, why: str, digits: str) -> Mention:
        """With what is written right before the first digit."""
        while start and self._text[start - 1] == "+":
            start -= 1
        if kind in _OPEN_ENDED and (
            prefix := _PREFIX.search(self._text[max(0, start - 7) : start])
        ):
            start -= len(prefix[0])
        key = digits[2:] if kind == "phone" and len(digits) == 13 else digits
        return Mention(kind, start, end, why, key)

    def _unshaped(self, runs: Sequence[Run]) -> Iterator[Mention]:
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
                    yield self._mention(self._asked, run.start, run.end, why, run.digits)
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
            yield self._mention(kind, runs[0].start, runs[-1].end, why, digits)
            return
        for run in runs:
            if len(run.digits) >= least:
                yield self._mention(kind, run.start, run.end, why, run.digits)

    def _nameless(self, runs: Sequence[Run]) -> Iterator[Mention]:
        digits = "".join(run.digits for run in runs)
        written = self._text[runs[0].start : runs[-1].end]
        if self._is_read_out(runs) and (
            len(digits) >= _READ_OUT or ("幺" in written and len(digits) > _PIECE_OUT)
        ):
            end = runs[-1].end
            cross = _CROSS.match(self._text, end)
            end = cross.end() if cross else end
            yield self._mention("other_id", runs[0].start, end, "一位一位念出来的号码", digits)
            return
        for run in runs:
            if nameless(self._text[run.start : run.end], run.digits):
                yield self._mention("other_id", run.start, run.end, UNSURE, run.digits)

    def _is_read_out(self, runs: Sequence[Run]) -> bool:
        """Whether digits are spoken one by one, in one piece or several."""
        if any(self._text[run.start].isascii() or len(run.digits) < 3 for run in runs):
            return False
        return sum(len(run.digits) for run in runs) >= _PIECE_OUT


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
