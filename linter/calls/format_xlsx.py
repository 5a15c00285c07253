"""Excel workbooks; see :mod:`linter.calls.workbook`."""

from __future__ import annotations

from collections.abc import Iterator

from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call, Script


def _read(source: Source) -> Iterator[Call]:
    # Not at the top: most runs read no workbook, and all wait for what is imported.
    from linter.calls.workbook import read_workbook

    return read_workbook(source)


def _script(source: Source) -> Script:
    from linter.calls.workbook import workbook_script

    return workbook_script(source)


def _sniff(_head: str, _suffix: str) -> int:
    return 70  # there is no other kind of workbook


FORMAT = Format(
    name="xlsx",
    suffixes=(".xlsx", ".xlsm"),
    sniff=_sniff,
    read=_read,
    script=_script,
    workbook=True,
)
