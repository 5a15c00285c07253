"""Where things stand in rule files."""

from __future__ import annotations

from linter.errors import place_text
from linter.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a rule file (1-based).

    :ivar sheet: the sheet of a workbook; ``line`` and ``column`` are its row and column.
    :ivar cell: the cell of a table (``B3``).
    """

    path: str
    line: int
    column: int
    sheet: str = ""
    cell: str = ""

    @property
    def where(self) -> str:
        """``path:line:column``, or ``path: sheet!cell``."""
        return place_text(self.path, self.line, self.column, self.sheet, self.cell)
