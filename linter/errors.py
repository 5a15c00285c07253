"""What can go wrong with what the user gave us.

One base class; every error names the file, the line and column or the cell when there is one,
what is wrong, and the way out. The command line turns each into one line and exit code 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar


def place_text(
    path: str, line: int | None, column: int | None, sheet: str = "", cell: str = ""
) -> str:
    """``path:line:column`` as far as known, or ``path: sheet!cell``."""
    if sheet or cell:
        return f"{path}: {'!'.join(filter(None, (sheet, cell)))}"
    if line is None:
        return path
    return f"{path}:{line}" if column is None else f"{path}:{line}:{column}"


class HuashuError(Exception):
    """Something the user can put right.

    :param message: what is wrong, in one sentence.
    :param path: the file, or ``<stdin>``; empty when there is none.
    :param line: 1-based line, or ``None``; the row of a cell.
    :param column: 1-based column in code points, or ``None``; that of a cell among columns.
    :param hint: what to write or do instead.
    :param sheet: the sheet of a workbook; empty when the file has only one.
    :param cell: the cell's name in its sheet (``B3``); people find it faster than a line.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str = "",
        line: int | None = None,
        column: int | None = None,
        hint: str = "",
        sheet: str = "",
        cell: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint
        self.sheet = sheet
        self.cell = cell

    @property
    def where(self) -> str:
        """``path:line:column`` as far as known, or ``path: sheet!cell``."""
        return place_text(self.path, self.line, self.column, self.sheet, self.cell)

    def __str__(self) -> str:
        text = f"{self.where}: {self.message}" if self.path else self.message
        return f"{text}; {self.hint}" if self.hint else text


Error = TypeVar("Error", bound=HuashuError)


def in_order(errors: Iterable[Error]) -> list[Error]:
    """Errors of one file as they stand in it."""
    return sorted(errors, key=lambda error: (error.line or 0, error.column or 0))


class InputError(HuashuError):
    """A transcript or script file that cannot be read as what it claims to be."""


class RuleError(HuashuError):
    """A rule file that does not say what a rule may say."""


class UsageError(HuashuError):
    """An option or argument that makes no sense."""


class ConfigError(HuashuError):
    """A configuration that does not say what it may say."""


class Several(HuashuError):  # noqa: N818 - it is a collection of errors
    """All errors at once.

    :param errors: at least one error, in file order.
    """

    def __init__(self, errors: Iterable[HuashuError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(str(error) for error in self.errors))


class RuleErrors(Several):
    """All errors of all rule files at once."""


class ConfigErrors(Several):
    """All errors of a configuration at once."""
