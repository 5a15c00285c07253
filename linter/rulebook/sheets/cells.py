"""What a reviewer's table has in its cells, whichever file it came from.

A :class:`Cell` is text as a person sees it in the sheet, with its place. What has no text of its
own (a formula, a date ...) keeps the reason and the way out: it matters only where that cell is
asked for, and a serial number may well be a formula.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from linter.errors import RuleError

MAX_ROWS = 50_000
"""Rows with anything in them, in all sheets of a file together."""

_CARRIAGE_RETURN = re.compile(r"_x000[dD]_|\r\n?")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
_COLUMN_LETTERS = 26
_FORMULA = "这里是公式，不是文字"
_FORMULA_HINT = "复制这一列，选择性粘贴为“数值”"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    :ivar text: what a person sees, without blanks around it.
    :ivar sheet: the sheet's name; empty in a file that has no sheets.
    :ivar row: counted from 1.
    :ivar column: counted from 1.
    :ivar problem: why the text cannot be used, or empty; ``hint``: what to do then.
    """

    text: str
    sheet: str
    row: int
    column: int
    problem: str = ""
    hint: str = ""

    @property
    def name(self) -> str:
        """As spreadsheets call it: ``B3``."""
        letters, left = "", self.column
        while left:
            left, letter = divmod(left - 1, _COLUMN_LETTERS)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"

    @property
    def where(self) -> str:
        """The cell with its sheet: ``Sheet1!B3``."""
        return f"{self.sheet}!{self.name}" if self.sheet else self.name


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row that have anything in them, by column.

    :ivar lent: what the row has of a cell that was merged downwards from a row above.
    """

    number: int
    cells: Mapping[int, Cell]
    lent: Mapping[int, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet that have anything in them, in order."""

    sheet: str
    rows: tuple[Row, ...]


@dataclass
class Complaints:
    """Collects what is wrong in the cells of a file."""

    path: str
    errors: list[RuleError] = field(default_factory=list)

    def at(self, cell: Cell, message: str, hint: str = "") -> None:
        """Note an error at a cell."""
        self.errors.append(error_at(self.path, cell, message, hint))

    def of_file(self, message: str, hint: str = "") -> None:
        """Note an error of the whole file."""
        self.errors.append(RuleError(message, path=self.path, hint=hint))

    def text(self, cell: Cell | None) -> str:
        """The cell's text; empty when there is no cell, or after noting why it has none."""
        if cell is None:
            return ""
        if cell.problem:
            self.at(cell, cell.problem, cell.hint)
            return ""
        return cell.text


def error_at(path: str, cell: Cell, message: str, hint: str = "") -> RuleError:
    """An error at a cell."""
    return RuleError(
        message,
        path=path,
        line=cell.row,
        column=cell.column,
        hint=hint,
        sheet=cell.sheet,
        cell=cell.name,
    )


def text_cell(text: str, sheet: str, row: int, column: int) -> Cell | None:
    """A cell of text; ``None`` when there is nothing to see."""
    seen = _INVISIBLE.sub("", _CARRIAGE_RETURN.sub("\n", text)).strip()
    return Cell(seen, sheet, row, column) if seen else None


def formula(cell: Cell) -> Cell:
    """The cell as one that has a formula: its result may be old, or missing."""
    return replace(cell, problem=_FORMULA, hint=_FORMULA_HINT)
