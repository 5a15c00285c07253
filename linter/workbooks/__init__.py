"""Excel workbooks (``.xlsx``, ``.xlsm``), read as a stream and within limits.

What rule tables and transcripts have in common: openpyxl reads how the workbook is built and what
its number formats are; rows and texts, which may be millions, are read off the XML as they come.
Office Open XML is ECMA-376; its part 1 is meant where a convention is named here.
"""

from linter.workbooks.book import Limits, Sheet, Workbook, opened
from linter.workbooks.cells import Cell, cell_name, column_of
from linter.workbooks.refused import Refused

__all__ = ["Cell", "Limits", "Refused", "Sheet", "Workbook", "cell_name", "column_of", "opened"]
