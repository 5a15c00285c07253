"""Cells of a workbook changed in the XML of their sheet; every other part stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from linter import lazy, workbooks
from linter.calls.format_xlsx import MAX_UNPACKED
from linter.errors import InputError
from linter.fixing.edits import Edit
from linter.workbooks import Limits, Refused, Workbook

_ATTRIBUTE = lazy.pattern(r"""\s+([\w:]+)\s*=\s*("[^"]*"|'[^']*')""")
_CELL = (
    r"""<(?P<prefix>\w+:)?c(?=\s)(?P<attributes>(?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*?"""
    r"""\s+r\s*=\s*["']{cell}["'](?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*"""
    r"""(?:/>|>.*?</(?:\w+:)?c\s*>)"""
)
_CONTROL = lazy.pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|_x[0-9A-Fa-f]{4}_")

Cells = Mapping[str, str]
"""Cell name to its new text."""


class WorkbookFile:
    """An Excel workbook as it stands.

    :param data: its bytes.
    :param name: what errors call it.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name

    def refusal(self, edit: Edit) -> str:
        """Why an edit cannot be made; empty when it can."""
        try:
            with workbooks.opened(io.BytesIO(self.data), Limits(MAX_UNPACKED)) as book:
                part, text, why = _cell(book, edit)
                if why:
                    return why
                with book.part(part) as sheet:
                    element = _element(sheet.read().decode(), edit.finding.cell)
                if element is None:
                    return "在工作表里找不到这一格"
        except UnicodeDecodeError:
            return "工作表不是 UTF-8 的，请手工改"
        except Refused as refused:
            raise InputError(refused.message, path=self.name, hint=refused.hint) from None
        if text.count(edit.text) != 1:
            return "这一格里同样的话不止一处，请手工改"
        return "格里有写不进去的控制符" if _CONTROL.search(text + edit.new) else ""

    def changed_by(self, edits: Sequence[Edit]) -> WorkbookFile:
        """The workbook with the edits; none of them may be refused."""
        texts: dict[tuple[str, str], str] = {}
        parts: dict[str, dict[str, str]] = defaultdict(dict)
        with workbooks.opened(io.BytesIO(self.data), Limits(MAX_UNPACKED)) as book:
            for edit in sorted(edits, key=lambda one: -one.finding.start):
                found = edit.finding
                part, text, _ = _cell(book, edit)
                place = part, found.cell
                at = text.index(edit.text) + found.start
                text = texts.get(place, text)
                texts[place] = text[:at] + edit.new + text[at + len(found.quote) :]
                parts[part][found.cell] = texts[place]
        return WorkbookFile(_rewritten(self.data, parts), self.name)


def _cell(book: Workbook, edit: Edit) -> tuple[str, str, str]:
    """The part a cell is in, its text, and why it cannot be changed."""
    found = edit.finding
    sheet = next((one for one in book.sheets if one.title == found.sheet), None)
    row = next((one for one in sheet.rows() if one.number == found.line), None) if sheet else None
    column = workbooks.column_of(found.cell)
    cell = row.cells.get(column) if row else None
    if sheet is None or cell is None:
        return "", "", "在工作表里找不到这一格"
    if cell.is_formula or cell.kind != "text":
        return sheet.part, "", "这一格是公式或数字，请手工改"
    if sheet.is_rich(found.cell):
        return sheet.part, "", "这一格的字有几种格式，请手工改"
    return sheet.part, cell.text, ""


def _rewritten(data: bytes, parts: Mapping[str, Cells]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            content = old.read(info)
            if cells := parts.get(info.filename):
                xml = content.decode()
                for cell, text in cells.items():
                    xml = _with(xml, cell, text)
                content = xml.encode()
            new.writestr(info, content, compress_type=info.compress_type)
    return out.getvalue()


def _element(xml: str, cell: str) -> re.Match[str] | None:
    """The element of a cell, with the ``prefix`` of its name and its ``attributes``."""
    return re.search(_CELL.format(cell=re.escape(cell)), xml, re.DOTALL)


def _with(xml: str, cell: str, text: str) -> str:
    """A sheet in which a cell has another text, and the style it had."""
    found = _element(xml, cell)
    assert found is not None
    prefix = found["prefix"] or ""
    kept = "".join(m[0] for m in _ATTRIBUTE.finditer(found["attributes"]) if m[1] != "t")
    written = (
        f'<{prefix}c{kept} t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">'
        f"{escape(text)}</{prefix}t></{prefix}is></{prefix}c>"
    )
    return xml[: found.start()] + written + xml[found.end() :]
