"""One run over all inputs, alone or with several processes, that keeps the moments."""

from __future__ import annotations

from collections.abc import Iterator

from linter.cli.inputs import Inputs
from linter.cli.task import Task
from linter.cli.telling import Telling
from linter.coaching.exemplars import CallMoments, Collection, Moments
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
        self._telling = Telling(strict=task.strict)
        self.skipped: list[tuple[str, str]] = []
        self.failed = False

    def over(self, output: str | None) -> Collection:
        """The moments of all inputs; those that cannot be read are told and left out.

        :param output: the file that is written.
        """
        task = self._task
        inputs = Inputs(
            task.paths,
            task.reading,
            output=output,
            failed=self._telling.failed,
            warned=self._telling.warned,
        )
        found = Collection()
        try:
            for call in self._alone(inputs) if task.jobs == 1 else self._shared(inputs):
                found.add(call)
                self._telling.show(inputs.files, found.calls)
        finally:
            self._telling.clear()
        self.skipped = inputs.skipped
        self.failed = inputs.fails(strict=task.strict)
        return found

    def _alone(self, inputs: Inputs) -> Iterator[CallMoments]:
        return map(self._moments.of, inputs.calls())

    def _shared(self, inputs: Inputs) -> Iterator[CallMoments]:
        # Not at the top: who lints alone needs none of it.
        from linter.cli.shared import pieces
        from linter.coaching.exemplars.work import MomentsWork

        work = MomentsWork(self._moments, self._linter)
        return pieces(inputs, work, self._task.jobs)
