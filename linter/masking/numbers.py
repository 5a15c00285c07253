"""Numbers that are somebody's: by their form, by a word that says so, or because they were asked
for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter import lazy
from linter.masking.labels import Label, Labels
from linter.masking.mentions import LABELS, Kind, Mention
from linter.masking.plain import DIGITS, HIDDEN
from linter.masking.runs import Chain, Run, chains, is_amount
from linter.masking.shapes import HOTLINE, LONGEST, nameless, strong

_TIMES = lazy.pattern(
    rf"(?<![0-9])(?:19|20)\d\d ?(?:[-/.] ?\d{{1,2}} ?[-/.] ?\d{{1,2}}|年(?: ?[{DIGITS}十]{{1,3}} ?月(?: ?[{DIGITS}十]{{1,3}} ?[日号])?)?)"
    r"(?![0-9])(?:[ t]{0,2}\d{1,2}[:点]\d{1,2}(?::\d{1,2})?)?"
    rf"|[{DIGITS}]{{4}}年(?: ?[{DIGITS}十]{{1,3}}月)?"
    rf"|(?<![{DIGITS}])[{DIGITS}十]{{1,3}} ?月 ?[{DIGITS}十]{{1,3}} ?[日号](?!楼)"
    r"|(?<![0-9])\d{1,2}:\d{2}(?::\d{2})?(?![0-9:])"
    r"|(?<![0-9.])\d{1,3}(?:\.\d{1,3}){2,3}(?![0-9.])"
    r"|(?<![0-9])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![0-9])"
)
"""Days, hours, versions and sums that are written so that they look like pieces of a number."""
_CROSS = lazy.pattern(r"[ ,，\-]?(?:x(?![a-z0-9])|叉|[艾埃][克科]斯)")
_PRICED = lazy.pattern(r"元|块钱?|%|积分|万元")
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
        if strong(run.digits) is None and is_amount(text, run.start, run.end):
            if row:
                yield row
            row = []
        else:
            row.append(run)
    if row:
        yield row


class _Reading:
    """What the runs of a stretch are."""

    def __init__(self, text: str, labels: Labels, asked: Kind | None) -> None:
        self._text = text
        self._labels = labels
        self._asked = asked

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
            yield from self._unshaped(rest)
            rest = []
            mention, at = shaped
            yield mention
        yield from self._unshaped(rest)

    def _shaped(self, runs: Sequence[Run], at: int) -> tuple[Mention, int] | None:
        """The longest number of a form of its own that begins with a run."""
        best = None
        digits = ""
        for stop in range(at, len(runs)):
            digits += runs[stop].digits
            if len(digits) > LONGEST:
                break
            start, end = runs[at].start, runs[stop].end
            if len(digits) == 17 and (cross := _CROSS.match(self._text, end)):
                if shape := strong(digits + "X"):
                    best = Mention(shape[0], start, cross.end(), shape[1], digits + "X"), stop + 1
            if (shape := strong(digits)) and not self._is_priced(start, end):
                best = self._mention(shape[0], start, end, shape[1], digits), stop + 1
        return best

    def _is_priced(self, start: int, end: int) -> bool:
        return bool(_PRICED.match(self._text, end)) or self._text[start - 1 : start] in set("¥$€")

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
        if label is not None and label.group not in ("none", "tail"):
            yield from self._labelled(runs, digits, label)
        elif label is None and self._asked is not None:
            for run in runs:
                if len(run.digits) >= 3 or (len(runs) > 2 and len(digits) > 4):
                    why = f"刚问了{LABELS[self._asked]}"
                    yield self._mention(self._asked, run.start, run.end, why, run.digits)
        elif label is None:
            yield from self._nameless(runs)

    def _labelled(self, runs: Sequence[Run], digits: str, label: Label) -> Iterator[Mention]:
        kind = label.group
        assert kind != "none"
        assert kind != "tail"
        said = self._text[label.start : label.end]
        least = 3 if said.startswith(_EXTENSIONS) else _LEAST.get(kind, 5)
        if len(digits) < least or (kind == "phone" and HOTLINE.fullmatch(digits)):
            return
        why = f"前后说的是“{said}”"
        if len(digits) <= _MOST:
            yield self._mention(kind, runs[0].start, runs[-1].end, why, digits)
            return
        for run in runs:
            if len(run.digits) >= least:
                yield self._mention(kind, run.start, run.end, why, run.digits)

    def _nameless(self, runs: Sequence[Run]) -> Iterator[Mention]:
        for run in runs:
            if nameless(self._text[run.start : run.end], run.digits):
                why = "没说是什么的长号码"
                yield self._mention("other_id", run.start, run.end, why, run.digits)


def _trimmed(text: str, runs: Sequence[Run]) -> Sequence[Run]:
    """Without 一 of 一下 and the like at the edges."""
    if all(len(run.digits) < 3 for run in runs) and len(runs) > 4:
        return runs
    first, last = 0, len(runs)
    while first < last and len(runs[first].digits) == 1:
        first += 1
    while last > first and len(runs[last - 1].digits) == 1:
        last -= 1
    return runs[first:last]
