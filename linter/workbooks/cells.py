"""One cell of a sheet: what is stored in it, and what a person sees."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "number", "date", "bool", "error", "empty"]

_LETTERS = 26


class Cell(NamedTuple):
    """A cell that has something in it.

    :ivar column: counted from 1.
    :ivar text: what a person sees; dates and times in the one spelling of
        :func:`linter.workbooks.shown.moment_shown`.
    :ivar kind: what is stored; ``empty`` for a formula whose result nobody has worked out.
    :ivar is_formula: whether the text is a formula's result, as it was when last saved.
    """

    column: int
    text: str
    kind: Kind
    is_formula: bool = False


def cell_name(row: int, column: int) -> str:
    """A cell's name as spreadsheets have it, ``B3``; row and column count from 1."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def column_number(letters: str) -> int:
    """The column that ``AB`` is, counted from 1.

    :raises ValueError: for what is no column's name.
    """
    number = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise ValueError(f"{letters} 不是列名")
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def column_of(name: str) -> int:
    """The column of a cell called ``B3``, counted from 1.

    :raises ValueError: for what is no cell's name.
    """
    return column_number(name.rstrip("0123456789"))
