"""A run over many inputs by several processes, told as if one had done it alone."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from linter.batch.cutting import Input, Plan, cut
from linter.batch.naming import Naming
from linter.batch.pool import Killed, Pool, Ready
from linter.batch.process import Method
from linter.batch.results import Answer, Crash, Done, End, Lost
from linter.batch.shares import Calls, Lines, Share
from linter.batch.work import Work
from linter.calls import ReadOptions
from linter.errors import InputError

Event = Done | End | Lost


def lint_shared(
    inputs: Iterable[Input],
    work: Work,
    jobs: int,
    options: ReadOptions | None = None,
    method: Method | None = None,
) -> Generator[Event, None, None]:
    """Lint all calls of the inputs; what comes of them comes in their order.

    Inputs are read only as far ahead as keeps the processes busy; memory does not grow with the
    number of calls, except by what it takes to know the ids of one file apart. The processes
    are gone when the iterator is exhausted or closed.

    :param inputs: files, open streams, errors to be told in their place.
    :param jobs: processes at most, at least 1.
    :param options: what the user said of the inputs.
    :param method: how to start processes; the best there is by default.
    :return: :class:`Done` for calls that were linted, :class:`Lost` for one that was given up,
        and one :class:`End` for every input, the last that is said of it.
    :raises HuashuError: when no process will start, or what linting itself raises.
    """
    told = _Told()
    plan = Plan(jobs, options or ReadOptions(), told.closed, told.naming)
    pool = Pool[Share, tuple[Answer, ...]](work, jobs, _parts, method)
    with closing(cut(inputs, plan)) as shares, pool:
        for result in pool.over(shares, told.named_apart):
            yield from told.events(result)


def _parts(share: Share) -> Sequence[Share | Ready[tuple[Answer, ...]]]:
    return [*share.singles()]


class _Told:
    """What has been told of the inputs so far, which decides what is to be told next.

    :ivar closed: inputs that ended with an error; what other processes read beyond it is not
        told.
    :ivar naming: the ids that were given out.
    """

    def __init__(self) -> None:
        self.closed: set[int] = set()
        self.naming = Naming()
        self._found: set[int] = set()

    def named_apart(self, share: Share, answers: tuple[Answer, ...]) -> Share | None:
        """The share with new names for the calls whose ids the file had before, if there are any.

        Only who has seen all earlier shares can know them.
        """
        if not isinstance(share, Lines) or share.names is not None or share.file in self.closed:
            return None
        ids = (one for answer in answers if isinstance(answer, Done) for one in answer.ids)
        names = self.naming.names(share.file, ids)
        return replace(share, names=names) if names else None

    def events(self, result: tuple[Answer, ...] | Killed[Share]) -> Iterator[Event]:
        """What a share's result comes to.

        :raises Exception: what linting raised.
        """
        if isinstance(result, Killed):
            if isinstance(result.job, Lines | Calls) and result.job.file not in self.closed:
                yield self._lost(result.job, result.code)
            return
        for answer in result:
            if answer.file in self.closed:
                continue
            if isinstance(answer, Crash):
                raise answer.error
            if isinstance(answer, End):
                yield self._end(answer)
                continue
            if answer.pieces:
                self._found.add(answer.file)
            yield answer

    def _end(self, end: End) -> End:
        self.naming.forget(end.file)
        if end.error is not None:
            self.closed.add(end.file)
        found = end.file in self._found
        self._found.discard(end.file)
        return replace(end, found=found)

    def _lost(self, share: Lines | Calls, code: int | None) -> Lost:
        suspect = share.suspect()
        self._found.add(share.file)
        name = suspect.id
        if isinstance(share, Lines) and share.names is None:
            name = self.naming.take(share.file, name)
        return Lost(
            share.file,
            InputError(
                f"没有检查通话“{name}”：处理它的进程两次被终止（{_how(code)}）",
                path=suspect.path,
                line=suspect.line,
                hint="内存不够就减少 --jobs，不是的话请把这通通话报告给我们",
            ),
        )


def _how(code: int | None) -> str:
    return f"信号 {-code}" if code is not None and code < 0 else f"退出码 {code}"
