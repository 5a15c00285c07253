"""The matching form of a text: folded, boundaries reduced to two kinds, fillers and stutters gone.

Speech recognisers scatter commas and spaces, and people say 呃 in the middle of a sentence.
Patterns are matched on a form where every hard boundary is one of ``。！？``, every soft one is
``，``, runs of them are one, and words that carry nothing are taken out. Every character of the
form knows the code points of the original it came from, so evidence is always quoted as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.text.fold import fold

HARD = frozenset("。！？")
SOFT = "，"
BOUNDARIES = HARD | {SOFT}

_HARD_OF = {"。": "。", ";": "。", "\n": "。", "\r": "。", "!": "！", "?": "？"}
_SOFT_CHARS = frozenset(",、 \t:…~～—－·()<>|/\\")
_QUOTES = frozenset("\"'“”‘’「」『』《》`")
_SENTENCE_DOT = "."

# Vocal hesitations that never are part of a word (额 is: 额度; 啊 and 哦 carry tone).
_HESITATIONS = frozenset("呃嗯唔")
# Words that carry nothing when they stand alone between two boundaries (domain notes, 5.3).
_FILLER_CLAUSES = frozenset(
    ["那个", "这个", "就是", "就是说", "然后", "然后呢", "怎么说呢", "反正", "那什么", "的话", "啊"]
    + ["那个那个", "这个这个", "就那个", "就这个"]
)
# Doubled by a stutter rather than by grammar (看看, 谢谢 and 等等 are grammar).
_STUTTER_SINGLE = "我您你他她它这那就是在给把跟和因为要有"
_STUTTER = re.compile(
    rf"(?P<one>[{_STUTTER_SINGLE}])，?(?=(?P=one))|(?P<many>[\u4e00-\u9fff]{{2,5}})，?(?=(?P=many))"
)


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
    """The matching form of ``text``."""
    chars, quoted = _boundaries(text)
    chars = _drop_stutters(_drop_fillers(chars))
    order = [char.index for char in chars]
    return Normal(
        text="".join(char.char for char in chars),
        starts=tuple(char.start for char in chars),
        ends=tuple(char.end for char in chars),
        quoted=tuple(_place(span, order) for span in quoted),
    )


@dataclass(frozen=True, slots=True)
class _Char:
    char: str
    start: int
    end: int
    index: int
    """Counts the characters before anything was dropped."""


def _boundaries(text: str) -> tuple[list[_Char], list[tuple[int, int]]]:
    """Fold, reduce punctuation to the two kinds of boundary, take out quotation marks."""
    folded = fold(text)
    out: list[_Char] = []
    quotes: list[int] = []
    source = folded.text
    for position, raw in enumerate(source):
        if raw in _QUOTES:
            quotes.append(len(out))
            continue
        char = _reduced(source, position)
        start, end = folded.original(position, position + 1)
        if char in BOUNDARIES:
            if not out:
                continue
            if out[-1].char in BOUNDARIES:
                if char in HARD and out[-1].char == SOFT:
                    out[-1] = _Char(char, start, end, out[-1].index)
                continue
        out.append(_Char(char, start, end, len(out)))
    pairs = list(zip(quotes[::2], quotes[1::2], strict=False))
    return out, [pair for pair in pairs if pair[0] < pair[1]]


def _reduced(text: str, position: int) -> str:
    char = text[position]
    if char in _HARD_OF:
        return _HARD_OF[char]
    if char == _SENTENCE_DOT:
        before, after = text[position - 1 : position], text[position + 1 : position + 2]
        return char if before.isalnum() and before.isascii() and after.isalnum() else "。"
    if char in _SOFT_CHARS:
        before, after = text[position - 1 : position], text[position + 1 : position + 2]
        inside_number = char in ":/" and before.isdigit() and after.isdigit()
        return char if inside_number else SOFT
    return char


def _drop_fillers(chars: list[_Char]) -> list[_Char]:
    kept: list[_Char] = []
    clause: list[_Char] = []
    for char in [char for char in chars if char.char not in _HESITATIONS]:
        if char.char not in BOUNDARIES:
            clause.append(char)
            continue
        filler = "".join(c.char for c in clause) in _FILLER_CLAUSES
        _append(kept, [] if filler else clause, char)
        clause = []
    if "".join(c.char for c in clause) not in _FILLER_CLAUSES:
        kept.extend(clause)
    return kept


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
    while True:
        text = "".join(char.char for char in chars)
        dropped = {
            position
            for match in _STUTTER.finditer(text)
            for position in range(match.start(), match.end())
        }
        if not dropped:
            return chars
        chars = [char for position, char in enumerate(chars) if position not in dropped]


def _place(span: tuple[int, int], order: list[int]) -> tuple[int, int]:
    """A span counted before dropping, counted after it."""
    start = sum(1 for index in order if index < span[0])
    return start, start + sum(1 for index in order if span[0] <= index < span[1])


def clause(text: str, position: int, *, soft: bool = False) -> tuple[int, int]:
    """The clause of a matching form around ``position``.

    :param soft: stop at soft boundaries too.
    :returns: ``(start, end)``; the closing boundary character is not included.
    """
    stops = BOUNDARIES if soft else HARD
    start = position
    while start > 0 and text[start - 1] not in stops:
        start -= 1
    end = position
    while end < len(text) and text[end] not in stops:
        end += 1
    return start, end
