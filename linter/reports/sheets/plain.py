"""A worksheet that takes no text for markup; import it where a workbook is made."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet


class PlainSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A worksheet of texts and numbers.

    XlsxWriter writes a text from ``<r>`` to ``</r>`` into the file as it is, because its own rich
    strings look so. There are none here, so such a text is what somebody said.
    """

    def _xml_rich_inline_string(self, string: str, attributes: list[Any]) -> None:
        self._xml_inline_string(string, False, attributes)
