"""The matching form of a text, character by character and pass after pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from linter.text.dialect import standard
from linter.text.fold import fold

HARD = "。！？"
SOFT = "，"
STOPS = HARD + SOFT

_HARD_OF = {"。": "。", ";": "。", "\n": "。", "!": "！", "?": "？"}
_SOFT_CHARS = ",、 \t:…~—·()<>|/\\"
_QUOTES = ('"“”', "'‘’", "「」", "『』", "《》", "`")
_FILLERS = (
    *("那个", "这个", "就那个", "就这个", "就是", "就是说", "然后", "然后呢"),
    *("怎么说呢", "反正", "那什么", "的话", "啊", "唔"),
)
_STUTTER = re.compile(
    "(?P<one>[我您你他她它这那就是在给把跟和因为要有])，?(?=(?P=one))"
    "|(?P<many>[\u4e00-\u9fff]{2,5})，?(?=(?P=many))"
)
_ON_PURPOSE = re.compile(r"一.*|.*[了的不]|[零一二三四五六七八九幺两十百千万]+")


@dataclass(frozen=True)
class Normal:
    """The form, where each of its characters came from, and what stood in quotation marks."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
        return at, at


class _Char(NamedTuple):
    char: str
    start: int
    end: int
    number: int
    """Among all characters, before fillers and stutters went."""


def normalise(text: str) -> Normal:
    chars, quoted = _with_two_kinds_of_stops(text)
    chars = [char for char in chars if char.char not in "呃嗯"]
    while True:
        fewer = _without_stutters(_without_fillers(chars))
        if len(fewer) == len(chars):
            break
        chars = fewer
    numbers = [char.number for char in chars]
    places = [(bisect_left(numbers, start), bisect_left(numbers, end)) for start, end in quoted]
    return Normal(
        standard(_text(chars)),
        tuple(char.start for char in chars),
        tuple(char.end for char in chars),
        tuple((start, end) for start, end in places if start < end),
    )


def _with_two_kinds_of_stops(text: str) -> tuple[list[_Char], list[tuple[int, int]]]:
    folded = fold(text)
    chars: list[_Char] = []
    opened: dict[str, int] = {}
    quoted: list[tuple[int, int]] = []
    for at, raw in enumerate(folded.text):
        kind = next((kind for kind in _QUOTES if raw in kind), None)
        if kind is not None:
            if _is_apostrophe(folded.text, at):
                continue
            if kind in opened:
                quoted.append((opened.pop(kind), len(chars)))
            else:
                opened[kind] = len(chars)
            continue
        new = _Char(_reduced(folded.text, at), *folded.original(at, at + 1), len(chars))
        if new.char not in STOPS or (chars and chars[-1].char not in STOPS):
            chars.append(new)
        elif chars and new.char in HARD and chars[-1].char == SOFT:
            chars[-1] = new._replace(number=chars[-1].number)
    return chars, sorted(quoted)


def _is_apostrophe(text: str, at: int) -> bool:
    sides = (text[at - 1 : at], text[at + 1 : at + 2])
    return text[at] in "'’" and all(side.isascii() and side.isalpha() for side in sides)


def _reduced(text: str, at: int) -> str:
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if char in _HARD_OF:
        return _HARD_OF[char]
    if char == ".":
        joins = all(side.isascii() and side.isalnum() for side in (before, after))
        return char if joins else "。"
    if char in ":/" and before.isdigit() and after.isdigit():
        return char
    return SOFT if char in _SOFT_CHARS else char


def _without_fillers(chars: list[_Char]) -> list[_Char]:
    kept: list[_Char] = []
    clause: list[_Char] = []
    for char in chars:
        if char.char not in STOPS:
            clause.append(char)
            continue
        if _text(clause) not in _FILLERS:
            kept += clause
        clause = []
        if kept and kept[-1].char not in STOPS:
            kept.append(char)
        elif kept and char.char in HARD and kept[-1].char == SOFT:
            kept[-1] = char
    return kept if _text(clause) in _FILLERS else kept + clause


def _without_stutters(chars: list[_Char]) -> list[_Char]:
    gone: set[int] = set()
    for match in _STUTTER.finditer(_text(chars)):
        if match["one"] or not _ON_PURPOSE.fullmatch(match["many"]):
            gone |= set(range(*match.span()))
    return [char for at, char in enumerate(chars) if at not in gone]


def _text(chars: list[_Char]) -> str:
    return "".join(char.char for char in chars)


def clause(text: str, at: int, *, soft: bool = False) -> tuple[int, int]:
    """The sentence around a place; ``soft``: the stretch between two stops of any kind."""
    stops = STOPS if soft else HARD
    start = end = max(at, 0)
    while start > 0 and text[start - 1] not in stops:
        start -= 1
    while end < len(text) and text[end] not in stops:
        end += 1
    return start, end
