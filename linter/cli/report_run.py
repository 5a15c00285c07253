"""One run over all inputs for the reviewers' report, alone or with several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing

from linter.cli.common import FAILURE, note
from linter.cli.inputs import ALL_EXCLUDED, Inputs
from linter.cli.task import Task
from linter.cli.telling import Telling
from linter.desk.choices import Choices
from linter.desk.earlier import read_earlier
from linter.desk.reporter import DeskReporter
from linter.library import Repeats, repeats
from linter.linting import Lints
from linter.reports import Tally


class ReportRun:
    """Lints every call and keeps what the page needs of it.

    Masking is the reporter's: it has to tell agents apart before.

    :param earlier: a file to compare with.
    :param task: what is linted, and how.
    :ivar tally: what was found so far.
    :ivar unread: where inputs could not be read.
    :ivar code: the exit code, when all is done.
    :raises InputError: when what to compare with cannot be read.
    """

    def __init__(
        self,
        linter: Lints,
        choices: Choices,
        earlier: str | None,
        task: Task,
    ) -> None:
        self._linter = linter
        self._choices = choices
        self._task = task
        self._telling = Telling(task.mask, strict=task.strict)
        self._reporter = DeskReporter(choices, read_earlier(earlier) if earlier else None)
        self.tally = Tally()
        self.unread: list[str] = []
        self.code = 0

    def over(self, output: str | None, apart: Iterable[str]) -> Iterator[str]:
        """The page on all inputs; those that cannot be read are told, on the page, too.

        :param output: where the page goes.
        :param apart: files that say something of the run and are no inputs.
        """
        task = self._task
        inputs = Inputs(
            task.paths,
            task.reading,
            output=output,
            apart=apart,
            failed=self._telling.failed,
            warned=self._telling.warned,
        )
        try:
            twice = repeats(inputs.files_named(), task.reading)
            if task.jobs == 1:
                self._alone(inputs, twice)
            else:
                self._shared(inputs, twice)
        finally:
            self._telling.clear()
        if inputs.all_excluded:
            note(ALL_EXCLUDED)
        self.unread = [where for where, _ in inputs.skipped]
        self.code = FAILURE if inputs.fails(strict=task.strict) else 0
        summary = self.tally.summary(
            inputs.files,
            inputs.skipped,
            self._choices.options.rules_identity,
            inputs.left_out,
            inputs.warnings,
            inputs.failures,
        )
        yield from self._reporter.end(task.mask.summary(summary))

    def _alone(self, inputs: Inputs, twice: Repeats) -> None:
        for call in inputs.calls():
            report = self._linter.lint(twice.noted(call))
            self.tally.count(report)
            self._reporter.add(self._reporter.render(report))
            self._telling.show(inputs.files, self.tally.calls)

    def _shared(self, inputs: Inputs, twice: Repeats) -> None:
        # Not at the top: who lints alone needs none of it.
        from linter.cli.shared import lint_inputs
        from linter.desk.work import DeskWork

        work = DeskWork(self._linter, self._choices, twice)
        with closing(lint_inputs(inputs, work, self._task.jobs)) as results:
            for done in results:
                self.tally.add(done.tally)
                for piece in done.pieces:
                    self._reporter.add(piece)
                self._telling.show(inputs.files, self.tally.calls)
