"""Things for processes to do, in a module that a new interpreter can import."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from linter.batch.pool import Ready

Job = tuple[str, ...]
"""Words, each to be turned into capitals; some are the death of who reads them."""
Result = tuple[str, ...]


def die() -> None:
    """As the kernel ends a process that takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Capitals:
    """Dies of ``killer``, and of ``once`` the first time anybody reads it.

    ``log`` gets a line for every job that was begun, ``id of the process: words``.
    """

    folder: Path

    def __call__(self, job: Job) -> Result:
        with open(self.folder / "log", "a") as log:
            log.write(f"{os.getpid()}: {' '.join(job)}\n")
        for word in job:
            if word == "killer":
                die()
            if word == "once" and not (self.folder / "died").exists():
                (self.folder / "died").touch()
                die()
        return tuple(word.upper() for word in job)


def words_of(job: Job) -> Sequence[Job | Ready[Result]]:
    """Each word a job of its own."""
    return [(word,) for word in job] if len(job) > 1 else []


PATIENCE = 60.0
"""Seconds after which nobody comes any more; who comes at all comes at once."""


@dataclass(frozen=True)
class Meeting:
    """``again wait`` is done when another process does ``again call`` meanwhile.

    :ivar reading: the end of a pipe that both processes have, as is ``writing``.
    """

    reading: int
    writing: int

    def __call__(self, job: Job) -> Result:
        if job == ("again", "wait"):
            heard, _, _ = select.select([self.reading], [], [], PATIENCE)
            return ("met" if heard else "alone",)
        if job == ("again", "call"):
            os.write(self.writing, b"!")
        return ("called",)


class Stillborn:
    """Work whose process dies as it learns of it."""

    def __call__(self, job: Job) -> Result:
        return job

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)
