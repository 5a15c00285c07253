"""Plates of cars, whole and read out in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter import lazy
from linter.masking.labels import Labels
from linter.masking.mentions import Kind, Mention
from linter.masking.plain import DIGITS
from linter.masking.runs import is_amount
from linter.masking.shapes import HOTLINE

_D = DIGITS
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SEP = r"[ ·•.\-・]?"
_L = "a-hj-np-z"
_PLATE = lazy.pattern(
    rf"[{_PROVINCES}]{_SEP}[{_L}](?:牌)?(?P<rest>(?:{_SEP}[{_L}{_D}]){{5,6}}|(?:{_SEP}[{_L}{_D}]){{4}}[挂学警港澳试超])(?![a-z0-9])"
)
_PLATE_START = lazy.pattern(
    rf"[{_PROVINCES}] ?[{_L}](?:[ ,，·]{{0,2}}[{_L}{_D}]){{0,5}}(?![a-z0-9])"
)
_DEVICE = lazy.pattern(r"[梯锅容起索游厂]\s?\d{2}\s?$")
"""Before the number of a lift or a boiler, which is registered like a car: 梯11沪A03827."""
_PLATE_REST = lazy.pattern(rf"(?<![a-z0-9{_D}])[{_L}{_D}](?:[ ,，]?[{_L}{_D}]){{1,6}}(?![a-z0-9])")
_CODE = lazy.pattern(r"[a-hj-np-z](?=(?:[a-z]?\d){2})[a-hj-np-z0-9]{5,6}")
_SHORT_CODE = lazy.pattern(r"[a-hj-np-z](?=(?:[a-z]?\d){2})[a-hj-np-z0-9]{4}")
_LAST = lazy.pattern(r"[ ,，]?[挂学警港澳试超](?![\u4e00-\u9fff])")
_NEW_ENERGY = lazy.pattern(r"[a-hjk][a-hj-np-z0-9]\d{4}|\d{5}[a-hjk]")


def plate_mentions(text: str, labels: Labels, asked: Kind | None = None) -> Iterator[Mention]:
    """The plates in a plain text, and pieces of one where plates are spoken of.

    :param asked: what the other side has just asked for.
    """
    for match in _PLATE.finditer(text):
        rest = _bare(match["rest"])
        if _DEVICE.search(text, max(0, match.start() - 5), match.start()):
            continue
        letters = sum("a" <= char <= "z" for char in rest)
        if len(rest) == 6 and not _NEW_ENERGY.fullmatch(rest) and rest.isascii():
            continue
        if letters <= 2:
            yield _mention(match, "车牌的样子")
    if asked == "plate" or any(label.group == "plate" for label in labels.all):
        for match in _PLATE_START.finditer(text):
            yield _mention(match, "车牌的开头")
    if asked == "plate":
        for match in _PLATE_REST.finditer(text):
            if not _stands_for_itself(text, match):
                yield _mention(match, "刚问了车牌")


def plate_around(text: str, start: int, end: int, code: str) -> tuple[int, int] | None:
    """Where the plate is whose letters and digits are spelled out at a place, if they are."""
    at = len(text[:start].rstrip(" ,，·•.・-")) - 1
    if at < 0 or text[at] not in _PROVINCES or _DEVICE.search(text, max(0, at - 5), at):
        return None
    if _CODE.fullmatch(code):
        return at, end
    last = _LAST.match(text, end) if _SHORT_CODE.fullmatch(code) else None
    return (at, last.end()) if last else None


def _stands_for_itself(text: str, match: re.Match[str]) -> bool:
    """Whether digits are an amount or a number that everybody calls, and no piece of a plate."""
    return bool(HOTLINE.fullmatch(match[0])) or is_amount(text, *match.span())


def _mention(match: re.Match[str], why: str) -> Mention:
    return Mention("plate", *match.span(), why, _bare(match[0]))


def _bare(written: str) -> str:
    return re.sub(r"[ ,，·•.\-・]", "", written)
