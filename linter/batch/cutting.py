"""Cuts the inputs into shares.

The parent reads no more than it must: small files are read by the process that lints them; a
large JSON Lines file is cut between its lines, which nobody decodes here; only what is large and
can only be read in one piece is read here, and its calls are handed out in groups.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from linter.batch.naming import Naming
from linter.batch.pool import Ready
from linter.batch.results import Answer, End
from linter.batch.shares import Calls, Files, Lines, Share
from linter.calls import ReadOptions, read_stream
from linter.calls.registry import detect_format, format_named
from linter.calls.source import Source, seekable
from linter.errors import HuashuError, InputError
from linter.frozen import dataclass
from linter.model import Call

SHARE_BYTES = 1 << 17
"""A share is complete when it has as many: some twenty calls, whose linting takes a hundred times
as long as to send them to another process."""
LAST_BYTES = 1 << 14
"""Shares become as small towards the end of a large file, so that all processes end together."""
_PARTS = 8
"""A process is given such a part of what would be its own of the rest of a file
(guided self-scheduling: C. Polychronopoulos and D. Kuck, IEEE Transactions on Computers 1987)."""
SHARE_TURNS = 1_000
"""How much it is for calls that are read here, of which nobody knows how many are to come."""
FILES_BYTES = 1 << 15
SHARE_FILES = 32
"""How much it is for small files, of which the same is true: they are opened elsewhere, so that
hardly anything is sent."""

Thing = TypeVar("Thing")
Item = Share | Ready[tuple[Answer, ...]]


@dataclass(frozen=True, slots=True)
class Stream:
    """An open input.

    :ivar name: what calls and errors call it.
    :ivar hint: what to do when it cannot be read.
    """

    data: BinaryIO
    name: str
    hint: str


Input = Path | Stream | HuashuError
"""A file, an open stream, or why there is none; that has its place among the others' errors."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the cutting goes by.

    :ivar jobs: processes at most.
    :ivar options: what the user said of the inputs.
    :ivar closed: inputs of which no more shares are wanted; looked at before each.
    :ivar naming: tells the ids of large JSON Lines files apart.
    """

    jobs: int
    options: ReadOptions
    closed: Collection[int]
    naming: Naming


def cut(inputs: Iterable[Input], plan: Plan) -> Generator[Item, None, None]:
    """Yield the shares of all inputs in their order, and where each input ends.

    The first input has number 0, the next one 1.
    """
    small: list[tuple[int, Path]] = []
    size = 0
    for file, given in enumerate(inputs):
        added = _small(given)
        if small and (added is None or size + added > FILES_BYTES or len(small) == SHARE_FILES):
            yield Files(tuple(small), plan.options)
            small, size = [], 0
        if isinstance(given, HuashuError):
            yield Ready((End(file, given),))
        elif isinstance(given, Stream) or added is None:
            yield from _input(file, given, plan)
        else:
            small.append((file, given))
            size += added
    if small:
        yield Files(tuple(small), plan.options)


def _small(given: Input) -> int | None:
    """The size of a file that is best read by who lints it, and says what is wrong with it."""
    if not isinstance(given, Path):
        return None
    try:
        found = given.stat()
    except OSError:
        return 0
    # A named pipe can be read only once, and not by who is killed half way.
    if not stat.S_ISREG(found.st_mode):
        return None
    if not os.access(given, os.R_OK):
        return 0
    return found.st_size if found.st_size <= SHARE_BYTES else None


def _input(file: int, given: Path | Stream, plan: Plan) -> Iterator[Item]:
    error: InputError | None = None
    try:
        with _opened(given) as (data, name):
            for share in _shares(file, data, name, plan):
                if file in plan.closed:
                    break
                yield share
    except InputError as broken:
        error = broken
    yield Ready((End(file, error),))


@contextmanager
def _opened(given: Path | Stream) -> Iterator[tuple[BinaryIO, str]]:
    try:
        if isinstance(given, Stream):
            yield given.data, given.name
            return
        with open(given, "rb") as data:
            yield data, str(given)
    except OSError as error:
        hint = given.hint if isinstance(given, Stream) else "检查路径和权限"
        name = given.name if isinstance(given, Stream) else str(given)
        raise InputError(f"读不了：{error.strerror or error}", path=name, hint=hint) from None


def _shares(file: int, data: BinaryIO, name: str, plan: Plan) -> Iterator[Share]:
    with seekable(data) as whole:
        start = whole.tell()
        size = whole.seek(0, os.SEEK_END) - start
        whole.seek(start)
        options = plan.options.of(name)
        opened = Source(whole, name, options)
        asked = options.source
        entry = format_named(asked) if asked is not None else detect_format(opened)
        if entry.name == "jsonl":
            yield from _lines(file, opened, size, replace(plan, options=options))
        else:
            whole.seek(start)
            yield from _calls(
                file,
                read_stream(whole, name=name, options=replace(options, source=entry.name)),
            )


def _lines(file: int, source: Source, size: int, plan: Plan) -> Iterator[Lines]:
    """Cut a file of so many bytes; where it is no UTF-8, that is about as many of UTF-8."""

    def most(taken: int) -> int:
        part = (size - taken) // (_PARTS * plan.jobs)
        return min(SHARE_BYTES, max(LAST_BYTES, part))

    for group in _grouped(source.byte_lines(), lambda line: len(line[1]), most):
        yield Lines(file, source.name, group, plan.naming.ahead(file, group), plan.options)


def _calls(file: int, calls: Iterator[Call]) -> Iterator[Calls]:
    # The scenes of a library stay together: what a baseline knows of it is used up one by one.
    def size(call: Call) -> int:
        return 0 if call.kind == "script" else len(call.turns)

    for group in _grouped(calls, size, lambda _: SHARE_TURNS):
        yield Calls(file, group)


def _grouped(
    things: Iterable[Thing], size: Callable[[Thing], int], most: Callable[[int], int]
) -> Iterator[tuple[Thing, ...]]:
    """Put things together until their sizes come to a limit; what stands before an error, too.

    :param most: the next group's limit, from the sizes of all that is in groups by now.
    """
    group: list[Thing] = []
    total = taken = 0
    limit = most(0)
    error: Exception | None = None
    try:
        for thing in things:
            group.append(thing)
            total += size(thing)
            if total >= limit:
                yield tuple(group)
                taken += total
                group, total, limit = [], 0, most(taken)
    except (InputError, OSError) as broken:
        error = broken
    if group:
        yield tuple(group)
    if error is not None:
        raise error
