"""What a process does with a share: it lints and renders, and sends only text and counts back."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Sequence
from typing import Any

from linter.batch.results import Answer, Crash, Done, End
from linter.batch.shares import Reading, Share
from linter.calls.noticing import Told, is_left_out, told_of
from linter.errors import HuashuError, InputError
from linter.library import Repeats
from linter.linting import Lints
from linter.model import Call
from linter.reports import FORMATS, Options, Tally
from linter.signals.casting import with_roles


class Work:
    """Lints the calls of a share and renders what is to be said of them.

    A forked process inherits it with the compiled rules; where processes are not forked they are
    sent these.

    :param formats: the reports that are wanted: of :data:`linter.reports.FORMATS`, and how.
    :param twice: what a script library says twice.
    """

    def __init__(
        self,
        linter: Lints,
        formats: Sequence[tuple[str, Options]],
        twice: Repeats | None = None,
    ) -> None:
        self._linter = linter
        self._twice = twice or Repeats()
        self._formats = formats
        self._reporters = [FORMATS[format_](options) for format_, options in formats]

    def __reduce__(self) -> tuple[Any, ...]:
        return Work, (self._linter, self._formats, self._twice)

    def __call__(self, share: Share) -> tuple[Answer, ...]:
        """Everything there is to say of the share, in the order of its calls; never raises."""
        answers: list[Answer] = []
        for reading in share.readings():
            answers += self._of(reading)
        return tuple(answers)

    def _of(self, reading: Reading) -> list[Answer]:
        pieces: list[Any] = []
        tally = Tally()
        told: list[Told] = []
        end: list[Answer] = [End(reading.file)] if reading.whole else []
        try:
            for call in map(with_roles, reading.calls):
                told.append(told_of(call))
                if not is_left_out(call):
                    pieces.append(self.piece(self._twice.noted(call), tally))
        except InputError as error:
            end = [End(reading.file, error)]
        except Exception as error:
            end = [Crash(reading.file, _portable(error))]
        done = Done(reading.file, tuple(pieces), tally, tuple(reading.ids), tuple(told))
        return [done, *end]

    def piece(self, call: Call, tally: Tally) -> Any:
        """What goes back of one call, which is counted."""
        report = self._linter.lint(call)
        tally.count(report)
        return tuple(reporter.render(report) for reporter in self._reporters)


def _portable(error: Exception) -> Exception:
    """The error with its traceback as a note; another one in its place if it cannot be sent."""
    if isinstance(error, HuashuError):
        return error
    where = "".join(traceback.format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        error = RuntimeError(repr(error))
    error.add_note(f"在处理进程里：\n{where}")
    return error
