"""Excel workbooks (``.xlsx``, ``.xlsm``), read as a stream and within limits.

What rule tables and transcripts have in common: openpyxl reads how the workbook is built and what
its number formats are; rows and texts, which may be millions, are read off the XML as they come.
Office Open XML is ECMA-376; its part 1 is meant where a convention is named here.

What reads them is imported when it is asked for: every table refers to a cell or to what may be
refused, and hardly any is a workbook.
"""

from typing import TYPE_CHECKING

from linter.workbooks.cells import Cell, cell_name, column_of
from linter.workbooks.refused import Refused

if TYPE_CHECKING:
    from linter.workbooks.book import Limits, Sheet, Workbook, opened

__all__ = ["Cell", "Limits", "Refused", "Sheet", "Workbook", "cell_name", "column_of", "opened"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from linter.workbooks import book

    found = globals()[name] = getattr(book, name)
    return found
