"""One run of the linter over all inputs, up to its exit code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TextIO

from linter.cli.common import FAILURE, FINDINGS, complain, table
from linter.cli.inputs import Inputs
from linter.cli.progress import Progress
from linter.errors import HuashuError
from linter.linting import Linter
from linter.model import SEVERITY_RANK, Finding, Report
from linter.reports import FORMATS, Lang, Options, Summary, category_name
from linter.rulebook.types import RuleBook

NEVER = "never"


class Run:
    """One run: reads, lints, writes, and remembers what the exit code depends on.

    :param format_: one of :data:`linter.reports.FORMATS`.
    :param out: where the report goes.
    :param fail_on: the least severity that makes the run fail, or :data:`NEVER`.
    :ivar by_rule: how many findings of each rule were shown.
    """

    def __init__(
        self, linter: Linter, format_: str, options: Options, out: TextIO, fail_on: str
    ) -> None:
        self._linter = linter
        self._reporter = FORMATS[format_](options)
        self._out = out
        self._fail_on = fail_on
        self._progress = Progress(sys.stderr)
        self._summary = Summary(rules=options.rules_identity)
        self._failing = False
        self.by_rule: Counter[str] = Counter()

    def over(self, paths: tuple[str, ...], source: str | None, output: str | None) -> int:
        """Lint all inputs and return the exit code; a failure is never masked by findings."""
        inputs = Inputs(paths, source, output=output, failed=self._failed)
        self._write(self._reporter.begin())
        for call in inputs.calls():
            self._take(self._linter.lint(call))
            self._progress.show(inputs.files, self._summary.calls)
        summary = replace(self._summary, files=inputs.files, skipped=tuple(inputs.skipped))
        self._write(self._reporter.end(summary))
        self._progress.clear()
        if inputs.skipped:
            return FAILURE
        return FINDINGS if self._failing else 0

    def _take(self, report: Report) -> None:
        self._summary = self._summary.plus(report)
        self.by_rule.update(finding.rule for finding in report.findings)
        self._failing = self._failing or any(
            fails(finding, self._fail_on) for finding in report.findings
        )
        self._write(self._reporter.call(report))

    def _write(self, pieces: Iterable[str]) -> None:
        for piece in pieces:
            self._progress.clear()
            self._out.write(piece)

    def _failed(self, error: HuashuError) -> None:
        self._progress.clear()
        complain(error)


def fails(finding: Finding, fail_on: str) -> bool:
    """Whether a finding makes the run fail; what needs a person's look and praise never do."""
    return (
        fail_on != NEVER
        and finding.certainty == "certain"
        and not finding.praise
        and SEVERITY_RANK[finding.severity] >= SEVERITY_RANK[fail_on]
    )


def count_lines(by_rule: Counter[str], book: RuleBook, lang: Lang) -> Iterator[str]:
    """How many findings each rule has, most first."""
    yield "按规则计数：" if lang == "zh" else "By rule:"
    categories = {rule.id: rule.category for rule in book.rules}
    yield from table(
        (f"{count:>6}", rule, category_name(categories[rule], lang))
        for rule, count in sorted(by_rule.items(), key=lambda item: (-item[1], item[0]))
    )
