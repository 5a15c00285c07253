"""What is linted by what: what every verb that lints is told in the same words."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from linter.calls import ReadOptions
from linter.cli.common import (
    paths_argument,
    profile_option,
    reading_options,
    rules_option,
    strict_option,
)
from linter.cli.config_option import configured
from linter.cli.configured import READING, RULES, Configured
from linter.cli.jobs import jobs_option
from linter.cli.kept import Cache
from linter.cli.masking import Mask
from linter.cli.scoring import Scoring
from linter.cli.selecting import selection_options
from linter.cli.triage import Triage
from linter.frozen import dataclass
from linter.triage.select import Selection

if TYPE_CHECKING:
    from linter.config.linting import PathLinter
    from linter.linting import Linter
    from linter.triaged import Triaged

_ALWAYS = (*RULES, *READING, "severity", "exclude")
"""Keys of a configuration that mean something to whatever lints."""
_SHOWN = ("min_severity", "certain_only", "praise")
"""Options that are part of the selection."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is linted by what.

    An option that a verb does not have is as if nobody had given it.

    :ivar paths: what is linted, as the user named it.
    :ivar rules: files, as given; none for the built-in packs.
    :ivar profiles: as given.
    :ivar strict: whether what is odd about an input is a failure.
    :ivar jobs: processes that lint; 1 for this one alone.
    """

    paths: tuple[str, ...]
    rules: tuple[str, ...]
    profiles: tuple[str, ...]
    reading: ReadOptions
    config: Configured
    selection: Selection = Selection()
    strict: bool = False
    jobs: int = 1
    scoring: Scoring = Scoring()
    triage: Triage = field(default_factory=Triage)
    cache: Cache = field(default_factory=Cache)
    mask: Mask = field(default_factory=Mask)

    @property
    def apart(self) -> tuple[str, ...]:
        """The files that say something of the run, and are no inputs."""
        return (*self.scoring.files, *self.triage.files)

    @property
    def read(self) -> tuple[str, ...]:
        """Everything that is read, so that nothing may be written over it."""
        return (*self.paths, *self.rules, *self.apart, *self.config.files)

    def linter(self, *, praise: bool = False, load: bool = False) -> Linter | PathLinter:
        """What lints by the rules and the configuration.

        :param praise: whether the verb needs it, whatever the user says.
        :param load: as for :class:`~linter.triage.select.Selection`.
        :raises: as :meth:`~linter.cli.configured.Configured.linter`.
        """
        asked = self.selection
        selection = replace(asked, praise=praise or asked.praise, load=load)
        return self.config.linter(self.rules, selection, self.profiles, self.scoring.scheme)

    def around(self, linter: Linter | PathLinter) -> Triaged:
        """The linter, with what was linted before remembered and what is not to be shown left out.

        :raises: as :meth:`~linter.cli.triage.Triage.around`.
        """
        return self.triage.around(linter, self.cache.around(linter))


_FIELDS = frozenset(Task.__dataclass_fields__)


def scope_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``PATH...``, ``--rules``, ``--profile``, ``--select`` and ``--ignore``."""
    return paths_argument(rules_option(profile_option(selection_options(command))))


def run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--from`` and all else that is said of inputs, ``--strict`` and ``--jobs``."""
    return reading_options(strict_option(jobs_option(command)))


def task_options(*keys: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--config``; what is linted by what comes to the command as one argument, ``task``.

    It stands below the options, next to the command, and takes what they say that belongs to it.

    :param keys: those of a configuration that mean something to the verb, beside those that do to
        every verb that lints.
    """

    def decorated(command: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(command)
        def run(*args: Any, **said: Any) -> Any:
            mine = {name: said.pop(name) for name in _FIELDS & said.keys()}
            if shown := {name: said.pop(name) for name in _SHOWN if name in said}:
                mine["selection"] = replace(mine["selection"], **shown)
            return command(*args, task=Task(**mine), **said)

        return configured(*_ALWAYS, *keys)(run)

    return decorated
