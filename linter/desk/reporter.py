"""Collects calls as they come, and writes the page when the last one is there.

A process that lints makes a row, the packed words and the counts of a call, and nothing else goes
from one process to another; what is kept until the end is the rows and compressed details.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from linter.desk.choices import Choices
from linter.desk.details import detail
from linter.desk.earlier import Earlier
from linter.desk.figures import Counted, Figures, counted
from linter.desk.naming import Agent, Names, agent_of, disguised
from linter.desk.packing import Packer, numbered, written
from linter.desk.rows import row
from linter.desk.run_data import run_data
from linter.desk.times import day_of
from linter.judged import Report
from linter.masking import Apart, team_key
from linter.reports import Reporter, Summary


class Piece(NamedTuple):
    """What is made of one call before it knows of the others."""

    row: dict[str, Any]
    detail: bytes
    counted: Counted
    agent: Agent
    team_key: str = ""


class DeskReporter(Reporter[Piece]):
    """The reviewers' report.

    :param earlier: a run to compare with.
    """

    def __init__(self, choices: Choices, earlier: Earlier | None = None) -> None:
        super().__init__(choices.options)
        self._choices = choices
        self._earlier = earlier
        self._names = Names(choices)
        self._apart = Apart()
        self._figures = Figures()
        self._packer = Packer()
        self._rows: list[dict[str, Any]] = []

    def render(self, report: Report) -> Piece:
        """One call's row, words and counts."""
        agent, team = agent_of(report.call), team_key(report.call)
        report = disguised(report, self._choices)
        return Piece(
            row(report, self._choices.fatal, self.options.lang),
            written(detail(report, self.options)),
            counted(report),
            agent,
            team,
        )

    def add(self, piece: Piece) -> Iterable[str]:
        """Keep it; nothing is written before all calls are known."""
        number, name = len(self._rows), self._names.of(piece.agent)
        team = self._apart.of(piece.team_key, piece.row["team"])
        made = {"n": number, **piece.row, "agent": name, "team": team}
        group = name if self._choices.by_agent else made["team"]
        self._figures.add(made, piece.counted, group, day_of(made["started_at"]))
        self._rows.append(made)
        self._packer.add(numbered(piece.detail, number))
        return ()

    def end(self, summary: Summary) -> Iterable[str]:
        """The page."""
        from linter.desk.page import PageData, page

        run = run_data(self._figures, summary, self._choices, self._earlier, self._names.hidden)
        return page(PageData(run, self._rows, self._packer.chunks()))
