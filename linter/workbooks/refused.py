"""Why a workbook is not read; who asked for it knows what kind of error that is."""

from __future__ import annotations

import zipfile
import zlib
from xml.parsers.expat import ExpatError

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, ExpatError, EOFError, KeyError, ValueError, TypeError),
    *(IndexError, AttributeError, OverflowError, NotImplementedError, RuntimeError, SyntaxError),
    *(OSError, AssertionError, ArithmeticError),
)
"""What the parsers raise for a file that is not what it says."""


class Refused(Exception):  # noqa: N818 - it becomes somebody's error
    """A workbook that cannot or may not be read.

    :param message: what is wrong with it.
    :param hint: the way out.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def unreadable(error: BaseException) -> Refused:
    """For what a parser raised."""
    return Refused(f"读不懂这个工作簿：{error}", "用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV")
