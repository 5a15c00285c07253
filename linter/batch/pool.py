"""Jobs done by several processes, their results in the order of the jobs.

``concurrent.futures`` loses everything that is pending when a process is killed and does not say
over which job; ``multiprocessing.Pool`` waits for it for ever. Here each process has a pipe of
its own and one job at a time, so a pipe that closes names the job.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import wait
from typing import Any, Generic, TypeVar

from linter.batch.process import Method, Process, start_method
from linter.errors import HuashuError
from linter.frozen import dataclass

Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 8
"""Jobs for each process that may be under way or wait for an earlier one's result to be taken: so
many that the others have something to do while one process is long over its job."""
_DEATHS = 2
"""A job that killed as many processes is given up."""
_STILLBORN = 3
"""As many processes in a row that die before they are up are no accident."""


@dataclass(frozen=True, slots=True)
class Ready(Generic[Result]):
    """A result that needs no work and has its place among the others."""

    result: Result


@dataclass(frozen=True, slots=True)
class Killed(Generic[Job]):
    """A job that was given up: two processes died over it.

    :ivar code: the exit code, or the signal's number below zero.
    """

    job: Job
    code: int | None


class _Task(Generic[Job, Result]):
    """A job in the line, and what became of it."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.deaths = 0
        self.result: Result | Killed[Job] | None = None
        self.settled = False


class Pool(Generic[Job, Result]):
    """Processes that are started as they are needed; leave the block to end them all.

    :param work: what to do with a job; it must not raise, and must not return ``None``.
    :param size: processes at most.
    :param split: the parts of a job that a process died over, to be done one by one in its
        place; nothing when it has none.
    :param method: how to start processes; the best there is by default.
    """

    def __init__(
        self,
        work: Callable[[Job], Result],
        size: int,
        split: Callable[[Job], Sequence[Job | Ready[Result]]],
        method: Method | None = None,
    ) -> None:
        self._work = work
        self._size = size
        self._split = split
        self._method = method or start_method()
        self._processes: dict[Process[Job, Result], _Task[Job, Result] | None] = {}
        self._line: deque[_Task[Job, Result] | Ready[Result]] = deque()
        self._waiting: deque[_Task[Job, Result]] = deque()
        self._stillborn = 0

    def __enter__(self) -> Pool[Job, Result]:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        for process in self._processes:
            process.end(now=error is not None)
        self._processes.clear()

    def over(
        self,
        jobs: Iterable[Job | Ready[Result]],
        revise: Callable[[Job, Result], Job | None],
    ) -> Iterator[Result | Killed[Job]]:
        """Do all jobs; those that follow are asked for only as results are taken.

        :param revise: is shown every result once it and all before it are there, and those of
            jobs that were given up before it are taken; the job it returns is done in place of
            the one that gave this result, and is not shown.
        :raises HuashuError: when no process will start.
        """
        coming = iter(jobs)
        more = True
        while more or self._line:
            due = bool(self._line) and self._line[0].result is not None
            room = more and len(self._line) < AHEAD * self._size
            self._receive(0 if due or room else None)
            self._settle(revise)
            if due and (result := self._line[0].result) is not None:
                self._line.popleft()
                # Whoever takes the result may take long; nobody is to wait meanwhile.
                self._hand_out()
                yield result
            elif room:
                try:
                    self._append(next(coming))
                except StopIteration:
                    more = False
                self._hand_out()

    def _append(self, job: Job | Ready[Result]) -> None:
        if isinstance(job, Ready):
            self._line.append(job)
            return
        task = _Task[Job, Result](job)
        self._line.append(task)
        self._waiting.append(task)

    def _settle(self, revise: Callable[[Job, Result], Job | None]) -> None:
        """Have the jobs done again that have to be done another way."""
        again = []
        for task in self._line:
            if isinstance(task, Ready) or task.settled:
                continue
            if task.result is None or isinstance(task.result, Killed):
                break
            task.settled = True
            revised = revise(task.job, task.result)
            if revised is not None:
                task.job, task.result = revised, None
                again.append(task)
        if again:
            self._waiting.extendleft(reversed(again))
            self._hand_out()

    def _hand_out(self) -> None:
        """Give every process something to do, as far as there is something."""
        for process, task in list(self._processes.items()):
            if self._waiting and task is None and process.ready:
                if process.send(self._waiting[0].job):
                    self._processes[process] = self._waiting.popleft()
                else:
                    self._remove(process)
        starting = sum(not process.ready for process in self._processes)
        for _ in range(min(len(self._waiting) - starting, self._size - len(self._processes))):
            self._processes[Process(self._work, self._processes, self._method)] = None

    def _receive(self, timeout: float | None) -> None:
        """Take what the processes have to say; wait for it when there is no ``timeout``."""
        expected: dict[Any, Process[Job, Result]] = {
            process.pipe: process
            for process, task in self._processes.items()
            if task is not None or not process.ready
        }
        for pipe in wait(list(expected), timeout):
            process = expected[pipe]
            try:
                result = process.receive()
            except EOFError:
                self._died(process)
                continue
            if (task := self._processes[process]) is not None:
                task.result = result
            self._processes[process] = None
            process.ready = True
            self._stillborn = 0
        self._hand_out()

    def _died(self, process: Process[Job, Result]) -> None:
        task = self._processes[process]
        code = self._remove(process)
        if task is None:
            self._stillborn += 1
            if self._stillborn == _STILLBORN:
                raise HuashuError(
                    f"处理进程一启动就退出了（退出码 {code}）", hint="看看内存够不够，或用 --jobs 1"
                )
            return
        task.deaths += 1
        parts = [
            part if isinstance(part, Ready) else _Task[Job, Result](part)
            for part in self._split(task.job)
        ]
        if parts:
            number = self._line.index(task)
            self._line.remove(task)
            for part in reversed(parts):
                self._line.insert(number, part)
        elif task.deaths < _DEATHS:
            parts = [task]
        else:
            task.result = Killed(task.job, code)
        self._waiting.extendleft(part for part in reversed(parts) if isinstance(part, _Task))

    def _remove(self, process: Process[Job, Result]) -> int | None:
        del self._processes[process]
        return process.buried()
