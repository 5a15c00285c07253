"""The matching form of a text: folded, boundaries reduced to two kinds, fillers and stutters gone.

Speech recognisers scatter commas and spaces, and people say 呃 in the middle of a sentence.
Patterns are matched on a form where every hard boundary is one of ``。！？``, every soft one is
``，``, runs of them are one, words that carry nothing are taken out, and a few regional characters
are read as standard ones. Every character of the form knows the code points of the original it
came from, so evidence is always quoted as written.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from linter.text.dialect import standard
from linter.text.fold import fold

HARD = frozenset("。！？")
SOFT = "，"
BOUNDARIES = HARD | {SOFT}

HARD_OF = {"。": "。", ";": "。", "\n": "。", "!": "！", "?": "？"}
SOFT_CHARS = frozenset(",、 \t:…~—·()<>|/\\")
SENTENCE_DOT = "."
IN_NUMBERS = ":/"
"""Boundaries elsewhere, but not in 12:30 and 3/5."""

# Each kind of quotation mark closes its own kind only; people mix up the two of a pair.
QUOTES = {mark: kind for kind in ('"“”', "'‘’", "「」", "『』", "《》", "`") for mark in kind}
_APOSTROPHES = frozenset("'’")

# Vocal hesitations that never are part of a word (额 is: 额度; 唔 is Cantonese for 不; 啊 and 哦
# carry tone).
HESITATIONS = frozenset("呃嗯")
# Words that carry nothing when they stand alone between two boundaries.
FILLER_CLAUSES = frozenset(
    (
        *("那个", "这个", "就那个", "就这个", "就是", "就是说", "然后", "然后呢"),
        *("怎么说呢", "反正", "那什么", "的话", "啊", "唔"),
    )
)
# Doubled by a stutter rather than by grammar (看看, 谢谢 and 等等 are grammar).
STUTTER_SINGLE = "我您你他她它这那就是在给把跟和因为要有"
STUTTER = re.compile(
    rf"(?P<one>[{STUTTER_SINGLE}])，?(?=(?P=one))|(?P<many>[\u4e00-\u9fff]{{2,5}})，?(?=(?P=many))"
)
# Said twice on purpose: 一个一个, 好了好了, 有的有的, 能不能不; and the digits of a number.
DOUBLED_BY_GRAMMAR = re.compile(r"一.*|.*[了的不]|[零一二三四五六七八九幺两十百千万]+")


@dataclass(frozen=True, slots=True)
class Normal:
    """The matching form of one text.

    :ivar text: the form itself.
    :ivar starts: for each of its characters, where the original characters begin.
    :ivar ends: and where they end (exclusive).
    :ivar quoted: spans of the form that stood between quotation marks.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[tuple[int, int], ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original's code points that the span ``[start, end)`` of the form came from."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def normalise(text: str) -> Normal:
    """The matching form of ``text``; any ``str`` will do, lone surrogates too."""
    chars, quoted = _boundaries(text)
    chars = _without_fillers_and_stutters(chars)
    order = [char.number for char in chars]
    places = [(bisect_left(order, start), bisect_left(order, end)) for start, end in quoted]
    return Normal(
        text=standard("".join(char.char for char in chars)),
        starts=tuple(char.start for char in chars),
        ends=tuple(char.end for char in chars),
        quoted=tuple((start, end) for start, end in places if start < end),
    )


def misplaced(phrase: str) -> int | None:
    """Where a phrase has punctuation that no matching form has there; ``None`` when nowhere.

    Spaces are no punctuation of a phrase. At its edges it may go on in a number.
    """
    folded = fold(phrase)
    text = f"0{folded.text}0"
    for position, char in enumerate(text):
        if not char.isspace() and (char in QUOTES or _reduced(text, position) in BOUNDARIES):
            return folded.origin(position - 1)
    return None


class _Char(NamedTuple):
    char: str
    start: int
    end: int
    number: int
    """Counts the characters before anything was dropped."""


def _boundaries(text: str) -> tuple[list[_Char], list[tuple[int, int]]]:
    """Fold, reduce punctuation to the two kinds of boundary, take out quotation marks."""
    folded = fold(text)
    source = folded.text
    out: list[_Char] = []
    opened: dict[str, int] = {}
    quoted: list[tuple[int, int]] = []
    for position, raw in enumerate(source):
        if kind := QUOTES.get(raw):
            if _is_apostrophe(source, position):
                continue
            if kind in opened:
                quoted.append((opened.pop(kind), len(out)))
            else:
                opened[kind] = len(out)
            continue
        char = _reduced(source, position)
        if char not in BOUNDARIES or (out and out[-1].char not in BOUNDARIES):
            out.append(_Char(char, *folded.original(position, position + 1), len(out)))
        elif out and char in HARD and out[-1].char == SOFT:
            span = folded.original(position, position + 1)
            out[-1] = _Char(char, *span, out[-1].number)
    return out, sorted(quoted)


def _is_apostrophe(text: str, position: int) -> bool:
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return text[position] in _APOSTROPHES and all(
        char.isascii() and char.isalpha() for char in (before, after)
    )


def _reduced(text: str, position: int) -> str:
    """The character of a folded text, or the boundary it stands for."""
    char = text[position]
    if char in HARD_OF:
        return HARD_OF[char]
    if char not in SOFT_CHARS and char != SENTENCE_DOT:
        return char
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if char == SENTENCE_DOT:
        joins = all(side.isascii() and side.isalnum() for side in (before, after))
        return char if joins else "。"
    return char if char in IN_NUMBERS and before.isdigit() and after.isdigit() else SOFT


def _without_fillers_and_stutters(chars: list[_Char]) -> list[_Char]:
    """Both, again and again: without a stutter, 那那个 is a filler, and 我，那个，我 a stutter."""
    chars = [char for char in chars if char.char not in HESITATIONS]
    while True:
        fewer = _drop_stutters(_drop_filler_clauses(chars))
        if len(fewer) == len(chars):
            return fewer
        chars = fewer


def _drop_filler_clauses(chars: list[_Char]) -> list[_Char]:
    kept: list[_Char] = []
    clause: list[_Char] = []
    for char in chars:
        if char.char not in BOUNDARIES:
            clause.append(char)
            continue
        _append(kept, [] if _is_filler(clause) else clause, char)
        clause = []
    return kept if _is_filler(clause) else kept + clause


def _is_filler(clause: list[_Char]) -> bool:
    return "".join(char.char for char in clause) in FILLER_CLAUSES


def _append(kept: list[_Char], clause: list[_Char], boundary: _Char) -> None:
    """Add a clause and the boundary after it, merging what a dropped clause leaves."""
    kept.extend(clause)
    if not kept:
        return
    if kept[-1].char not in BOUNDARIES:
        kept.append(boundary)
    elif boundary.char in HARD and kept[-1].char == SOFT:
        kept[-1] = boundary


def _drop_stutters(chars: list[_Char]) -> list[_Char]:
    dropped = {
        position
        for match in STUTTER.finditer("".join(char.char for char in chars))
        if match["one"] or not DOUBLED_BY_GRAMMAR.fullmatch(match["many"])
        for position in range(match.start(), match.end())
    }
    return [char for position, char in enumerate(chars) if position not in dropped]


def clause(text: str, position: int, *, soft: bool = False) -> tuple[int, int]:
    """The clause of a matching form around ``position``.

    :param soft: stop at soft boundaries too.
    :returns: ``(start, end)``; the closing boundary character is not included.
    """
    # Asked of every hit, hence neither loops nor sets.
    start = max(text.rfind("。", 0, position), text.rfind("！", 0, position))
    start = max(start, text.rfind("？", 0, position))
    ends = text.find("。", position), text.find("！", position), text.find("？", position)
    end = min([end for end in ends if end >= 0], default=len(text))
    if soft:
        start = max(start, text.rfind(SOFT, start + 1, position))
        comma = text.find(SOFT, position, end)
        end = comma if comma >= 0 else end
    return start + 1, end
