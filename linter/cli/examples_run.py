"""One collection over all inputs, alone or with several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.cli.common import note
from linter.cli.inputs import ALL_EXCLUDED, Inputs
from linter.cli.task import Task
from linter.cli.telling import Telling
from linter.coaching.examples.card import Sources
from linter.coaching.examples.collecting import Collected, Collector
from linter.coaching.examples.making import Read
from linter.coaching.examples.pool import Pool
from linter.errors import UsageError
from linter.library import Repeats
from linter.linting import Lints
from linter.reports import Tally


class ExamplesRun:
    """Reads and lints everything that is named, and keeps candidates.

    :param linter: that of the collector.
    :param task: what is linted, and how.
    :ivar sources: counts of what was read.
    :ivar read: the same of the inputs.
    :ivar traces: what became of exceptions and of the baseline.
    :ivar unread: where inputs could not be read.
    """

    def __init__(self, collector: Collector, linter: Lints, pool: Pool, task: Task) -> None:
        self._collector = collector
        self._linter = linter
        self._pool = pool
        self._task = task
        self._telling = Telling(strict=task.strict)
        self.sources = Sources()
        self.read = Read()
        self.traces = Tally()
        self.unread: list[str] = []

    def over(self, outputs: Iterable[str]) -> bool:
        """Collect from all inputs, and tell whether all went well.

        :param outputs: the files that are written.
        :raises UsageError: when no input could be read: a set of nothing is no set.
        """
        task = self._task
        inputs = Inputs(
            task.paths,
            task.reading,
            output=outputs,
            apart=task.apart,
            failed=self._telling.failed,
            warned=self._telling.warned,
        )
        try:
            collect = self._alone if task.jobs == 1 else self._shared
            for collected in collect(inputs):
                self._pool.add(collected.candidates)
                self.sources.add(collected)
                if collected.traces is not None:
                    self.traces.traces.add(collected.traces)
                self._telling.show(inputs.files, self.sources.calls)
        finally:
            self._telling.clear()
        if inputs.all_excluded:
            note(ALL_EXCLUDED)
        self.read = Read(inputs.files, len(inputs.skipped))
        self.unread = [where for where, _ in inputs.skipped]
        if inputs.skipped and not inputs.files:
            raise UsageError("一个输入也没有读成，没有写样例集", hint="先改好上面的错误")
        return not inputs.fails(strict=task.strict)

    def _alone(self, inputs: Inputs) -> Iterator[Collected]:
        return map(self._collector.collect, inputs.calls())

    def _shared(self, inputs: Inputs) -> Iterator[Collected]:
        from linter.cli.shared import pieces
        from linter.coaching.examples.work import CollectWork

        work = CollectWork(self._collector, self._linter, Repeats())
        return pieces(inputs, work, self._task.jobs)
