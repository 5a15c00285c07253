"""One run over all inputs, alone or with several processes, that keeps the moments."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing

from linter.cli.common import complain, warn
from linter.cli.inputs import Inputs
from linter.cli.progress import Progress
from linter.cli.task import Task
from linter.coaching.exemplars import CallMoments, Collection, Moments
from linter.errors import HuashuError
from linter.linting import Lints


class ExemplarsRun:
    """Finds the moments of every call.

    :param linter: what ``moments`` lints with.
    :param task: what is linted, and how.
    :ivar skipped: (where, why) of every input that could not be read to the end.
    :ivar failed: whether the run is a failure.
    """

    def __init__(self, moments: Moments, linter: Lints, task: Task) -> None:
        self._moments = moments
        self._linter = linter
        self._task = task
        self._progress = Progress(sys.stderr)
        self.skipped: list[tuple[str, str]] = []
        self.failed = False

    def over(self, output: str | None) -> Collection:
        """The moments of all inputs; those that cannot be read are told and left out.

        :param output: the file that is written.
        """
        task = self._task
        inputs = Inputs(
            task.paths, task.reading, output=output, failed=self._failed, warned=self._warned
        )
        found = Collection()
        try:
            for call in self._alone(inputs) if task.jobs == 1 else self._shared(inputs):
                found.add(call)
                self._progress.show(inputs.files, found.calls)
        finally:
            self._progress.clear()
        self.skipped = inputs.skipped
        self.failed = bool(inputs.skipped or (task.strict and inputs.warnings))
        return found

    def _alone(self, inputs: Inputs) -> Iterator[CallMoments]:
        return map(self._moments.of, inputs.calls())

    def _shared(self, inputs: Inputs) -> Iterator[CallMoments]:
        # Not at the top: who lints alone needs none of it.
        from linter.cli.shared import lint_inputs
        from linter.coaching.exemplars.work import MomentsWork

        work = MomentsWork(self._moments, self._linter)
        with closing(lint_inputs(inputs, work, self._task.jobs)) as results:
            for done in results:
                yield from done.pieces

    def _failed(self, error: HuashuError) -> None:
        self._progress.clear()
        complain(error)

    def _warned(self, where: str, text: str) -> None:
        self._progress.clear()
        warn(where, text, strict=self._task.strict)
