"""``--exceptions``, ``--baseline`` and ``--show-suppressed``: what is not to be shown."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from linter.cli.common import FAILURE, both, complain, warn
from linter.errors import RuleError, UsageError
from linter.triaged import Judging, Triaged

if TYPE_CHECKING:
    from linter.linting import Lints
    from linter.reports import Tally
    from linter.triage.baseline import Baseline
    from linter.triage.exceptions import Exemption

TODAY = "HUASHU_TODAY"
"""The environment variable that says which day it is, ``YYYY-MM-DD``, for runs that are to come
out the same tomorrow."""


def today() -> str:
    """The day of the run, ``YYYY-MM-DD``.

    :raises UsageError: when the environment names one that is none.
    """
    given = os.environ.get(TODAY)
    if not given:
        return time.strftime("%Y-%m-%d")
    from linter.calls.scripts.directives import is_date

    if not is_date(given):
        raise UsageError(f"{TODAY}={given} 不是日期", hint="写成 2026-12-31 这样")
    return given


class Triage:
    """What the user said of findings that are not to be shown.

    :param exceptions: files of exceptions.
    :param baseline: the baseline file, if there is one.
    :param show: whether what is not shown is listed all the same.
    """

    def __init__(
        self, exceptions: tuple[str, ...] = (), baseline: str | None = None, show: bool = False
    ) -> None:
        self._exceptions = exceptions
        self._path = baseline
        self.show = show
        self._baseline: Baseline | None = None
        self._triaged: Triaged | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were named."""
        return (*self._exceptions, *([self._path] if self._path else []))

    def around(
        self, linter: Judging, quick: Lints | None = None, baseline: Baseline | None = None
    ) -> Triaged:
        """The linter, with what is not to be shown left out.

        :param quick: as for :class:`~linter.triaged.Triaged`.
        :param baseline: one that was read before.
        :raises RuleErrors: with everything that is wrong in the files of exceptions.
        :raises UsageError: for a baseline that cannot be read.
        """
        exemptions: Sequence[Exemption] = ()
        if self._exceptions:
            from linter.triage.exceptions_file import load_exceptions
            from linter.triage.known import KnownRules

            exemptions = load_exceptions(self._exceptions, KnownRules(linter.book))
        if baseline is None and self._path is not None:
            from linter.triage.baseline_file import read_baseline

            baseline = read_baseline(self._path)
        self._baseline = baseline
        self._triaged = Triaged(linter, today(), exemptions, baseline, quick)
        return self._triaged

    def ended(self, tally: Tally, unread: Iterable[str], code: int, *, strict: bool) -> int:
        """Say what is odd about the entries, and return the run's exit code.

        :param unread: where inputs could not be read.
        :param code: the exit code so far.
        :param strict: whether oddities make the run fail.
        """
        self.told(tally)
        odd = self._warn(tally, unread, strict=strict)
        return FAILURE if tally.traces.mistakes or (strict and odd) else code

    def told(self, tally: Tally) -> None:
        """Say what is wrong with comments in script libraries."""
        for wrong in sorted(tally.traces.mistakes):
            complain(
                RuleError(
                    wrong.message,
                    path=wrong.path,
                    line=wrong.line,
                    column=wrong.column,
                    hint=wrong.hint,
                )
            )

    def _warn(self, tally: Tally, unread: Iterable[str], *, strict: bool) -> int:
        """Warn of entries that are over or of no use, and count the warnings."""
        traces, triaged = tally.traces, self._triaged
        if triaged is None or not (traces.used or traces.met or traces.paths):
            return 0
        from linter.triage.leftovers import leftovers

        found = [*leftovers(traces, triaged.holds, triaged.rules, self._baseline, unread)]
        for one in found:
            warn(one.where, one.text, strict=strict)
        return len(found)


def _hiding(
    *options: Callable[[Callable[..., Any]], Callable[..., Any]],
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Those options; what they say comes to the command as one argument, ``triage``."""

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def triaged(
            *args: Any,
            exceptions: tuple[str, ...],
            baseline: str | None = None,
            show_suppressed: bool = False,
            **others: Any,
        ) -> Any:
            return command(*args, triage=Triage(exceptions, baseline, show_suppressed), **others)

        found: Callable[..., Any] = triaged
        for option in reversed(options):
            found = option(found)
        return found

    return decorated


_EXCEPTIONS = click.option(
    "--exceptions",
    multiple=True,
    metavar="FILE",
    help=both("复核过的例外，可多次。", "Reviewed exceptions, again and again."),
)
_BASELINE = click.option(
    "--baseline",
    metavar="FILE",
    help=both("基线：里面已有的不再报。", "Leave out what this baseline holds."),
)
_SHOW = click.option(
    "--show-suppressed",
    is_flag=True,
    help=both("也列出例外、注释、基线压下的。", "List what was suppressed, and by what."),
)

exceptions_option = _hiding(_EXCEPTIONS)
"""``--exceptions`` alone."""
hiding_options = _hiding(_EXCEPTIONS, _BASELINE)
"""``--exceptions`` and ``--baseline``."""
triage_options = _hiding(_EXCEPTIONS, _BASELINE, _SHOW)
"""``--exceptions``, ``--baseline`` and ``--show-suppressed``."""
