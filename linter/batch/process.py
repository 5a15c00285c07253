"""One process that does the same work again and again, and the parent's end of it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, Literal, TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")
Method = Literal["fork", "spawn"]

_PATIENCE = 5.0
"""Seconds a process that has nothing to do any more gets to end by itself."""


def start_method() -> Method:
    """How processes are started.

    A fork takes 10 ms and shares the compiled rules with its parent; a new interpreter has to
    load them. But a fork has none of its parent's threads and all of their locks, and on macOS
    the system's own libraries do not survive one (https://bugs.python.org/issue33725).
    """
    return "fork" if sys.platform == "linux" and _threads() == 1 else "spawn"


def _threads() -> int:
    """Threads of this process, those that are not Python's included where the system tells."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return threading.active_count()


class Process(Generic[Job, Result]):
    """A process that calls ``work`` with every job it is sent.

    :param work: inherited when forked, pickled when not.
    :param others: the other processes, whose pipes a forked one must not keep open.
    :ivar pipe: to be waited for; then call :meth:`receive`.
    :ivar ready: whether it has said that it is up.
    """

    def __init__(
        self,
        work: Callable[[Job], Result],
        others: Iterable[Process[Job, Result]],
        method: Method,
    ) -> None:
        get = multiprocessing.get_context
        context = get("fork") if method == "fork" else get("spawn")
        self.pipe, theirs = context.Pipe()
        inherited = [self.pipe, *(other.pipe for other in others)] if method == "fork" else []
        self._process = context.Process(target=_serve, args=(work, theirs, inherited), daemon=True)
        self.ready = False
        with _signals_held():
            self._process.start()
        theirs.close()

    def send(self, job: Job) -> bool:
        """Give it something to do; returns whether it was there to take it."""
        try:
            self.pipe.send(job)
        except OSError:
            return False
        return True

    def receive(self) -> Result:
        """The next result.

        :raises EOFError: when the process is dead.
        """
        try:
            result: Result = self.pipe.recv()
        except OSError as error:
            raise EOFError from error
        return result

    def buried(self) -> int | None:
        """Its exit code, or the number of the signal that killed it below zero."""
        self.pipe.close()
        self._process.join()
        return self._process.exitcode

    def end(self, *, now: bool) -> None:
        """End it, in the middle of its work if need be."""
        self.pipe.close()
        if not now:
            self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
        self._process.join()


def _serve(
    work: Callable[[Any], Any],
    pipe: Connection[Any, Any],
    inherited: Iterable[Connection[Any, Any]],
) -> None:
    # An interrupt goes to the whole process group; what becomes of it is the parent's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in _ENDING[1:]:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    _release_signals()
    # As long as anybody holds the other end, this process cannot see that its parent is gone.
    for end in inherited:
        end.close()
    # What is there by now stays; looking through it for garbage would copy every page of it.
    gc.freeze()
    with suppress(EOFError, OSError):
        pipe.send(None)
        while True:
            pipe.send(work(pipe.recv()))


@contextmanager
def _signals_held() -> Iterator[None]:
    """Keep an interrupt from reaching a forked process before it has said what to do with it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _release_signals() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)


_ENDING = (signal.SIGINT, signal.SIGTERM, *filter(None, [getattr(signal, "SIGHUP", None)]))
