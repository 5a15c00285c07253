"""Why a workbook is not read; who asked for it knows what kind of error that is."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it becomes somebody's error
    """A workbook that cannot or may not be read.

    :param message: what is wrong with it.
    :param hint: the way out.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
