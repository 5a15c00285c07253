"""Numbers that are read out in pieces, over several turns, whether or not they were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter import lazy
from linter.masking.mentions import Kind, Mention
from linter.masking.plain import DIGITS
from linter.masking.runs import Run, is_amount, runs
from linter.masking.shapes import LONGEST, strong

_REST = lazy.pattern(r"[\u4e00-\u9fffa-z]")
_MOSTLY = 6
"""Letters and characters a turn may have beside the digits it reads out (code points)."""
_TURNS_APART = 5
_ECHO = 3


class _Piece(NamedTuple):
    turn: int
    run: Run


def read_in_pieces(speakers: Sequence[str], texts: Sequence[str]) -> list[list[Mention]]:
    """For each turn of plain text the pieces of numbers in it.

    Together the pieces have the form of a number: a mobile phone's, an identity card's.
    """
    found: list[list[Mention]] = [[] for _ in texts]
    heard: dict[int, dict[str, list[Run]]] = {}
    for speaker in dict.fromkeys(speakers):
        own = [number for number, one in enumerate(speakers) if one == speaker]
        pieces = [_Piece(number, run) for number in own for run in _candidates(texts[number])]
        for row, shape, digits in _numbers(pieces):
            for piece in row:
                mention = _mention(piece.run, shape[0], f"几句话里报的{shape[1]}", digits)
                found[piece.turn].append(mention)
                for turn in range(piece.turn + 1, min(piece.turn + _ECHO, len(texts))):
                    said = heard[turn] = heard.get(turn) or _by_digits(texts[turn])
                    found[turn] += _echoes(said, piece.run, shape[0], digits)
    return found


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


def _numbers(
    pieces: Sequence[_Piece],
) -> Iterator[tuple[Sequence[_Piece], tuple[Kind, str], str]]:
    """Neighbouring pieces of more than one turn that make a number."""
    at = 0
    while at < len(pieces):
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
