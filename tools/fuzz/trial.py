"""One input given to one reader, and what is wrong with the answer."""

from __future__ import annotations

import io
import resource
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from types import FrameType
from typing import NamedTuple

from linter.calls import FORMATS, ReadOptions, read_stream
from linter.errors import HuashuError
from linter.model import Call
from tools.fuzz.archives import archived

SECONDS = 2.0
"""Of the processor, for an input of :data:`tools.fuzz.mutating.MOST` bytes or fewer."""
_HANGS = 20.0
"""Seconds after which a reader is stopped."""
MEGABYTES = 256
"""What one input may add to the most memory the process has taken."""
_OURS = "/linter/"


class Finding(NamedTuple):
    """An input that was answered wrongly.

    :ivar kind: the exception's name, ``slow`` or ``memory``.
    :ivar where: the innermost line of ours that was running; findings of one kind and place are
        one.
    :ivar said: all there is to say, on several lines.
    """

    kind: str
    where: str
    said: str


class _HangError(BaseException):
    """Nothing in a reader catches it."""


def suffix_of(reader: str) -> str:
    """The suffix of the files of a format."""
    return next(iter(FORMATS[reader].suffixes), _SUFFIXES.get(reader, ".json"))


_SUFFIXES = {"script": ".txt", "csv-script": ".csv"}


def tried(data: bytes, reader: str) -> Finding | None:
    """Read an input as a format and, once more, as whatever it looks like.

    :param data: as the fuzzer has it; for workbooks see :mod:`tools.fuzz.archives`.
    :param reader: the format's name.
    """
    contents = archived(data) if FORMATS[reader].workbook else data
    for source in (reader, None):
        if found := _tried(contents, "a" + suffix_of(reader), source):
            return found
    return None


def _tried(data: bytes, name: str, source: str | None) -> Finding | None:
    before, begin = _peak_mb(), process_time()
    try:
        with _stopped_after(_HANGS):
            for call in read_stream(io.BytesIO(data), name=name, options=ReadOptions(source)):
                if not isinstance(call, Call):
                    return Finding("no call", "", f"{source}: {type(call).__name__}")
    except HuashuError:
        pass
    except (Exception, _HangError) as error:
        kind = "slow" if isinstance(error, _HangError) else type(error).__name__
        said = "".join(traceback.format_exception(error, limit=-12))
        return Finding(kind, _where(error), f"--from {source}\n{said[-4000:]}")
    taken, more = process_time() - begin, _peak_mb() - before
    if taken > SECONDS:
        return Finding("slow", f"{source}", f"--from {source}: {taken:.1f} s, {len(data)} bytes")
    if more > MEGABYTES:
        return Finding("memory", f"{source}", f"--from {source}: {more} MB, {len(data)} bytes")
    return None


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def _where(error: BaseException) -> str:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if _OURS in f.filename]
    return f"{frames[-1].filename.rpartition(_OURS)[2]}:{frames[-1].lineno}" if frames else ""


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """The processor's seconds, so that a busy machine stops nobody."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _HangError(f"more than {seconds:.0f} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
