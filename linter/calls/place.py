"""Where in the input a reader stands, so that every error can say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.errors import InputError
from linter.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A file, perhaps a line in it, perhaps a path inside a JSON value (``turns[2].role``), perhaps
    a sheet of a workbook and a cell in it.
    """

    path: str
    line: int | None = None
    at: str = ""
    sheet: str = ""
    cell: str = ""

    def inside(self, key: str | int) -> Place:
        """The place of a member or an element of the value here."""
        step = f"[{key}]" if isinstance(key, int) else f".{key}"
        return Place(
            self.path, self.line, (self.at + step).removeprefix("."), self.sheet, self.cell
        )

    def error(self, message: str, hint: str = "", column: int | None = None) -> InputError:
        """Make the error to be raised here."""
        said = f"{self.at}：{message}" if self.at else message
        return InputError(
            said,
            path=self.path,
            line=self.line,
            column=column,
            hint=hint,
            sheet=self.sheet,
            cell=self.cell,
        )


def string_of(row: Mapping[str, Any], key: str, place: Place) -> str:
    """A field of the JSON object at a place; numbers are taken as written, for ids that are some.

    :return: empty when it is not there.
    :raises InputError: when it is neither a string nor a whole number.
    """
    value = row.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise place.inside(key).error("要是字符串")
    return str(value)
