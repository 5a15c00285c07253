"""Telling what this program wrote, a score sheet or an example set, from somebody's workbook."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from linter.workbooks.broken import BROKEN

CREATOR = "huashu"
"""Whom they name as their author."""
FINDINGS = ("发现", "Findings")
"""What a score sheet calls its rows of findings."""
_PROPERTIES = "docProps/core.xml"
_MARK = f"<dc:creator>{CREATOR}</dc:creator>".encode()
_MOST = 1 << 16


def is_own(file: str | BinaryIO) -> bool:
    """Whether a workbook is one of them, reviewed or not; what cannot be read is none.

    Programs that save a workbook again keep its author.
    """
    try:
        with zipfile.ZipFile(file) as archive, archive.open(_PROPERTIES) as part:
            return _MARK in part.read(_MOST)
    except BROKEN:
        return False
