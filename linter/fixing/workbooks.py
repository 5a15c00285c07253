"""Cells of a workbook changed in the XML of their sheet; every other part stays as it is."""

from __future__ import annotations

import copy
import io
import shutil
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linter import workbooks
from linter.calls.workbook import MAX_UNPACKED
from linter.errors import InputError
from linter.fixing.edits import NO_CELL, NO_TEXT, NOT_UTF8, RICH, UNSURE, Edit, Reason
from linter.fixing.sheet_cells import NotUtf8Error, placed_cells, rich_texts, with_texts
from linter.workbooks import Limits, Refused, Sheet, Workbook, cell_name
from linter.workbooks.broken import BROKEN, unreadable


class _Words(NamedTuple):
    """A cell: the part of the workbook it is in, its words, why they cannot be changed."""

    part: str
    text: str
    why_not: Reason | None


class WorkbookFile:
    """An Excel workbook as it stands.

    :param data: its bytes.
    :param name: what errors call it.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name

    def refusals(self, edits: Sequence[Edit]) -> list[Reason | None]:
        """For each edit why it cannot be made; ``None`` when it can.

        :raises InputError: when the workbook cannot be read.
        """
        cells = self._cells(edits)
        return [_refusal(cells.get(_place(edit)), edit) for edit in edits]

    def changed_by(self, edits: Sequence[Edit]) -> WorkbookFile:
        """The workbook with the edits; none may be refused, and none may overlap another.

        :raises InputError: when the workbook cannot be read.
        """
        cells = self._cells(edits)
        texts = {place: words.text for place, words in cells.items()}
        for edit in sorted(edits, key=lambda one: -one.finding.start):
            place = _place(edit)
            # What stands before it is as it was: the last edit comes first.
            at = _begin(cells[place].text, edit) + edit.finding.start
            text = texts[place]
            texts[place] = text[:at] + edit.new + text[at + len(edit.finding.quote) :]
        parts: dict[str, dict[str, str]] = defaultdict(dict)
        for (sheet, name), text in texts.items():
            parts[cells[sheet, name].part][name] = text
        return WorkbookFile(_rewritten(self.data, parts), self.name)

    def _cells(self, edits: Sequence[Edit]) -> dict[tuple[str, str], _Words]:
        """The cells that edits are for, by sheet and name; those there are."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for edit in edits:
            wanted[edit.finding.sheet].add(edit.finding.cell)
        found: dict[tuple[str, str], _Words] = {}
        try:
            with workbooks.opened(io.BytesIO(self.data), Limits(MAX_UNPACKED)) as book:
                for sheet in book.sheets:
                    for name, words in _of_sheet(book, sheet, wanted.pop(sheet.title, set())):
                        found[sheet.title, name] = words
        except Refused as refused:
            raise InputError(refused.message, path=self.name, hint=refused.hint) from None
        except BROKEN as error:
            broken = unreadable(error)
            raise InputError(broken.message, path=self.name, hint=broken.hint) from None
        return found


def _of_sheet(book: Workbook, sheet: Sheet, wanted: set[str]) -> list[tuple[str, _Words]]:
    if not wanted:
        return []
    cells = {
        name: cell
        for row in sheet.rows()
        for column, cell in row.cells.items()
        if (name := cell_name(row.number, column)) in wanted
    }
    with book.part(sheet.part) as data:
        xml = data.read()
    try:
        placed = placed_cells(xml, wanted)
    except NotUtf8Error:
        return [(name, _Words(sheet.part, "", NOT_UTF8)) for name in wanted]
    shared = {one.shared for one in placed.values() if one.shared is not None}
    with book.shared_texts() as texts:
        rich = rich_texts(texts, shared) if texts and shared else frozenset()
    found: list[tuple[str, _Words]] = []
    for name, place in placed.items():
        cell = cells.get(name)
        why: Reason | None = None
        if cell is None or cell.is_formula or cell.kind != "text":
            why = NO_TEXT
        elif not place.is_plain or place.shared in rich:
            why = RICH
        found.append((name, _Words(sheet.part, cell.text if cell else "", why)))
    return found


def _place(edit: Edit) -> tuple[str, str]:
    return edit.finding.sheet, edit.finding.cell


def _refusal(words: _Words | None, edit: Edit) -> Reason | None:
    if words is None:
        return NO_CELL
    if words.why_not is not None:
        return words.why_not
    return None if _begin(words.text, edit) >= 0 else UNSURE


def _begin(text: str, edit: Edit) -> int:
    """Where a line begins in its cell, behind numbers and labels; -1 when it is not there."""
    said = text.rstrip()
    return len(said) - len(edit.turn.text) if said.endswith(edit.turn.text) else -1


def _rewritten(data: bytes, parts: Mapping[str, Mapping[str, str]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            kept = copy.copy(info)
            with old.open(info) as source, new.open(kept, "w") as target:
                if texts := parts.get(info.filename):
                    target.write(with_texts(source.read(), texts))
                else:
                    shutil.copyfileobj(source, target)
    return out.getvalue()
