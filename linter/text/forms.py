"""The matching forms of a call's turns, made together by operations on whole strings.

:func:`linter.text.normal.normalise` is the definition: it goes character by character and
remembers where each came from. Most turns never need that: here only the form's text is made, and
most turns of a call are told at once to be their own form.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain

from linter.text import dialect, fold
from linter.text.normal import (
    BOUNDARIES,
    DOUBLED_BY_GRAMMAR,
    FILLER_CLAUSES,
    HARD,
    HARD_OF,
    HESITATIONS,
    IN_NUMBERS,
    QUOTES,
    SENTENCE_DOT,
    SOFT,
    SOFT_CHARS,
    STUTTER,
    STUTTER_SINGLE,
)

_SEPARATOR = "\n"
"""Between turns that are looked at together; a turn with one inside is no plain turn."""

_STOPS = "".join(sorted(BOUNDARIES))
_EDGES = _STOPS + _SEPARATOR
_MARK = '"'
"""What every quotation mark is until the contextual characters have been read."""
_ENTITY = "&nbsp"
"""What an entity begins with; its end has become a full stop when this is looked for."""
_CONTEXTUAL = re.compile(f"[{re.escape(SENTENCE_DOT + IN_NUMBERS)}]")

_FILLERS = "|".join(sorted(FILLER_CLAUSES))
_FILLER = re.compile(f"(?<=[{_EDGES}])(?:{_FILLERS})(?=[{_EDGES}])")
_LEADING = re.compile(f"(?<={_SEPARATOR})[{_STOPS}]+")
_RUN = re.compile(f"[{_STOPS}]{{2,}}")
_UNEVEN = re.compile(f"[{_EDGES}](?:[{_STOPS}]|(?:{_FILLERS})(?=[{_EDGES}]))")
"""A boundary with nothing, or only a filler, between it and the next one."""
_SINGLE_TWICE = re.compile(f"([{STUTTER_SINGLE}])，?(?=\\1)")

_NEAREST, _FARTHEST = 2, 6
"""How far apart (code points) the beginnings of two copies of a stutter of several characters may
be: the shortest one has two, the longest five and a comma."""


def form(text: str) -> str:
    """The text of ``normalise(text)``."""
    return forms((text,))[0]


def forms(texts: Sequence[str]) -> list[str]:
    """The matching form of each text."""
    lines = list(texts)
    if not lines:
        return lines
    whole = _SEPARATOR.join(lines)
    if whole.count(_SEPARATOR) >= len(lines):
        # In a form, a line end is a full stop; from here on it stands between two texts.
        lines = [line.replace(_SEPARATOR, "。") for line in lines]
        whole = _SEPARATOR.join(lines)
    strange = _lines_at(lines, (match.start() for match in _strange().finditer(whole)))
    if strange:
        _change(lines, strange, _reduced)
        whole = _SEPARATOR.join(lines)
    _without_fillers_and_stutters(lines, whole)
    # Last: fillers and stutters are told by the characters they are written with.
    for number in strange:
        lines[number] = dialect.standard(lines[number])
    return lines


def _lines_at(lines: Sequence[str], places: Iterable[int]) -> list[int]:
    """The numbers of the lines in which places of all lines together lie; in order, each once."""
    ends: list[int] = []
    found: list[int] = []
    end = -1
    for place in sorted(places):
        if place > end:
            if not ends:
                ends = list(accumulate(len(line) + 1 for line in lines))
            number = bisect_right(ends, place)
            end = ends[number] - 1
            found.append(number)
    return found


def _change(lines: list[str], numbers: Sequence[int], change: Callable[[str], str]) -> None:
    """Change some lines, all at once."""
    together = _SEPARATOR.join([lines[number] for number in numbers])
    for number, line in zip(numbers, change(together).split(_SEPARATOR), strict=True):
        lines[number] = line


def _reduced(lines: str) -> str:
    """Fold, reduce punctuation to the two kinds of boundary, take out marks and hesitations."""
    written = lines.translate(_TABLE)
    if _ENTITY in written:
        written = fold.folded(lines).translate(_TABLE)
    return _CONTEXTUAL.sub(_in_context, written).replace(_MARK, "").translate(_HESITATIONS)


def _without_fillers_and_stutters(lines: list[str], whole: str) -> None:
    """Both, again and again, in the lines that have some."""
    numbers: Sequence[int] = range(len(lines))
    while numbers:
        kept = [lines[number] for number in numbers]
        framed = f"{_SEPARATOR}{whole}{_SEPARATOR}"
        uneven = _lines_at(kept, (match.start() for match in _UNEVEN.finditer(framed)))
        if uneven:
            _change(kept, uneven, _evened)
            whole = _SEPARATOR.join(kept)
        singles = (match.start() for match in _SINGLE_TWICE.finditer(whole))
        stuttering = _lines_at(kept, chain(singles, _twice(whole)))
        before = [kept[number] for number in stuttering]
        if stuttering:
            _change(kept, stuttering, _without_stutters)
        for number, line in zip(numbers, kept, strict=True):
            lines[number] = line
        changed = (n for n, line in zip(stuttering, before, strict=True) if kept[n] != line)
        numbers = [numbers[number] for number in changed]
        whole = _SEPARATOR.join([lines[number] for number in numbers])


def _evened(lines: str) -> str:
    """Without clauses that are only a filler, and with one boundary where there are several."""
    framed = _FILLER.sub("", f"{_SEPARATOR}{lines}{_SEPARATOR}")
    return _RUN.sub(_hardest, _LEADING.sub("", framed))[1:-1]


def _hardest(run: re.Match[str]) -> str:
    return next((stop for stop in run[0] if stop in HARD), SOFT)


def _without_stutters(lines: str) -> str:
    return STUTTER.sub(_kept, lines)


def _kept(stutter: re.Match[str]) -> str:
    many = stutter["many"]
    return stutter[0] if many and DOUBLED_BY_GRAMMAR.fullmatch(many) else ""


def _twice(text: str) -> Iterator[int]:
    """Where two characters come again so soon that it may be a stutter.

    All places are compared at once: the low bytes of the characters are the digits of one large
    number, which is compared with itself moved by so many digits.
    """
    digits = text.encode("utf-16-le", "surrogatepass")[::2]
    if len(digits) != len(text):
        # A character beyond the BMP takes two units there.
        digits = text.encode("utf-32-le", "surrogatepass")[::4]
    number = int.from_bytes(digits, "little")
    low, high = _lanes(len(digits))
    for distance in range(_NEAREST, _FARTHEST + 1):
        unlike = number ^ (number >> (8 * distance))
        same = ~(((unlike & low) + low) | unlike) & high
        pairs = same & (same >> 8)
        while pairs:
            place = (pairs & -pairs).bit_length() // 8 - 1
            # Equal bytes need not be equal characters.
            if text[place : place + 2] == text[place + distance : place + distance + 2]:
                yield place
            pairs &= pairs - 1


@functools.lru_cache(maxsize=256)
def _lanes(size: int) -> tuple[int, int]:
    """For numbers of ``size`` bytes: all bits of each byte but the highest, and the highest."""
    return int.from_bytes(b"\x7f" * size, "little"), int.from_bytes(b"\x80" * size, "little")


def _in_context(match: re.Match[str]) -> str:
    """A character that is a boundary, but not between digits (a stop: letters or digits)."""
    char, text, at = match[0], match.string, match.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char == SENTENCE_DOT:
        joins = all(side.isascii() and side.isalnum() for side in (before, after))
        return char if joins else "。"
    return char if before.isdigit() and after.isdigit() else SOFT


class _Table(dict[int, str]):
    """What each character becomes whatever stands beside it, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        known = self[code] = "".join(map(_alone, fold.folded(chr(code))))
        return known


def _alone(char: str) -> str:
    if char in QUOTES:
        return _MARK
    if char in HARD_OF:
        return HARD_OF[char]
    contextual = char == SENTENCE_DOT or char in IN_NUMBERS
    return SOFT if char in SOFT_CHARS and not contextual else char


_TABLE = _Table()
_TABLE[ord(_SEPARATOR)] = _SEPARATOR
_HESITATIONS = dict.fromkeys(map(ord, HESITATIONS))


@functools.cache
def _strange() -> re.Pattern[str]:
    """Any character that is not always itself in a matching form.

    Ideographs of the main block are, but for traditional, regional and hesitating ones: NFKC and
    lower case leave them alone.
    """
    changed = {*fold.simplified(), *dialect.CHARACTERS, *HESITATIONS}
    plain = []
    first = 0x4E00
    for char in sorted(char for char in changed if 0x4E00 <= ord(char) <= 0x9FFF):
        if first < ord(char):
            plain.append(f"{chr(first)}-{chr(ord(char) - 1)}")
        first = ord(char) + 1
    plain.append(f"{chr(first)}-\u9fff")
    return re.compile(f"[^0-9a-z{_STOPS}{_SEPARATOR}{''.join(plain)}]")
