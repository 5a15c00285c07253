"""One collection over all inputs, alone or with several processes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing

from linter.calls import ReadOptions
from linter.cli.common import complain, note, warn
from linter.cli.inputs import ALL_EXCLUDED, Inputs
from linter.cli.progress import Progress
from linter.coaching.examples.card import Sources
from linter.coaching.examples.collecting import Collected, Collector
from linter.coaching.examples.making import Read
from linter.coaching.examples.pool import Pool
from linter.errors import HuashuError, UsageError
from linter.library import Repeats
from linter.linting import Lints
from linter.reports import Tally


class ExamplesRun:
    """Reads and lints everything that is named, and keeps candidates.

    :param linter: that of the collector.
    :param jobs: processes that lint; 1 for this one alone.
    :param strict: whether what is odd about an input makes the run fail.
    :ivar sources: counts of what was read.
    :ivar read: the same of the inputs.
    :ivar traces: what became of exceptions and of the baseline.
    :ivar unread: where inputs could not be read.
    """

    def __init__(
        self, collector: Collector, linter: Lints, pool: Pool, jobs: int = 1, strict: bool = False
    ) -> None:
        self._collector = collector
        self._linter = linter
        self._pool = pool
        self._jobs = jobs
        self._strict = strict
        self._progress = Progress(sys.stderr)
        self.sources = Sources()
        self.read = Read()
        self.traces = Tally()
        self.unread: list[str] = []

    def over(
        self,
        paths: tuple[str, ...],
        reading: ReadOptions,
        outputs: Iterable[str],
        apart: Iterable[str] = (),
    ) -> bool:
        """Collect from all inputs, and tell whether all went well.

        :param apart: files that say something of the run and are no inputs.
        :raises UsageError: when none of them could be read: a set of nothing is no set.
        """
        inputs = Inputs(
            paths,
            reading,
            output=outputs,
            apart=apart,
            failed=self._failed,
            warned=self._warned,
        )
        try:
            collect = self._alone if self._jobs == 1 else self._shared
            for collected in collect(inputs):
                self._pool.add(collected.candidates)
                self.sources.add(collected)
                if collected.traces is not None:
                    self.traces.traces.add(collected.traces)
                self._progress.show(inputs.files, self.sources.calls)
        finally:
            self._progress.clear()
        if inputs.all_excluded:
            note(ALL_EXCLUDED)
        self.read = Read(inputs.files, len(inputs.skipped))
        self.unread = [where for where, _ in inputs.skipped]
        if inputs.skipped and not inputs.files:
            raise UsageError("一个输入也没有读成，没有写样例集", hint="先改好上面的错误")
        return not (inputs.skipped or (self._strict and inputs.warnings))

    def _alone(self, inputs: Inputs) -> Iterator[Collected]:
        return map(self._collector.collect, inputs.calls())

    def _shared(self, inputs: Inputs) -> Iterator[Collected]:
        from linter.cli.shared import lint_inputs
        from linter.coaching.examples.work import CollectWork

        work = CollectWork(self._collector, self._linter, Repeats())
        with closing(lint_inputs(inputs, work, self._jobs)) as results:
            for done in results:
                yield from done.pieces

    def _failed(self, error: HuashuError) -> None:
        self._progress.clear()
        complain(error)

    def _warned(self, where: str, text: str) -> None:
        self._progress.clear()
        warn(where, text, strict=self._strict)
