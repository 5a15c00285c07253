"""Numbers that are read out in tens and hundreds: 一百三十八，零零二十五 …"""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.labels import Labels
from linter.masking.mentions import Kind, Mention
from linter.masking.plain import DIGITS, digits_of
from linter.masking.runs import Run, is_amount, joined
from linter.masking.shapes import LONGEST, strong

_D = "一二三四五六七八九"
_WORD = lazy.pattern(
    rf"(?P<hundreds>[{_D}两])百(?:零(?P<ones>[{_D}])|(?P<tens>[{_D}])十?(?P<rest>[{_D}])?)?"
    rf"|(?P<ten>[{_D}]?)[十廿卅](?P<one>[{_D}]?)"
    rf"|[{DIGITS}](?:[ \-]?[{DIGITS}])*(?!十)(?<!十)"
)
_TENS = lazy.pattern("[十百廿卅]")
_FEWEST, _ENOUGH = 3, 7
"""Pieces of a number that is read so, and digits of one which a word says is one."""
_COUNTED = "千万亿块元年月号日点分秒米斤岁个人天次度层楼栋"


def tens_mentions(text: str, labels: Labels, asked: Kind | None = None) -> Iterator[Mention]:
    """The numbers of a plain text some piece of which is said as ten or hundred.

    :param asked: what the other side has just asked for.
    """
    if not _TENS.search(text):
        return
    row: list[Run] = []
    for run in [*_runs(text), None]:
        if run and row and joined(text, row[-1].end, run.start):
            row.append(run)
            continue
        if len(row) >= _FEWEST and _TENS.search(text, row[0].start, row[-1].end):
            yield from _mention(text, row, labels, asked)
        row = [run] if run else []


def _runs(text: str) -> Iterator[Run]:
    for match in _WORD.finditer(text):
        digits = _value(match.groupdict(""), match[0])
        if text[match.end() : match.end() + 1] not in _COUNTED or match.end() == len(text):
            yield Run(*match.span(), digits)


def _value(said: dict[str, str], written: str) -> str:
    """The digits of a number word: 138 of 一百三十八, 25 of 二十五."""
    if said["hundreds"]:
        ones = said["ones"] or said["rest"]
        return (
            digits_of(said["hundreds"])
            + (digits_of(said["tens"]) or "0")
            + (digits_of(ones) or "0")
        )
    if _TENS.search(written):
        ten = "2" if "廿" in written else "3" if "卅" in written else digits_of(said["ten"]) or "1"
        return ten + (digits_of(said["one"]) or "0")
    return digits_of(written)


def _mention(text: str, row: list[Run], labels: Labels, asked: Kind | None) -> Iterator[Mention]:
    start, end = row[0].start, row[-1].end
    digits = "".join(run.digits for run in row)
    if is_amount(text, row[-1].start, end) or len(digits) > LONGEST:
        return
    if shape := strong(digits):
        yield Mention(shape[0], start, end, shape[1], digits)
        return
    label = labels.of(start, end)
    kind = label.kind if label else asked
    if kind and len(digits) >= _ENOUGH:
        yield Mention(kind, start, end, "一段段念出来的号码", digits)
