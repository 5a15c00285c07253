"""Workflow commands, which GitHub Actions turns into annotations of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
GitHub shows ten errors, ten warnings and ten notices of a step; the others are in its log.
"""

from __future__ import annotations

from collections.abc import Iterable

from linter.judged import Report
from linter.model import Finding
from linter.reports.base import Reporter
from linter.reports.categories import category_name
from linter.reports.checkout import Checkout
from linter.reports.message import message
from linter.reports.options import Options
from linter.reports.regions import region
from linter.reports.selection import problems
from linter.reports.summary import Summary
from linter.reports.words import words

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubReporter(Reporter[str]):
    """One command a finding; those to be reviewed are notices, for nothing fails over them."""

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        self._checkout = Checkout()

    def render(self, report: Report) -> str:
        """The call's findings."""
        found = problems(report.findings, self.options)
        return "".join(self._line(finding, report) for finding in found)

    def add(self, piece: str) -> Iterable[str]:
        """The lines as they are."""
        return (piece,) if piece else ()

    def end(self, summary: Summary) -> Iterable[str]:
        """What could not be read, as errors."""
        for error in summary.failures:
            place: dict[str, str | int] = {}
            if error.path:
                place["file"] = self._checkout.path(error.path)
            if error.line is not None and not error.cell:
                place["line"] = error.line
                if error.column is not None:
                    place["col"] = error.column
            yield command("error", {**place, "title": "huashu"}, str(error))

    def _line(self, finding: Finding, report: Report) -> str:
        lang = self.options.lang
        turn = report.call.turns[finding.turn]
        place: dict[str, str | int] = {"file": self._checkout.path(finding.path)}
        found = region(turn, finding.start, finding.end)
        if found is not None:
            place["line"] = found.line
            if found.exact:
                place["endLine"] = found.end_line
            # GitHub leaves columns out of annotations of several lines.
            if found.exact and found.line == found.end_line:
                place |= {"col": found.column, "endColumn": found.end_column}
        cell = f" {finding.sheet}!{finding.cell}" if finding.cell else ""
        title = f"{finding.rule} {category_name(finding.category, lang)}{cell}"
        kind = "notice" if finding.certainty == "review" else _COMMANDS[finding.severity]
        text = message(finding, report.call, words(lang)).text
        return command(kind, {**place, "title": title}, text)


def command(name: str, properties: dict[str, str | int], text: str) -> str:
    """One workflow command, a line of its own."""
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
