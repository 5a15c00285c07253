"""A workbook to review calls with: by team, a row a call, a row a finding, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from linter.judged import Report
from linter.masking import Apart, Pseudonyms, agent_key, pseudonymised, team_key
from linter.reports.base import Reporter
from linter.reports.options import Options
from linter.reports.sheets import arithmetic, calls, findings, notes, unjudged
from linter.reports.sheets.book import MOST_ROWS, Book, Sheet
from linter.reports.sheets.cells import Value
from linter.reports.sheets.piece import AGENT, TEAM, Piece, Row, named
from linter.reports.sheets.teams import Teams
from linter.reports.sheets.writing import require
from linter.reports.summary import Summary
from linter.workbooks.own import CREATOR


class XlsxReporter(Reporter[Piece]):
    """Rows are written as calls come; the first sheet is filled, and the file made, at the end.

    :cvar most_rows: rows of a sheet, its head among them.
    :raises UsageError: when XlsxWriter is not installed.
    """

    binary: ClassVar[bool] = True
    most_rows: ClassVar[int] = MOST_ROWS

    def __init__(self, options: Options) -> None:
        require()
        super().__init__(options)
        self._names = Pseudonyms(options.lang)
        self._apart = Apart()
        self._teams = Teams()
        self._pages: _Pages | None = None

    def render(self, report: Report) -> Piece:
        """The call's rows, in which the agent has no name yet."""
        key = agent_key(report.call) if self.options.agents == "pseudonyms" else ""
        if self.options.agents != "names":
            report = pseudonymised(report, AGENT if key else "")
        team, apart = report.call.team, team_key(report.call)
        if team:
            report = replace(report, call=replace(report.call, team=TEAM))
        total, full = calls.total_of(report)
        count = calls.counts(report)
        lang = self.options.lang
        return Piece(
            agent=key,
            team=team,
            team_key=apart if team else "",
            head=calls.head_row(report.call, lang),
            scored=calls.scored_cells(report, lang),
            tail=calls.tail_row(report, count, self.options),
            findings=tuple(findings.finding_rows(report, self.options)),
            steps=tuple(arithmetic.step_rows(report, lang)),
            unjudged=tuple(unjudged.unjudged_rows(report, self.options)),
            counts=count,
            scheme=report.sheet.scheme if report.sheet else "",
            total=total,
            full=full,
            band=report.sheet.band if report.sheet else "",
        )

    def add(self, piece: Piece) -> Iterable[bytes]:
        """Nothing yet: a workbook is whole only at its end."""
        if self._pages is None:
            self._pages = _Pages(self.options, self.most_rows, piece)
        team = self._apart.of(piece.team_key, piece.team)
        self._teams.add(piece._replace(team=team))
        self._pages.write(piece, self._names.of(piece.agent), team)
        return ()

    def end(self, summary: Summary) -> Iterator[bytes]:
        """The whole workbook."""
        pages = self._pages or _Pages(self.options, self.most_rows, None)
        yield from pages.finish(self._teams, summary)


class _Pages:
    """The sheets of a workbook; how calls are scored in the first decides on their columns."""

    def __init__(self, options: Options, most_rows: int, first: Piece | None) -> None:
        lang = options.lang
        self._options = options
        self._scored: Mapping[str, Value] = first.scored if first else {}
        self._scheme = first.scheme if first else ""
        full = float(first.full if first else calls.FULL)
        self._book = Book(lang, CREATOR, most_rows)
        self._summary = self._book.reserve(Teams().layout(lang).title)
        self._calls = self._book.add(calls.layout(self._scored, full, options))
        self._findings = self._book.add(findings.layout(lang))
        self._steps = self._book.add(arithmetic.layout(lang)) if self._scheme else None
        self._unjudged = self._book.add(unjudged.layout(lang))

    def write(self, piece: Piece, name: str, team: str) -> None:
        """Write a call; ``name`` is the agent's, ``team`` the team's."""
        self._calls.row(named(self._call(piece), name, team))
        for sheet, rows in (
            (self._findings, piece.findings),
            (self._steps, piece.steps),
            (self._unjudged, piece.unjudged),
        ):
            if sheet is not None:
                _fill(sheet, (named(row, name, team) for row in rows))

    def finish(self, teams: Teams, summary: Summary) -> Iterator[bytes]:
        """The rest, and the file."""
        options, lang = self._options, self._options.lang
        _fill(self._unjudged, unjudged.unread_rows(summary, lang))
        _fill(
            self._book.add(teams.layout(lang), self._summary),
            teams.rows(lang, praise=options.show_praise),
        )
        rows = notes.note_rows(summary, options, self._scheme, self._book.spilt)
        _fill(self._book.add(notes.layout(lang)), rows)
        yield from self._book.finish()

    def _call(self, piece: Piece) -> Row:
        """Its row: what it has in a column that the first call had not, goes into the last."""
        more = (f"{k}: {v}" for k, v in piece.scored.items() if k not in self._scored)
        return (
            *piece.head,
            *(piece.scored.get(head) for head in self._scored),
            "\n".join(more),
            *piece.tail,
        )


def _fill(sheet: Sheet, rows: Iterable[Row]) -> None:
    for row in rows:
        sheet.row(row)
