"""Tables of Markdown scripts: GitHub's, whose rows may lack the pipes at their edges."""

from __future__ import annotations

from collections.abc import Sequence

from linter import lazy
from linter.calls.scripts.columns import TableDraft, script_columns
from linter.calls.scripts.draft import Draft
from linter.calls.scripts.places import trimmed
from linter.model import Line

_ROW = lazy.pattern(r"\s{0,3}\|.*\|.*")
_RULE_ROW = lazy.pattern(r"[\s|:]*-[\s|:\-]*")
_CELL = lazy.pattern(r"(?>(?:[^|\\]++|\\.?)*)")


def is_row(line: str) -> bool:
    """Whether a line is a row wherever it stands: with a pipe before its first cell."""
    return _ROW.fullmatch(line) is not None


def header_of(number: int, line: str, above: str) -> list[Line] | None:
    """The header of a table that begins with this line or, without a pipe before it, the one above.

    :param number: of the line, from 1.
    :param above: the plain line just above it, if there is one.
    :return: its cells; ``None`` when no table begins here.
    """
    if is_row(line):
        return cells_of(line, number)
    if "|" in line and "|" in above and _RULE_ROW.fullmatch(line):
        return cells_of(above, number - 1)
    return None


def cells_of(line: str, number: int) -> list[Line]:
    """The cells of a row of a table, each with the place of its words."""
    found: list[Line] = []
    end = len(line.rstrip())
    at = line.index("|") + 1 if line.lstrip().startswith("|") else 0
    while at < end:
        cell = _CELL.match(line, at, end)
        assert cell is not None
        found.append(trimmed(Line(cell[0], number, at + 1)))
        at = cell.end() + 1
    return found


class MarkdownTable:
    """Puts the rows of one table into a draft.

    :param header: the cells of its first row; where they name no scripts, the rows explain.
    :param level: of the headings that the cells of scenes make.
    :ivar holds_scripts: whether they do name scripts.
    """

    def __init__(self, draft: Draft, header: Sequence[Line], level: int) -> None:
        self._draft = draft
        columns = script_columns([cell.text for cell in header])
        self.holds_scripts = columns is not None
        self._table = TableDraft(draft, columns, level) if columns else None
        if columns is None:
            draft.explain(" | ".join(cell.text for cell in header))

    def row(self, number: int, line: str) -> None:
        """Take a row; the one of dashes below the header says nothing."""
        if _RULE_ROW.fullmatch(line):
            return
        if self._table is None:
            self._draft.explain(line)
        else:
            self._table.row(cells_of(line, number))

    def end(self) -> None:
        """What comes next is in none of the table's scenes."""
        if self._table is not None:
            self._table.end()
