"""Addresses: named places and numbered parts of buildings, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.addresses import address
from linter.masking.mentions import Mention
from linter.masking.parts import NAMING, STOP, Part, is_name_part, parts
from linter.masking.plain import DIGITS
from linter.masking.words import Words

_JOINT = lazy.pattern(
    r"(?:[ ,，、\-－/()（）]|的|那个|嗯|啊|呃|这个|然后是?|里面的?|院内|[东南西北中]段|与|和"
    r"|跟|对|就是|后面是?|再?往里|进去|完了|是|[a-z][0-9]{1,2}(?![0-9a-z])){0,4}"
)
_GAP, _WIDE = 6, 13
_TRIPLE = lazy.pattern(
    rf"(?P<name>[\u4e00-\u9fff]{{2,8}}) ?"
    rf"(?![12][09]\d\d[\-－])[0-9{DIGITS}]{{1,2}}[\-－杠之][0-9{DIGITS}]{{1,2}}"
    rf"[\-－杠之](?!20[12])[0-9{DIGITS}]{{3,4}}(?![0-9{DIGITS}\-－])"
)
"""House, entrance, room: 枫林绿洲6-2-301."""


def place_mentions(words: Words, *, asked: bool = False) -> list[Mention]:
    """The addresses in a plain text.

    :param asked: whether the other side has just asked for one.
    """
    spans = [
        span for row in _rows(words, parts(words)) for span in address(words, row, asked=asked)
    ]
    spans += _triples(words)
    return [Mention("address", *span, words.text[span[0] : span[1]]) for span in spans]


def _triples(words: Words) -> Iterator[tuple[int, int, str]]:
    for match in _TRIPLE.finditer(words.text):
        at, begin = match.span("name")
        if match["name"][-1] in "码号款版型期局分":
            continue
        starts = [one for one in words.starts if at <= one < begin]
        for one in reversed(starts):
            word = words.text[one : words.tags[one][0]]
            if word in STOP or words.tags[one][1][:1] not in NAMING:
                break
            begin = one
        if begin < match.end("name"):
            yield begin, match.end(), "楼栋、单元、房号连着"


def _rows(words: Words, found: list[Part]) -> Iterator[list[Part]]:
    """Parts with next to nothing between them."""
    text = words.text
    row: list[Part] = []
    for part in found:
        if row and part.end <= row[-1].end:
            continue
        if row and part.start < row[-1].end:
            part = part._replace(start=row[-1].end)
        if row and not (
            _JOINT.fullmatch(text, row[-1].end, part.start) or _is_between(words, row, part)
        ):
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _is_between(words: Words, row: list[Part], part: Part) -> bool:
    """Whether what stands between two parts is the name of a place, too, of a kind unknown."""
    if row[-1].level not in ("area", "town", "village", "place", "unit") or part.level == "area":
        return False
    named = any(one.level != "unit" for one in row)
    at, end = row[-1].end, part.start
    if not named or end - at > (_WIDE if row[-1].level == "village" else _GAP):
        return False
    while at < end:
        stop, tag = words.tags.get(at, (end, ""))
        word = words.text[at : min(stop, end)]
        if word in STOP or not is_name_part(word) or tag[:1] not in NAMING:
            return False
        at = stop
    return True
