"""What parsers raise for a workbook that is not what it says, and what becomes of it."""

from __future__ import annotations

import zipfile
import zlib
from xml.parsers.expat import ExpatError

from linter.workbooks.refused import Refused

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ExpatError, EOFError, KeyError, ValueError, TypeError),
    *(IndexError, AttributeError, OverflowError, NotImplementedError, RuntimeError, SyntaxError),
    *(OSError, AssertionError, ArithmeticError),
)
"""What the parsers raise for a file that is not what it says."""


def unreadable(error: BaseException) -> Refused:
    """For what a parser raised."""
    return Refused(f"读不懂这个工作簿：{error}", "用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV")
