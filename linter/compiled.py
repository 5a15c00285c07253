"""A rule book with all that is worked out from it before any call is there.

Compiling the built-in packs takes a hundred times as long as linting a call with them. So it is
done once and kept (:mod:`linter.rulebook.cached`); of what is kept, a run unpacks only the signals
that it looks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.frozen import dataclass
from linter.judging.plan import Plan
from linter.rulebook import cached
from linter.rulebook.files import BUILTIN
from linter.rulebook.types import RuleBook
from linter.signals.detect import Detector
from linter.signals.prepared import Prepared
from linter.signals.slots import SlotTracker, Values

KIND = "linter"
"""The kind of these in the cache."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything that no call and no selection changes.

    :ivar signals: for the detector.
    :ivar values: for the tracker of slots.
    :ivar plan: for the judge.
    """

    book: RuleBook
    signals: Prepared
    values: Values
    plan: Plan


def compiled(book: RuleBook) -> Compiled:
    """The book, compiled now."""
    detector = Detector(book)
    tracker = SlotTracker(book.slots, detector)
    return Compiled(book, detector.prepared(), tracker.values.packed(), Plan.of(book))


def load_compiled(paths: Sequence[Path | str], profiles: Iterable[str] = ()) -> Compiled:
    """The compiled book of these files, made now or in an earlier run.

    :param paths: rule files, folders of them, or ``builtin``; nothing for the built-in packs.
    :param profiles: names of profiles to be in force for every call.
    :raises RuleErrors: with all errors of all files.
    :raises UsageError: for a profile that no pack has.
    """
    return cached.load(paths or (BUILTIN,), profiles, compiled, KIND)


def compiled_variant(book: RuleBook, profiles: tuple[str, ...]) -> Compiled:
    """The book compiled with exactly these profiles in force, which exist.

    :raises RuleErrors: when the profiles' changes do not go together.
    """
    return cached.variant(book, profiles, compiled, KIND)
