"""Numbers that are read out in pieces, over several turns, whether or not they were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from linter import lazy
from linter.masking.labels import labels
from linter.masking.mentions import Kind, Mention
from linter.masking.plain import DIGITS
from linter.masking.runs import Run, is_amount, runs
from linter.masking.shapes import LONGEST, Shape, strong

_REST = lazy.pattern(r"[\u4e00-\u9fffa-z]")
_MOSTLY = 6
"""Letters and characters a turn may have beside the digits it reads out (code points)."""
_TURNS_APART = 5
_ECHO = 3
_FIRST, _LED, _PIECES = 8, 12, 10
"""Digits of a first piece; how far before it (code points) a word may stand that says what comes;
pieces of a number."""
_MOBILE = lazy.pattern(r"1[3-9]\d")


class _Piece(NamedTuple):
    turn: int
    run: Run


_Number = tuple[Sequence[_Piece], Shape, str]


def read_in_pieces(speakers: Sequence[str], texts: Sequence[str]) -> list[list[Mention]]:
    """For each turn of plain text the pieces of numbers in it.

    Together the pieces have the form of a number: a mobile phone's, an identity card's.
    """
    found: list[list[Mention]] = [[] for _ in texts]
    heard: dict[int, dict[str, list[Run]]] = {}
    for speaker in dict.fromkeys(speakers):
        own = [number for number, one in enumerate(speakers) if one == speaker]
        for row, shape, digits in (*_among(texts, own), *_begun(texts, own)):
            for piece in row:
                mention = _mention(piece.run, shape[0], f"几句话里报的{shape[1]}", digits)
                found[piece.turn].append(mention)
                for turn in range(piece.turn + 1, min(piece.turn + _ECHO, len(texts))):
                    said = heard[turn] = heard.get(turn) or _by_digits(texts[turn])
                    found[turn] += _echoes(said, piece.run, shape[0], digits)
    return found


def _among(texts: Sequence[str], own: Sequence[int]) -> Iterator[_Number]:
    """Numbers read out in turns that say little else."""
    pieces = [_Piece(number, run) for number in own for run in _candidates(texts[number])]
    return _numbers(pieces)


def _begun(texts: Sequence[str], own: Sequence[int]) -> Iterator[_Number]:
    """Numbers whose first piece is clearly one, whatever is said between the others."""
    pieces = [
        _Piece(number, run)
        for number in own
        for run in runs(texts[number])
        if len(run.digits) > 1 and not is_amount(texts[number], run.start, run.end)
    ]
    for at, (turn, run) in enumerate(pieces):
        if _begins(texts[turn], run):
            yield from islice(_numbers(pieces[at : at + _PIECES], first=True), 1)


def _begins(text: str, run: Run) -> bool:
    """Whether digits are the first of a number: 电话幺三九, and 幺三九 itself."""
    if len(run.digits) > _FIRST:
        return False
    if text[run.start] == "幺" and _MOBILE.match(run.digits):
        return True
    before = labels(text[max(0, run.start - _LED) : run.start])
    return bool(before) and before[-1].kind in ("phone", "id_card", "bank_card")


def _mention(run: Run, kind: Kind, why: str, key: str) -> Mention:
    return Mention(kind, run.start, run.end, why, key)


def _candidates(text: str) -> list[Run]:
    """The runs that may be a piece: of a turn that says little else, or at its end."""
    said = [run for run in runs(text) if not is_amount(text, run.start, run.end)]
    if not said:
        return []
    rest = sum(not char.isdecimal() and char not in DIGITS for char in _letters(text))
    if rest <= _MOSTLY:
        return said
    last = said[-1]
    return [last] if not _REST.search(text, last.end) and len(last.digits) > 1 else []


def _letters(text: str) -> list[str]:
    return _REST.findall(text)


def _numbers(pieces: Sequence[_Piece], *, first: bool = False) -> Iterator[_Number]:
    """Neighbouring pieces of more than one turn that make a number.

    :param first: whether one must begin with the first piece.
    """
    at = 0
    while at < (1 if first else len(pieces)):
        best = None
        digits = ""
        for stop in range(at, len(pieces)):
            if stop > at and pieces[stop].turn - pieces[stop - 1].turn > _TURNS_APART:
                break
            digits += pieces[stop].run.digits
            if len(digits) > LONGEST:
                break
            shape = strong(digits)
            if shape and pieces[stop].turn > pieces[at].turn:
                best = stop + 1, shape, digits
        if best:
            yield pieces[at : best[0]], best[1], best[2]
        at = best[0] if best else at + 1


def _by_digits(text: str) -> dict[str, list[Run]]:
    said: dict[str, list[Run]] = {}
    for run in runs(text):
        said.setdefault(run.digits, []).append(run)
    return said


def _echoes(said: dict[str, list[Run]], piece: Run, kind: Kind, key: str) -> Iterator[Mention]:
    """A piece that the other side says again."""
    if len(piece.digits) >= _ECHO:
        # Taken out: of a piece that comes twice one echo is enough.
        for run in said.pop(piece.digits, ()):
            yield _mention(run, kind, "把刚报的号码又念一遍", key)
