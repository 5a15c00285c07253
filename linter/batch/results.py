"""What comes back of a share: in a process of its own it was made, so all of it can be pickled."""

from __future__ import annotations

from typing import Any

from linter.calls.noticing import Told
from linter.errors import HuashuError, InputError
from linter.frozen import dataclass
from linter.reports import Tally


@dataclass(frozen=True, slots=True)
class Done:
    """Calls of one input that were linted.

    :ivar file: the input's number in the run.
    :ivar pieces: what was rendered of each call, in their order: a piece for every reporter.
    :ivar tally: the calls, counted.
    :ivar ids: (line, id as it stands there) of each call, for lines that were given no names.
    :ivar told: what is told of each call, and of what is left out.
    """

    file: int
    pieces: tuple[Any, ...]
    tally: Tally
    ids: tuple[tuple[int, str], ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """No more comes of this input: it was read to its end, or to an error.

    :ivar found: whether any call came of it.
    """

    file: int
    error: HuashuError | None = None
    found: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """A call that could not be linted because its process was killed over it, twice.

    :ivar error: says which call it is.
    """

    file: int
    error: InputError


@dataclass(frozen=True, slots=True)
class Crash:
    """Something went wrong that is nobody's input's fault; the run ends with this error."""

    file: int
    error: Exception


Answer = Done | End | Crash
"""What a process says of a share, in the order of its calls."""
