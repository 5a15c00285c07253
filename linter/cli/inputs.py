"""Reading what a command line names, so that one bad input does not spoil the others."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from pathlib import Path
from typing import BinaryIO

from linter.calls import ReadOptions, find_inputs, read_path, read_stream
from linter.calls.noticing import Told, is_left_out, told_of
from linter.cli.same_ids import SameIds
from linter.errors import HuashuError, InputError, UsageError, place_text
from linter.model import Call, Notice
from linter.rulebook.files import CONFIGURATION
from linter.signals.casting import with_roles

STDIN = "-"
STDIN_NAME = "<stdin>"
MOST_TOLD = 3
"""Warnings of one kind that are told of one file."""
BASELINE = "huashu-baseline.json"
"""What a baseline is called when nobody says otherwise: it stands beside what it was made of."""
STDIN_HINT = "用管道接上，或给出文件"
_CONFIGURES = "这是配置文件，不是通话或话术库"
_CONFIGURES_HINT = "用它就不用写（自己会找），或写 --config；真是话术库就改个名字"
ALL_EXCLUDED = "给出的都被配置里的 exclude 排除了，没有检查任何文件"


class Inputs:
    """Calls from files, folders, globs and ``-`` for standard input, each read once.

    :param patterns: what the user wrote.
    :param options: what the user said of the inputs.
    :param output: the file written to, or several: none is an input, unless named as one.
    :param apart: files that say something of the run; they are no inputs, unless named as such.
    :param failed: is told every error as it comes; reading goes on with the next input.
    :param warned: is told where and what is odd about an input that is read all the same.
    :param wanted: whether a file that is named is to be read; all are by default.
    :ivar files: how many inputs gave calls or were read to the end.
    :ivar skipped: (where, why) of every input that could not be read to the end.
    :ivar failures: the same as errors.
    :ivar warnings: how many there were, whether they were told or not.
    :ivar left_out: how many turns were not taken over, by the reason.
    :ivar excluded: what the user wrote that the configuration leaves nothing of.
    """

    def __init__(
        self,
        patterns: Sequence[str],
        options: ReadOptions,
        *,
        output: str | Iterable[str] | None = None,
        apart: Iterable[str] = (),
        failed: Callable[[HuashuError], None],
        warned: Callable[[str, str], None],
        wanted: Callable[[Path], bool] | None = None,
    ) -> None:
        self.options = options
        self._patterns = patterns
        outputs = (output,) if isinstance(output, str) else output or ()
        self._apart = {os.path.realpath(path) for path in (*outputs, *apart) if path}
        self._failed = failed
        self._warned = warned
        self._wanted = wanted
        self._ids = SameIds()
        self._told: Counter[tuple[str, str]] = Counter()
        self.files = 0
        self.skipped: list[tuple[str, str]] = []
        self.failures: list[HuashuError] = []
        self.warnings = 0
        self.left_out: Counter[str] = Counter()
        self.excluded: set[str] = set()

    @property
    def all_excluded(self) -> bool:
        """Whether nothing was read, and only because the configuration wants it so."""
        return bool(self.excluded) and not self.files and not self.skipped

    def fails(self, *, strict: bool) -> bool:
        """Whether an input could not be read.

        :param strict: whether what is odd about one counts, too.
        """
        return bool(self.skipped or (strict and self.warnings))

    def calls(self) -> Iterator[Call]:
        """All calls in the order of the inputs."""
        for given in self.named():
            if isinstance(given, HuashuError):
                self.end(given)
                continue
            found = False
            calls = read_stdin(self.options) if given is None else self._read(given)
            try:
                for call in map(with_roles, calls):
                    found = True
                    self.told(told_of(call))
                    if not is_left_out(call):
                        yield call
            except InputError as error:
                self.end(error, found=found)
            else:
                self.end()

    def files_named(self) -> Iterator[Path]:
        """The files there are, wanted or not, for who wants to look at them beforehand."""
        return (given for given in self._found() if isinstance(given, Path))

    def named(self) -> Iterator[Path | HuashuError | None]:
        """The files to read; ``None`` is standard input, an error a name that names nothing."""
        for given in self._found():
            try:
                if self._wanted is None or not isinstance(given, Path) or self._wanted(given):
                    yield given
            except UsageError as error:
                yield error

    def _found(self) -> Iterator[Path | HuashuError | None]:
        seen: set[str] = set()
        for pattern in dict.fromkeys(self._patterns):
            if pattern == STDIN:
                yield None
                continue
            found = False
            try:
                for path in find_inputs([pattern], self.options.by_path):
                    found = True
                    real = os.path.realpath(path)
                    if real in seen or (self._is_apart(real) and str(path) != pattern):
                        continue
                    seen.add(real)
                    if path.name != CONFIGURATION:
                        yield path
                    elif str(path) == pattern:
                        yield InputError(_CONFIGURES, path=pattern, hint=_CONFIGURES_HINT)
            except (InputError, UsageError) as error:
                yield error
            else:
                if not found:
                    self.excluded.add(pattern)

    def _is_apart(self, real: str) -> bool:
        return real in self._apart or os.path.basename(real) == BASELINE

    def end(self, error: HuashuError | None = None, *, found: bool = False) -> None:
        """Note that an input has been read.

        :param error: why it could not be read to its end.
        :param found: whether there were calls before the error.
        """
        self.files += error is None or found
        if error is not None:
            self.skip(_in_the_middle(error) if found else error)

    def skip(self, error: HuashuError) -> None:
        """Note what could not be read, and say so."""
        why = f"{error.message}；{error.hint}" if error.hint else error.message
        self.skipped.append((error.where, why))
        self.failures.append(error)
        self._failed(error)

    def told(self, told: Told) -> None:
        """Note what is odd about a call, and whether its id was there before."""
        for notice in told.notices:
            self.notice(told.path, notice)
        if again := self._ids.notice(told):
            self.notice(told.path, again)

    def notice(self, path: str, notice: Notice) -> None:
        """Note what is odd about an input; of many of a kind in a file the first are told."""
        if notice.left_out:
            self.left_out[notice.message] += notice.left_out
        if not notice.warns:
            return
        self.warnings += 1
        self._told[path, notice.code] += 1
        told = self._told[path, notice.code]
        if told <= MOST_TOLD:
            where = place_text(path, notice.line, notice.column, notice.sheet, notice.cell)
            said = f"{notice.message}；{notice.hint}" if notice.hint else notice.message
            self._warned(where, said)
        elif told == MOST_TOLD + 1:
            self._warned(path, "同样的警告还有，不再一一列出")

    def _read(self, path: Path) -> Iterator[Call]:
        return read_path(path, options=self.options)


def _in_the_middle(error: HuashuError) -> HuashuError:
    """The error of an input whose calls before it were read."""
    again = copy(error)
    again.hint = "；".join(filter(None, [error.hint, "前面的查了，从这里起没有读"]))
    return again


def read_stdin(options: ReadOptions) -> Iterator[Call]:
    """The calls on standard input.

    :raises InputError: as :func:`linter.calls.read_stream`, and when it cannot be read.
    """
    try:
        yield from read_stream(stdin(), options=options)
    except OSError as error:
        reason = f"读不了：{error.strerror or error}"
        raise InputError(reason, path=STDIN_NAME, hint=STDIN_HINT) from None


def stdin() -> BinaryIO:
    """Standard input.

    :raises InputError: when there is none.
    """
    if sys.stdin is None:
        raise InputError("没有标准输入", path=STDIN_NAME, hint=STDIN_HINT)
    return sys.stdin.buffer
